#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Compares what each public header (not those under detail/) costs its includer, in preprocessed
# lines, with the table docs/header_cost.tsv. `--update` writes the table anew.
#
# Fails when a header has grown by more than 5 %, is new to the table or gone from it, or when a
# header of the scoring rooms, columns and cells aside, passes 21,200 lines. Line counts belong to
# one compiler, so growth is judged only by the compiler that the table names; the limit holds for
# any.
set -euo pipefail
export LC_ALL=C
cd -- "$(dirname -- "$0")/.."
table=docs/header_cost.tsv
cxx=${CXX:-g++}
limit=21200
light="^eczscore/(core|units|model|score|instruments)/"
# Columns, the text of cells and look-ups (std::string_view) cost a little more; only their users pay.
dearer='^eczscore/(score/(batch|cell)|model/look_up)'
compiler="$(basename -- "$cxx") $("$cxx" -dumpversion | cut -d. -f1)"

cost_of() { printf '#include <%s>\n' "$1" | "$cxx" -std=c++20 -E -Iinclude -x c++ - | wc -l; }

line_of() { printf '%s\t%s\n' "$1" "$(cost_of "$1")"; }
export cxx
export -f cost_of line_of

now=$(mktemp)
trap 'rm -f "$now"' EXIT
(cd include && find eczscore -name '*.hpp' -not -path '*/detail/*') |
    xargs -P "$(nproc)" -I{} bash -euo pipefail -c 'line_of "$1"' _ {} | sort >"$now" ||
    { echo "a header does not preprocess" >&2; exit 1; }

if [ "${1:-}" = --update ]; then
    { printf 'header\tlines (%s)\n' "$compiler"; cat "$now"; } >"$table"
    echo "$table: $(wc -l <"$now") headers"
    exit 0
fi
if [ ! -f "$table" ]; then
    echo "$table is not there; make it with: bash cmake/check_header_cost.sh --update" >&2
    exit 1
fi

same=$(head -n 1 "$table" | grep -qF "($compiler)" && echo 1 || echo 0)
[ "$same" = 1 ] || echo "the table is for another compiler than $compiler: only the limit is checked"
awk -F '\t' -v limit="$limit" -v light="$light" -v dearer="$dearer" -v same="$same" '
    FNR == NR { if (FNR > 1) was[$1] = $2; next }
    { seen[$1] = 1; n++ }
    $1 ~ light && $1 !~ dearer && $2 > limit { print $1 ": " $2 " lines, over the limit of " limit; bad++ }
    !($1 in was) { print $1 ": not in the table"; bad++; next }
    same && $2 > was[$1] * 1.05 { print $1 ": " was[$1] " -> " $2 " lines, more than 5 % up"; bad++ }
    END {
        for (h in was) if (!(h in seen)) { print h ": in the table, but the header is gone"; bad++ }
        print n " headers checked, " bad + 0 " complaints"
        if (bad) print "drop an include, or accept it: bash cmake/check_header_cost.sh --update"
        exit bad > 0
    }' "$table" "$now"
