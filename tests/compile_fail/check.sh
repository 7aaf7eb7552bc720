#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# check.sh COMPILER CASE.cpp INCLUDE_DIR: the case must compile with -DECZSCORE_OK and fail without.
#
# A case's comment lines "// expect: words" name the words that the compiler must print when the
# wrong half is compiled; every such line must be found. A line "// flags: ..." adds flags to the
# wrong half. That the right half compiles shows that the
# failure comes from the mistake under test and not from a slip in the case.
set -u
compiler=$1 case=$2 include=$3
flags=(-std=c++20 -fsyntax-only "-I$include" "-I$(dirname -- "$case")")

expected=$(sed -n 's|^// expect: *||p' "$case")
if [ -z "$expected" ]; then
    echo "$case: no line '// expect: words'; say which words the compiler must print" >&2
    exit 1
fi
if ! output=$("$compiler" "${flags[@]}" -DECZSCORE_OK "$case" 2>&1); then
    printf '%s\n' "$output" "$case: the valid half (-DECZSCORE_OK) must compile, and does not" >&2
    exit 1
fi
read -ra wrong < <(sed -n 's|^// flags: *||p' "$case") || true
if output=$("$compiler" "${flags[@]}" "${wrong[@]}" "$case" 2>&1); then
    echo "$case: compiles without ECZSCORE_OK, but must be refused with: $expected" >&2
    exit 1
fi
while IFS= read -r words; do
    if ! grep -qF -- "$words" <<<"$output"; then
        printf '%s\n' "$output" "$case: refused, but without the words: $words" >&2
        exit 1
    fi
done <<<"$expected"
echo "$case: refused as expected: $expected"
