#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# With hardly any memory a command ends with a message and an exit code, never by a crash: from the
# least in which the program starts upwards, where the runtime has no memory for an exception either.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

# with_memory KB ARGUMENTS...: as run, with so much address space
with_memory() {
    local most=$1
    shift
    code=$( (ulimit -c 0; ulimit -v "$most"; "$program" "$@") >"$work/out" 2>"$work/err" </dev/null; echo $?)
    err=$(cat "$work/err")
}

run list
same 'without a limit' 0 "$code"
with_memory 262144 list
if [ "$code" -ne 0 ] && [ "${ECZSCORE_INSTRUMENTED:-OFF}" = ON ]; then
    echo 'a sanitizer takes more address space than there is: no limit is tried'
    finish
fi
same 'with 256 MB' 0 "$code"
command=(score poem "$data/synthetic_trial.csv" --threads 7)
# The loader and the kernel end a program that they cannot start with these.
starts() { case $code in 126 | 127 | 137 | 139) return 1 ;; esac }
low=1024 high=262144
while [ $((high - low)) -gt 8 ]; do
    middle=$(((low + high) / 2))
    with_memory $middle "${command[@]}"
    if starts; then high=$middle; else low=$middle; fi
done
said=0
for ((step = 0; step < 40; ++step)); do
    size=$((high + 8 * step))
    with_memory $size "${command[@]}"
    case $code in
        0) ;;
        3) has "$size KB: that memory is what is wanting" 'no memory' "$err" ;;
        4) has "$size KB: that memory is what is wanting" 'no memory left' "$err"; said=$((said + 1)) ;;
        *) failed "$size KB" "exit $code" "$err" ;;
    esac
done
[ "$said" -gt 0 ] || failed 'some limit leaves no memory' "from $high KB on none did"
finish
