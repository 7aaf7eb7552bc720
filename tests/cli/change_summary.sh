#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# eczscore change --summary: groups, their difference, and what a number is where there is none.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

trial=$data/synthetic_trial.csv
grep -v ',high_dose,' "$trial" >"$work/two.csv"
two=("$work/two.csv" --instrument easi --baseline baseline --at week_16 --by arm --summary)

# value QUANTITY COLUMN [GROUP]: a cell of the rows in `out`; no quoted comma stands before it.
value() {
    printf '%s\n' "$out" | awk -F, -v quantity="$1" -v column="$2" -v group="${3:-}" '
        $2 == quantity && (group == "" || $1 == group) { print $column; exit }'
}
# about WHAT EXPECTED FOUND: to nine digits.
about() {
    same "$1" "$(printf '%.9g' "$2")" "$(printf '%.9g' "$3")"
}

run change "${two[@]}" --control placebo --format table
same 'a summary ends well' 0 "$code"
golden 'two groups for people' change_summary.txt
same 'it fits a terminal' 0 "$(printf '%s\n' "$out" | awk 'length > 80' | wc -l)"
same 'no p-value is 0' 0 "$(printf '%s\n' "$out" | grep -cE 'p = 0(\.0*)?([^.0-9]|$)')"

# The same rows by way of the row per subject, and by formula.
run change "$work/two.csv" --instrument easi --baseline baseline --at week_16 --by arm
rows=$out
mean=$(printf '%s\n' "$rows" | awk -F, '$2 == "low_dose" && $7 != "" { n++; s += $7 } END { printf "%.12g", s / n }')
median=$(printf '%s\n' "$rows" | awk -F, '$2 == "low_dose" && $7 != "" { print -$7 }' | sort -g |
    awk '{ v[NR] = $1 } END { m = int((NR + 1) / 2); printf "%.12g", (v[m] + v[NR + 1 - m]) / 2 }')
responders=$(printf '%s\n' "$rows" | awk -F, '
    NR == 1 { for (i = 1; i <= NF; i++) if ($i == "easi_75") c = i }
    $2 == "low_dose" && $c == "yes" { n++ } END { print n + 0 }')
run change "${two[@]}" --control placebo
about 'the mean change is that of the rows' "$mean" "$(value mean_change 3 low_dose)"
about 'so is the median improvement' "$median" "$(value median_improvement 3 low_dose)"
same 'so are the responders' "$responders" "$(value responders:easi_75 3 low_dose)"
wilson=$(awk -v x="$responders" -v n="$(value responders:easi_75 7 low_dose)" 'BEGIN {
    z = 1.959963984540054; p = x / n
    printf "%.12g", 100 * (p + z*z/(2*n) - z * sqrt(p*(1-p)/n + z*z/(4*n*n))) / (1 + z*z/n) }')
about 'Wilson, by its formula' "$wilson" "$(value responder_percent:easi_75 4 low_dose)"
welch=$(awk -v a="$(value mean_improvement 3 low_dose)" -v b="$(value mean_improvement 3 placebo)" \
    'BEGIN { printf "%.12g", a - b }')
about 'the difference is first minus control' "$welch" "$(value mean_improvement_difference 3)"
nnt=$(awk -v d="$(value responder_difference_percent:easi_75 3)" 'BEGIN { printf "%.12g", 100 / d }')
about 'the number needed is its inverse' "$nnt" "$(value nnt:easi_75 3)"
same 'the p of a small one is all there' 1 "$(printf '%s\n' "$(value mean_change_p 3 low_dose)" |
    awk '{ print ($1 > 0 && $1 < 1e-10) }')"

# The order of the rows must not show in a bit.
forward=$out
{
    head -n 1 "$work/two.csv"
    tail -n +2 "$work/two.csv" | tac
} >"$work/turned.csv"
run change "$work/turned.csv" "${two[@]:1}" --control placebo
same 'the rows turned round give the same' "$forward" "$out"

