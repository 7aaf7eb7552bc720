#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Cells, names and options that hold what a terminal obeys, line breaks, or no UTF-8; very long cells;
# files that cannot be read; a small stack.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"
cd "$work" || exit 1
poem=poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness
# ESC, BEL, DEL and CSI as one character of C1, an override of the direction, and bytes of Latin-1.
evil=$'\033]0;x\a\177\302\233\342\200\256\374'
unsafe=$'[\001-\010\013-\037\177]|\302[\200-\237]|\342\200[\252-\256]'

# safe WHAT TEXT: nothing that a terminal obeys, and UTF-8.
safe() {
    LC_ALL=C grep -qE "$unsafe" <<<"$2" && failed "$1: control characters" "$(cat -v <<<"$2")"
    iconv -f UTF-8 -t UTF-8 <<<"$2" >/dev/null 2>&1 || failed "$1: not UTF-8" "$(cat -v <<<"$2")"
}

# --- Tables and messages -----------------------------------------------------------------------
printf 'subject,visit,arm,%s\n' "$poem" >table.csv
{
    printf '"s%s\nx",b,"a%s",%s,1,1,1,1,1,1\n' "$evil" "$evil" "$evil"
    printf '"s%s\nx",w,"a%s",1,1,1,1,1,1,1\n' "$evil" "$evil"
    printf 's2,b,c,1,1,1,1,1,1,1\ns2,w,c,2,1,1,1,1,1,1\n'
} >>table.csv
change='change table.csv --instrument poem --baseline b --at w --by arm'
for command in 'score poem table.csv' "$change" "$change --summary" 'check table.csv'; do
    # shellcheck disable=SC2086  # words
    for format in table json ndjson; do
        run $command --format "$format"
        same "$command, $format: exit" 0 "$code"
        safe "$command, $format" "$out"
        safe "$command, $format, messages" "$err"
    done
done
run score poem table.csv --format table
same 'a line break breaks no table' 5 "$(wc -l <out)"
run score poem table.csv --format json
has 'JSON says what was replaced' '5 cells are not UTF-8 text, the first in row 1, column '\''subject'\' "$err"
run score poem table.csv --select arm,poem_itch --format json --threads 3
has 'with its row, whatever the threads' "3 cells are not UTF-8 text, the first in row 1, column 'arm'" "$err"
run change table.csv --instrument poem --baseline b --at w --by arm --format json
has 'change, too' "are not UTF-8 text, the first in row 1, column 'subject'" "$err"
run change table.csv --instrument poem --baseline b --at w --by arm --summary
has 'a group, too' 'the name of 1 group is not UTF-8 text' "$err"
safe 'the name of a group is our own text' "$out"
run score poem table.csv --select poem_itch
has 'a cell of CSV keeps its bytes' "$evil" "$out"
has 'and its note does not' 'poem_itch is "' "$(LC_ALL=C cut -d, -f2- <<<"$out")"
safe 'a note in CSV' "$(LC_ALL=C cut -d, -f2- <<<"$out")"
run convert --table table.csv --column poem_itch --kind tewl --to g/m2/h
safe 'convert' "$err"
printf 'x,tewl_g_m2_h\n1,%s\n' "$evil" >tewl.csv
for format in csv table json; do
    run convert --table tewl.csv --column tewl_g_m2_h --kind tewl --format "$format"
    text=$out
    [ "$format" != csv ] || text=$(LC_ALL=C sed 's/^1,[^,]*,//' <<<"$out")
    safe "convert, $format" "$text"
done
printf 'a%s,poem_itch%s\n1,2\n' $'\302\233' $'\302\233' >header.csv
mapfile -t attempts <<END
score poem header.csv
score poem no$evil.csv
score poem$evil table.csv
score poem table.csv --format $evil
score poem table.csv --select $evil
score poem table.csv --bands $evil
score poem table.csv --map $evil=poem_itch
score poem table.csv --map poem_itch=$evil
score poem table.csv --map-file no$evil
score poem table.csv --table no$evil
score poem table.csv -o no$evil/x
score poem table.csv --$evil
change table.csv --instrument poem --baseline $evil --at w
change table.csv --instrument $evil --baseline b --at w
change table.csv --instrument poem --baseline b --at w --by $evil
change table.csv --instrument poem --baseline b --at w --by arm --summary --control $evil
check table.csv --only $evil
check table.csv --set $evil
calc poem $evil
calc poem $evil=1
calc poem itch=1 --baseline $evil
convert $evil mg/cm2/h to g/m2/h
convert 1 $evil to g/m2/h
convert 1 g/m2/h to $evil
convert 1 g/m2/h to mg/cm2/h --kind $evil
convert 1 g/m2/h to mg/cm2/h --analyte $evil
convert 1 g to mol --analyte water --molar-mass $evil
convert --table no$evil --column x --kind tewl
describe $evil
list --format $evil
$evil
--$evil
END
for attempt in "${attempts[@]}"; do
    # shellcheck disable=SC2086  # words
    run $attempt
    [ "$code" -ge 2 ] && [ "$code" -le 4 ] || failed "$(cat -v <<<"$attempt"): exit $code"
    safe "$(cat -v <<<"$attempt")" "$err"
