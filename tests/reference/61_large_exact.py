# SPDX-License-Identifier: BSL-1.0
# Exact tests of large groups, counted in whole numbers of any length: where counts outgrow a double.
import math
from decimal import Decimal, getcontext
from fractions import Fraction

from common import Book, pyver

getcontext().prec = 60
book = Book("exact tests of large groups", "61_large_exact.py", {"python": pyver()},
            "Standard library only; exact numbers are rounded to double once, at the end. Groups are given as counts per grade.")


def double(p):
    """The nearest double; 0 below all of them."""
    return float(p) if p > Fraction(1, 2**1080) else 0.0


def tails(x, y, scores):
    """P(S <= s), P(S >= s) and P(|S - E| >= |s - E|) of the sum S of x's scores, all choices of x being equally likely."""
    per_grade = [a + b for a, b in zip(x, y)]
    m, n = sum(x), sum(per_grade)
    ways = [[math.comb(c, k) for k in range(c + 1)] for c in per_grade]
    observed = sum(a * s for a, s in zip(x, scores))
    centre = m * sum(c * s for c, s in zip(per_grade, scores))
    far = abs(n * observed - centre)
    less = greater = two = everything = 0
    last, before = len(scores) - 1, len(scores) - 2

    def visit(grade, left, sum_so_far, product):
        nonlocal less, greater, two, everything
        if grade == before:  # the last two grades: one choice decides both
            for k in range(max(0, left - per_grade[last]), min(left, per_grade[grade]) + 1):
                count = product * ways[grade][k] * ways[last][left - k]
                s = sum_so_far + k * scores[grade] + (left - k) * scores[last]
                everything += count
                less += count if s <= observed else 0
                greater += count if s >= observed else 0
                two += count if abs(n * s - centre) >= far else 0
            return
        for k in range(min(left, per_grade[grade]) + 1):
            visit(grade + 1, left - k, sum_so_far + k * scores[grade], product * ways[grade][k])

    visit(0, m, 0, 1)
    assert everything == math.comb(n, m)
    return {key: double(Fraction(count, everything)) for key, count in
            {"p": two, "p_less": less, "p_greater": greater}.items()}


def doubled_mid_ranks(per_grade):
    ranks, done = [], 0
    for c in per_grade:
        ranks.append(2 * done + c + 1)
        done += c
    return ranks


GROUPS = {
    "2_of_2160": ([0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0], [197, 196, 196, 196, 196, 196, 197, 196, 196, 196, 196]),
    "60_of_3000": ([36, 24], [1823, 1117]),
    "1500_and_1500": ([900, 600], [930, 570]),
    "2500_and_2500": ([1500, 1000], [1550, 950]),
    "5000_and_5000": ([3000, 2000], [3100, 1900]),
    "1_of_8000": ([0, 1], [5000, 2999]),
    "1030_and_1030": ([400, 380, 250], [380, 370, 280]),
    "1100_and_1080": ([400, 420, 280], [380, 370, 330]),
    "1500_and_1500_three": ([500, 600, 400], [520, 610, 370]),
    "far_1400_and_1300": ([900, 300, 200], [300, 400, 600]),
    "30_of_4000_five": ([4, 6, 8, 7, 5], [900, 850, 800, 800, 620]),
    "4_of_5000_eleven": ([1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0], [500, 450, 450, 450, 450, 450, 450, 450, 450, 450, 446]),
    "350_and_340_three": ([120, 130, 100], [110, 120, 110]),
    "far_300_and_280": ([200, 60, 40], [60, 90, 130]),
    "apart_400_and_400": ([400, 0], [0, 400]),
    "apart_600_and_600": ([600, 0], [0, 600]),
}
MID_RANKS_FAR_APART = ("1030_and_1030", "1100_and_1080", "1500_and_1500_three", "far_1400_and_1300")  # half a gigabyte of sums and more
for name, (x, y) in GROUPS.items():
    ranks = doubled_mid_ranks([a + b for a, b in zip(x, y)])
    if name not in MID_RANKS_FAR_APART:
        book.case(f"mann_whitney_{name}", "whole numbers: all choices, grade by grade", {"x": x, "y": y}, tails(x, y, ranks))
    book.case(f"permutation_{name}", "whole numbers: all choices, grade by grade", {"x": x, "y": y},
              tails(x, y, list(range(len(x)))))


