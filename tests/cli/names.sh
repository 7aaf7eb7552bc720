#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Names of instruments and schemes are compared alike by every command, and a place in a file is
# written in one form.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

printf 'viga_ad_grade\n3\n' >"$work/viga.csv"
printf 'subject,visit,viga_ad_grade\n1,0,3\n1,4,1\n' >"$work/visits.csv"
for name in viga_ad vigaad vIGA-AD 'Viga ad'; do
    run score "$name" "$work/viga.csv"
    same "score $name" 0 "$code"
    has "score writes the id of the contract for $name" viga_ad_score "$out"
    run describe "$name"
    same "describe $name" 0 "$code"
    run calc "$name" grade=3
    same "calc $name" 0 "$code"
    run change "$work/visits.csv" --instrument "$name" --baseline 0 --at 4
    same "change $name" 0 "$code"
    run check "$work/visits.csv" --instrument "$name"
    same "check $name" 0 "$code"
done
for command in score describe calc; do
    run "$command" viga_add
    same "$command refuses an unknown instrument" 2 "$code"
    has "$command names the nearest" \
        "no instrument 'viga_add'; the nearest is 'viga_ad'; \`eczscore list\` shows them all" "$err"
done

printf 'subject,visit,poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness\n' >"$work/poem.csv"
printf '1,0,4,4,4,4,4,4,4\n1,4,1,1,1,1,1,1,1\n' >>"$work/poem.csv"
for scheme in charman_2013 charman-2013 CHARMAN2013 'Charman 2013'; do
    run score poem "$work/poem.csv" --bands "$scheme"
    same "score --bands $scheme" 0 "$code"
    run calc poem itch=1 sleep=1 bleeding=1 weeping=1 cracking=1 flaking=1 dryness=1 --bands "$scheme"
    same "calc --bands $scheme" 0 "$code"
    run change "$work/poem.csv" --instrument poem --baseline 0 --at 4 --bands "$scheme"
    same "change --bands $scheme" 0 "$code"
done

printf 'instrument,sum,score\nPROMIS-SD-4a,15,61.5\n' >"$work/table.csv"
printf 'promis_sd_4a_quality,promis_sd_4a_refreshing,promis_sd_4a_problem,promis_sd_4a_falling_asleep\n4,4,4,3\n' >"$work/promis.csv"
run score promis_sd_4a "$work/promis.csv" --table "$work/table.csv"
same 'a licensed table may write the id as people do' 61.5 "$(column promis_sd_4a_score <"$work/out")"

cp "$work/poem.csv" "$work/ragged.csv"
echo 1,8 >>"$work/ragged.csv"
where="$work/ragged.csv:4:4: 2 cells in this row"
run score poem "$work/ragged.csv"
has 'score names the place' "$where" "$err"
run change "$work/ragged.csv" --instrument poem --baseline 0 --at 4
has 'change names the place' "$where" "$err"
run check "$work/ragged.csv"
has 'check names the place' "$where" "$err"
printf '# a comment\npoem_itch\n' >"$work/map"
run check "$work/poem.csv" --map-file "$work/map"
has 'so does a map' "$work/map:2: " "$err"
finish
