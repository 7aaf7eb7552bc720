#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# eczscore calc: one assessment with its sum, its note, its change; wrong input in plain words.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

easi=(age_years=34
    head_neck_erythema=2 head_neck_edema_papulation=1 head_neck_excoriation=2 head_neck_lichenification=1 head_neck_area=3
    upper_limbs_erythema=2 upper_limbs_edema_papulation=2 upper_limbs_excoriation=1.5 upper_limbs_lichenification=2 upper_limbs_area=4
    trunk_erythema=1 trunk_edema_papulation=1 trunk_excoriation=1 trunk_lichenification=0 trunk_area=2
    lower_limbs_erythema=2 lower_limbs_edema_papulation=2 lower_limbs_excoriation=2 lower_limbs_lichenification=2)

run calc easi "${easi[@]}" lower_limbs_area=3
same 'calc ends well' 0 "$code"
golden 'the sum of an EASI, region by region' calc_easi.txt
with_grade=$out
run calc easi "${easi[@]}" lower_limbs_area_percent=33
same 'a percentage stands for its grade' "$with_grade" "$out"
run calc easi "${easi[@]/#head/easi_head}" easi_lower_limbs_area=3
same 'keys may have the prefix' "$with_grade" "$out"
run calc easi "${easi[@]}" lower_limbs_area=3 --bands chopra2017
has 'another scheme, without its underscore' 'scheme chopra_2017' "$out"

run calc easi "${easi[@]}" lower_limbs_area=3 --baseline 28.4
golden 'the change and every verdict' calc_easi_change.txt

run calc poem itch=4 sleep=3 weeping=2 cracking=2 flaking=3 dryness=4
has 'a blank by the rule is imputed' 'Score   18 (0 to 28, higher is worse), imputed' "$out"
has 'and named' 'bleeding is blank and counted as 0' "$out"
run calc poem itch=4 sleep=
has 'beyond the rule there is no score' 'Score   none' "$out"
same 'which the exit code says, too' 1 "$code"

run calc scorad extent=7,5 erythema=1 edema_papulation=1 oozing_crusting=1 excoriation=1 lichenification=1 dryness=1 pruritus=1 sleep_loss=1
has 'a decimal comma' 'write a decimal point: 7.5' "$out"
run calc dlqi q1=3 q2=2 q3=1 q4=not_relevant q5=1 q6=0 q7_prevented=no q7_problem=2 q8=1 q9=0 q10=2
has 'words, and parts of a question' 'highest of (q7 prevented 0, q7 problem 2)' "$out"
run calc easi trunk_area=0 trunk_area_percent=20 age_years=900
has 'a nonsense age' 'age_years is "900" (allowed: 0 to 130 years)' "$(printf '%s' "$out" | tr -s ' \n' ' ')"
has 'a grade and a percentage that disagree' 'trunk_area_percent "20" is grade 2' "$(printf '%s' "$out" | tr -s ' \n' ' ')"
run calc viga_ad grade=1 --baseline 3
has 'vIGA-AD 0/1 with two grades' 'improved' "$out"

run calc easi "${easi[@]}" lower_limbs_area=3 --baseline 28.4 --format json
same 'the same as data' '19.2 ok moderate leshem_2015 9.6 -9.2 yes' \
    "$(as_data '[d["score"], d["status"], d["band"]["id"], d["band"]["scheme"], d["domains"][3]["contribution"], d["change"]["change"]]
        + [each["response"] for each in d["change"]["judgements"] if each["id"] == "non_response_kada_2019"]')"

# Whatever the bytes of a value: the JSON is valid and UTF-8.
run calc poem itch=$'\xff' sleep=1 --format json
same 'a byte that is no UTF-8 does not stop calc' 1 "$code"
same 'and is replaced in the note' true "$(as_data '"\ufffd" in d["note"] and "poem_itch" not in d["title"]')"

refused() { # WHAT NEEDLE ARGUMENTS...
    local what=$1 needle=$2
    shift 2
    run "$@"
    same "$what: exit code" 2 "$code"
    has "$what" "$needle" "$err"
    same "$what: nothing on standard output" '' "$out"
}
refused 'an unknown id' "the nearest is 'poem'" calc peom itch=1
refused 'an unknown key' "the nearest is 'trunk_area'" calc easi trunk_aera=1
refused 'no value' 'write key=value' calc poem itch
refused 'a key twice' 'given twice' calc poem itch=1 poem_itch=2
refused 'an unknown scheme' "the nearest is 'charman_2013'" calc poem itch=1 --bands charmin2013
refused 'a baseline out of range' 'outside the range of poem, 0 to 28' calc poem itch=1 --baseline 29
refused 'a baseline with a comma' 'decimal point' calc poem itch=1 --baseline 7,5
refused 'no values without a terminal' 'key=value' calc poem
refused 'an unknown format' 'text or json' calc poem itch=1 --format xml
run calc easi age_years=34 --baseline 7.03
has 'a baseline that no EASI can have' 'was it rounded?' "$err"
finish
