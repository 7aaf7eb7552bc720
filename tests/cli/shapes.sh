#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Instruments that are more than a sum: licensed tables, clock times, formulas, no total, ages, ends.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

# score ID HEADER ROW...: the table on standard input; options in the array `options`.
options=()
score() {
    local id=$1
    shift
    printf '%s\n' "$@" >"$work/table.csv"
    run score "$id" "${options[@]}" --select '' "$work/table.csv"
}

# --- Licensed tables ---------------------------------------------------------------------------
form='promis_sd_4a_quality,promis_sd_4a_refreshing,promis_sd_4a_problem,promis_sd_4a_falling_asleep'
printf 'instrument,sum,score,standard_error\npromis_sd_4a,15,61.5,3\npromis_sd_4a,4,30,5\n' >"$work/made_up.csv"
score promis_sd_4a "$form" 4,4,4,3 4,4,4, 4,4,4,6
has 'without a table there is no score' ',,needs_data,"the sum 15 is looked up in a licensed table' "$out"
has 'but the sum' '",15' "$out"
has 'a blank is missing, not looked up' ',,missing,' "$out"
options=(--table "$work/made_up.csv")
score promis_sd_4a "$form" 4,4,4,3 5,5,5,5
has 'with the table, the row of the sum' '61.5,moderate,ok,,15' "$out"
has 'a sum that the table does not have' 'it must have a row for that sum' "$out"
run calc promis_sd_4a quality=4 refreshing=4 problem=4 falling_asleep=3 --table "$work/made_up.csv"
has 'calc looks it up too' 'Looked up: 61.5' "$out"
wrong_table() { # WHAT SENTENCE LINE...
    local what=$1 sentence=$2
    shift 2
    printf '%s\n' "$@" >"$work/wrong.csv"
    options=(--table "$work/wrong.csv")
    score promis_sd_4a "$form" 4,4,4,3
    same "$what: exit" 2 "$code"
    has "$what" "$sentence" "$err"
}
wrong_table 'no column' "no column 'sum'" instrument,raw,score promis_sd_4a,15,61.5
wrong_table 'no number' "wrong.csv:2: score is 'abc'" instrument,sum,score promis_sd_4a,15,abc
wrong_table 'twice' 'the sum 15 of promis_sd_4a is there twice' instrument,sum,score promis_sd_4a,15,60 promis_sd_4a,15,61
wrong_table 'not a sum' "sum is '15.5'" instrument,sum,score promis_sd_4a,15.5,60
wrong_table 'another instrument' "'poem' is no instrument that takes a table" instrument,sum,score poem,15,60
wrong_table 'off the range' 'is outside the range 0 to 100' instrument,sum,score promis_sd_4a,15,615
options=(--table "$work/none.csv")
score promis_sd_4a "$form" 4,4,4,3
has 'no such file' 'No such file' "$err"

# --- Clock times and a formula -----------------------------------------------------------------
options=()
night=sleep_bed_time,sleep_attempt_time,sleep_latency_minutes,sleep_waso_minutes,sleep_final_wake_time,sleep_tasafa_minutes,sleep_rise_time
score sleep_efficiency,sleep_tst "$night" 22:30,23:00,45,60,06:45,15,7:00 10:30pm,23:00,45,60,06:45,15,07:00 23.5,23:00,45,60,06:45,15,07:00
first=$(sed -n 2p <<<"$out")
has 'a night over midnight' ',ok,' "$first"
has 'an invalid time of day' "sleep_bed_time is \"\"10:30pm\"\" (allowed: a time of day, 00:00 to 23:59)" "$out"
has 'a bare number is no time' 'sleep_bed_time is ""23.5""' "$out"

run calc wpai_ad_overall employed=yes hours_missed_ad=8 hours_worked=32 work_effect=4
has 'the steps of a formula' 'Score   52 ' "$out"
score wpai_ad_overall wpai_ad_employed,wpai_ad_hours_missed_ad,wpai_ad_hours_worked,wpai_ad_work_effect no,,, yes,40,0, yes,8,32,
has 'no paid work' ',,not_applicable,' "$(sed -n 2p <<<"$out")"
has 'missed and none worked' '100,,ok,' "$(sed -n 3p <<<"$out")"
has 'a blank of a formula is named' 'wpai_ad_work_effect is blank' "$(sed -n 4p <<<"$out")"

