# SPDX-License-Identifier: BSL-1.0
"""EASI, SCORAD and POEM of a table with pandas. Usage: csv_score_pandas.py THREADS IN OUT"""
import sys

import numpy as np
import pandas as pd

_, _, source, target = sys.argv
d = pd.read_csv(source, na_values=["", "NA", "NaN", ".", "null"])
SIGNS = ["erythema", "edema_papulation", "excoriation", "lichenification"]
child = d["age_years"] < 8


def on_scale(x, levels):
    return x.where(x.isin(levels))


easi = 0
for region, adult, young in (("head_neck", 1, 2), ("upper_limbs", 2, 2), ("trunk", 3, 3),
                             ("lower_limbs", 4, 3)):
    signs = sum(on_scale(d[f"easi_{region}_{s}"], [0, 1, 1.5, 2, 2.5, 3]) for s in SIGNS)
    easi = easi + np.where(child, young, adult) * signs * on_scale(d[f"easi_{region}_area"],
                                                                  range(7))
easi = easi / 10

intensity = sum(on_scale(d["scorad_" + i], range(4)) for i in (
    "erythema", "edema_papulation", "oozing_crusting", "excoriation", "lichenification", "dryness"))
scorad = (d["scorad_extent"].where(d["scorad_extent"].between(0, 100)) / 5 + 3.5 * intensity +
          d["scorad_pruritus"].where(d["scorad_pruritus"].between(0, 10)) +
          d["scorad_sleep_loss"].where(d["scorad_sleep_loss"].between(0, 10))).round(6)

items = d[["poem_" + i for i in ("itch", "sleep", "bleeding", "weeping", "cracking", "flaking",
                                 "dryness")]]
wrong = (~items.isin(range(5)) & items.notna()).any(axis=1)
poem = items.sum(axis=1).where((items.isna().sum(axis=1) <= 1) & ~wrong)

pd.DataFrame({
    "subject": d["subject"],
    "easi_score": easi,
    "easi_band": pd.cut(easi.round(2), [-1, 0, 1, 7, 21, 50, 72], labels=False),
    "scorad_score": scorad,
    "scorad_band": pd.cut(scorad, [-1, 24.999999, 50, 103], labels=False),
    "poem_score": poem,
    "poem_band": pd.cut(poem, [-1, 2, 7, 16, 24, 28], labels=False),
}).to_csv(target, index=False)
