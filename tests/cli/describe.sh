#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# eczscore describe: the keys of the contract in JSON, a page for people, nearest ids.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

run describe poem
same 'describe ends well' 0 "$code"
golden 'describe poem is as it was' describe_poem.txt
wide=$(printf '%s\n' "$out" | awk 'length > 80' | wc -l)
same 'no line is wider than 80' 0 "$wide"

run describe dlqi
has 'says how sources were seen' 'how it was seen:' "$out"
has 'says what is allowed' 'yes (3), no (0) or not_relevant' "$out"
has 'has the rights' 'Cardiff University' "$out"
run describe pp_nrs
has 'says unverified where it is' 'unverified' "$out"
run describe hecsi
has 'documents the percentage' 'fingertips_extent_percent' "$out"

run describe easi --format json
same 'the keys of the contract, in its order' \
    'id title version respondent recall direction min max missing_rule rights items outputs bandings thresholds sources' \
    "$(as_data 'list(d)')"
same 'the items of the contract, in its order' \
    'age_years head_neck_erythema head_neck_edema_papulation head_neck_excoriation head_neck_lichenification head_neck_area' \
    "$(as_data '[item["key"] for item in d["items"][:6]]')"
same 'levels' '0 1 1.5 2 2.5 3' "$(as_data 'd["items"][1]["levels"]')"
same 'default bands' 'clear almost_clear mild moderate severe very_severe' \
    "$(as_data '[band["id"] for scheme in d["bandings"] if scheme["default"] for band in scheme["bands"]]')"
same 'a threshold' 'mcid 6.6 points schram_2012' \
    "$(as_data '[each[key] for each in d["thresholds"] if each["id"] == "mcid_schram_2012" for key in ("kind", "value", "unit", "source")]')"
same 'outputs' 'easi_score easi_band easi_status easi_note easi_head_neck easi_upper_limbs easi_trunk easi_lower_limbs' \
    "$(as_data 'd["outputs"]')"
run list --format json
for id in $(as_data '[each["id"] for each in d]'); do
    run describe "$id" --format json
    same "every band scheme of $id has its source" true \
        "$(as_data 'all(scheme["source"] is not None for scheme in d["bandings"])')"
done

run describe easy
same 'an unknown id is a usage error' 2 "$code"
has 'and the nearest is named' "the nearest is 'easi'" "$err"
same 'nothing on standard output' '' "$out"
finish
