#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# What `score` says about bad cells and bad tables: output, messages and exit code of every case, as
# kept in score/*.txt. To accept a change: UPDATE=1, then read the difference.
set -euo pipefail
here=$(cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failed=0

# check NAME ARGUMENTS...: runs `eczscore score ARGUMENTS` with standard input from ./in
check() {
    local name=$1 code=0
    shift
    [ -e in ] || : > in
    "$ECZSCORE_BIN" score "$@" < in > out 2> err || code=$?
    {
        echo "exit $code"
        sed 's/^/err: /' err
        cat -A out
    } > "$name.txt"
    rm -f in
    if [ -n "${UPDATE:-}" ]; then
        cp "$name.txt" "$here/score/$name.txt"
    elif ! diff -u "$here/score/$name.txt" "$name.txt"; then
        echo "^^^ $name"
        failed=1
    fi
}

poem=id,poem_itch,poem_sleep,poem_bleeding,poem_weeping,poem_cracking,poem_flaking,poem_dryness

# --- Cells ---------------------------------------------------------------------------------------

{
    echo $poem
    echo 'all there,4,3,2,1,0,1,2'
    echo 'one blank,4,3,2,1,0,1,'
    echo 'two blank,4,3,2,1,NA,1,null'
    echo 'off the scale,4,3,2,5,0,1,2'
    echo 'half a point,4,3,2,1.5,0,1,2'
    echo 'negative,4,3,2,-1,0,1,2'
    echo 'decimal comma,4,3,2,"1,0",0,1,2'
    echo 'word,4,3,2,often,0,1,2'
    echo 'invalid wins over missing,4,3,2,9,,,'
    echo 'other writings of numbers, 4 ,+3,2.0,1e0,00,1.000000,02'
    echo 'seven places,4,3,2,1.0000001,0,1,2'
    echo '"quoted, with a ""quote""",4,3,"2","1",0,"","2"'
    printf '"two\nlines",4,3,2,1,0,1,2\n'
    echo 'nothing,,,,,,,'
} > poem.csv
check poem_cells poem poem.csv
check strict poem poem.csv --strict --select id
check tsv poem poem.csv --format tsv --select id
check json poem poem.csv --format json --select id,poem_itch
check ndjson poem poem.csv --format ndjson --select id
check table poem poem.csv --format table --select id

signs() { echo "$1_erythema,$1_edema_papulation,$1_excoriation,$1_lichenification,$1_area"; }
easi=id,age_years,$(signs easi_head_neck),$(signs easi_upper_limbs),$(signs easi_trunk)
easi=$easi,$(signs easi_lower_limbs)
clear=0,0,0,0,0
{
    echo "$easi"
    echo "example of the paper,30,1,1,0,1,2,2,2,2,2,3,1,1,0,1,2,2,2,1,2,4"
    echo "the same under 8,7.99,1,1,0,1,2,2,2,2,2,3,1,1,0,1,2,2,2,1,2,4"
    echo "exactly 7,40,1,0,0,0,1,2,2,2,0,1,1,1,1,0,1,3,3,3,3,1"
    echo "sign without area,30,1,1,0,1,0,$clear,$clear,$clear"
    echo "area without sign,30,0,0,0,0,2,$clear,$clear,$clear"
    echo "signs of a clear region blank,30,,,,,0,$clear,$clear,1,1,1,1,1"
    echo "sign of a region blank,30,1,,1,1,1,$clear,$clear,$clear"
    echo "area blank,30,1,1,1,1,,$clear,$clear,$clear"
    echo "0.5 is no level,30,0.5,1,1,1,1,$clear,$clear,$clear"
    echo "area 7,30,1,1,1,1,7,$clear,$clear,$clear"
    echo "no age,,1,1,1,1,1,$clear,$clear,$clear"
    echo "nonsense age,seven,1,1,1,1,1,$clear,$clear,$clear"
    echo "age 200,200,1,1,1,1,1,$clear,$clear,$clear"
    echo "age -1,-1,1,1,1,1,1,$clear,$clear,$clear"
    echo "age 0,0,1,1,1,1,1,$clear,$clear,$clear"
} > easi.csv
check easi_cells easi easi.csv --select id
check regional_only easi easi.csv --select id --regional-only
check other_bands easi easi.csv --select id --bands chopra_2017
check bands_without_underscores easi easi.csv --select id --bands chopra2017
check unknown_bands easi easi.csv --bands chopra_2071

sed 's/head_neck_area/head_neck_area_percent/; s/age_years/age_months/' easi.csv |
    sed 's/,30,/,360,/; s/,7.99,/,95.9,/' > percent.csv
check percent_and_months easi percent.csv --select id
{
    echo "$easi,easi_trunk_area_percent"
    echo "agree,30,$clear,$clear,1,1,1,1,2,$clear,12.5"
    echo "conflict,30,$clear,$clear,1,1,1,1,2,$clear,30"
    echo "percent alone,30,$clear,$clear,1,1,1,1,,$clear,9.9"
    echo "grade alone,30,$clear,$clear,1,1,1,1,2,$clear,"
    echo "percent of 101,30,$clear,$clear,1,1,1,1,2,$clear,101"
} > both.csv
check grade_and_percent easi both.csv --select id

scorad=scorad_extent,scorad_erythema,scorad_edema_papulation,scorad_oozing_crusting
scorad=$scorad,scorad_excoriation,scorad_lichenification,scorad_dryness,scorad_pruritus
{
    echo "id,$scorad,scorad_sleep_loss"
    echo 'example,40,2,2,1,2,2,2,6.5,5.5'
    echo 'exactly 25,0,1,1,1,1,1,1,4,0'
    echo 'six places,12.345678,0,0,0,0,0,0,0.000001,.5'
    echo 'seven places,12.3456785,0,0,0,0,0,0,0,0'
    echo 'extent of 101,101,0,0,0,0,0,0,0,0'
    echo 'symptom blank,40,2,2,1,2,2,2,,5.5'
    echo 'decimal comma,"7,5",2,2,1,2,2,2,6.5,5.5'
} > scorad.csv
check scorad_cells scorad,oscorad scorad.csv --select id
check bands_of_none scorad_sleep_vas scorad.csv --bands oranje_2007

dlqi=id,dlqi_q1,dlqi_q2,dlqi_q3,dlqi_q4,dlqi_q5,dlqi_q6,dlqi_q7_prevented,dlqi_q7_problem
{
    echo "$dlqi,dlqi_q8,dlqi_q9,dlqi_q10"
    echo 'prevented,3,2,1,2,1,0,yes,,1,0,2'
    echo 'a problem,3,2,1,2,1,0,no,2,1,0,2'
    echo 'not relevant,3,2,1,2,1,not_relevant,not_relevant,,1,not_relevant,2'
    echo 'doubtful,3,2,1,2,1,0,not_relevant,0,1,0,2'
    echo 'not offered,not_relevant,2,1,2,1,0,no,0,1,0,2'
    echo 'other spelling,3,2,1,2,1,0,Yes,,1,0,2'
} > dlqi.csv
check dlqi_cells dlqi,dlqi_r dlqi.csv --select id

# --- Tables --------------------------------------------------------------------------------------

row=4,3,2,1,0,1,2
printf '\xef\xbb\xbf%s\r\n"1",%s\r\n2,%s' $poem $row $row > crlf_bom.csv
check crlf_bom poem crlf_bom.csv
printf '%s\nx;"1;2";4;3;2;1;0;1;7,5\n' "id;note;${poem#id,}" | sed '1s/,/;/g' > semicolon.csv
check semicolon poem semicolon.csv
printf '%s\n1,%s\n' $poem $row | tr , '\t' > tab.tsv
check tab poem tab.tsv
check tab_kept poem tab.tsv --format tsv
printf '%s\n1,%s\n' $poem $row > in
check standard_input poem
printf '%s\n1,%s\n' $poem $row > in
check standard_input_dash poem -
check no_input poem
printf '%s\n1,%s\n2,4,3\n3,%s\n' $poem $row $row > ragged.csv
check ragged poem ragged.csv
check ragged_json poem ragged.csv --format json
check ragged_table poem ragged.csv --format table
printf '%s\n1,%s\n"2,%s\n' $poem $row $row > open_quote.csv
check open_quote poem open_quote.csv
printf '%s\n1,%s\n2,4\0,%s\n' $poem $row $row > nul.csv
check not_text poem nul.csv
printf 'PK\3\4rest' > book.xlsx
check workbook poem book.xlsx
: > empty.csv
check empty poem empty.csv
echo $poem > header.csv
check header_only poem header.csv
check header_only_json poem header.csv --format json
check header_only_table poem header.csv --format table
check no_file poem nowhere.csv
check directory poem .
{ echo "$poem,poem_itch"; echo "1,$row,4"; } > twice.csv
check column_twice poem twice.csv
{ echo "$poem,note,note,note_2"; for id in 1.10 1e400 007 ''; do echo "$id,$row,first,second,third"; done; } > json.csv
check json_names_and_ids poem json.csv --format json --select id
check json_names_all poem json.csv --format ndjson
{ echo "$poem"; printf 'M\374ller,%s\n' $row; } > latin1.csv
check json_latin1 poem latin1.csv --format json --select id
{ echo "poem_score,$poem"; echo "7,1,$row"; } > taken.csv
check name_taken poem taken.csv
check name_taken_left_out poem taken.csv --select id

# --- Options -------------------------------------------------------------------------------------

sed 's/poem_itch/ITCH/' poem.csv | head -3 > mapped.csv
check column_missing poem mapped.csv
check map poem mapped.csv --map ITCH=poem_itch --select id,ITCH
check map_bare poem mapped.csv --map ITCH=itch --select id
check map_unknown poem mapped.csv --map ITCH=poem_tich
check map_no_column poem mapped.csv --map ITHC=poem_itch
printf '# ours\nITCH=poem_itch\n' > map.txt
check map_file poem mapped.csv --map-file map.txt --select id
check select_order poem mapped.csv --map ITCH=itch --select poem_dryness,id,ITCH
check select_none poem mapped.csv --map ITCH=itch --select ''
check select_unknown poem mapped.csv --map ITCH=itch --select di
check unknown_id peom mapped.csv
check id_twice poem,poem mapped.csv
check id_without_underscore vigaad mapped.csv
check unknown_format poem poem.csv --format xls
check no_threads poem poem.csv --threads 0
cp poem.csv same.csv
check onto_itself poem same.csv -o same.csv
cmp poem.csv same.csv || failed=1
check output_file poem poem.csv --select id -o scored.csv
"$ECZSCORE_BIN" score poem poem.csv --select id > expected.csv
cmp expected.csv scored.csv || failed=1
check output_no_folder poem poem.csv -o nowhere/scored.csv

# A full disk, and a reader that goes away.
code=0
"$ECZSCORE_BIN" score poem poem.csv > /dev/full 2> err || code=$?
[ $code -eq 4 ] && grep -q 'cannot write' err || { echo "full disk: exit $code"; failed=1; }
{
    cat "$ECZSCORE_TEST_DATA/synthetic_trial.csv"
    for _ in $(seq 20); do tail -n +2 "$ECZSCORE_TEST_DATA/synthetic_trial.csv"; done
} > long.csv
code=0
{ "$ECZSCORE_BIN" score poem long.csv 2> err || echo $? > code; } | head -1 > /dev/null
[ ! -s err ] && [ ! -e code ] || { echo "closed pipe: $(cat err code)"; failed=1; }

exit $failed
