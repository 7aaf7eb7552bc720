#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Prints the goals of the statistics beside what this machine measures.

Each round runs the peers (R with coin and boot, SciPy) and our benchmark on the same data, one
after the other on one core, in processor time; a row is the median over the rounds of theirs over
ours, with the least and the most. Where a method is not random, the answers must agree. A package
that is not installed is named and its rows are left out: Debian has r-base-core, r-cran-coin,
r-cran-boot and python3-scipy.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

PEERS = pathlib.Path(__file__).resolve().parent / "peers"
# The system's own: the one that the distribution's SciPy belongs to.
PYTHON = shutil.which("python3", path=os.defpath) or sys.executable

# row, what, the peer's key, our case, goal, stretch, largest relative difference of the answers
# (None: random, or an approximation of the peer's own)
ROWS = [
    ("14", "BCa mean, B 10,000: SciPy", "bca_mean_10000", "bca_mean/B:10000/per_unit:0", 7, 15, None),
    ("14", "BCa mean, B 10,000: R boot", "bca_mean_10000_boot", "bca_mean/B:10000/per_unit:0",
     500, 1200, None),
    ("14", "BCa mean, B 100,000: SciPy", "bca_mean_100000", "bca_mean/B:100000/per_unit:0", 7, 15,
     None),
    ("14", "BCa mean, B 100,000: R boot", "bca_mean_100000_boot", "bca_mean/B:100000/per_unit:0",
     500, 1200, None),
    ("15", "BCa median, B 10,000: SciPy", "bca_median_10000", "bca_median/B:10000/n:500", 60, 110,
     None),
    ("15", "BCa median, B 100,000: SciPy", "bca_median_100000", "bca_median/B:100000/n:500", 60,
     110, None),
    ("", "BCa median, B 10,000: R boot", "bca_median_10000_boot", "bca_median/B:10000/n:500", None,
     None, None),
    ("16", "exact signed rank, n 200: R wilcox.test", "signed_rank", "signed_rank/n:200/per_unit:0",
     3, 5, 1e-10),
    ("", "exact signed rank, n 200: SciPy", "signed_rank_scipy", "signed_rank/n:200/per_unit:0",
     None, None, 1e-10),
    ("16", "the same with ties: coin", "signed_rank_ties", "signed_rank/n:200/per_unit:1", 100, 300,
     1e-10),
    ("17", "exact Mann-Whitney, 100+100: R wilcox.test", "mann_whitney", "mann_whitney/kinds:0",
     None, None, 1e-10),
    ("17", "the same, nothing kept between calls: pwilcox", "mann_whitney_nothing_kept",
     "mann_whitney/kinds:0", 150, 400, 1e-10),
    ("17", "the same with ties: coin", "mann_whitney_ties", "mann_whitney/kinds:60", 6, 25, 1e-10),
    ("18", "Hodges-Lehmann, n 10,000: R wilcox.test(conf.int)", "hodges_lehmann",
     "hodges_lehmann/n:10000/per_unit:0", 80, 200, None),
    ("18", "the same: R median(outer)", "hodges_lehmann_outer", "hodges_lehmann/n:10000/per_unit:0",
     2000, 5000, 1e-12),
    ("", "Hodges-Lehmann shift, 1,000+1,000: R wilcox.test", "shift_1000", "shift/each:1000", None,
     None, None),
    ("21", "CMH, 20 strata: R mantelhaen.test", "cmh_20", "cmh/strata:20", 1000, 8000, 1e-10),
    ("21", "CMH, 1,000 strata: R mantelhaen.test", "cmh_1000", "cmh/strata:1000", None, None, 1e-10),
    ("21", "stratified Miettinen-Nurminen, 20: R, vectorised", "miettinen_nurminen_20",
     "miettinen_nurminen/strata:20", 20, 60, 1e-9),
    ("21", "the same, 1,000 strata", "miettinen_nurminen_1000", "miettinen_nurminen/strata:1000", 3,
     10, 1e-9),
]
UNITS = {"ns": 1e-6, "us": 1e-3, "ms": 1.0, "s": 1e3}
ANSWERS = ("p", "estimate", "lower", "upper")


def run(command):
    done = subprocess.run(["taskset", "-c", "0", *command], stdout=subprocess.PIPE, text=True,
                          env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"})
    if done.returncode != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return done.stdout


def ours(bench):
    """Our cases: milliseconds and the answers."""
    cases = "|".join(sorted({f"^{row[3]}$" for row in ROWS}))
    found = json.loads(run([bench, f"--benchmark_filter={cases}", "--benchmark_format=json"]))
    return {each["name"]: (each["cpu_time"] * UNITS[each["time_unit"]],
                           [each[key] for key in ANSWERS if key in each])
            for each in found["benchmarks"]}


def peers(quick):
    found, remarks = {}, []
    scripts = (["Rscript", str(PEERS / "stats_paired.R"), *(["quick"] if quick else [])],
               ["Rscript", str(PEERS / "stats_two_group.R")],
               [PYTHON, str(PEERS / "stats_paired.py")])
    for script in scripts:
        for line in run(script).splitlines():
            key, value, answer = (line.split("\t") + ["", ""])[:3]
            if key in ("version", "not installed"):
                remarks.append(f"{key} {value} {answer}".strip())
            else:
                found[key] = (float(value), [float(each) for each in answer.split()])
    return found, remarks


def disagreement(theirs, mine):
    if len(theirs) != len(mine):
        return float("inf")
    return max(abs(a - b) / max(abs(a), abs(b), 1e-300) for a, b in zip(theirs, mine))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", help="the program eczscore_bench of the release preset")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--quick", action="store_true",
                        help="leave out what takes a peer more than some seconds")
    args = parser.parse_args()
    rounds = []
    for _ in range(args.rounds):
        theirs, remarks = peers(args.quick)
        rounds.append((theirs, ours(os.path.abspath(args.bench))))
    print("; ".join(sorted(set(remarks))))
    print(f"{'row':4}{'what':54}{'goal':>7}{'stretch':>9}{'median':>9}{'least':>9}{'most':>9}"
          f"{'ours, ms':>11}")
    differ = []
    for row, what, key, case, goal, stretch, tolerance in ROWS:
        both = [(theirs[key], mine[case]) for theirs, mine in rounds if key in theirs]
        if not both:
            continue
        ratios = [their[0] / my[0] for their, my in both]
        print(f"{row:4}{what:54}{goal or '':>7}{stretch or '':>9}{statistics.median(ratios):>9.4g}"
              f"{min(ratios):>9.3g}{max(ratios):>9.3g}"
              f"{statistics.median(my[0] for _, my in both):>11.4g}")
        if tolerance is not None and disagreement(both[0][0][1], both[0][1][1]) > tolerance:
            differ.append(f"{what}: {both[0][0][1]} there, {both[0][1][1]} here")
    if differ:
        sys.exit("answers differ\n" + "\n".join(differ))


if __name__ == "__main__":
    main()
