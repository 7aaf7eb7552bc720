# SPDX-License-Identifier: BSL-1.0
# What the tests of the command line share: running it, comparing, and saying what failed.
# shellcheck shell=bash disable=SC2034
set -u
program=${ECZSCORE_BIN:?set ECZSCORE_BIN to the eczscore program}
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
data=${ECZSCORE_TEST_DATA:-$here/../data}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
out='' err='' code=0

# needs PROGRAM PACKAGE: ends the test where a program that it uses is not installed: a check that is
# left out would go unnoticed.
needs() {
    command -v "$1" >/dev/null || {
        echo "$1 is needed (Debian package $2): bash cmake/bootstrap.sh deps installs it"
        exit 1
    }
}

# run ARGUMENTS...: runs the program; its standard output, standard error and exit code are in
# out, err and code.
run() {
    "$program" "$@" >"$work/out" 2>"$work/err" </dev/null
    code=$?
    out=$(cat "$work/out")
    err=$(cat "$work/err")
}

failed() {
    failures=$((failures + 1))
    printf 'FAILED: %s\n' "$1"
    shift
    [ $# -eq 0 ] || printf '  %s\n' "$@"
}

# same WHAT EXPECTED FOUND
same() {
    [ "$2" = "$3" ] || failed "$1" "expected: $2" "found:    $3"
}

# has WHAT NEEDLE TEXT
has() {
    case $3 in
        *"$2"*) ;;
        *) failed "$1" "expected to find: $2" "in: $3" ;;
    esac
}

# lacks WHAT NEEDLE TEXT
lacks() {
    case $3 in
        *"$2"*) failed "$1" "expected not to find: $2" "in: $3" ;;
    esac
}

# golden WHAT NAME: `out` is the file golden/NAME. ECZSCORE_GOLDEN=write writes the files anew.
golden() {
    if [ "${ECZSCORE_GOLDEN:-}" = write ]; then
        mkdir -p "$here/golden"
        printf '%s\n' "$out" >"$here/golden/$2"
    fi
    diff -u "$here/golden/$2" <(printf '%s\n' "$out") || failed "$1" "differs from golden/$2"
}

# as_data EXPRESSION: what a Python expression says of `d`, the JSON in `out`; the parts of a list
# with blanks between, and numbers, null and true as JSON writes them.
as_data() {
    printf '%s' "$out" | python3 -c '
import json, sys
d = json.load(sys.stdin)
said = eval("(" + sys.argv[1] + ")")
parts = said if isinstance(said, list) else [said]
print(*(part if isinstance(part, str) else json.dumps(part) for part in parts))' "$1"
}

# column NAME: the values of a column of the CSV (without quoted commas before it) in standard input.
column() {
    awk -F, -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) c = i; next } { print $c }'
}

finish() {
    [ "$failures" -eq 0 ] || {
        printf '%d failed\n' "$failures"
        exit 1
    }
    echo ok
    exit 0
}
