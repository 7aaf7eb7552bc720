# SPDX-License-Identifier: BSL-1.0
# SciPy on the data of stats_paired_bench.cpp: OMP_NUM_THREADS=1 python3 stats_paired.py. Prints
# key, milliseconds of processor time a call, and the answer, apart by tabs.
import sys
import time

try:
    import numpy as np
    import scipy
    from scipy import stats
except ImportError:
    print("not installed", "scipy", "", sep="\t")
    sys.exit()


def changes(n):
    u = ((np.arange(n) * 7919 + 13) % 10007 + 0.5) / 10007
    return -14 * np.log(u) - 10


def time_of(key, call, answer):
    found = answer(call())
    taken = []
    for _ in range(5):
        start = time.process_time()
        call()
        taken.append(time.process_time() - start)
    print(key, f"{sorted(taken)[2] * 1e3:.6g}", " ".join(f"{v:.15g}" for v in found), sep="\t")


print("version", "scipy", scipy.__version__, sep="\t")
print("version", "numpy", np.__version__, sep="\t")
x = changes(500)
for resamples in (10_000, 100_000):
    for what in (np.mean, np.median):
        time_of(
            f"bca_{what.__name__}_{resamples}",
            # Of batches of 100, 1,000 and all at once, this was the quickest.
            lambda: stats.bootstrap((x,), what, n_resamples=resamples, method="BCa", batch=100),
            lambda found: (found.confidence_interval.low, found.confidence_interval.high),
        )
d = changes(200)
time_of("signed_rank_scipy", lambda: stats.wilcoxon(d, mode="exact"), lambda found: (found.pvalue,))
