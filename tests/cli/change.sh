#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# eczscore change: a row per subject, exact verdicts, and every way in which there is none.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

cat >"$work/poem.csv" <<'CSV'
subject,visit,arm,age_years,poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness
a,base,A,30,4,4,4,4,4,0,0
a,end,A,30,4,4,4,4,0,0,0
b,base,B,30,4,4,4,4,0,0,0
b,end,B,30,4,4,4,4,1,0,0
c,base,A,30,4,4,4,4,0,0,0
d,end,A,30,0,0,0,0,0,0,0
e,base,B,30,0,0,0,0,0,0,0
e,end,B,30,0,0,0,0,0,0,0
f,base,B,30,4,,,4,0,0,0
f,end,B,30,4,4,4,4,0,0,0
g,base,A,30,4,4,4,4,0,0,0
g,end,A,30,1,1,1,1,0,0,0
g,end,A,30,2,1,1,1,0,0,0
CSV
run change "$work/poem.csv" --instrument poem --baseline base --at end --by arm
same 'change ends well' 0 "$code"
golden 'a row per subject' change_poem.csv
lacks 'a difference between patients judges no patient' gaunt_2016_between "$out"
has 'a visit twice is said' '1 subject with a visit twice' "$err"
has 'those without a verdict are counted' '3 subjects of 7 not evaluable' "$err"

sed 's/,/;/g' "$work/poem.csv" >"$work/semicolon.csv"
before=$out
run change "$work/semicolon.csv" --instrument poem --baseline base --at end --by arm
same 'semicolons give the same' "$before" "$out"
out=$("$program" change - --instrument poem --baseline base --at end --by arm <"$work/poem.csv" 2>/dev/null)
same 'standard input gives the same' "$before" "$out"
run change "$work/poem.csv" --instrument poem --baseline base --at end --by arm -o "$work/o.csv"
same 'a file gets the same' "$before" "$(cat "$work/o.csv")"
same 'and standard output nothing' '' "$out"
run change "$work/poem.csv" --instrument poem --baseline base --at end -o "$work/none/o.csv"
same 'a file that cannot be written' 4 "$code"
run change "$work/poem.csv" --instrument poem --baseline base --at end --format ndjson
out=$(head -n 1 <<<"$out")
same 'as data' '20 16 -4 20 yes improved ok' \
    "$(as_data '[d[key] for key in ("baseline", "value", "change", "percent_improvement", "responder_4", "responder_4_verdict", "status")]')"
run change "$work/poem.csv" --instrument poem --baseline base --at end --format json
same 'json is an array' 7 "$(as_data 'len(d)')"
run change "$work/poem.csv" --instrument poem --baseline base --at end --format table
has 'a table for people' 'percent' "$out"

trial=$data/synthetic_trial.csv
run change "$trial" --instrument easi --baseline baseline --at week_16 --by arm
same 'the example trial' 0 "$code"
same 'has a row per subject' 241 "$(printf '%s\n' "$out" | wc -l)"
run change "$trial" --instrument sd_nrs --baseline baseline --at week_16
same 'a second prefix of columns is found' 0 "$code"

# A child turns eight between the visits with unchanged skin.
{
    printf 'subject,visit,age_months'
    for r in head_neck upper_limbs trunk lower_limbs; do
        for s in erythema edema_papulation excoriation lichenification area; do printf ',easi_%s_%s' $r $s; done
    done
    for row in k,base,95 k,end,97; do
        printf '\n%s' $row
        printf ',1,1,1,1,2,0,0,0,0,0,0,0,0,0,0,1,1,1,1,2'
    done
    printf '\n'
} >"$work/child.csv"
run change "$work/child.csv" --instrument easi --baseline base --at end
has 'a birthday that changed the form is said' 'a birthday between the visits changed the form' "$out"
same 'the age at each visit' '4' "$(printf '%s\n' "$out" | column value)"
run change "$work/child.csv" --instrument easi --baseline base --at end --age-at baseline
same 'one age for both visits' '0' "$(printf '%s\n' "$out" | column change)"
lacks 'and no birthday' 'birthday' "$out"
sed 's/k,base,95/k,base,95.9999999/; s/k,end,97/k,end,97.0000001/' "$work/child.csv" >"$work/rounded.csv"
run change "$work/rounded.csv" --instrument easi --baseline base --at end
has 'an age that was rounded is said' 'base: age_months is ""95.9999999"", rounded to six decimal places; end: age_months is ""97.0000001""' "$out"
run change "$work/rounded.csv" --instrument easi --baseline base --at end --age-at baseline
has 'that at baseline still' '95.9999999' "$out"
lacks 'one that is not looked at is not said' '97.0000001' "$out"
sed 's/k,base,95,1/k,base,,1/; s/k,end,97,1/k,end,97,7/' "$work/child.csv" >"$work/no_age.csv"
run change "$work/no_age.csv" --instrument easi --baseline base --at end --age-at baseline
has 'an age at baseline that chooses no form is said beside a wrong answer' \
    'or leave it blank if unknown; the age at baseline chooses no form.' "$out"

refused() { # WHAT CODE NEEDLE ARGUMENTS...
    local what=$1 expected=$2 needle=$3
    shift 3
    run "$@"
    same "$what: exit code" "$expected" "$code"
    has "$what" "$needle" "$err"
    same "$what: nothing on standard output" '' "$out"
}
refused 'an unknown visit' 2 "the nearest is 'end'" change "$work/poem.csv" --instrument poem --baseline base --at ende
refused 'the same visit twice' 2 'same visit' change "$work/poem.csv" --instrument poem --baseline base --at base
refused 'an unknown column' 2 "the nearest is 'arm'" change "$work/poem.csv" --instrument poem --baseline base --at end --by arms
refused 'no subject column' 2 "--subject: no column 'patient'" change "$work/poem.csv" --instrument poem --baseline base --at end --subject patient
refused 'missing items' 2 "dlqi needs the column 'dlqi_q1'" change "$work/poem.csv" --instrument dlqi --baseline base --at end
refused 'no such file' 3 'No such file' change "$work/none.csv" --instrument poem --baseline base --at end
refused 'a required option' 2 '--instrument' change "$work/poem.csv" --baseline base --at end
printf 'subject,visit\na,base,1\n' >"$work/ragged.csv"
sed '3s/$/,9/' "$work/poem.csv" >"$work/ragged.csv"
refused 'a ragged row' 3 'ragged.csv:3:' change "$work/ragged.csv" --instrument poem --baseline base --at end
finish
