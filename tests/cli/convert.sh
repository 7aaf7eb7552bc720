#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# eczscore convert: exact values, and a sentence for everything that is refused.
# shellcheck disable=SC2154  # variables of _common.sh
. "$(dirname -- "$0")/_common.sh"

# gives EXPECTED ARGUMENTS...
gives() {
    local expected=$1
    shift
    run convert "$@"
    same "convert $*" "0 $expected" "$code $out"
}
# refuses WORDS ARGUMENTS...: exit 2, nothing on standard output, and the words on standard error.
refuses() {
    local words=$1
    shift
    run convert "$@"
    same "convert $* is refused" '2 ' "$code $out"
    has "convert $* says why" "$words" "$err"
}

# Exact, where doubles would say 11.999999999999998 and 1.7999999999999998.
gives '12 g/m2/h' 1.2 mg/cm2/h to g/m2/h
gives '1.8 g/m2/h' 3 ug/cm2/min to g/m2/h
gives '1 mg/cm2/h' 10 g/m2/h to mg/cm2/h
gives '240 g/m2/d' 10 g/m2/h to g/m2/d
gives '16.666666666666668 ug/cm2/min' 10 g/m2/h to ug/cm2/min
gives '0.001 kg/m2/h' 1 g/m2/h to kg/m2/h
gives '12 g.m-2.h-1' 1.2 mg/cm2/h to g.m-2.h-1
gives '1.8 g/m2/h' 3 'µg/cm²/min' to 'g/m²/h'
gives '64854.9648 g/m2/h' 1 mol/m2/s to g/m2/h --analyte water
gives '64854.9648 g/m2/h' 1 mol/m2/s to g/m2/h --kind tewl
gives '240 ng/mL' 100 'k[IU]/L' to ng/mL --analyte ige
gives '2962.8 ng/mL' 1234.5 'k[IU]/L' to ng/mL --analyte ige
gives '533 /uL' 0.533 '10*9/L' to /uL
gives '3200 ng/L' 3200 pg/mL to ng/L
gives '16.166 pg/mL' 2 pmol/L to pg/mL --analyte tarc --molar-mass 8083
gives '303.15 K' 30 Cel to K
gives '-40 [degF]' -40 Cel to '[degF]'
gives '5.4 [pH]' 5.4 '[pH]' to '[pH]'
gives '-0.5 g/m2/h' -0.05 mg/cm2/h to g/m2/h
same 'and says nothing else' '' "$err"

# What UCUM understands and nobody means.
refuses "wrong_dimension at '.'" 12 g/m2.h to g/m2/h
has 'with the likely intention' "write 'g/m2/h'" "$err"
refuses "suspect_case at 'Mg'" 12 Mg/m2/h to g/m2/h
refuses "write 'mg/m2/h'" 12 Mg/m2/h to g/m2/h
refuses "suspect_case at 'G'" 12 G/m2/h to g/m2/h
refuses "write 'g/m2/h'" 12 g/m2/H to g/m2/h
refuses "write 'g/h/m2'" 12 g/hm2 to g/m2/h
refuses "write 'g/m2/h'" 12 g/m-2/h-1 to g/m2/h
refuses "ambiguous_unit" 100 kU/L to 'k[IU]/L'
has 'IgE is meant' "write 'k[IU]/L'" "$err"
refuses "write '10*9/L'" 0.4 G/L to '10*9/L'
refuses "write '10*3/uL'" 0.4 K/uL to '10*9/L'
refuses "device_required" 40 AU to uS
refuses "device_required" 40 '{AU}' to '{AU}'
refuses "write '[pH]'" 5.4 pH to '[pH]'
refuses "write 'Cel'" 31 C to K

# What is not UCUM, with what it should be.
refuses "write 'g/m2/h'" 12 g/m2h to mg/cm2/h
refuses "write 'g.m-2.h-1'" 12 'g m-2 h-1' to mg/cm2/h
refuses "write 'g/m2/h'" 12 g/m2/hr to mg/cm2/h
refuses "write 'g/m2/d'" 12 g/m2/24h to mg/cm2/h
refuses "write 'g/m2/h'" 12 g/m/h to mg/cm2/h
refuses "write 'g/m2/h'" 12 'g/m²/Std.' to mg/cm2/h
refuses 'unknown_unit' 12 furlong to m
refuses 'not_stated' 12 '' to g/m2/h

# What converts only with more.
refuses 'give --analyte' 1 mol/m2/s to g/m2/h
refuses 'give --analyte' 100 'k[IU]/L' to ng/mL
refuses '--molar-mass' 2 pmol/L to pg/mL --analyte tarc
refuses 'needs a density' 12 mL/m2/h to g/m2/h --kind tewl
refuses 'enthalpy' 12 W/m2 to g/m2/h --kind tewl
refuses 'no verified equation' 40 '{AU}' to uS --kind corneometer_cm825
refuses 'measure different things' 12 g/m2 to g/m2/h

# Numbers.
refuses 'decimal comma' 12,5 g/m2/h to mg/cm2/h
refuses 'censored' '<2' pg/mL to ng/L
refuses 'bad_number' nan g/m2/h to mg/cm2/h
refuses 'apart' 12g/m2/h g/m2/h to mg/cm2/h
refuses 'out_of_range' 15 '[pH]' to '[pH]' --kind ph
run convert -5 g/m2/h to mg/cm2/h --kind tewl
same 'a proposed limit does not refuse' '0 -0.5 mg/cm2/h' "$code $out"
has 'but is said' 'proposed default' "$err"