same 'no verdict on it without a published one' '' "$(value between_group_mid:mcid_schram_2012 3)"
has 'and that is said' 'No published between-group MID is known here for easi' "$err"
run change "${two[@]/easi/poem}" --control placebo
same 'POEM has one' 2.89 "$(value between_group_mid:gaunt_2016_between 3)"
has 'its verdict is by the interval' 'in whole points it asks for 3",superior' "$out"
run change "${two[@]}"
has 'which way round is said' 'the difference is low_dose minus placebo' "$err"
run change "${two[@]}" --control low_dose
about 'and can be chosen' "-$welch" "$(value mean_improvement_difference 3)"
run change "${two[@]}" --control placebo --level 0.99
low=$(value mean_change 4 low_dose)
run change "${two[@]}" --control placebo --level 0.9
same 'a higher level is wider' 1 "$(awk -v a="$low" -v b="$(value mean_change 4 low_dose)" 'BEGIN { print (a < b) }')"
run change "${two[@]}" -o "$work/o.csv" --control placebo
same 'a file gets the same' "$forward" "$(cat "$work/o.csv")"
run change "$trial" "${two[@]:1}"
has 'three groups have no difference' 'between exactly two groups' "$err"

# One group: what an uncontrolled change includes.
one=("$trial" --instrument easi --baseline baseline --at week_16 --summary)
run change "${one[@]}"
has 'an uncontrolled change is called that' 'regression to the mean' "$err"
entry=(--entry-cutoff 16 --population-mean 14 --population-sd 10 --reliability 0.8)
run change "${one[@]}" "${entry[@]}"
seen=$(value mean_improvement 3)
expected=$(value regression_to_the_mean 3)
# 10 (1 - 0.8) phi(0.2) / (1 - Phi(0.2)) = 2 x 0.391043 / 0.420740
same 'what selection alone shows' 1.8588 "$(printf '%.4f' "$expected")"
about 'what is left' "$(awk -v a="$seen" -v b="$expected" 'BEGIN { printf "%.12g", a - b }')" "$(value corrected_improvement 3)"
about 'its interval is the observed one, moved' "$(awk -v a="$(value mean_improvement 4)" -v b="$expected" \
    'BEGIN { printf "%.12g", a - b }')" "$(value corrected_improvement 4)"
run change "${one[@]}" "${entry[@]}" --baselines 2
same 'one of several baselines is not held against the rule' '' "$(value baseline_outside_entry_rule 3)"
same 'two baselines regress less' 1 "$(awk -v a="$(value regression_to_the_mean 3)" -v b="$expected" 'BEGIN { print (a < b) }')"
run change "${one[@]}" "${entry[@]}" --format table
has 'a sentence says it' 'expected without any' "$out"
has 'and who could not have been let in' 'not have been let in by this' "$out"

# Few subjects, no variance, every way of having no change.
cat >"$work/poem.csv" <<'CSV'
subject,visit,arm,age_years,poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness
a,base,A,30,4,4,4,4,4,0,0
a,end,A,30,4,4,4,4,0,0,0
b,base,A,30,4,4,4,4,0,0,0
b,end,A,30,4,4,4,0,0,0,0
c,base,A,30,4,4,4,4,0,0,0
d,end,A,30,0,0,0,0,0,0,0
e,base,B,30,0,0,0,0,0,0,0
e,end,B,30,0,0,0,0,0,0,0
f,base,B,30,4,,,4,0,0,0
f,end,B,30,4,4,4,4,0,0,0
g,base,B,30,4,4,4,4,0,0,0
g,end,B,30,1,1,1,1,0,0,0
g,end,B,30,2,1,1,1,0,0,0
h,mid,B,30,4,4,4,4,0,0,0
CSV
poem=("$work/poem.csv" --instrument poem --baseline base --at end --summary)
run change "${poem[@]}" --by arm --format table
has 'who has no visit has no group' '1 of the subjects left out' "$err"
golden 'few subjects' change_summary_few.txt
lacks 'no NaN is printed' 'nan' "$out"
run change "${poem[@]}" --by arm
same 'equal changes have no interval' zero_variance "$(value mean_change 9 A)"
same 'one subject has none' too_few "$(value mean_change 9 B)"
lacks 'nor is one in a file' nan "$out"
run change "${poem[@]}"
same 'without --by everybody counts' 8 "$(value subjects 3)"
head -n 1 "$work/poem.csv" >"$work/none.csv"
printf 'a,base,A,30,4,4,4,4,4,0,0\nb,end,A,30,4,4,4,4,0,0,0\n' >>"$work/none.csv"
run change "$work/none.csv" "${poem[@]:1}" --format table
same 'nobody evaluable is no failure' 0 "$code"
has 'and is said' '2 subjects, 0 with both scores' "$out"
lacks 'without a NaN' nan "$out"

