#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Where a command writes: never onto an input, and the old file stays until the new one is complete.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"
trial=$data/synthetic_trial.csv
cd "$work" || exit 1

cp "$trial" trial.csv
printf 'x,tewl_mg_cm2_h\n1,1.2\n' >tewl.csv
printf 'instrument,sum,score\npromis_sd_4a,15,61.5\n' >licensed.csv
printf '# nothing\n' >map.txt
declare -A commands=(
    [score]='score poem trial.csv'
    [change]='change trial.csv --instrument easi --baseline baseline --at week_16'
    [summary]='change trial.csv --instrument easi --baseline baseline --at week_16 --by arm --summary'
    [check]='check trial.csv'
)
words() { read -r -a arguments <<<"${commands[$1]}"; }

# --- An output that is an input ----------------------------------------------------------------
ln -s trial.csv soft.csv
ln trial.csv hard.csv
ln -s /dev/stdout standard_output
refused() { # WHAT
    same "$1: exit" 2 "$code"
    has "$1: says so" 'is also the input' "$(cat err)"
    cmp -s "$trial" trial.csv || failed "$1: the input is gone"
}
for command in "${!commands[@]}"; do
    words "$command"
    for name in trial.csv ./trial.csv "$PWD/trial.csv" soft.csv hard.csv; do
        "$program" "${arguments[@]}" -o "$name" >out 2>err </dev/null
        code=$?
        refused "$command onto $name"
    done
    for name in - /dev/stdout /dev/fd/1 standard_output; do
        "$program" "${arguments[@]}" -o "$name" >>trial.csv 2>err </dev/null
        code=$?
        refused "$command appended to its input by way of $name"
    done
    "$program" "${arguments[@]/trial.csv/-}" -o trial.csv >out 2>err <trial.csv
    code=$?
    refused "$command onto standard input"
done
for command in score change check; do
    words "$command"
    "$program" "${arguments[@]}" --map-file map.txt -o map.txt >out 2>err </dev/null
    code=$?
    refused "$command onto the map"
    same "$command: the map is there" '# nothing' "$(cat map.txt)"
done
for command in score change; do
    words "$command"
    "$program" "${arguments[@]}" --table licensed.csv -o licensed.csv >out 2>err </dev/null
    code=$?
    refused "$command onto the licensed table"
    has "$command: the licensed table is there" 'promis_sd_4a,15,61.5' "$(cat licensed.csv)"
done
appended() { # WHAT FILE ARGUMENTS...
    local what=$1 file=$2
    shift 2
    cp "$file" before
    "$program" "$@" >>"$file" 2>err </dev/null
    same "$what: exit" 2 $?
    has "$what: says so" 'standard output is also the input' "$(cat err)"
    cmp -s before "$file" || failed "$what: the input has changed"
}
appended 'convert appended to its table' tewl.csv convert --table tewl.csv --column tewl_mg_cm2_h --kind tewl
appended 'calc appended to its table' licensed.csv calc poem itch=1 --table licensed.csv

# --- A file is replaced when it is complete ----------------------------------------------------
nothing_left() { # WHAT
    local left
    left=$(find . -name '*.part*')
    [ -z "$left" ] || failed "$1: a temporary file is left" "$left"
}
for command in "${!commands[@]}"; do
    words "$command"
    "$program" "${arguments[@]}" --format csv >expected 2>err
    for old in '' old; do
        rm -f new.csv
        [ -z "$old" ] || echo "$old" >new.csv
        run "${arguments[@]}" -o new.csv
        same "$command -o: exit" 0 "$code"
        cmp -s expected new.csv || failed "$command -o new.csv differs from standard output"
    done
    echo old >new.csv
    head -c 30000 trial.csv >broken.csv
    printf '\n1,2,3\n' >>broken.csv
    run "${arguments[@]/trial.csv/broken.csv}" -o new.csv
    same "$command, an input that breaks off: exit" 3 "$code"
    same "$command, an input that breaks off: the old file" old "$(cat new.csv)"
    run "${arguments[@]/trial.csv/broken.csv}" -o other.csv
    [ ! -e other.csv ] || failed "$command, an input that breaks off: a file that is not complete"
    err=$( (ulimit -f 0; exec "$program" "${arguments[@]}" -o new.csv) 2>&1)
    same "$command, no room: exit" 4 $?
    has "$command, no room: names the file" 'new.csv: cannot write' "$err"
    has "$command, no room: the old file" 'new.csv was not written; the old file is as it was' "$err"
    same "$command, no room" old "$(cat new.csv)"
    "$program" "${arguments[@]}" >/dev/full 2>err
    same "$command, full disk: exit" 4 $?
    has "$command, full disk: says so" 'standard output: cannot write: No space left' "$(cat err)"
    has "$command, full disk: what is there" 'standard output is incomplete' "$(cat err)"
    "$program" "${arguments[@]}" -o /dev/full >out 2>err
    same "$command -o /dev/full: exit" 4 $?
    has "$command -o /dev/full: names it" '/dev/full: cannot write' "$(cat err)"
    run "${arguments[@]}" -o nowhere/new.csv
    same "$command, no folder: exit" 4 "$code"
    has "$command, no folder: names it" 'nowhere/new.csv: cannot write' "$err"
    run "${arguments[@]}" -o .
    same "$command, a folder: exit" 4 "$code"
    nothing_left "$command"
