# SPDX-License-Identifier: BSL-1.0
# EASI with validation and bands in numpy and pandas: seconds of CPU a run, and the answer.
"""easi_numpy.py FILE ROWS METHOD: METHOD is numpy_f64, numpy_u8, numpy_u8_blocked, pandas_lean or
pandas_usual. pandas_lean works on whole columns with comparisons, as the numpy script does;
pandas_usual is written as most users write it: isin, between, sums over columns and cut."""
import sys

import numpy as np

from easi_answer import answer, columns, seconds


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


def pandas_lean(frame):
    return score_f64([frame[f"i{i}"] for i in range(20)], frame["age"])


def pandas_usual(frame):
    import pandas as pd
    valid = frame["age"].between(0, 130)
    total = pd.Series(0.0, index=frame.index)
    for region in range(4):
        signs = [f"i{region * 5 + k}" for k in range(4)]
        area = frame[f"i{region * 5 + 4}"]
        for sign in signs:
            valid &= frame[sign].isin([0, 1, 1.5, 2, 2.5, 3])
        valid &= area.isin(range(7))
        weight = np.where(frame["age"] < 8, (0.2, 0.2, 0.3, 0.3)[region],
                          (0.1, 0.2, 0.3, 0.4)[region])
        total += weight * area * frame[signs].sum(axis=1)
    total = total.round(2).where(valid)
    return total, pd.cut(total, [-np.inf, 0, 1, 7, 21, 50, 72], labels=False)


def main():
    path, rows, method = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    x, age = columns(path, rows, "u8" if "u8" in method else "f64")
    if "pandas" in method:
        import pandas as pd
        frame = pd.DataFrame({f"i{i}": c for i, c in enumerate(x)} | {"age": age})
        score = {"pandas_lean": pandas_lean, "pandas_usual": pandas_usual}[method]
        run = lambda: score(frame)
    else:
        score = {"numpy_f64": score_f64, "numpy_u8": score_u8,
                 "numpy_u8_blocked": score_u8_blocked}[method]
        run = lambda: score(x, age)
    time = seconds(run)
    total, band = (np.asarray(part) for part in run())
    print(time, answer(total if "u8" in method else total * 20, band))


main()
