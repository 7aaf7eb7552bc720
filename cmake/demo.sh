#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# demo.sh PROGRAM: scores the example trial, shows the change by arm, and explains one score.
set -eu

program=${1:?usage: demo.sh PROGRAM}
trial=tests/data/synthetic_trial.csv
out=build/demo
mkdir -p "$out"

# Shows a command as one would type it, then runs it.
show() {
    printf '\n$ eczscore'
    printf ' %s' "$@"
    printf '\n'
    "$program" "$@"
}

show score easi,scorad,viga_ad,poem,dlqi,pp_nrs "$trial" -o "$out/scored.csv"
awk -F, 'END { print NR - 1 " visits of 240 subjects scored with six instruments" }' "$out/scored.csv"

show change "$trial" --instrument easi --baseline baseline --at week_16 --by arm -o "$out/change.csv"
awk -f cmake/demo_by_arm.awk "$out/change.csv"

show calc easi age_years=34 --baseline 43.1 \
    head_neck_erythema=2 head_neck_edema_papulation=1 head_neck_excoriation=2 \
    head_neck_lichenification=1 head_neck_area_percent=35 \
    upper_limbs_erythema=2 upper_limbs_edema_papulation=2 upper_limbs_excoriation=1.5 \
    upper_limbs_lichenification=2 upper_limbs_area_percent=55 \
    trunk_erythema=1 trunk_edema_papulation=1 trunk_excoriation=1 \
    trunk_lichenification=0 trunk_area_percent=12 \
    lower_limbs_erythema=2 lower_limbs_edema_papulation=2 lower_limbs_excoriation=2 \
    lower_limbs_lichenification=2 lower_limbs_area_percent=30
printf '\nEvery visit with its scores: %s\nEvery subject with every verdict: %s\n' "$out/scored.csv" "$out/change.csv"