done
run score poem broken.csv
has 'rows before the error are not all' 'standard output is incomplete' "$err"
run score poem broken.csv -o other.csv
has 'a file that was not there' 'other.csv was not written' "$err"
lacks 'and has no old one' 'old file' "$err"
for arguments in 'list' 'list --format json' 'describe easi' 'convert --list' 'check --list' 'check --list --format csv' \
    'calc viga_ad grade=2' 'convert 1 mg/cm2/h to g/m2/h' --help --version \
    'convert --table tewl.csv --column tewl_mg_cm2_h --kind tewl'; do
    # shellcheck disable=SC2086  # words
    "$program" $arguments >/dev/full 2>err
    same "$arguments, full disk: exit" 4 $?
    has "$arguments, full disk: says so" 'standard output: cannot write: No space left' "$(cat err)"
done

words score
echo old >new.csv
chmod 640 new.csv
ln -s new.csv link.csv
run "${arguments[@]}" -o link.csv
same 'permissions stay' 640 "$(stat -c %a new.csv)"
[ -L link.csv ] || failed 'a link was replaced by a file'
cmp -s link.csv new.csv && [ "$(head -c 3 new.csv)" != old ] || failed 'a link leads to the new file'
ln -s fresh.csv dangling.csv
( umask 027; exec "$program" "${arguments[@]}" -o dangling.csv )
same 'a new file has the usual permissions' 640 "$(stat -c %a fresh.csv)"
echo kept >log
"$program" "${arguments[@]}" -o /dev/stdout >>log
same 'what is appended to stays' kept "$(head -n 1 log)"
tail -n +2 log | cmp -s - new.csv || failed 'and all is appended'
exec 3>>log
"$program" "${arguments[@]}" -o /dev/fd/3
exec 3>&-
cat new.csv new.csv | cmp -s - <(tail -n +2 log) || failed 'any descriptor'
run "${arguments[@]}" -o /dev/null
same 'a device stays what it is' 0 "$code"
[ -c /dev/null ] || failed '/dev/null was replaced'
mkfifo pipe
cat pipe >through &
run "${arguments[@]}" -o pipe
wait
cmp -s through new.csv || failed 'a named pipe is written as the bytes come'

# --- Signals -----------------------------------------------------------------------------------
mkfifo feed
for signal in INT TERM HUP; do
    echo old >new.csv
    (
        trap - INT
        exec "$program" score poem feed -o new.csv 2>err
    ) &
    process=$!
    exec 3>feed
    cat "$trial" >&3
    tries=0
    while ! ls .new.csv.*.part >/dev/null 2>&1 && [ $((tries += 1)) -lt 100 ]; do sleep 0.05; done
    kill -s "$signal" "$process"
    wait "$process"
    code=$?
    same "$signal ends it" $((128 + $(kill -l "$signal"))) "$code"
    exec 3>&-
    same "$signal: the old file" old "$(cat new.csv)"
    has "$signal: said" 'new.csv was not written; the old file is as it was' "$(cat err)"
    nothing_left "$signal"
done

# --- Descriptors that are closed ---------------------------------------------------------------
printf '1,2,3\n' >>trial.csv
"$program" score poem trial.csv -o new.csv 2>&-
same 'no standard error: exit' 3 $?
same 'no standard error: no message in the file' old "$(cat new.csv)"
"$program" score poem "$trial" --map x=y -o new.csv 2>&-
same 'no standard error, a mistake: exit' 2 $?
same 'no standard error, a mistake: no message in the file' old "$(cat new.csv)"
for arguments in "score poem $trial" "check $trial" list 'describe easi' 'calc viga_ad grade=2' 'convert --list' --help; do
    # shellcheck disable=SC2086  # words
    "$program" $arguments >&- 2>err
    same "$arguments, no standard output: exit" 4 $?
    has "$arguments, no standard output: says so" 'standard output: cannot write: it is closed' "$(cat err)"
done
"$program" score poem - <&- >out 2>err
same 'no standard input: exit' 3 $?
has 'no standard input: says so' 'standard input: cannot read' "$(cat err)"
"$program" score poem "$trial" -o new.csv <&- >&- 2>&-
same 'none of the three is needed: exit' 0 $?
cmp -s new.csv through || failed 'none of the three is needed'
finish
