#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# eczscore sources: the bibliography in every format, and one source by its key.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

run sources --format csv
same 'csv ends well' 0 "$code"
same 'csv names its columns' 'id,citation,doi,pmid,verified,cited_by' "${out%%$'\n'*}"
count=$(($(printf '%s\n' "$out" | wc -l) - 1))
[ "$count" -gt 200 ] || failed 'there are more than 200 sources' "found: $count"

run sources --format json
same 'json ends well' 0 "$code"
same 'json has as many, with the same keys' "$count id,citation,doi,pmid,verified,cited_by" \
    "$(printf '%s' "$out" | python3 -c '
import json, sys
rows = json.load(sys.stdin)
print(len(rows), ",".join(rows[0]))')"

run sources --format bibtex
same 'bibtex has as many entries' "$count" "$(printf '%s\n' "$out" | grep -c '^@misc{')"

run sources leshem_2015
same 'one source ends well' 0 "$code"
same 'and starts with its key' leshem_2015 "${out%%$'\n'*}"
has 'and has its DOI' 'doi:10.1111/bjd.13662' "$out"
has 'and how it was seen' 'how it was seen: ' "$out"
has 'and who cites it' 'cited by: easi' "$out"
run sources leshem_2015 --format json
has 'as data' '"doi": "10.1111/bjd.13662"' "$out"

run sources leshem_2051
same 'an unknown key is a usage error' 2 "$code"
has 'and names the nearest' "the nearest is 'leshem_2015'" "$err"
run sources --format xml
same 'an unknown format is a usage error' 2 "$code"
has 'and names the formats' 'text, json, csv, bibtex or markdown' "$err"
finish
