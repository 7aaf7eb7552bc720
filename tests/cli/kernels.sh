#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# The level of the processor that a test may ask for changes the speed and nothing else.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"
unset ECZSCORE_TEST_KERNELS
run score easi,scorad,poem "$data/synthetic_trial.csv"
scored=$out
levels=0
for level in baseline avx2 avx512; do
    ECZSCORE_TEST_KERNELS=$level run score easi,scorad,poem "$data/synthetic_trial.csv"
    [ "$code" -eq 0 ] || { has "$level refused" "not on this processor, or not built" "$err"; continue; }
    levels=$((levels + 1))
    [ "$out" = "$scored" ] || failed "$level scores as the best level does"
done
[ "$levels" -gt 0 ] || failed "at least the baseline is there"
ECZSCORE_TEST_KERNELS=mmx run score poem "$data/synthetic_trial.csv"
same "an unknown level is refused" 2 "$code"
has "an unknown level is named" "ECZSCORE_TEST_KERNELS=mmx: choose baseline, avx2 or avx512" "$err"
finish