# Nothing to compare: no change at all, every baseline 0, one subject in each group.
grade() { # NAME ROWS: a table of vIGA-AD with the columns subject, visit, arm, grade
    { echo subject,visit,arm,viga_ad_grade; printf '%b' "$2"; } >"$work/$1.csv"
}
viga=(--instrument viga_ad --baseline b --at e --summary --by arm)
grade still 'a,b,A,3\na,e,A,3\nc,b,A,3\nc,e,A,3\nd,b,B,2\nd,e,B,2\nf,b,B,2\nf,e,B,2\n'
run change "$work/still.csv" "${viga[@]}" --format table
has 'no change at all has no interval' 'mean change           0.00, no interval: no variance' "$out"
has 'nor a p-value below 1' 'p = 1, signed rank' "$out"
lacks 'and no NaN' nan "$out"
grade clear 'a,b,A,0\na,e,A,2\nc,b,A,0\nc,e,A,1\n'
run change "$work/clear.csv" "${viga[@]}"
same 'every baseline 0: no percentage' undefined_ratio "$(value percent_improvement_of_means 9)"
same 'counted' 2 "$(value baseline_zero 3)"
grade lone 'a,b,A,4\na,e,A,2\nb,b,B,3\nb,e,B,1\n'
run change "$work/lone.csv" "${viga[@]}" --format table
has 'one subject: no interval' 'typical improvement   2.00 by Hodges-Lehmann, no interval: too few' "$out"
has 'nor of its median' 'median improvement    2.00, no interval: too few' "$out"
has 'and the p that it cannot go below' 'it cannot be below 1' "$out"
run change "$work/lone.csv" "${viga[@]}"
same 'the level of such an interval is 0' 0 "$(value hodges_lehmann_improvement 6 A)"
same 'too few for the level: no limits' ',too_few' "$(value median_improvement 4 A),$(value median_improvement 9 A)"
grade skewed 'a,b,A,4\na,e,A,4\nb,b,A,4\nb,e,A,4\nc,b,A,4\nc,e,A,0\n'
run change "$work/skewed.csv" "${viga[@]}"
same 'the median is the median' 0 "$(value median_improvement 3)"
same 'Hodges-Lehmann is the median of the means of two' 1 "$(value hodges_lehmann_improvement 3)"
run change "$work/skewed.csv" "${viga[@]}" --format table
has 'each has its own name' 'median improvement    0.00, no interval' "$out"
has 'for people, too' 'typical improvement   1.00 by Hodges-Lehmann' "$out"

# Groups: blanks, a blank at one visit, spaces, another group later, control characters.
grade odd 'a,b,A ,4\na,e,A,2\nb,b,,3\nb,e,A,1\nc,b,A,3\nc,e,B,1\nd,b,,3\nd,e,,1\n'
run change "$work/odd.csv" "${viga[@]}"
same 'spaces make no group, a blank takes the other visit' 3 "$(value subjects 3 A)"
same 'no value at all is a group that says so' 1 "$(value subjects 3 '(no value)')"
has 'who changed groups is counted' "1 of the subjects in another group at 'e': that at 'b' counts" "$err"
grade escape 'a,b,\033[31mred,4\na,e,\033[31mred,2\n'
run change "$work/escape.csv" "${viga[@]}" --format table
lacks 'a name sends nothing to the terminal' $'\033' "$out"

