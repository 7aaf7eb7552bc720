#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# check_docs_fresh.sh PROGRAM [--write]: are the pages of docs/instruments what the registry says?
set -eu

program=${1:?usage: check_docs_fresh.sh PROGRAM [--write]}
pages=docs/instruments
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

"$program" list --format markdown >"$fresh/README.md"
for id in $("$program" list --format csv | sed '1d; s/,.*//'); do
    "$program" describe "$id" --format markdown >"$fresh/$id.md"
done

if [ "${2:-}" = --write ]; then
    mkdir -p "$pages"
    rm -f "$pages"/*.md
    cp "$fresh"/*.md "$pages"
    echo "$pages written"
    exit 0
fi
if ! diff -ru "$pages" "$fresh"; then
    echo "$pages is not what the registry says: run 'sh cmake/check_docs_fresh.sh $program --write'"
    exit 1
fi
echo "$pages is fresh"
