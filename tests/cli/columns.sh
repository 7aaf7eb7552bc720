#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Which column holds which item: --map, map files, percentages, and every refusal with its nearest.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

header='subject,visit,ITCH,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness'
printf '%s\n' "$header" a,base,4,1,1,1,1,1,1 a,end,0,1,1,1,1,1,1 >"$work/t.csv"
change() { run change "$work/t.csv" --instrument poem --baseline base --at end "$@"; }

change
same 'a missing column' 2 "$code"
has 'is named' "poem needs the column 'poem_itch', which the table does not have" "$err"
change --map ITCH=poem_itch
same 'a mapped column' '-4' "$(printf '%s\n' "$out" | column change)"
change --map ITCH=itch
same 'a bare key, with one instrument' '-4' "$(printf '%s\n' "$out" | column change)"
printf '# trial 7\nITCH = poem_itch  # days\n\n' >"$work/m.map"
change --map-file "$work/m.map"
same 'a map file' '-4' "$(printf '%s\n' "$out" | column change)"
printf 'ITCH poem_itch\n' >"$work/bad.map"
change --map-file "$work/bad.map"
same 'a bad map file' 2 "$code"
has 'names its line' 'bad.map:1: ' "$err"
change --map-file "$work/none.map"
has 'a map file that is not there' 'No such file' "$err"
change --map ITCH=poem_ich
has 'an unknown item' "the nearest is 'poem_itch'" "$err"
change --map ITHC=poem_itch
has 'an unknown column' "the nearest is 'ITCH'" "$err"
change --map ITCH=poem_itch --map ITCH=poem_sleep
has 'a column mapped twice' "the column 'ITCH' is mapped twice" "$err"
change --map ITCH=poem_itch --map poem_sleep=poem_itch
has 'an item mapped twice' 'is mapped from two columns' "$err"
change --map ITCH=poem_itch --map poem_dryness=poem_sleep
has 'a mapping that takes a column away' "--map takes for another item" "$err"
change --map ITCH
has 'no mapping at all' 'write COLUMN=ITEM' "$err"

sed '1s/ITCH/poem_itch/; 1s/poem_sleep/poem_itch/' "$work/t.csv" >"$work/twice.csv"
run change "$work/twice.csv" --instrument poem --baseline base --at end
same 'a column that is there twice' 2 "$code"
has 'is named with its places' "'poem_itch' appears twice, as columns 3 and 4" "$err"

# The second part of DLQI item 7 may be absent, and that is said.
dlqi='subject,visit,dlqi_q1,dlqi_q2,dlqi_q3,dlqi_q4,dlqi_q5,dlqi_q6,dlqi_q7_prevented,dlqi_q8,dlqi_q9,dlqi_q10'
printf '%s\n' "$dlqi" a,base,1,1,1,1,1,1,yes,1,1,1 a,end,1,1,1,1,1,1,0,1,1,1 >"$work/d.csv"
run change "$work/d.csv" --instrument dlqi --baseline base --at end
same 'a further part may be absent' '12 9' "$(printf '%s\n' "$out" | column baseline) $(printf '%s\n' "$out" | column value)"
has 'and is said' "no column 'dlqi_q7_problem'" "$err"

# Two prefixes for one instrument at once.
days=day_-6,day_-5,day_-4,day_-3,day_-2,day_-1,day_0
{
    printf 'subject,visit,%s,%s\n' "sd_nrs_${days//,/,sd_nrs_}" "sleep_nrs_${days//,/,sleep_nrs_}"
    printf 'a,base,1,1,1,1,1,1,1,1,1,1,1,1,1,1\n'
} >"$work/both.csv"
run change "$work/both.csv" --instrument sd_nrs --baseline base --at end
same 'both prefixes at once' 2 "$code"
has 'are refused' "both 'sd_nrs_day_0' and 'sleep_nrs_day_0'" "$err"

# HECSI from percentages, beside or instead of the grades.
hecsi() { # LOCATION EXTENT_COLUMN
    local s
    for s in erythema induration_papulation vesicles fissures scaling edema "$2"; do printf ',hecsi_%s_%s' "$1" "$s"; done
}
{
    printf 'subject,visit'
    for l in fingertips fingers palms backs_of_hands; do hecsi $l extent_percent; done
    hecsi wrists extent
    printf ',hecsi_wrists_extent_percent'
    for v in base end; do
        printf '\na,%s' $v
        for p in 30 60 25 80; do printf ',1,1,0,0,0,0,%s' $p; done
        printf ',0,0,0,0,0,0,0,%s' "$([ $v = base ] && echo 0 || echo 30)"
    done
    printf '\n'
} >"$work/h.csv"
run change "$work/h.csv" --instrument hecsi --baseline base --at end
same 'percentages stand for grades' 20 "$(printf '%s\n' "$out" | column baseline)"
has 'and a conflict is invalid' 'hecsi_wrists_extent is ""0"", but hecsi_wrists_extent_percent ""30"" is grade 2' "$out"
finish
