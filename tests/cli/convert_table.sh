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
has 'so is what is no number' "tewl_lesional_mg_cm2_h is 'abc'" "$out"
has 'below the noise of a sensor' 'f,-0.5,-5,g/m2/h,out_of_range,outside the limits' "$out"
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

convert --column tewlx
has 'no such column' "no column 'tewlx' in the table; the nearest is 'tewl'" "$err"
convert --column tewl --unit-column units
has 'no such unit column' "--unit-column: no column 'units'" "$err"
convert --column tewl --unit-column unit --to kg
same 'a target that is none' 2 "$code"
run convert --table "$work/table.csv" --kind telw --column tewl
has 'no such kind' "the nearest is 'tewl'" "$err"
run convert --table "$work/none.csv" --kind tewl --column tewl
same 'no such file' 3 "$code"
finish