# Signs of differences of two sizes, 1 and 2: their sum (sign flips) and the sum of their mid-ranks.
def two_sizes(counts, positive, weights):
    (a, b), n = counts, sum(counts)
    of_a, of_b = ([math.comb(c, k) for k in range(c + 1)] for c in counts)
    up_to_b = [0]
    for ways in of_b:
        up_to_b.append(up_to_b[-1] + ways)
    observed = sum(p * w for p, w in zip(positive, weights))
    less = equal_or_more = 0
    for k, ways in enumerate(of_a):
        room = observed - k * weights[0]
        if room >= 0:
            less += ways * up_to_b[min(room // weights[1], b) + 1]
        need = max(0, -((k * weights[0] - observed) // weights[1]))
        if need <= b:
            equal_or_more += ways * (up_to_b[b + 1] - up_to_b[need])
    p_less, p_greater = Fraction(less, 2**n), Fraction(equal_or_more, 2**n)
    two = min(Fraction(1), 2 * min(p_less, p_greater))
    return {"p_less": double(p_less), "p_greater": double(p_greater), "p": double(two)}


for name, (counts, positive) in {
        "600_and_500": ((600, 500), (310, 262)), "700_and_800_far": ((700, 800), (650, 760)),
        "all_of_1060": ((500, 560), (500, 560)), "all_of_1100": ((500, 600), (500, 600))}.items():
    ranks = doubled_mid_ranks(counts)
    given = {"sizes": counts, "positive": positive}
    book.case(f"signed_rank_{name}", "whole numbers: sums of products of binomial coefficients", given,
              two_sizes(counts, positive, ranks))
    book.case(f"sign_flip_{name}", "whole numbers: sums of products of binomial coefficients", given,
              two_sizes(counts, positive, (1, 2)))
for name, (counts, positive) in {"6000": ((3000, 3000), (1530, 1540))}.items():
    book.case(f"sign_flip_{name}", "whole numbers: sums of products of binomial coefficients",
              {"sizes": counts, "positive": positive}, two_sizes(counts, positive, (1, 2)))


# Fisher: the hypergeometric distribution.
def fisher(x1, n1, x2, n2):
    m = x1 + x2
    low, high = max(0, m - n2), min(n1, m)
    ways = [math.comb(n1, k) * math.comb(n2, m - k) for k in range(low, high + 1)]
    everything, here = math.comb(n1 + n2, m), ways[x1 - low]
    assert sum(ways) == everything
    less, greater = sum(ways[:x1 - low + 1]), sum(ways[x1 - low:])
    share = lambda count: double(Fraction(count, everything))
    return {"p_less": share(less), "p_greater": share(greater), "p_central": min(1.0, 2 * share(min(less, greater))),
            "p_minimum_likelihood": share(sum(w for w in ways if w <= here)), "probability": share(here)}


for x1, n1, x2, n2 in ((24, 60, 1117, 2940), (600, 1500, 570, 1500), (1000, 2500, 950, 2500), (2100, 5000, 1900, 5000),
                       (1, 3, 2999, 9000), (900, 1400, 300, 1300), (520, 520, 0, 520), (400, 400, 0, 400)):
    book.case(f"fisher_{x1}_{n1}_{x2}_{n2}", "whole numbers", {"x1": x1, "n1": n1, "x2": x2, "n2": n2}, fisher(x1, n1, x2, n2))


# Coins: the sign test, McNemar's test and the exact binomial test of a half.
for heads, n in ((3, 1100), (480, 1000), (1000, 2100), (4900, 10000), (0, 1060), (0, 1080)):
    less = Fraction(sum(math.comb(n, i) for i in range(heads + 1)), 2**n)
    book.case(f"coins_{heads}_of_{n}", "whole numbers", {"heads": heads, "n": n},
              {"p_less": double(less), "p": double(min(Fraction(1), 2 * less))})


# Barnard and Boschloo: the chance of all tables at least as extreme, at some common shares, in 60 digits.
def unconditional(x1, n1, x2, n2, shares):
    n = n1 + n2
    square = lambda a, b: (a * n2 - b * n1) * abs(a * n2 - b * n1)
    spread = lambda m: m * (n - m) or 1
    limit = Fraction(square(x1, x2), spread(x1 + x2))
    fisher_limit = None
    score, boschloo = [0] * (n + 1), [0] * (n + 1)
    upper = lambda m, k: sum(math.comb(n1, i) * math.comb(n2, m - i) for i in range(k, min(n1, m) + 1))
    fisher_limit = Fraction(upper(x1 + x2, x1), math.comb(n, x1 + x2))
    for m in range(n + 1):
        tail = best = 0
        at_most = fisher_limit * math.comb(n, m)
        for k in range(min(n1, m), max(0, m - n2) - 1, -1):
            ways = math.comb(n1, k) * math.comb(n2, m - k)
            tail += ways
            if Fraction(square(k, m - k), spread(m)) >= limit:
                score[m] += ways
            if tail <= at_most:
                best = tail
            elif Fraction(square(k, m - k), spread(m)) < limit:
                break
        boschloo[m] = best
    at = lambda counts, p: sum(Decimal(c) * p**m * (1 - p)**(n - m) for m, c in enumerate(counts) if c)
    return {"shares": [str(p) for p in shares], "score": [float(at(score, p)) for p in shares],
            "boschloo": [float(at(boschloo, p)) for p in shares]}


for x1, n1, x2, n2 in ((14, 20, 5, 25), (70, 120, 52, 110), (230, 400, 190, 380)):
    shares = [Decimal(k) / 20 for k in range(1, 20)]
    book.case(f"unconditional_{x1}_{n1}_{x2}_{n2}", "60 digits, tables in whole numbers", {"x1": x1, "n1": n1, "x2": x2, "n2": n2},
              unconditional(x1, n1, x2, n2, shares))


# The power of Fisher's two-sided test.
def power_fisher(p1, p2, n1, n2, alpha):
    chance = lambda n, p: [math.comb(n, k) * p**k * (1 - p)**(n - k) for k in range(n + 1)]
    of_1, of_2 = chance(n1, p1), chance(n2, p2)
    power = Decimal(0)
    for m in range(n1 + n2 + 1):
        low, high = max(0, m - n2), min(n1, m)
        ways = [math.comb(n1, k) * math.comb(n2, m - k) for k in range(low, high + 1)]
        everything, inside = math.comb(n1 + n2, m), 0
        left, right = 0, len(ways) - 1  # the distribution rises, then falls: the least likely first
        rejected = []
        while left <= right:
            least = min(ways[left], ways[right])
            here = []
            while left <= right and ways[left] == least:
                here.append(left)
                left += 1
            while left <= right and ways[right] == least:
                here.append(right)
                right -= 1
            inside += least * len(here)
            if Fraction(inside, everything) > alpha:
                break
            rejected += here
        power += sum(of_1[low + k] * of_2[m - low - k] for k in rejected)
    return float(power)


for p1, p2, n1, n2 in (("0.3", "0.5", 90, 100), ("0.4", "0.5", 500, 500), ("0.1", "0.1", 300, 700)):
    book.case(f"power_fisher_{n1}_{n2}", "60 digits, tables in whole numbers", {"p1": p1, "p2": p2, "n1": n1, "n2": n2, "alpha": "0.05"},
              {"power": power_fisher(Decimal(p1), Decimal(p2), n1, n2, Fraction(1, 20))})

book.save("61_large_exact.json")
