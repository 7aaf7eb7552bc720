# SPDX-License-Identifier: BSL-1.0
"""A few sums straight from their papers, in fractions: a fault of the library shows here, which a
comparison of the library with itself cannot see. None stands for "not judged here"."""
import re
from fractions import Fraction

PLAIN = re.compile(r"\d+(\.\d{1,6})?")


def plain(cell):
    """A decimal that everybody reads alike, or None."""
    cell = cell.strip(" \t")
    return Fraction(cell) if PLAIN.fullmatch(cell) else None


def short(value):
    """`18.4` for 92/5; for decimals."""
    text = f"{value.numerator * 10**12 // value.denominator:013d}"
    return (text[:-12].lstrip("0") or "0") + ("." + text[-12:]).rstrip("0").rstrip(".")


def grades(answers, allowed):
    """All answers as numbers, when all are plain, allowed and given as grades alone."""
    values = {}
    for key, (cell, percent) in answers.items():
        value = plain(cell)
        if percent.strip() or value is None or value not in allowed(key):
            return None
        values[key] = value
    return values


def poem(answers, _age):
    values = grades(answers, lambda _: range(5))
    return None if values is None else short(sum(values.values()))


def dlqi(answers, _age):
    """Ten questions of 0 to 3; question 7 is 3 when work was prevented, else its further part."""
    cells = {key: cell.strip(" \t") for key, (cell, _) in answers.items()}
    if cells["q7_prevented"] == "yes":
        if cells["q7_problem"]:
            return None
        cells["q7_problem"] = "3"
    elif cells["q7_prevented"] != "no":
        return None
    total = Fraction(0)
    for key, cell in cells.items():
        if key == "q7_prevented":
            continue
        value = plain(cell)
        most = 3 if key != "q7_problem" or cells["q7_prevented"] == "yes" else 2
        if value is None or value not in range(most + 1):
            return None
        total += value
    return short(total)


SIGNS = [Fraction(0), Fraction(1), Fraction(3, 2), Fraction(2), Fraction(5, 2), Fraction(3)]
ADULT = {"head_neck": 1, "upper_limbs": 2, "trunk": 3, "lower_limbs": 4}  # tenths
CHILD = {"head_neck": 2, "upper_limbs": 2, "trunk": 3, "lower_limbs": 3}


def easi(answers, age):
    years, months = (plain(cell) for cell in age)
    if any(cell.strip() for cell in age[1:]) or years is None or years > 130:
        return None
    values = grades(answers, lambda key: range(7) if key.endswith("_area") else SIGNS)
    if values is None:
        return None
    total = Fraction(0)
    for region, weight in (ADULT if years >= 8 else CHILD).items():
        signs = sum(value for key, value in values.items() if key.startswith(region) and not key.endswith("_area"))
        total += Fraction(weight, 10) * values[region + "_area"] * signs
    return short(total)


def scorad(answers, _age):
    """Extent / 5 + 7 x intensity / 2 + the two visual scales (severity index of the task force, 1993)."""
    values = {key: plain(cell) for key, (cell, percent) in answers.items()}
    if any(value is None for value in values.values()) or any(percent.strip() for _, percent in answers.values()):
        return None
    extent, itch, sleep = values.pop("extent"), values.pop("pruritus"), values.pop("sleep_loss")
    if extent > 100 or itch > 10 or sleep > 10 or any(value not in range(4) for value in values.values()):
        return None
    return short(extent / 5 + Fraction(7, 2) * sum(values.values()) + itch + sleep)


SIMPLE = {"poem": poem, "dlqi": dlqi, "easi": easi, "scorad": scorad}
