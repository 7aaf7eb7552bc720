#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# check_hardening.sh BUILD_DIR: reads the release program and its objects and fails where a
# protection of cmake/flags.cmake (eczscore_harden) is not there.
set -euo pipefail
build=${1:?usage: check_hardening.sh BUILD_DIR}
program=$build/bin/eczscore
[ -x "$program" ] || { echo "no program $program: build it first" >&2; exit 1; }
bad=0
need() { # WHAT, TEXT, PATTERN
    grep -qE "$3" <<<"$2" || { echo "$program: $1 is missing" >&2; bad=1; }
}
segments=$(readelf -W --program-headers --file-header "$program")
dynamic=$(readelf -W --dynamic "$program")
need "a position-independent program" "$segments" 'Type: +DYN'
need "a stack that cannot be executed" "$segments" 'GNU_STACK .* RW +0x'
need "read-only relocations" "$segments" 'GNU_RELRO'
need "binding at the start" "$dynamic" 'BIND_NOW|Flags: .*NOW'

# The program carries the mark of control flow protection only where libc has it, too; our objects
# always do.
mapfile -t objects < <(find "$build/src" -name '*.o' | sort)
[ ${#objects[@]} -gt 0 ] || { echo "no objects under $build/src" >&2; exit 1; }
case $(uname -m) in
    x86_64 | amd64)
        for object in "${objects[@]}"; do
            readelf -n "$object" 2>/dev/null | grep -q 'IBT, SHSTK' ||
                { echo "$object: no control flow protection" >&2; bad=1; }
        done
        ;;
esac
calls=$(nm -u "${objects[@]}")
need "the stack protector" "$calls" '__stack_chk_fail'
need "a fortified call of libc" "$calls" '__[a-z]+_chk$'
need "the assertions of the library" "$calls" '__glibcxx_assert_fail'
[ "$bad" = 0 ] && echo "$program and ${#objects[@]} objects: protected"
exit "$bad"
