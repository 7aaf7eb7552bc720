#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# check_docs_fresh.sh PROGRAM [--write]: are docs/instruments and docs/bibliography.md what the
# program says?
set -eu

program=${1:?usage: check_docs_fresh.sh PROGRAM [--write]}
pages=docs/instruments
bibliography=docs/bibliography.md
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

mkdir "$fresh/instruments"
"$program" list --format markdown >"$fresh/instruments/README.md"
for id in $("$program" list --format csv | sed '1d; s/,.*//'); do
    "$program" describe "$id" --format markdown >"$fresh/instruments/$id.md"
done
"$program" sources --format markdown >"$fresh/bibliography.md"

if [ "${2:-}" = --write ]; then
    mkdir -p "$pages"
    rm -f "$pages"/*.md
    cp "$fresh"/instruments/*.md "$pages"
    cp "$fresh/bibliography.md" "$bibliography"
    echo "$pages and $bibliography written"
    exit 0
fi
if ! diff -ru "$pages" "$fresh/instruments" || ! diff -u "$bibliography" "$fresh/bibliography.md"; then
    echo "not what the program says: run 'sh cmake/check_docs_fresh.sh $program --write'"
    exit 1
fi
echo "$pages and $bibliography are fresh"
