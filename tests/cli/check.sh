#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# eczscore check: findings on a table with known faults, quiet on a clean one, options and refusals.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

# What is wrong in each row is what the golden file says of it.
cat >"$work/faults.csv" <<'CSV'
subject,visit,date,age_years,poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness,poem_total,scorad_extent,scorad_erythema,scorad_edema_papulation,scorad_oozing_crusting,scorad_excoriation,scorad_lichenification,scorad_dryness,scorad_pruritus,scorad_sleep_loss,viga_ad_grade,iga_bsa_grade,iga_bsa_bsa_percent,pp_nrs_day_-6,pp_nrs_day_-5,pp_nrs_day_-4,pp_nrs_day_-3,pp_nrs_day_-2,pp_nrs_day_-1,pp_nrs_day_0
a,baseline,2024-01-10,34,0,4,1,0,1,2,1,9,20,1,1,0,2,1,1,8,0,3,3,20,7,8,9,7,7,7,8
a,week_2,2024-01-03,35,3,2,1,0,1,2,1,11,20,1,1,0,2,1,1,5,3,2,3,50,3,3,3,3,3,3,3
a,week_2,2024-02-03,34,3,2,1,0,1,2,1,10,20,1,1,0,2,1,1,5,3,2,2,20,3,3,3,3,3,3,3
b,baseline,Jan 2024,34,4,4,4,4,4,4,4,28,20,1,1,0,2,1,1,5,3,2,2,20,3,3,3,3,3,3,3
b,week_2,2024-02-03,44,0,0,0,0,0,0,0,0,20,1,1,0,2,1,9,5,3,2,2,0,3,3,3,3,3,3,3
c,baseline,2024-01-10,50,3,2,1,0,1,2,1,10,20,1,1,0,2,1,1,5,3,2,2,20,3,3,4,3,5,3,3
c,week_2,2024-01-24,50,3,2,1,0,1,2,1,10,20,1,1,0,2,1,1,5,3,2,2,20,3,3,4,3,5,3,3
c,week_4,2024-02-07,50,3,2,1,0,1,2,1,10,20,1,1,0,2,1,1,5,4,2,2,20,3,2,4,3,5,3,3
CSV
run check "$work/faults.csv"
same 'findings are no failure' 0 "$code"
golden 'a finding a row' check_faults.csv
has 'what was read' '8 rows, read: scorad, viga_ad, iga_bsa, poem and pp_nrs;' "$err"
has 'how many findings' 'findings: 6 errors,' "$err"
has 'an invalid date' "1 cell of 'date' neither a number nor a date YYYY-MM-DD, the first in line 5" "$err"
before=$out

run check "$work/faults.csv" --strict
same 'strict: an error among the findings' 1 "$code"
same 'strict changes no row' "$before" "$out"
run check "$work/faults.csv" --strict --off value_not_allowed,typed_total_differs,grade_recorded_twice --off duplicate_visit,age_goes_back
same 'strict: warnings alone' 0 "$code"
lacks 'what is off does not run' 'typed_total_differs' "$out"
run check "$work/faults.csv" --only impossible_jump,duplicate_visit
same 'only these' 'impossible_jump duplicate_visit' \
    "$(printf '%s\n' "$out" | sed 1d | cut -d, -f4 | sort -r | tr '\n' ' ' | sed 's/ $//')"
run check "$work/faults.csv" --only impossible_jump --set impossible_jump.better=101
same 'a limit that nothing reaches' 1 "$(printf '%s\n' "$out" | wc -l)"
has 'and the summary' '0 findings: 0 errors, 0 warnings, 0 notices' "$err"

sed 's/,/;/g' "$work/faults.csv" >"$work/semicolon.csv"
run check "$work/semicolon.csv"
same 'semicolons give the same' "$before" "$out"
out=$("$program" check - <"$work/faults.csv" 2>/dev/null)
same 'standard input gives the same' "$before" "$out"
run check "$work/faults.csv" -o "$work/o.csv"
same 'a file gets the same' "$before" "$(cat "$work/o.csv")"
same 'and standard output nothing' '' "$out"
run check "$work/faults.csv" --format table
has 'a table for people' 'sentence' "$out"
lacks 'without the columns that the sentence names' 'values' "$out"
run check "$work/faults.csv" --format ndjson --only typed_total_differs
same 'as data' '3 a week_2 error poem_total; poem_score 11; 10' \
    "$(as_data '[d[key] for key in ("line", "subject", "visit", "severity", "columns", "values")]')"
run check "$work/faults.csv" --format json --only visit_out_of_order
same 'json is an array' 1 "$(as_data 'len(d)')"
run check --list --format json
same 'the list as data has every check once' "$(as_data 'len(d)')" \
    "$(as_data 'len({each["id"] for each in d})')"

