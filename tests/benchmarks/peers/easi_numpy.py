# SPDX-License-Identifier: BSL-1.0
# EASI with validation and bands in numpy and pandas: seconds of CPU per run of the rows asked for.
"""easi_numpy.py ROWS METHOD: METHOD is numpy_f64, pandas_f64, numpy_u8 or numpy_u8_blocked."""
import sys
import time

import numpy as np


def make(rows, kind):
    rng = np.random.default_rng(1)
    signs = np.array([0, 2, 3, 4, 5, 6, 2, 4], dtype=np.uint8)
    columns = [rng.integers(0, 7, rows, dtype=np.uint8) if i % 5 == 4 else
               signs[rng.integers(0, 8, rows)] for i in range(20)]
    age = rng.integers(0, 80, rows, dtype=np.uint8)
    if kind == "u8":
        return columns, age
    return [c / (1.0 if i % 5 == 4 else 2.0) for i, c in enumerate(columns)], age.astype(float)


def score_f64(x, age):
    young = age < 8
    total = np.zeros(len(age))
    good = (age >= 0) & (age <= 130)
    for region in range(4):
        s = x[region * 5:region * 5 + 4]
        area = x[region * 5 + 4]
        for v in s:
            good &= (v >= 0) & (v <= 3) & (v * 2 == np.floor(v * 2)) & (v != 0.5)
        good &= (area >= 0) & (area <= 6) & (area == np.floor(area))
        weight = np.where(young, (0.2, 0.2, 0.3, 0.3)[region], (0.1, 0.2, 0.3, 0.4)[region])
        total += weight * area * (s[0] + s[1] + s[2] + s[3])
    total = np.round(total * 20) / 20
    total[~good] = np.nan
    return total, np.where(good, np.digitize(total, [0.05, 1.05, 7.05, 21.05, 50.05]), 255)


def score_u8(x, age, kind=np.int32):
    young = age < 8
    total = np.zeros(len(age), dtype=kind)
    good = age <= 130
    for region in range(4):
        s = x[region * 5:region * 5 + 4]
        area = x[region * 5 + 4]
        for v in s:
            good &= (v <= 6) & (v != 1)
        good &= area <= 6
        weight = np.where(young, np.uint8((2, 2, 3, 3)[region]), np.uint8((1, 2, 3, 4)[region]))
        total += (weight * area).astype(kind) * (s[0] + s[1] + s[2] + s[3])
    band = np.zeros(len(age), dtype=np.uint8)
    for start in (1, 21, 141, 421, 1001):
        band += total >= start
    band[~good] = 255
    total[~good] = -1
    return total, band


def score_u8_blocked(x, age):
    units = np.empty(len(age), dtype=np.uint16)
    band = np.empty(len(age), dtype=np.uint8)
    for at in range(0, len(age), 32768):
        part = slice(at, at + 32768)
        total, bands = score_u8([c[part] for c in x], age[part], np.int16)
        units[part] = total.view(np.uint16)
        band[part] = bands
    return units, band


def main():
    rows, method = int(sys.argv[1]), sys.argv[2]
    columns, age = make(rows, "u8" if "u8" in method else "f64")
    if method == "pandas_f64":
        import pandas as pd
        frame = pd.DataFrame({f"i{i}": c for i, c in enumerate(columns)})
        ages = pd.Series(age)
        run = lambda: score_f64([frame[f"i{i}"] for i in range(20)], ages)
    else:
        score = {"numpy_f64": score_f64, "numpy_u8": score_u8, "numpy_u8_blocked": score_u8_blocked}[method]
        run = lambda: score(columns, age)
    run()
    best = []
    for _ in range(3):
        start = time.process_time()
        run()
        best.append(time.process_time() - start)
    print(sorted(best)[1])


main()
