#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# `score --threads`: every number of threads and every size of a block writes the same bytes, and a
# closed pipe, a full disk or a bad row ends all of them.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"
trial=$data/synthetic_trial.csv

# A table of several blocks of the usual size: six trials under one header, 2.4 MB.
{
    cat "$trial"
    for _ in 1 2 3 4 5; do tail -n +2 "$trial"; done
} >"$work/long.csv"

# score THREADS BLOCK_BYTES FILE ARGUMENTS...: like run, and never for more than a minute.
score() {
    ECZSCORE_TEST_BLOCK_BYTES=$2 timeout 60 "$program" score "${ids:-easi,poem,dlqi}" "$3" \
        --threads "$1" "${@:4}" >"$work/out" 2>"$work/err" </dev/null
    code=$?
    err=$(cat "$work/err")
}

# The same bytes.
for format in csv tsv json ndjson table; do
    score 1 0 "$trial" --format "$format"
    cp "$work/out" "$work/alone"
    for threads in 2 3 8; do
        for block in 1 3000 30000; do
            score "$threads" "$block" "$trial" --format "$format"
            cmp "$work/alone" "$work/out" || failed "$format, $threads threads, blocks of $block"
        done
    done
done

# The sentence of a row speaks of that row, in any order of rows: three subjects with the same
# missing answer, of whom only A has an age to quote.
head=subject,age_years
blank=''
for region in head_neck upper_limbs trunk lower_limbs; do
    for sign in erythema edema_papulation excoriation lichenification area; do
        head=$head,easi_${region}_$sign
        blank=$blank,1
    done
done
blank=${blank%,1},
a=A,30.123456789$blank
b=B,41$blank
c=C,7$blank
missing='easi_lower_limbs_area is blank; needed: every area, and every sign of an involved region'
rounded='; age_years is ""30.123456789"", rounded to six decimal places'
for order in "$a $b $c" "$c $b $a" "$b $a $c"; do
    # shellcheck disable=SC2086  # rows are words
    printf '%s\n' "$head" $order >"$work/three.csv"
    ids=easi score 1 0 "$work/three.csv" --select subject
    for row in A B C; do
        sentence=$missing
        [ "$row" = A ] && sentence=$missing$rounded
        has "the note of $row in $order" "$row,,,missing,\"$sentence.\",,,," "$(cat "$work/out")"
    done
done

# The reader of the pipe goes away after a line: a quiet end, exit code 0.
for threads in 1 2 2 2 2 3 4 5 6 7 8; do
    timeout 60 "$program" score easi "$work/long.csv" --threads "$threads" 2>"$work/err" |
        head -n 1 >"$work/out"
    same "closed pipe, $threads threads" 0 "${PIPESTATUS[0]}"
    same "closed pipe, $threads threads, says nothing" '' "$(cat "$work/err")"
done

# A full disk.
for threads in 1 2 3 8; do
    timeout 60 "$program" score easi "$work/long.csv" --threads "$threads" >/dev/full 2>"$work/err"
    same "full disk, $threads threads" 4 "$?"
    has "full disk, $threads threads" 'No space left on device' "$(cat "$work/err")"
done

# A row of the wrong length: all rows before it come out, then the error, whoever met it.
{
    cat "$trial"
    echo 1,2,3
    tail -n +2 "$trial"
} >"$work/ragged.csv"
score 1 0 "$trial"
cp "$work/out" "$work/alone"
for threads in 1 2 3 8; do
    for block in 3000 30000 0; do
        score "$threads" "$block" "$work/ragged.csv"
        what="bad row, $threads threads, blocks of $block"
        same "$what" 3 "$code"
        cmp "$work/alone" "$work/out" || failed "$what"
        has "$what" ":$(($(wc -l <"$trial") + 1)):6: 3 cells in this row" "$err"
    done
done

finish
