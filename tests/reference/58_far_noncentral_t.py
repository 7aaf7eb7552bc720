# SPDX-License-Identifier: BSL-1.0
"""Noncentral t far from 0, where Boost's sums lose digits: 30-digit integrals over the chi density (mpmath)."""
import mpmath as mp
from common import Book, pyver

mp.mp.dps = 30
B = Book("I distribution functions", "58_far_noncentral_t.py", {"python": pyver(), "mpmath": mp.__version__},
         "T = (Z + ncp) / s: the normal chance, integrated over u = log s.")


def chance(t, df, ncp, above):
    t, v, d = mp.mpf(t), mp.mpf(df), mp.mpf(ncp)
    c = mp.log(2) + v / 2 * mp.log(v / 2) - mp.loggamma(v / 2)
    sd = 1 / mp.sqrt(2 * v)
    turn = mp.log(d / t)  # where the normal chance turns, within a few 1/t
    g = lambda u: mp.exp(c + v * u - v * mp.exp(2 * u) / 2) * mp.ncdf((d - t * mp.exp(u)) * (1 if above else -1))
    steps = (-140, -70, -40, -20, -12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8, 12)
    points = sorted({i * sd for i in steps} | {turn + i / d for i in steps if abs(i) <= 12})
    return mp.quad(g, points)


for df, ncp in ((1, 150), (1, 20000), (3, 30000), (20, 120), (20, 1e6), (1000, 500), (1e5, 70000), (1e7, 1000), (1e9, 101)):
    sd = mp.sqrt(1 + mp.mpf(ncp) ** 2 / (2 * mp.mpf(df)))
    for q in (-2, 0, 1, 4):
        t = float(ncp + q * sd * (mp.mpf("0.1") if df < 10 and q < 0 else 1))
        if t <= 0:
            continue
        B.case(f"far_{df:g}_{ncp:g}_{q}", "mpmath", {"t": t, "df": df, "ncp": ncp},
               {"cdf": float(chance(t, df, ncp, False)), "sf": float(chance(t, df, ncp, True))})
B.save("58_far_noncentral_t.json")