# EASI against area, body surface and grade: signs beside area 0, an area without signs, grades that
# allow 11 to 22 %, all areas below 10 %, grade 0 beside EASI, EASI 0 beside a grade.
{
    printf 'visit,age_years'
    for r in head_neck upper_limbs trunk lower_limbs; do
        for s in erythema edema_papulation excoriation lichenification area; do printf ',easi_%s_%s' $r $s; done
    done
    printf ',iga_bsa_grade,iga_bsa_bsa_percent\n'
    printf 'clean,34,1,1,0,1,1,1,2,1,1,2,1,1,1,1,3,0,0,0,0,0,2,15\n'
    printf 'signs,34,1,1,0,1,0,1,2,1,1,2,1,1,1,1,3,0,0,0,0,0,2,15\n'
    printf 'area,34,1,1,0,1,1,1,2,1,1,2,1,1,1,1,3,0,0,0,0,1,2,15\n'
    printf 'surface,34,1,1,0,1,1,1,2,1,1,2,1,1,1,1,3,0,0,0,0,0,2,40\n'
    printf 'ten,34,1,1,0,1,1,1,2,1,1,1,1,1,1,1,1,1,0,0,0,1,2,12\n'
    printf 'grade,34,1,1,0,1,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0.5\n'
    printf 'easi,34,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1,0\n'
} >"$work/easi.csv"
run check "$work/easi.csv"
golden 'EASI against area, surface and grade' check_easi.csv

# Columns by other names, no subject, instruments that are named.
sed '1s/poem_itch/ITCH/; 1s/^subject/patient/; 1s/,date,/,seen,/' "$work/faults.csv" >"$work/named.csv"
run check "$work/named.csv" --map ITCH=poem_itch --subject patient --when seen
same 'mapped columns' "$(printf '%s\n' "$before" | sed 's/poem_itch;/ITCH;/; s/"poem_itch is/"ITCH is/; s/date; date/seen; seen/; s/"date is/"seen is/')" "$out"
run check "$work/named.csv"
has 'an incomplete instrument is said' "not read: poem needs the column 'poem_itch'" "$err"
has 'and that there is no subject' "nothing is checked across visits" "$err"
lacks 'the rest is checked' 'poem_sleep' "$out"
has 'as far as it goes' 'grade_recorded_twice' "$out"
run check "$work/faults.csv" --instrument poem --only poem_sleep_contradicts_scorad_sleep
same 'only the named instruments are read' 1 "$(printf '%s\n' "$out" | wc -l)"
has 'a check without its columns is counted' '0 checks ran, 1 had nothing to look at' "$err"

# Days and dates; what is neither is said, and the visit keeps its place among the rows.
printf 'subject,visit,seen,poem_total\na,baseline,2024-02-29T09:30,4\na,week_2,2024-02-28,4\nb,baseline,2023-02-29,4\nb,week_2,1e3,4\n' >"$work/dates.csv"
run check "$work/dates.csv" --when seen
same 'a leap day, with a time after it' 'seen is 2024-02-28, before 2024-02-29 at baseline (line 2), but the visit comes later.' \
    "$(printf '%s\n' "$out" | sed -n 's/^3,a,week_2,visit_out_of_order.*"\(.*\)"$/\1/p')"
has 'a day that no year has' "1 cell of 'seen' neither a number nor a date YYYY-MM-DD, the first in line 4" "$err"

# Totals without items.
printf 'subject,visit,easi_total,viga_ad_grade,scorad_total,oscorad_score\na,b,80,3,30,20\na,c,4,0,50,20\na,d,,0,.,\n' >"$work/totals.csv"
run check "$work/totals.csv"
golden 'totals that were typed in' check_totals.csv

# Words of cells reach the sentence as they were written; a blank stays a blank.
printf 'poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness,poem_total\n3,a lot,1,0,1,2,"1,5",x\n3,,,0,1,2,1,7\n' >"$work/words.csv"
run check "$work/words.csv"
golden 'cells as they were written' check_words.csv

# The example trial: children with DLQI, vIGA-AD 0 beside EASI above 0, a SCORAD extent of 0.
run check "$data/synthetic_trial.csv"
same 'the example trial' '59 form_of_another_age 3 scorad_extent_contradicts_easi_areas 75 viga_0_easi_above_0' \
    "$(printf '%s\n' "$out" | sed 1d | cut -d, -f4 | sort | uniq -c | awk '{ printf "%s%s %s", (NR > 1 ? " " : ""), $1, $2 }')"
sed '/week_8/d' "$data/tutorial.csv" >"$work/clean.csv"
run check "$work/clean.csv" --subject patient
same 'a clean table' 'line,subject,visit,check,severity,columns,values,sentence' "$out"

