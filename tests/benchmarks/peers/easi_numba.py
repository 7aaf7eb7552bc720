# SPDX-License-Identifier: BSL-1.0
# EASI with validation and bands in numba, one loop over the rows: seconds of CPU, and the answer.
"""easi_numba.py FILE ROWS"""
import sys

import numba
import numpy as np

from easi_answer import answer, columns, seconds

ADULT = np.array([1, 2, 3, 4], dtype=np.int32)
CHILD = np.array([2, 2, 3, 3], dtype=np.int32)


@numba.njit
def score(x, age, units, band):
    for row in range(len(age)):
        good = age[row] <= 130
        weight = CHILD if age[row] < 8 else ADULT
        total = 0
        for region in range(4):
            signs = 0
            for sign in range(4):
                v = x[region * 5 + sign, row]
                good &= (v <= 6) & (v != 1)
                signs += v
            area = x[region * 5 + 4, row]
            good &= area <= 6
            total += weight[region] * area * signs
        units[row] = total if good else 65535
        band[row] = (int(total >= 1) + int(total >= 21) + int(total >= 141) + int(total >= 421) +
                     int(total >= 1001)) if good else 255


def main():
    rows = int(sys.argv[2])
    x, age = columns(sys.argv[1], rows, "u8")
    table = np.stack(x)
    units, band = np.empty(rows, dtype=np.uint16), np.empty(rows, dtype=np.uint8)
    time = seconds(lambda: score(table, age, units, band))
    print(time, answer(units, band))


main()
