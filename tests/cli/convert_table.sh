#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# A column of a table in another unit: from its name, from a column of units, and when neither says.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

table() { printf '%s\n' "$@" >"$work/table.csv"; }
convert() { run convert --table "$work/table.csv" --kind tewl --format csv "$@"; }

table subject,tewl_lesional_mg_cm2_h a,1.2 b, c,0.85 'd,"1,5"' e,abc f,-0.5
convert --column tewl_lesional_mg_cm2_h
same 'done' 0 "$code"
has 'the unit in the name' 'a,1.2,12,g/m2/h,none,' "$out"
has 'a blank is missing' 'b,,,,missing,' "$out"
has 'a decimal comma is refused' 'write a decimal point' "$out"
has 'so is what is no number' "value 'abc': bad_number; this is no number" "$out"
has 'below the noise of a sensor' 'f,-0.5,-5,g/m2/h,out_of_range,Transepidermal water loss: below -1 g/m2/h (proposed default' "$out"
has 'how many were refused' '2 values refused' "$err"
convert --column tewl_lesional_mg_cm2_h --to mg/cm2/h
has 'to its own unit' 'a,1.2,1.2,mg/cm2/h' "$out"

table subject,tewl,unit a,1.2,mg/cm2/h b,12,g/m2/h c,12, d,3,Mg/m2/h
convert --column tewl --unit-column unit
has 'a unit of each row' 'a,1.2,mg/cm2/h,12,g/m2/h,none,' "$out"
has 'another unit in the next' 'b,12,g/m2/h,12,g/m2/h,none,' "$out"
has 'a unit that is not stated' 'not_stated; the column names no unit' "$out"
has 'a likely slip' "write 'mg/m2/h' if that is meant" "$out"
convert --column tewl
same 'no unit anywhere' 2 "$code"
has 'is refused' "column 'tewl': not_stated" "$err"

