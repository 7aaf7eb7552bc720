#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# The whole synthetic trial, every instrument it has, against an independent scorer in awk; and the
# same bytes whatever the number of threads.
set -euo pipefail
here=$(cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
table=$ECZSCORE_TEST_DATA/synthetic_trial.csv
ids=easi,easi_half_from_zero,scorad,oscorad,viga_ad,poem,dlqi,dlqi_r,pp_nrs,sd_nrs,scorad_sleep_vas

# Notes are sentences for people: the statuses are compared, the notes are left out.
"$ECZSCORE_BIN" score "$ids" "$table" --select subject,visit --format tsv |
    awk 'BEGIN { FS = "\t"; OFS = "," }
         NR == 1 { for (i = 1; i <= NF; i++) note[i] = $i ~ /_note$/; next }
         { line = $1; for (i = 2; i <= NF; i++) if (!note[i]) line = line "," $i; print line }' \
        > "$work/ours.csv"
awk -f "$here/score/trial.awk" "$table" > "$work/theirs.csv"
if ! cmp "$work/ours.csv" "$work/theirs.csv"; then
    diff "$work/ours.csv" "$work/theirs.csv" | head -20
    exit 1
fi
rows=$(wc -l < "$work/ours.csv")
[ "$rows" -eq 1851 ] || { echo "$rows rows instead of 1851"; exit 1; }

# A note exactly where the status is not ok (the trial has no odd but valid rows).
"$ECZSCORE_BIN" score easi,poem,dlqi "$table" --select '' --format ndjson |
    awk '{ bad += /"poem_status":"ok","poem_note":"/ || /"poem_status":"(missing|imputed)","poem_note":null/ }
         END { if (bad) { print bad " notes out of place"; exit 1 } }'

# A table of several blocks: thirty trials under one header.
{
    cat "$table"
    for _ in $(seq 30); do tail -n +2 "$table"; done
} > "$work/long.csv"
for format in csv json; do
    for threads in 1 2 3; do
        "$ECZSCORE_BIN" score "$ids" "$work/long.csv" --format $format --threads $threads \
            > "$work/threads_$threads"
    done
    cmp "$work/threads_1" "$work/threads_2"
    cmp "$work/threads_1" "$work/threads_3"
done