done
for format in text json; do
    run calc poem "itch=$evil" --format "$format"
    same "calc, $format: exit" 1 "$code"
    safe "calc, $format" "$out"
done

# --- A carriage return in a cell ---------------------------------------------------------------
printf 'subject,viga_ad_grade,x\nS1\rx,1,"a"\nS2,2,b\n"S\r3",3,c\n' >lone_cr.csv
for end in '' $'\r'; do
    sed "s/\$/$end/" lone_cr.csv >cr.csv
    run score viga_ad cr.csv --select subject,x
    same "a lone CR is quoted, others as they came$end" \
        $'"S1\rx","a",1,almost_clear,ok,\nS2,b,2,mild,ok,\n"S\r3",c,3,moderate,ok,' "$(tail -n +2 <<<"$out")"
done
run score viga_ad lone_cr.csv --format tsv
has 'in TSV, too' $'"S1\rx"\t1' "$out"

# --- Very long cells ---------------------------------------------------------------------------
{
    printf '%s\n' "subject,visit,$poem"
    printf 's1,b,'
    head -c 3000000 /dev/zero | tr '\0' 9
    printf ',1,1,1,1,1,1\ns1,w,1,1,1,1,1,1,1\n'
} >long.csv
nines=$(printf '%040d' 0 | tr 0 9)
run score poem long.csv --select subject
has 'the beginning of a long cell' "poem_itch is \"\"$nines...\"\" (3000000 characters) (allowed: 0," "$out"
[ ${#out} -lt 2000 ] || failed 'a long cell is not quoted whole'
run change long.csv --instrument poem --baseline b --at w
has 'in change' "$nines...\"\" (3000000 characters)" "$out"
[ ${#out} -lt 2000 ] || failed 'a long cell is not quoted whole by change'
run check long.csv
[ ${#out} -lt 2000 ] || failed 'a long cell is not quoted whole by check'
{ printf 'x,tewl_g_m2_h\n1,'; head -c 100000 /dev/zero | tr '\0' x; echo; } >long_tewl.csv
run convert --table long_tewl.csv --column tewl_g_m2_h --kind tewl
has 'in convert' "xxx...' (100000 characters)" "$out"
{ printf 'instrument,sum,score\npromis_sd_4a,15,'; head -c 100000 /dev/zero | tr '\0' x; echo; } >long_licensed.csv
run calc poem itch=1 --table long_licensed.csv
has 'in a licensed table' "xxx...' (100000 characters)" "$err"

# --- Files that cannot be read -----------------------------------------------------------------
for option in --map-file --table; do
    for file in nowhere .; do
        run score poem table.csv "$option" "$file"
        same "score $option $file: exit" 3 "$code"
        has "score $option $file: says so" "$option $file: cannot read: " "${err/, line 0/}"
        run change table.csv --instrument poem --baseline b --at w "$option" "$file"
        same "change $option $file: exit" 3 "$code"
    done
done
run check table.csv --map-file nowhere
same 'check --map-file: exit' 3 "$code"
run calc poem itch=1 --table nowhere
same 'calc --table: exit' 3 "$code"
# Checking each sum of a licensed table against all others would take minutes here.
{ echo instrument,sum,score; seq -f 'promis_sd_4a,%.0f,50' 1 200000; } >many.csv
run calc viga_ad grade=2 --table many.csv
same 'a long licensed table: exit' 0 "$code"

# --- A small stack -----------------------------------------------------------------------------
for size in 192 128; do
    for command in 'score poem,easi,scorad trial.csv --threads 1' 'score easi,poem trial.csv --threads 4' \
        'score scorad,easi trial.csv --format json' "$change" "$change --summary" 'check table.csv' list \
        'describe easi' 'calc viga_ad grade=2' 'convert 1 mg/cm2/h to g/m2/h' --help; do
        cp "$data/synthetic_trial.csv" trial.csv
        # shellcheck disable=SC2086  # words
        (ulimit -s "$size"; exec "$program" $command) >out 2>err </dev/null
        code=$?
        same "$command with a stack of $size KB: exit" 0 "$code"
    done
done
finish