# A table states every remark that the single value prints, and --strict holds for it too.
run convert --list
kinds=$out
# same_as_value UNIT KIND VALUE [OPTION...]: number, sentence and refusal are those of the value.
same_as_value() {
    local unit=$1 kind=$2 value=$3 told
    shift 3
    local target
    target=$(awk -F, -v k="$kind" '$1 == k { print $2 }' <<<"$kinds")
    run convert "$value" "$unit" to "$target" --kind "$kind" "$@"
    local single_code=$code single_out=$out
    told=${err#eczscore: }
    told=${told//$'\n'eczscore: /; }
    printf 'v,unit\n%s,"%s"\n' "$value" "$unit" >"$work/one.csv"
    run convert --table "$work/one.csv" --kind "$kind" --column v --unit-column unit --format tsv "$@"
    local row=${out#*$'\n'}
    has "$value $unit $kind: the note says what the value says" "$told" "$row"
    if [ "$single_code" = 0 ]; then
        [ -z "$told" ] || has "$value $unit $kind: standard error" "1 row: ${told%%; [A-Z]*}" "$err"
        has "$value $unit $kind: the number" "${single_out% *}"$'\t'"${single_out##* }" "$row"
    else
        has "$value $unit $kind: refused" $'\trefused\t' "$row"
        has "$value $unit $kind: standard error" '1 value refused' "$err"
    fi
}
for options in '' --strict; do
    for row in 'g/m2.h tewl 14' 'g/m2/hr tewl 14' 'µg/cm2/h tewl 14' 'g/m2/h tewl 900' \
        'g/m2/h tewl -0.5' 'g/m2/h tewl -5' 'K/uL eosinophils 0.3' 'cells/uL eosinophils 0.3' \
        'G/L eosinophils 0.3' 'kU/L ige 100' 'U/mL ige 100' 'kIU/L ige 100' 'ku/l ige 100' \
        'ng/mL ige 240' 'C skin_temperature 31' 'C skin_temperature 50' 'K skin_temperature -5' \
        'AU corneometer_cm825 40' '{skicon_AU} corneometer_cm825 40' 'deg ita 41' 'rad ita 0.7' \
        'pH ph 5.4' '[pH] ph 15' '% relative_humidity 101' 'g/m2.h tewl 999'; do
        read -r unit kind value <<<"$row"
        # shellcheck disable=SC2086  # no option is no argument
        same_as_value "$unit" "$kind" "$value" $options
    done
done

table id,v,u 1,14,g/m2.h 2,14,g/m2/hr 3,14,µg/cm2/h 4,900,g/m2.h
convert --column v --unit-column u
has 'a doubtful reading has a flag' '1,14,g/m2.h,14,g/m2/h,nonstandard_precedence,' "$out"
has 'an alias has one' '2,14,g/m2/hr,14,g/m2/h,read_as,' "$out"
has 'typography is no alias' '3,14,µg/cm2/h,0.14,g/m2/h,none,' "$out"
has 'limits come first' '4,900,g/m2.h,900,g/m2/h,out_of_range,' "$out"
same 'leniently they are not' 0 "$code"
has 'and the note has both' "(nonstandard_precedence); the solidus binds only" "$out"
has 'standard error counts' "2 rows: 'g/m2.h' is read as 'g/m2/h' (nonstandard_precedence)" "$err"
has 'limits too' '1 row: Transepidermal water loss: above 100 g/m2/h' "$err"
convert --column v --unit-column u --strict
same 'strictly, refused values are told by the exit code' 1 "$code"
has 'strictly it is refused' "1,14,g/m2.h,,,refused,\"unit 'g/m2.h': wrong_dimension" "$out"
has 'as is an alias' "2,14,g/m2/hr,,,refused,unit 'g/m2/hr': unknown_unit" "$out"
has 'which is counted' '3 values refused' "$err"
for i in $(seq 1 30); do printf '%s,1,g/m2/hr%*s\n' "$i" "$i" '' | tr ' ' '{' | sed 's/{/{x}/g'; done |
    { echo 'id,v,u'; cat; } >"$work/table.csv"
convert --column v --unit-column u
has 'not every spelling is told' 'more remark' "$err"
table 'id,TEWL (g/m2h)' 1,5
convert --column 'TEWL (g/m2h)'
has 'a header may be read leniently' "'TEWL (g/m2h)' is read as 'g/m2/h'" "$err"
convert --column 'TEWL (g/m2h)' --strict
same 'and strictly not' 2 "$code"
has 'with the hint' "write 'g/m2/h' if that is meant" "$err"
table 'TEWL (g/m2h),u' 5,mg/cm2/h
convert --column 'TEWL (g/m2h)' --unit-column u
has 'header and cell must agree, however the header was read' 'disagree' "$out"
printf 'ige_ku_l\n5\n' >"$work/table.csv"
run convert --table "$work/table.csv" --kind ige --column ige_ku_l --format csv
has 'U may be the enzyme unit' "'ige_ku_l' is read as 'k[IU]/L'" "$err"
table v,u 5,kU/L
run convert --table "$work/table.csv" --kind ige --column v --unit-column u --format csv
has 'with the reason' "'kU/L' is read as 'k[IU]/L'; U is the enzyme unit" "$err"
printf 'ige_ku_l\n5\n' >"$work/table.csv"
run convert --table "$work/table.csv" --kind ige --column ige_ku_l --strict
has 'and is refused strictly' ambiguous_unit "$err"
printf 'v_pmol_l\n2\n' >"$work/table.csv"
run convert --table "$work/table.csv" --kind tarc --column v_pmol_l --format csv --molar-mass 8083
has 'a molar mass holds for a table' '2,16.166,pg/mL,none' "$out"
table subject,tewl,unit a,1.2,mg/cm2/h b,12,g/m2/h c,12, d,3,Mg/m2/h

convert --column tewlx
has 'no such column' "no column 'tewlx' in the table; the nearest is 'tewl'" "$err"
convert --column tewl --unit-column units
has 'no such unit column' "--unit-column: no column 'units'" "$err"
convert --column tewl --unit-column unit --to kg
same 'a target of another kind' 2 "$code"
run convert --table "$work/table.csv" --kind telw --column tewl
has 'no such kind' "the nearest is 'tewl'" "$err"
run convert --table "$work/none.csv" --kind tewl --column tewl
same 'no such file' 3 "$code"
sed '3s/$/,9/' "$work/table.csv" >"$work/ragged.csv"
run convert --table "$work/ragged.csv" --kind tewl --column tewl --unit-column unit --format json
same 'a ragged row: exit code' 3 "$code"
has 'a ragged row: the rows before it are converted' '"tewl_converted":12' "$out"
lacks 'and the array stays open' ']' "$out"
run convert --table "$work/ragged.csv" --kind tewl --column tewl --unit-column unit --format table
has 'a ragged row: what a table keeps back comes out' '12' "$out"
finish
