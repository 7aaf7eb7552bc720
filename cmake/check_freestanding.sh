#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# The scoring path must build without exceptions and without run-time types, on g++ and clang, and
# for WebAssembly: every header of the scoring rooms, and a function that scores and explains with
# every instrument of the registry. So must the sentence about a score, its working and the
# description of an instrument as text and JSON. None of that code may call the heap or carry the
# tables of floating std::to_chars, and its WebAssembly module may import nothing.
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
for header in describe_markdown explanation explanation_json note; do
    echo "#include <eczscore/report/$header.hpp>" >>"$source"
done
cat >>"$source" <<'CODE'
extern "C" {
#ifdef __wasm__
unsigned long __stack_chk_guard = 1;  // the packaged builtins ask for these
void __stack_chk_fail() { __builtin_trap(); }
#define EXPORTED(name) __attribute__((export_name(name)))
#else
#define EXPORTED(name)
#endif
using namespace eczscore;
EXPORTED("sentence")
std::size_t sentence(std::size_t which, const Answer* answers, std::size_t count, char* memory,
                     std::size_t room) {
    TextOut out(memory, room);
    const Instrument& instrument = *registry[which];
    report::note(out, instrument, score(instrument, {answers, count}),
                 {.answers = {answers, count}});
    return out.length();
}
EXPORTED("working")
std::size_t working(std::size_t which, const Answer* answers, std::size_t count, char* memory,
                    std::size_t room) {
    TextOut out(memory, room);
    const Explanation worked = explain(*registry[which], {answers, count});
    report::explanation_text(out, worked, "");
    report::json_document(out, [&](report::JsonOut& json) {
        json.array([&] {
            report::explanation_json(json, worked, "");
            report::describe_json(json, *registry[which]);
        });
    });
    report::describe_text(out, *registry[which]);
    report::describe_markdown(out, *registry[which]);
    return out.length();
}
}
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
if [ "$failed" = 0 ] && heap=$(nm -uC "$work/out.o" | grep -E 'operator new|malloc|__cxa_|to_chars'); then
    printf 'failed: the scoring path calls the heap, throws or carries tables:\n%s\n' "$heap"
    failed=1
fi
attempt "clang++-19 without exceptions and run-time types" clang++-19
attempt "clang++-19 for wasm32-wasi" clang++-19 --target=wasm32-wasi
if [ "$failed" = 0 ]; then
    clang++-19 --target=wasm32-wasi -nostartfiles -Wl,--no-entry "$work/out.o" -o "$work/out.wasm"
    if llvm-objdump-19 -h "$work/out.wasm" | grep -w IMPORT; then
        echo "failed: the module imports something"
        failed=1
    else
        echo "ok: the module imports nothing ($(wc -c <"$work/out.wasm") bytes)"
    fi
fi
exit "$failed"
