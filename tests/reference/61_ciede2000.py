# SPDX-License-Identifier: BSL-1.0
"""CIEDE2000 with 60 digits (mpmath), for the table of tests/units/ciede2000_test.cpp.

Colours have whole coordinates, so whether two hues are opposite, and on which side of the jumps of
the formula they lie, is decided with whole numbers. Prints one row of the table for each pair.
"""
from mpmath import mp, mpf, atan2, cos, exp, nstr, pi, sin, sqrt

mp.dps = 60


def degrees(y, x):
    return mpf(0) if x == y == 0 else atan2(y, x) * 180 / pi % 360


def radians(angle):
    return angle * pi / 180


def weight(chroma):
    return sqrt(chroma**7 / (chroma**7 + mpf(25) ** 7))


def hues(one, two, first, second):
    """(difference, mean) of two hues; first and second are (a, b) as whole numbers."""
    (a1, b1), (a2, b2) = first, second
    if (a1 == b1 == 0) or (a2 == b2 == 0):
        return mpf(0), one + two
    raw = two - one
    turn, dot, together = a1 * b2 - a2 * b1, a1 * a2 + b1 * b2, a1 * b2 + a2 * b1
    if turn == 0 and dot < 0:
        return mpf(180 if raw > 0 else -180), (one + two) / 2
    if abs(raw) <= 180:
        return raw, (one + two) / 2
    step = raw - 360 if raw > 0 else raw + 360
    if together == 0:
        return step, mpf(0)
    return step, (one + two + (360 if one + two < 360 else -360)) / 2


def ciede2000(l1, a1, b1, l2, a2, b2):
    mean_chroma = (sqrt(mpf(a1 * a1 + b1 * b1)) + sqrt(mpf(a2 * a2 + b2 * b2))) / 2
    g = 1 + (1 - weight(mean_chroma)) / 2
    c1, c2 = sqrt((g * a1) ** 2 + b1 * b1), sqrt((g * a2) ** 2 + b2 * b2)
    step, hue = hues(degrees(b1, g * a1), degrees(b2, g * a2), (a1, b1), (a2, b2))
    lightness, chroma = mpf(l1 + l2) / 2 - 50, (c1 + c2) / 2
    t = (1 - mpf(17) / 100 * cos(radians(hue - 30)) + mpf(24) / 100 * cos(radians(2 * hue))
         + mpf(32) / 100 * cos(radians(3 * hue + 6)) - mpf(20) / 100 * cos(radians(4 * hue - 63)))
    sl = 1 + mpf(15) / 1000 * lightness**2 / sqrt(20 + lightness**2)
    sc, sh = 1 + mpf(45) / 1000 * chroma, 1 + mpf(15) / 1000 * chroma * t
    turned = -2 * weight(chroma) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    dl, dc = (l2 - l1) / sl, (c2 - c1) / sc
    dh = 2 * sqrt(c1 * c2) * sin(radians(step) / 2) / sh
    return sqrt(dl**2 + dc**2 + dh**2 + turned * dc * dh)


def pairs():
    directions = [(1, 0), (0, 1), (-1, 0), (0, -1), (2, -1), (-2, 1), (3, 7), (-3, -7), (-5, 4),
                  (5, -4), (-31, 14), (31, -14), (13, 44), (-13, -44), (-26, 11), (26, -11)]
    for i, (a, b) in enumerate(directions):
        m, n = 1 + i % 3, 2 + i % 2
        yield 40 + i, a * m, b * m, 60 - i, -a * n, -b * n  # exactly opposite
    for a, b in [(-124, 56), (-52, 22), (3, 7), (-5, 4), (1, 90), (90, 1)]:
        yield 55, a, b, 60, -a, -b + 1  # nearly opposite, on either side
        yield 55, a, b, 60, -a, -b - 1
    for a, b in [(50, 3), (17, 40), (9, 1), (30, 29)]:
        yield 50, a, b, 45, a, -b  # the sum of the hues is 360
        yield 45, a, -b, 50, 2 * a, 2 * b
    yield 88, -124, 56, 97, 62, -28
    yield 50, -52, 22, 60, 104, -44
    yield 50, 0, 0, 60, 3, -7  # a grey has no hue


for pair in pairs():
    print("    {" + ", ".join(map(str, pair)) + ", " + nstr(ciede2000(*pair), 20) + "},")
