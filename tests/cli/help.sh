#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Help, version, man page and completions: they agree with each other, and errors help.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"
needs groff groff-base
needs zsh zsh
needs fish fish
root=$(cd -- "$here/../.." && pwd)

run --version
same 'the version' "eczscore $(sed -n 's/.*library_version = "\([^"]*\)".*/\1/p' "$root/include/eczscore/core/version.hpp")" "$out"
run --help
same 'help ends well' 0 "$code"
has 'help has examples' 'Examples:' "$out"
same 'help fits a terminal' 0 "$(printf '%s\n' "$out" | awk 'length > 80' | wc -l)"
for part in list describe sources calc score change check convert; do
    has "help names $part" "  $part " "$out"
    run "$part" --help
    same "$part --help ends well" 0 "$code"
    same "$part --help fits a terminal" 0 "$(printf '%s\n' "$out" | awk 'length > 80' | wc -l)"
    for option in $(printf '%s\n' "$out" | grep -o -- ' --[a-z-]*\|,--[a-z-]*' | tr -d ' ,' | sort -u); do
        name=${option#--}
        grep -q -- "${name//-/\\\\-}" "$root/src/cli/eczscore.1" || failed "the man page lacks $option of $part"
        [ "$name" = help ] && continue
        grep -q -- "$option" "$root/src/cli/completions/eczscore.bash" || failed "bash completion lacks $option"
        grep -q -- "$option" "$root/src/cli/completions/_eczscore" || failed "zsh completion lacks $option"
        grep -q -- "-l $name " "$root/src/cli/completions/eczscore.fish" || failed "fish completion lacks $option"
    done
    run --help
done

run
same 'nothing said is a usage error' 2 "$code"
run scor easi
has 'an unknown subcommand' "the nearest is 'score'" "$err"
same 'is a usage error' 2 "$code"
run score easi --formt csv
has 'an unknown option' "the nearest is '--format'" "$err"
same 'is a usage error too' 2 "$code"

# A closed pipe ends quietly, with everything said in standard error being nothing.
"$program" describe easi --format json 2>"$work/err" | head -n 1 >/dev/null
codes="${PIPESTATUS[*]}"
same 'a closed pipe is no failure' '0 0' "$codes"
same 'and says nothing' '' "$(cat "$work/err")"
"$program" describe easi >/dev/full 2>"$work/err"
same 'a full disk is one' 4 $?
has 'and says so' 'No space left' "$(cat "$work/err")"

same 'the man page has no faults' '' "$(LC_ALL=C.UTF-8 groff -man -ww -z -Tutf8 "$root/src/cli/eczscore.1" 2>&1)"
bash -n "$root/src/cli/completions/eczscore.bash" || failed 'bash completion does not parse'
zsh -n "$root/src/cli/completions/_eczscore" || failed 'zsh completion does not parse'
fish --no-execute "$root/src/cli/completions/eczscore.fish" || failed 'fish completion does not parse'
PATH=$(dirname -- "$program"):$PATH fish --no-config -c "source '$root/src/cli/completions/eczscore.fish'; complete -C 'eczscore describe po'" >"$work/fish" 2>&1
has 'fish completes ids' poem "$(cat "$work/fish")"

complete_bash() { # WORDS...: what bash would offer for the last word
    bash -c '
        source "$1"; shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt() { :; }
        _eczscore; printf "%s " "${COMPREPLY[@]}"' _ "$root/src/cli/completions/eczscore.bash" "$@"
}
same 'bash completes subcommands' 'score ' "$(complete_bash "$program" sc)"
same 'bash completes ids' 'poem ' "$(complete_bash "$program" describe poe)"
same 'bash completes ids after a comma' 'easi,poem ' "$(complete_bash "$program" score easi,poe)"
same 'bash completes keys' 'sleep= ' "$(complete_bash "$program" calc poem sl)"
same 'bash completes kinds' 'tewl tewl_auc_strips ' "$(complete_bash "$program" convert 1 g to g --kind tew)"
same 'bash completes checks' 'impossible_jump ' "$(complete_bash "$program" check trial.csv --off imp)"
same 'bash completes formats' 'ndjson ' "$(complete_bash "$program" score poem --format nd)"
finish
