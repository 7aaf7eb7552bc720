#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# The scoring path must build without exceptions and without run-time types, on g++ and clang, and
# for WebAssembly: it includes every header of the scoring rooms and compiles each to code.
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
attempt "clang++-19 without exceptions and run-time types" clang++-19
attempt "clang++-19 for wasm32-wasi" clang++-19 --target=wasm32-wasi
exit "$failed"
