#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# run_batch.sh BENCH [peers [FOLDER [ROUNDS]] | every [TARGET]]: prints the goals of the batch kernels beside what
# this machine measures.
#
# BENCH is the program eczscore_bench of the release preset. Every figure is the median ratio of
# eleven runs in turn with its yardstick, on one core and in CPU time; two threads in elapsed time.
# With `peers`, it prints the rows about other tools instead: each scores the rows that we score, in
# turn with ours, ROUNDS times (7), on one core and in CPU time, and must find our answer. A tool
# that is not installed is left out and named. Debian has python3-numpy, python3-pandas,
# python3-numba, r-base-core and r-cran-data.table; the npm packages are installed into FOLDER, or
# for the time of the run into a temporary one.
# With `every`, it prints how fast each instrument of the registry is scored, with 2 % of the answers
# missing, beside the read bandwidth over the same columns, slowest first; TARGET is baseline, avx2
# or avx512 (the widest here).
set -euo pipefail
bench=${1:?usage: run_batch.sh BENCH [peers | every]}
here=$(cd -- "$(dirname -- "$0")" && pwd)
pin() { taskset -c 0 "$@"; }
counter() { # counter PREFIX FILTER COUNTER: one counter of one case
    $1 "$bench" --benchmark_filter="^$2\$" --benchmark_format=json 2>/dev/null |
        sed -n "s/^ *\"$3\": *\\([-+0-9.e]*\\),\\{0,1\\}\$/\\1/p" | head -n 1
}
row() { # row NUMBER WHAT FILTER GOAL STRETCH
    local prefix=pin value
    [ "$1" != 8 ] || prefix='env'
    value=$(counter "$prefix" "$3/.*" ratio)
    [ -n "$value" ] || { printf '%-4s %-46s not on this machine\n' "$1" "$2"; return; }
    printf '%-4s %-46s %8s %8s %9.2f\n' "$1" "$2" "$4" "$5" "$value"
}

run_peers() {
    local rows=5000000 rounds=${2:-7} modules python expected
    work=$(mktemp -d) # not local: removed at exit
    trap 'rm -rf -- "$work"' EXIT
    modules=${1:-$work}
    python=$(command -p -v python3 || true)
    export PYTHONDONTWRITEBYTECODE=1 OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 POLARS_MAX_THREADS=1
    export NODE_PATH=$modules/node_modules
    if [ ! -d "$NODE_PATH/nodejs-polars" ]; then # polars' own part by name: npm may skip it
        npm install --silent --no-audit --no-fund --prefix "$modules" @duckdb/node-api@1.5.6-r.1 \
            nodejs-polars@0.26.1 nodejs-polars-linux-x64-gnu@0.26.1 >&2 ||
            echo 'run_batch.sh: npm could not install the packages of DuckDB and polars' >&2
    fi
    "${CXX:-c++}" -std=c++20 -O2 -I"$here/../../include" "$here/peers/easi_rows.cpp" -o "$work/rows"
    expected=$("$work/rows" $rows "$work/bytes")

    peer() { # peer NUMBER WHAT GOAL STRETCH COMMAND...: in turn with ours
        local number=$1 what=$2 goal=$3 stretch=$4 theirs mine ours size=$rows
        shift 4
        ours=1/easi_bytes/memory/avx2
        if [ "$number" = 6 ]; then # this case scores a quarter
            ours=5/easi_doubles/memory/avx2 size=$((rows * 4))
        fi
        for _ in $(seq "$rounds"); do
            theirs=$(pin "$@" 2>"$work/errors") || {
                printf '%-4s %-46s did not run: %s\n' \
                    "$number" "$what" "$(tail -n 1 "$work/errors")"
                return
            }
            theirs=${theirs% } # R ends its line so
            if [ "${theirs#* }" != "$expected" ]; then
                printf '%-4s %-46s found %s, not %s\n' "$number" "$what" "${theirs#* }" "$expected"
                return
            fi
            mine=$(ECZSCORE_BENCH_ROWS=$size counter pin "$ours/.*" Mrow_s)
            awk -v t="${theirs%% *}" -v m="$mine" -v n=$rows \
                'BEGIN { print t * m * 1e6 / n, t * 1e3, n / m / 1e3 }'
        done | sort -g | awk -v a="$number" -v b="$what" -v c="$goal" -v d="$stretch" '
            NF == 3 { ratio[++n] = $1; theirs[n] = $2; ours[n] = $3; next }
            { print }
            END { k = int((n + 1) / 2)
                  if (n) printf "%-4s %-46s %8s %8s %9.1f   %.0f / %.3g ms\n",
                                a, b, c, d, ratio[k], theirs[k], ours[k] }'
    }
    numpy() {
        peer "$1" "$2" "$3" "$4" "$python" "$here/peers/easi_numpy.py" "$work/bytes" $rows "$5"
    }
    r() { peer 6 "$1" "$2" "$3" Rscript "$here/peers/easi_r.R" "$work/bytes" $rows "$4"; }
    js() { peer "$1" "$2" "$3" "$4" node "$here/peers/$5.mjs" "$work/bytes" $rows "${@:6}"; }
    numpy 6 'EASI doubles / numpy' 10 18 numpy_f64
    numpy 6 'EASI doubles / pandas, lean' 45 85 pandas_lean
    numpy 6 'EASI doubles / pandas, as usually written' 45 85 pandas_usual
    r 'EASI doubles / R data.frame, lean' 35 60 lean
    r 'EASI doubles / R data.frame, as usually written' 35 60 usual
    r 'EASI doubles / R data.table, lean' - - data.table
    js 6 'EASI doubles / polars' 30 50 easi_polars
    js 6 'EASI doubles / JavaScript loop' - - easi_js f64
    numpy 7 'EASI bytes / numpy' 10 16 numpy_u8
    numpy 7 'EASI bytes / numpy in blocks' 3 4.5 numpy_u8_blocked
    peer 7 'EASI bytes / numba' 8 12 "$python" "$here/peers/easi_numba.py" "$work/bytes" $rows
    js 7 'EASI bytes / JavaScript loop' 20 34 easi_js u8
    js 7 'EASI bytes / DuckDB, aggregate' 80 150 easi_duckdb aggregate
    js 7 'EASI bytes / DuckDB, new table' 80 150 easi_duckdb table
}

