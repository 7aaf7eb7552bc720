#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# check_kernel_symbols.sh BUILD_DIR: objects built for AVX2 or AVX-512 may define no weak or unique
# symbol, or the linker might keep that copy for every processor and the program would stop on an
# older one with an illegal instruction.
set -euo pipefail
objects=$(find "${1:?usage: check_kernel_symbols.sh BUILD_DIR}" -name '*_avx2.cpp.o' -o -name '*_avx512.cpp.o' | sort)
if [ -z "$objects" ]; then
    case $(uname -m) in
        x86_64|amd64) echo "no kernel objects under $1: build it first" >&2; exit 1 ;;
        *) echo "no vector kernels on $(uname -m): nothing to check"; exit 0 ;;
    esac
fi
bad=0
while IFS= read -r object; do
    if weak=$(nm -C --defined-only "$object" | grep -E ' [WVu] ' | grep -v ' DW.ref.__gxx_personality_v0$'); then
        printf '%s defines symbols that may replace those of other objects:\n%s\n' "$object" "$weak"
        bad=1
    fi
done <<<"$objects"
[ "$bad" = 0 ] || echo "put what they come from in an unnamed namespace, or mark it always_inline"
echo "$(wc -l <<<"$objects") objects checked"
exit "$bad"
