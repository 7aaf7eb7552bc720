# SPDX-License-Identifier: BSL-1.0
# Times SciPy on the data of stats_paired_bench.cpp: python3 stats_peers.py. Set OMP_NUM_THREADS=1.
import sys
import time

try:
    import numpy as np
    import scipy
    from scipy import stats
except ImportError:
    sys.exit("NumPy and SciPy are not installed: nothing to time")


def changes(n, per_unit=0):
    u = ((np.arange(n) * 7919 + 13) % 10007 + 0.5) / 10007
    x = -14 * np.log(u) - 10
    return np.round(x * per_unit) / per_unit if per_unit else x


def time_of(name, call):
    """Milliseconds of processor time of one call, the least of 5."""
    call()
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        call()
        best = min(best, time.process_time() - start)
    print(f"SciPy {scipy.__version__}, {name:44s} {best * 1e3:10.3f} ms")


x = changes(500)
for resamples in (10_000, 100_000):
    for what in (np.mean, np.median):
        time_of(
            f"bootstrap(BCa), {what.__name__}, n 500, B {resamples}",
            lambda: stats.bootstrap((x,), what, n_resamples=resamples, method="BCa", batch=1000),
        )
d = changes(200)
time_of("wilcoxon(exact), n 200", lambda: stats.wilcoxon(d, mode="exact"))