# --- No total, scores below 0, ends, ages ------------------------------------------------------
score gais gais_category much_improved 2 ''
has 'a category has no number' ',,not_applicable,no total is published' "$(sed -n 2p <<<"$out")"
has 'a bare code is refused' ',,invalid,' "$(sed -n 3p <<<"$out")"
score gais gais_category 0 1 3 4 5 11 13 15 1.0 Improved improved worse
same 'whatever the number, and in any spelling but the word' \
    'invalid invalid invalid invalid invalid invalid invalid invalid invalid invalid not_applicable not_applicable' \
    "$(column gais_status <<<"$out" | tr '\n' ' ' | sed 's/ $//')"
has 'the words are said' '(allowed: very_much_improved, much_improved, improved, no_change or worse)' "$out"
run calc gais category=improved
has 'the word is the answer' 'Category: category improved' "$out"
run calc gais category=2
has 'calc refuses a number, too' invalid "$out"
run describe gais
has 'there is no range' 'range       no score' "$out"
score pgic_minus3_3 pgic_minus3_3_rating -3 3 -4
same 'below 0' '-3,,ok,' "$(sed -n 2p <<<"$out")"
has 'off the scale' invalid "$(sed -n 4p <<<"$out")"
run calc pss_12 frequency=0
has 'no itch ends the scale' 'frequency is 0, which says that the scale does not apply' "$out"
lacks 'and asks for nothing more' 'are blank' "$out"

control=age_years,adct_severity,adct_intense_itch_days,adct_bother,adct_sleep_nights,adct_daily_activities,adct_mood
score adct "$control" 11.9,2,2,2,1,1,2 12,2,2,2,1,1,2 ,2,2,2,1,1,2
has 'under the ages of the scale' ',,not_applicable,' "$(sed -n 2p <<<"$out")"
same 'from its ages on' '10,not_controlled,ok,' "$(sed -n 3p <<<"$out")"
same 'an unknown age is not judged' '10,not_controlled,ok,' "$(sed -n 4p <<<"$out")"
options=(--any-age)
score adct "$control" 11.9,2,2,2,1,1,2
same 'any age' '10,not_controlled,ok,' "$(sed -n 2p <<<"$out")"
options=()
recap=age_years,recap_overall,recap_itch_days,recap_intense_itch_days,recap_sleep,recap_daily_activities,recap_mood_days,recap_acceptability
score recap "$recap" 30,1,1,1,1,1,1,1 8,1,1,1,1,1,1,1 ,1,1,1,1,1,1,1
same 'bands by age, adult' '7,moderately,ok,' "$(sed -n 2p <<<"$out")"
same 'bands by age, child' '7,mostly,ok,' "$(sed -n 3p <<<"$out")"
has 'no age, no band, said' 'no band: the default bands depend on the age' "$(sed -n 4p <<<"$out")"
options=(--bands recap_adult_2023)
score recap "$recap" ,1,1,1,1,1,1,1
same 'bands that were asked for' '7,moderately,ok,' "$(sed -n 2p <<<"$out")"

# --- The rule for missing answers, and without it ----------------------------------------------
mood=hads_q1,hads_q3,hads_q5,hads_q7,hads_q9,hads_q11,hads_q13
options=()
score hads_anxiety "$mood" 2,1,,2,1,0,2
has 'the half rule' 'imputed' "$out"
options=(--complete-only)
score hads_anxiety "$mood" 2,1,,2,1,0,2
has 'complete only' 'hads_q5 is blank, and only complete answers were asked for' "$out"

# Every instrument is described, and scores its own columns left blank without a complaint of use.
run list --format json
ids=$(tr ',' '\n' <<<"$out" | sed -n 's/.*"id": *"\([^"]*\)".*/\1/p')
count=0
for id in $ids; do
    count=$((count + 1))
    run describe "$id" --format json
    same "describe $id" 0 "$code"
    mapfile -t blanks < <(sed -n 's/.*"key": *"\([^"]*\)".*/\1=/p' <<<"$out")
    run calc "$id" "${blanks[@]}"
    same "calc $id with nothing filled in" 1 "$code"
    has "calc $id says that it is missing" missing "$out"
done
[ "$count" -gt 140 ] || failed "only $count instruments were tried"
finish
