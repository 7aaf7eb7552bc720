#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# What differs on a terminal: colour, tables, questions. Needs `script` to make one.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"
needs script bsdutils
script -qec true /dev/null >/dev/null 2>&1 || { echo 'script makes no terminal here: /dev/pts is needed'; exit 1; }
export TERM=xterm COLUMNS=80
unset NO_COLOR
escape=$(printf '\033')

# tty COMMAND: runs a shell command with a terminal as input and output.
tty() { script -qec "$1" /dev/null 2>/dev/null | tr -d '\r'; }
printf '%q' "$program" >"$work/name"
quoted=$(cat "$work/name")

text=$(tty "$quoted calc viga_ad grade=2")
has 'colour on a terminal' "${escape}[1m" "$text"
text=$(tty "NO_COLOR=1 $quoted calc viga_ad grade=2")
lacks 'none with NO_COLOR' "$escape" "$text"
text=$(tty "TERM=dumb $quoted calc viga_ad grade=2")
lacks 'none on a dumb terminal' "$escape" "$text"
text=$(tty "$quoted --color never calc viga_ad grade=2")
lacks 'none with --color never' "$escape" "$text"
text=$("$program" --color always calc viga_ad grade=2)
has 'always with --color always' "${escape}[1m" "$text"
run calc viga_ad grade=2
lacks 'none in a pipe' "$escape" "$out"

text=$(tty "$quoted list")
has 'a table on a terminal' 'answered by' "$text"
lacks 'no CSV there' 'id,title' "$text"

# What a cell holds is shown, not obeyed: in CSV, too, where a file keeps the bytes.
items=poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness
printf 'subject,visit,%s\n\033]0;x\a\302\233,b,1,1,1,1,1,1,1\n\033]0;x\a\302\233,w,1,1,1,1,1,1,1\n' $items >"$work/t.csv"
for format in csv tsv table json ndjson; do
    for command in "score poem $work/t.csv" "change $work/t.csv --instrument poem --baseline b --at w"; do
        text=$(tty "$quoted $command --format $format")
        has "$command, $format: there is something" '0;x' "$text"
        lacks "$command, $format: no escape" "$escape]" "$text"
        lacks "$command, $format: no bell" $'\a' "$text"
        lacks "$command, $format: no C1" $'\302\233' "$text"
    done
done

# Typed: a value that is not allowed, the question mark, the value, blanks for the rest.
answers=$work/answers
printf '7\n?\n4\n3\n\n2\n2\n3\n4\n' >"$answers"
text=$(script -qec "$quoted calc poem" /dev/null <"$answers" 2>/dev/null | tr -d '\r')
has 'it shows what is allowed' '0, 1, 2, 3 or 4' "$text"
has 'it refuses what is not' 'not allowed: 7' "$text"
has 'it explains' 'Enter alone leaves it blank' "$text"
has 'it scores what was typed' 'Score   18' "$text"
has 'a blank is missing' 'imputed' "$text"
finish
