#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# eczscore list: every instrument, in every format.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

run list
same 'list ends well' 0 "$code"
same 'a pipe gets CSV' 'id,title,respondent,min,max,direction,rights' "${out%%$'\n'*}"
for id in easi scorad oscorad viga_ad iga_bsa hecsi poem dlqi dlqi_r pp_nrs sd_nrs scorad_sleep_vas; do
    has "lists $id" $'\n'"$id," "$out"
done
count=$(printf '%s\n' "$out" | wc -l)

run list --format table
has 'a table names its columns' 'answered by' "$out"
same 'a table has a line per instrument' "$count" "$(printf '%s\n' "$out" | wc -l)"
run list --format ndjson
same 'ndjson has a line per instrument' "$((count - 1))" "$(printf '%s\n' "$out" | wc -l)"
run list --format json
same 'json ends well' 0 "$code"
same 'json has the keys of the contract' 'id title respondent min max direction rights' "$(as_data 'list(d[0])')"
same 'json gives numbers' '0 72' "$(as_data '[d[0]["min"], d[0]["max"]]')"
same 'json has all' "$((count - 1))" "$(as_data 'len(d)')"

run list --format xml
same 'an unknown format is a usage error' 2 "$code"
has 'and names the formats' 'json, ndjson, table' "$err"
finish