# 1200 equal signs: too small for a double, and not 0.
awk 'BEGIN { print "subject,visit,bsa_percent"
    for (i = 1; i <= 1200; i++) printf "%d,b,%d\n%d,e,%d\n", i, 80 + i % 7, i, 10 + i % 5 }' >"$work/bsa.csv"
run change "$work/bsa.csv" --instrument bsa --baseline b --at e --summary
same 'a p below every double is said to be below' '<1e-300' "$(value mean_change_p 3)"
has 'an instrument without definitions says so' 'No responder definition and no MID in points' "$err"

# Many subjects: ranks by the normal distribution, and named so.
awk 'BEGIN { print "subject,visit,arm,bsa_percent"
    for (i = 1; i <= 402; i++) {
        printf "%d,b,%s,%d\n%d,e,%s,%d\n", i, i % 2 ? "A" : "B", 80 + i % 7, i, i % 2 ? "A" : "B", 10 + i % 5
    } }' >"$work/many.csv"
run change "$work/many.csv" --instrument bsa --baseline b --at e --summary --by arm
has 'above 400 subjects the ranks are normal' 'Mann-Whitney, normal with continuity correction' "$out"
has 'the limits too' 'interval: order statistics, normal' "$out"

run change "${two[@]/easi/poem}" --control placebo --format json
same 'the verdict between groups as data' superior \
    "$(as_data 'd["difference"]["between_group_verdicts"][0]["verdict"]')"
run change "${two[@]}" --control placebo --format json
same 'as data' 'easi low_dose placebo p < 0.0001' \
    "$(as_data '[d["instrument"], d["difference"]["group"], d["difference"]["control"], d["groups"][0]["mean_change"]["p_text"]]')"
run change "${poem[@]}" --by arm --format json
same 'few subjects as data' 'zero_variance null' \
    "$(as_data '[d["groups"][0]["mean_change"][key] for key in ("state", "p")]')"
run change "${two[@]}" --format ndjson
out=$(head -n 1 <<<"$out")
same 'what is not there is null' 'null null 80' "$(as_data '[d["lower"], d["level"], d["n"]]')"
same 'a line for each quantity' subjects "$(as_data 'd["quantity"]')"

refuses() { # WHAT NEEDLE OPTIONS...
    local what=$1 needle=$2
    shift 2
    run change "${two[@]}" "$@"
    same "$what is a usage error" 2 "$code"
    has "$what" "$needle" "$err"
}
refuses 'a level above 1' '--level is between 0 and 1' --level 95
refuses 'a band scheme' 'a summary has no bands' --bands leshem_2015
refuses 'an unknown control' "the nearest is 'placebo'" --control placeb
refuses 'half an entry rule' 'needs --entry-cutoff' --entry-cutoff 16
refuses 'a reliability of 80' '--reliability is from 0 to 1' --entry-cutoff 16 --population-mean 14 \
    --population-sd 10 --reliability 80
refuses 'no spread' '--population-sd is more than 0' --entry-cutoff 16 --population-mean 14 \
    --population-sd 0 --reliability 0.8
refuses 'a cut-off beyond the scale' 'a score of easi is from 0 to 72' --entry-cutoff 160 --population-mean 14 \
    --population-sd 10 --reliability 0.8
refuses 'an infinite cut-off' 'inf is no number' --entry-cutoff inf --population-mean 14 \
    --population-sd 10 --reliability 0.8
refuses 'a cut-off that is no number' 'nan is no number' --entry-cutoff nan
run change "$trial" --instrument easi --baseline baseline --at week_16 --summary --control placebo
has 'a control without groups' '--control names one of the groups that --by makes' "$err"
run change "$trial" --instrument easi --baseline baseline --at week_16 --level 0.9
has 'an option of the summary without it' '--level requires --summary' "$err"
same 'is a usage error' 2 "$code"

root=$(cd -- "$here/../.." && pwd)
python3 "$root/cmake/run_documents.py" "$program" docs/howto/summarise-a-change.md ||
    failed 'the how-to page shows what the program prints'
finish