# With the kind, the spellings of its field are read, and said.
gives '1.2 mg/cm2/h' 12 g/m2h to mg/cm2/h --kind tewl
has 'how it was read' "'g/m2h' is read as 'g/m2/h'" "$err"
gives '1.2 mg/cm2/h' 12 g/m2.h to mg/cm2/h --kind tewl
has 'a doubtful reading is named' nonstandard_precedence "$err"
gives '240 ng/mL' 100 kU/L to ng/mL --kind ige
gives '0.533 10*9/L' 533 cells/uL to '10*9/L' --kind eosinophils
gives '40 {AU}' 40 AU to '{AU}' --kind corneometer_cm825
refuses "write 'g/m2/h'" 12 g/m2h to mg/cm2/h --kind tewl --strict
refuses 'suspect_case' 12 Mg/m2/h to g/m2/h --kind tewl

# A molar mass is read exactly, of any substance, named or not, and also where a kind is stated.
gives '96 pg/mL' 12 pmol/L to pg/mL --molar-mass 8000
gives '90.078 mg/dL' 5 mmol/L to mg/dL --molar-mass 180.156
gives '90.078 mg/dL' 5 mmol/L to mg/dL --analyte glucose --molar-mass 180.156
gives '5 mmol/L' 90.078 mg/dL to mmol/L --analyte glucose --molar-mass 180.156
gives '16.166 pg/mL' 2 pmol/L to pg/mL --kind tarc --molar-mass 8083
refuses 'state the molar mass with --molar-mass' 5 mmol/L to mg/dL --analyte glucose
refuses 'an international unit of glucose weighs is not built in' \
    5 '[IU]/L' to ng/mL --analyte glucose --molar-mass 180.156

# Arbitrary units of devices convert into nothing but themselves; other annotations are harmless.
refuses 'device_mismatch' 40 '{corneometer_AU}' to '{moisturemeter_AU}'
refuses 'device_mismatch' 40 '{corneometer_AU}' to 1
refuses 'device_mismatch' 40 1 to '{corneometer_AU}'
refuses 'device_mismatch' 40 '1{Corneometer_a.u.}' to '{skicon_AU}'
refuses 'device_mismatch' 40 "[arb'U]{corneometer}" to "[arb'U]{skicon}"
refuses 'device_mismatch' 40 '{erythema_index}' to '{melanin_index}'
gives '40 {corneometer_AU}' 40 '{corneometer_AU}' to '{corneometer_AU}'
gives '40 {AU}' 40 '{corneometer_AU}' to '{AU}' --kind corneometer_cm825
refuses 'another device' 40 '{moisturemeter_AU}' to '{AU}' --kind corneometer_cm825
refuses 'measures something else' 40 '{corneometer_AU}' to % --kind percent_change
refuses 'device_required' 40 '{arb.u.}' to 1
gives '5000 /mL' 5 '{cells}/uL' to /mL
gives '2 {bbb}' 2 '{aaa}' to '{bbb}'

# Below absolute zero.
refuses 'below absolute zero' -300 Cel to K
refuses 'below absolute zero' -5 K to Cel
refuses 'below absolute zero' -500 '[degF]' to Cel
refuses 'below absolute zero' -300 Cel to Cel --kind ambient_temperature
gives '-5000 mK' -5 K to mK
gives '-5 K' -5 K to K --kind temperature_difference

# What UCUM has: radians and constants exactly or as the nearest double, or "not supported".
gives '1 sr' 1 rad2 to sr
gives '2 cd.sr' 2 lm to cd.sr
gives '299792.458 km/s' 1 '[c]' to km/s
gives '3.141592653589793 rad' 180 deg to rad
has 'which is said' 'contains pi; this is the nearest double' "$err"
for unit in dB 'B[SPL]' eV '[m_e]' '[k]' '%[slope]' mCel; do
    refuses 'not supported: ' 1 "$unit" to 1
done
refuses 'syntax' 1 'm.(/s)' to m/s
has 'with what is meant' "write 'm.(1/s)'" "$err"
refuses "write 'm.(1/s)'" 1 'm(/s)' to m/s
gives '0.01 %' 1 '%/100{WBC}' to %

# Capitals and small letters.
for unit in ku/l KU/L kU/l; do refuses "write 'k[IU]/L'" 100 "$unit" to 'k[IU]/L'; done
refuses "write 'k[IU]/L'" 100 ku/l to ng/mL --kind ige
has 'and why' 'letter case counts' "$err"
refuses "write '10*3/uL'" 5 Thousand/uL to /uL
gives '5000 /uL' 5 Thousand/uL to /uL --kind eosinophils

# A plausible upper end.
gives '54000000 g/m2/h' 15 kg/m2/s to g/m2/h --kind tewl
has 'is remarked' 'above 100 g/m2/h (proposed default; no published authority)' "$err"
gives '-0.5 g/m2/h' -0.5 g/m2/h to g/m2/h --kind tewl
has 'so is noise of the zero' 'below 0' "$err"
refuses 'by definition' -1 'k[IU]/L' to ng/mL --kind ige

# Usage.
refuses 'VALUE UNIT to UNIT' 12 g/m2/h
refuses 'VALUE UNIT to UNIT' 12 g/m2/h into mg/cm2/h
refuses "the nearest is 'tewl'" 12 g/m2/h to g/m2/h --kind tewle
refuses "the nearest is 'water'" 12 g/m2/h to g/m2/h --analyte wate
refuses 'above 0' 12 pmol/L to pg/mL --analyte tarc --molar-mass 0
refuses 'a decimal comma' 12 pmol/L to pg/mL --molar-mass 180,156

run convert --list
same 'the kinds' 'id,unit,label' "${out%%$'\n'*}"
has 'with their units' $'\n''ige,k[IU]/L,Total IgE' "$out"
finish
