#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# The scoring path must build without exceptions and without run-time types, on g++ and clang, and
# for WebAssembly: every header of the scoring rooms, and a function that scores and explains with
# every instrument of the registry. Its code may not call the heap.
set -euo pipefail
cd -- "$(dirname -- "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
source=$work/scoring.cpp
(
    cd include
    for room in core units model score instruments instruments.hpp; do
        [ ! -e "eczscore/$room" ] || find "eczscore/$room" -name '*.hpp'
    done
) | LC_ALL=C sort | sed 's/.*/#include <&>/' >"$source"
[ -s "$source" ] || { echo "no scoring headers found" >&2; exit 1; }
cat >>"$source" <<'CODE'
double every_score(const eczscore::Answer* answers, std::size_t count) {
    double sum = 0;
    for (const eczscore::Instrument* instrument : eczscore::registry) {
        const auto explained = eczscore::explain(*instrument, {answers, count});
        const auto score = eczscore::score(*instrument, {answers, count});
        if (explained.band != nullptr && score.is_scored()) sum += score.to_double();
    }
    return sum;
}
CODE
flags=(-std=c++20 -O2 -Wall -Wextra -Werror -fno-exceptions -fno-rtti -Iinclude -c "$source")
failed=0
attempt() {
    local name=$1
    shift
    if "$@" "${flags[@]}" -o "$work/out.o"; then
        echo "ok: $name ($(wc -c <"$work/out.o") bytes of object)"
    else
        echo "failed: $name"
        failed=1
    fi
}
attempt "g++ without exceptions and run-time types" g++
if [ "$failed" = 0 ] && heap=$(nm -uC "$work/out.o" | grep -E 'operator new|malloc|__cxa_'); then
    printf 'failed: the scoring path calls the heap or throws:\n%s\n' "$heap"
    failed=1
fi
attempt "clang++-19 without exceptions and run-time types" clang++-19
attempt "clang++-19 for wasm32-wasi" clang++-19 --target=wasm32-wasi
exit "$failed"
