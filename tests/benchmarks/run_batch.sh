#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# run_batch.sh BENCH [peers]: prints the goals of the batch kernels beside what this machine measures.
#
# BENCH is the program eczscore_bench of the release preset. Every figure is the median ratio of
# eleven runs in turn with its yardstick, on one core and in CPU time; two threads in elapsed time.
# With `peers`, numpy, pandas, R and data.table score the same rows, seven times in turn with ours.
set -euo pipefail
bench=${1:?usage: run_batch.sh BENCH [peers]}
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

printf '%-4s %-46s %8s %8s %9s\n' row what goal stretch measured
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
row 8 'EASI bytes, two threads / read bandwidth' 8/easi_bytes/memory/two_threads 0.80 0.90
printf '%-4s %-46s %8s %8s %9d\n' 9 'heap requests while scoring 40 M rows' 0 0 \
    "$(printf '%.0f' "$(counter pin '1/easi_bytes/memory/baseline/.*' heap)")"

[ "${2:-}" = peers ] || exit 0
rows=5000000
peer() { # peer NUMBER WHAT OURS GOAL STRETCH COMMAND...: seven times in turn
    local number=$1 what=$2 ours=$3 goal=$4 stretch=$5 theirs mine
    shift 5
    for _ in 1 2 3 4 5 6 7; do
        theirs=$(pin "$@" 2>/dev/null) || { printf '%-4s %-46s not installed\n' "$number" "$what"; return; }
        mine=$(ECZSCORE_BENCH_ROWS=$peer_rows counter pin "$ours/.*" Mrow_s)
        awk -v t="$theirs" -v m="$mine" -v n="$rows" 'BEGIN { print t * m * 1e6 / n }'
    done | sort -g | awk -v a="$number" -v b="$what" -v c="$goal" -v d="$stretch" \
        'NF == 1 { v[++n] = $1; next } { print } END { if (n) printf "%-4s %-46s %8s %8s %9.1f\n", a, b, c, d, v[int((n + 1) / 2)] }'
}
peer_rows=$((rows * 4)) # the case with doubles scores a quarter
peer 6 'EASI doubles / numpy' 5/easi_doubles/memory/avx2 10 18 /usr/bin/python3 "$here/peers/easi_numpy.py" $rows numpy_f64
peer 6 'EASI doubles / pandas' 5/easi_doubles/memory/avx2 45 85 /usr/bin/python3 "$here/peers/easi_numpy.py" $rows pandas_f64
peer 6 'EASI doubles / R data.frame' 5/easi_doubles/memory/avx2 35 60 Rscript "$here/peers/easi_r.R" $rows data.frame
peer 6 'EASI doubles / R data.table' 5/easi_doubles/memory/avx2 - - Rscript "$here/peers/easi_r.R" $rows data.table
peer_rows=$rows
peer 7 'EASI bytes / numpy' 1/easi_bytes/memory/avx2 10 16 /usr/bin/python3 "$here/peers/easi_numpy.py" $rows numpy_u8
peer 7 'EASI bytes / numpy in blocks' 1/easi_bytes/memory/avx2 3 4.5 /usr/bin/python3 "$here/peers/easi_numpy.py" $rows numpy_u8_blocked