run check --list --format table
same 'the list is no failure' 0 "$code"
has 'the list has every check with its limits' 'itch=8' "$out"
has 'and says what rests on no source' 'no published rule' "$out"
run check --list --off impossible_jump --format csv
has 'the list says what is off' 'impossible_jump,notice,no' "$out"

refused() { # WHAT CODE NEEDLE ARGUMENTS...
    local what=$1 expected=$2 needle=$3
    shift 3
    run "$@"
    same "$what: exit code" "$expected" "$code"
    has "$what" "$needle" "$err"
    same "$what: nothing on standard output" '' "$out"
}
refused 'no file' 2 'check needs a FILE' check
refused 'an unknown check' 2 "the nearest is 'impossible_jump'" check "$work/faults.csv" --off imposible_jump
refused 'an unknown check alone' 2 "--only: no check 'x'" check "$work/faults.csv" --only x
refused 'an unknown parameter' 2 "the nearest is 'worse'" check "$work/faults.csv" --set impossible_jump.wors=3
refused 'a check without parameters' 2 'duplicate_visit has no parameters' check "$work/faults.csv" --set duplicate_visit.x=3
refused 'a limit that is no number' 2 'a number from 0 on' check "$work/faults.csv" --set impossible_jump.worse=7,5
refused 'no parameter' 2 'CHECK.PARAMETER=VALUE' check "$work/faults.csv" --set impossible_jump
refused 'an unknown instrument' 2 "the nearest is 'poem'" check "$work/faults.csv" --instrument poemm
refused 'a named instrument without its columns' 2 "easi needs the column" check "$work/faults.csv" --instrument easi
refused 'an instrument twice' 2 "names 'poem' twice" check "$work/faults.csv" --instrument poem,poem
refused 'no such column' 2 "--when: no column 'dat'" check "$work/faults.csv" --when dat
refused 'no such subject' 2 "--subject: no column 'id'" check "$work/faults.csv" --subject id
refused 'a mapping to nothing' 2 "no instrument has the item 'poem_ich'" check "$work/faults.csv" --map visit=poem_ich
refused 'an unknown format' 2 "no format 'xls'" check "$work/faults.csv" --format xls
refused 'an unknown option' 2 "the nearest is '--only'" check "$work/faults.csv" --onyl x
refused 'no such file' 3 'No such file' check "$work/none.csv"
printf 'a,b\n1,2\n' >"$work/other.csv"
refused 'nothing to check' 2 'no instrument has all its columns' check "$work/other.csv"
sed '3s/$/,9/' "$work/faults.csv" >"$work/ragged.csv"
run check "$work/ragged.csv"
same 'a ragged row: exit code' 3 "$code"
has 'a ragged row' 'ragged.csv:3:' "$err"
has 'a ragged row: the rows before it are checked' '2,a,baseline,poem_itch_0_peak' "$out"
# A visit's name is quoted up to 40 characters in a sentence, whole in its column.
name=$(printf 'v%.0s' {1..40})
ages() { printf 'subject,visit,day,age_years,viga_ad_grade\na,%s,1,30,1\na,end,2,29,1\n' "$1"; }
for visit in "$name" "${name}v"; do
    ages "$visit" >"$work/visit.csv"
    run check "$work/visit.csv" --only age_goes_back --format ndjson
    case $visit in
        "$name") has 'a short name' "already 30 at $name (line 2)." "$out" ;;
        *) has 'a long name' "already 30 at \\\"$name...\\\" (41 characters) (line 2)." "$out" ;;
    esac
done
run check "$work/ragged.csv" --format json
same 'a ragged row in JSON: exit code' 3 "$code"
same 'a ragged row leaves the array open' '[' "${out:0:1}"
lacks 'so that a part is not taken for the whole' ']' "$out"
run check "$work/ragged.csv" --format table
has 'a ragged row: what a table keeps back comes out' 'poem_itch_0_peak' "$out"
cp "$work/faults.csv" "$work/own.csv"
refused 'onto itself' 2 'is also the input' check "$work/own.csv" -o "$work/own.csv"
same 'onto itself: the input is whole' "$(cat "$work/faults.csv")" "$(cat "$work/own.csv")"
sed '1s/^subject,visit,/subject,week,/' "$work/faults.csv" >"$work/week.csv"
run check "$work/week.csv"
has 'no visit is said' "no column 'visit'" "$err"
lacks 'and no visit is a duplicate' 'duplicate_visit' "$out"
run check "$work/faults.csv" -o "$work/none/o.csv"
same 'a file that cannot be written' 4 "$code"
head -n 1 "$work/faults.csv" >"$work/empty.csv"
run check "$work/empty.csv"
same 'a header alone' 'line,subject,visit,check,severity,columns,values,sentence' "$out"
same 'and no failure' 0 "$code"
finish