run_every() { # run_every [TARGET]
    local target=${1:-}
    if [ -z "$target" ]; then
        target=avx2
        grep -qw avx512bw /proc/cpuinfo && target=avx512
    fi
    printf '%-40s %8s %8s %8s\n' "instrument ($target)" ratio GB/s Mrow/s
    pin "$bench" --benchmark_filter="^every_blanks_2%/.*/$target/" --benchmark_format=json \
        2>/dev/null | awk -F '[:,]' '
        function number() { return $2 + 0 }
        /"name":/ { split($2, part, "/"); id = part[2] }
        /"GB_s":/ { speed = number() }
        /"Mrow_s":/ { rows = number() }
        /"ratio":/ { ratio = number() }
        /"yard_GB_s":/ { printf "%-40s %8.3f %8.2f %8.0f\n", id, ratio, speed, rows }' |
        sort -k2 -g
}

if [ "${2:-}" = every ]; then
    run_every "${3:-}"
    exit
fi
printf '%-4s %-46s %8s %8s %9s\n' row what goal stretch measured
if [ "${2:-}" = peers ]; then
    run_peers "${@:3}"
    exit
fi
row 1 'EASI bytes, memory / read bandwidth, AVX-512' 1/easi_bytes/memory/avx512 0.80 0.95
row 1 'EASI bytes, memory / read bandwidth, AVX2' 1/easi_bytes/memory/avx2 0.65 0.80
row 2 'EASI bytes, cache / plain loop, AVX-512' 2/easi_bytes/cache_vs_plain/avx512 12 30
row 2 'EASI bytes, cache / plain loop, AVX2' 2/easi_bytes/cache_vs_plain/avx2 12 20
row 3 'EASI bytes, header-only, cache / plain loop' 3/easi_bytes/header_cache_vs_plain 4 6
row 3 'EASI bytes, header-only, memory / plain loop' 3/easi_bytes/header_memory_vs_plain 4 6
row 4 'POEM bytes / read bandwidth, AVX-512' 4/poem_bytes/memory/avx512 0.70 0.85
row 4 'POEM bytes / read bandwidth, AVX2' 4/poem_bytes/memory/avx2 0.70 0.85
row 4 'SCORAD floats / read bandwidth, AVX-512' 4/scorad_floats/memory/avx512 0.70 0.85
row 4 'SCORAD floats / read bandwidth, AVX2' 4/scorad_floats/memory/avx2 0.70 0.85
row 5 'EASI doubles / read bandwidth, AVX-512' 5/easi_doubles/memory/avx512 0.65 0.85
row 5 'EASI doubles / read bandwidth, AVX2' 5/easi_doubles/memory/avx2 0.65 0.85
for target in avx512 avx2; do
    row 5 "EASI int32 / double columns, time, $target" "5/easi_int32_over_double/$target" 0.67 1
    row 5 "EASI int32 with bitmaps / double, $target" "5/easi_int32_bitmap_10%_over_double/$target" 0.67 1
    row 5 "EASI double with bitmaps / NaN, $target" "5/easi_double_bitmap_10%_over_double/$target" 0.67 1
done
row 8 'EASI bytes, two threads / read bandwidth' 8/easi_bytes/memory/two_threads 0.80 0.90
printf '%-4s %-46s %8s %8s %9d\n' 9 'heap requests while scoring 40 M rows' 0 0 \
    "$(printf '%.0f' "$(counter pin '1/easi_bytes/memory/baseline/.*' heap)")"
