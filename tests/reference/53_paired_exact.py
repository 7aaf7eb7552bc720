# SPDX-License-Identifier: BSL-1.0
# Paired methods by brute force: all signs, all shifts, rational and 60-digit arithmetic, and bootstraps drawn one by one.
import itertools
import math
from collections import Counter
from decimal import Decimal, getcontext
from fractions import Fraction
from statistics import NormalDist

from common import Book, pyver

getcontext().prec = 60
book = Book("B group paired: exact distributions, inverted tests, score intervals, bootstrap", "53_paired_exact.py",
            {"python": pyver()}, "Standard library only; exact numbers are rounded to double once, at the end.")


# Signed ranks of whole steps. Ranks are doubled, so that they are whole.
def doubled_ranks(sizes):
    return [2 * sum(o < s for o in sizes) + sum(o == s for o in sizes) + 1 for s in sizes]


def kept_ranks(d, rule):
    d = [x for x in d if x != 0] if rule == "wilcoxon" else d
    return [(r, x > 0) for r, x in zip(doubled_ranks([abs(x) for x in d]), d) if x != 0]


def sums(weights):
    """How many of the 2^n assignments give each sum."""
    counts = {0: 1}
    for w in weights:
        more = Counter(counts)
        for s, c in counts.items():
            more[s + w] += c
        counts = more
    return counts


def tails(weights, observed):
    counts = sums(weights)
    total, n = sum(weights), len(weights)
    assert sum(counts.values()) == 2**n
    far = abs(2 * observed - total)
    share = lambda test: Fraction(sum(c for s, c in counts.items() if test(s)), 2**n)
    return share(lambda s: s <= observed), share(lambda s: s >= observed), share(lambda s: abs(2 * s - total) >= far)


SETS = {
    "ties_zeros": [-3, 0, 2, 2, -1, 5, 0, 0, 2, 7, 1, 1],
    "half_ranks": [1, -1, 2, 2, -3],
    "iga": [-2, -1, -1, -1, 0, -1, 1, -2, -3, -1, 0, 1],
    "one_sign": [4, 4, 4, 4, 4, 4],
    "nrs": [-4, -1, 0, 1, -6, -4, -2, 3, -5, -4, -1, -2, -8, 0],
    "no_ties": [1, -2, 3, 4, 6, -8, 11, 15, 21],
    "five": [1, 2, 4, 8, 16],
}
for name, d in SETS.items():
    for rule in ("pratt", "wilcoxon"):
        ranks = kept_ranks(d, rule)
        weights = [r for r, _ in ranks]
        observed = sum(r for r, up in ranks if up)
        low, high, two = tails(weights, observed)
        book.case(f"signed_rank_{rule}_{name}", "all signs of the ranks, counted", {"difference": d, "zeros": rule},
                  {"w_plus": observed / 2, "nonzero": len(weights), "p_less": float(low), "p_greater": float(high), "p_two_sided": float(two)})


# 2,000 differences of three sizes: W+ is fixed by how many of each size are positive.
def three_groups(sizes, positive):
    ranks, done = [], 0
    for g in sizes:
        ranks.append(2 * done + g + 1)
        done += g
    observed = sum(r * k for r, k in zip(ranks, positive))
    from_k = [0] * (sizes[2] + 2)
    for k in range(sizes[2], -1, -1):
        from_k[k] = from_k[k + 1] + math.comb(sizes[2], k)
    first = [math.comb(sizes[0], k) for k in range(sizes[0] + 1)]
    second = [math.comb(sizes[1], k) for k in range(sizes[1] + 1)]
    above = 0
    for i, a in enumerate(first):
        inner = 0
        for j, b in enumerate(second):
            need = -((ranks[0] * i + ranks[1] * j - observed) // ranks[2])
            if need <= sizes[2]:
                inner += b * from_k[max(need, 0)]
        above += a * inner
    return Fraction(above, 2**done)


SIZES = (900, 700, 400)
for name, positive in {"centre": (455, 352, 203), "tail": (560, 460, 280)}.items():
    p = three_groups(SIZES, positive)
    book.case(f"signed_rank_2000_{name}", "sums of products of binomial coefficients, whole numbers",
              {"sizes": SIZES, "positive": positive}, {"p_greater": float(p), "p_two_sided": float(2 * p)})


# The interval of Hodges and Lehmann by the exact test at every shift between two Walsh averages.
def p_greater(d, shift):
    moved = [x - shift for x in d]
    ranks = doubled_ranks([abs(x) for x in moved])
    return tails(ranks, sum(r for r, x in zip(ranks, moved) if x > 0))[1]


def lower_limit(d, tail):
    """The first average right of which `greater` is not rejected, p left of it, and whether p ever falls."""
    at = sorted({Fraction(a + b, 2) for a in d for b in d})
    p = [Fraction(1, 2 ** len(d))] + [p_greater(d, (x + y) / 2) for x, y in zip(at, at[1:])] + [Fraction(1)]
    k = next((k for k in range(1, len(at) + 1) if p[k] >= tail), len(at))
    if p[0] >= tail:
        k = 1
    return at[k - 1], p[k - 1], all(x <= y for x, y in zip(p, p[1:]))


for name, d in SETS.items():
    for percent in (80, 90, 95):
        tail = Fraction(100 - percent, 200)
        low, out_low, rises = lower_limit(d, tail)
        high, out_high, rises_too = lower_limit([-x for x in d], tail)
        attained = 1 - out_low - out_high
        book.case(f"hodges_lehmann_tied_{name}_{percent}", "exact signed-rank test at every shift between Walsh averages",
                  {"difference": d, "level": percent / 100},
                  {"lower": float(low), "upper": float(-high), "attained": float(attained), "monotone": rises and rises_too})

# Sign flips of whole steps.
flips = [((37 * i) % 53 - 17) for i in range(40)]
low, high, two = tails([abs(x) for x in flips if x], sum(x for x in flips if x > 0))
book.case("sign_flip_40", "all signs of the steps, counted", {"difference": flips},
          {"sum": sum(flips), "p_less": float(low), "p_greater": float(high), "p_two_sided": float(two)})


# Coins.
def coin_cdf(k, n):
    return Fraction(sum(math.comb(n, i) for i in range(k + 1)), 2**n)


for b, c in ((120, 80), (70, 3), (31, 31), (40, 33), (500, 520)):
    small, n = min(b, c), b + c
    book.case(f"coins_{b}_{c}", "whole numbers", {"b": b, "c": c},
              {"p_exact": float(min(1, 2 * coin_cdf(small, n))),
               "p_mid": float(min(1, 2 * coin_cdf(small, n) - Fraction(math.comb(n, small), 2**n)))})
for n in (5, 6, 20, 62, 63, 100, 1000):
    k = next(k for k in range(n + 1) if coin_cdf(k, n) >= Fraction(1, 40))
    book.case(f"median_order_{n}", "whole numbers", {"n": n}, {"k": k, "attained": float(1 - 2 * coin_cdf(k - 1, n)) if k else 1.0})


# 60-digit normal distribution, for score intervals of paired shares.
def erf(x):
    term, total, k = x, x, 0
    while abs(term) > Decimal(10) ** -58:
        k += 1
        term *= -x * x / k
        total += term / (2 * k + 1)
    return total * 2 / PI.sqrt()


def arctan_inverse(n):
    total, power, k = Decimal(0), Decimal(1) / n, 0
    while power > Decimal(10) ** -59:
        total += power / (2 * k + 1) * (-1) ** k
        power /= n * n
        k += 1
    return total


PI = 4 * (4 * arctan_inverse(5) - arctan_inverse(239))
Z = Decimal(NormalDist().inv_cdf(0.975))
for _ in range(4):
    density = (-Z * Z / 2).exp() / (2 * PI).sqrt()
    Z -= ((1 + erf(Z / Decimal(2).sqrt())) / 2 - Decimal("0.975")) / density


def score(b, c, n, d):
    aa, bb, cc = 2 * n, -b - c + (2 * n - b + c) * d, -c * d * (1 - d)
    q = ((bb * bb - 4 * aa * cc).sqrt() - bb) / (2 * aa)
    variance = n * (2 * q + d * (1 - d))
    top = b - c - n * d
    return top / variance.sqrt() if variance > Decimal(10) ** -50 else (Decimal(0) if top == 0 else top * Decimal(10) ** 30)


def tango(b, c, n):
    b, c, n = Decimal(b), Decimal(c), Decimal(n)
    estimate = (b - c) / n
    ends = []
    for bound in (Decimal(-1), Decimal(1)):
        inside, outside = estimate, bound
        for _ in range(180):
            middle = (inside + outside) / 2
            if abs(score(b, c, n, middle)) < Z:
                inside = middle
            else:
                outside = middle
        ends.append((inside + outside) / 2)
    return ends


def wilson(x, n):
    x, n = Decimal(x), Decimal(n)
    root = Z * (Z * Z + 4 * x * (n - x) / n).sqrt()
    return (2 * x + Z * Z - root) / (2 * (n + Z * Z)), (2 * x + Z * Z + root) / (2 * (n + Z * Z))


def newcombe(a, b, c, d):
    n = a + b + c + d
    margins = Decimal((a + b) * (c + d) * (a + c) * (b + d))
    q = Decimal(a * d - b * c)
    if q > 0:
        q = max(q - Decimal(n) / 2, Decimal(0))
    phi = q / margins.sqrt() if margins else Decimal(0)
    p1, p2 = Decimal(a + b) / n, Decimal(a + c) / n
    (l1, u1), (l2, u2) = wilson(a + b, n), wilson(a + c, n)
    away = lambda x, y: (x * x - 2 * phi * x * y + y * y).sqrt()
    return [p1 - p2 - away(p1 - l1, u2 - p2), p1 - p2 + away(u1 - p1, p2 - l2)]


def wald(difference, discordant, n):
    half = Z * ((discordant - difference * difference) / n).sqrt()
    return [difference - half, difference + half]


TABLES = {"small": (4, 1, 8, 7), "all_first": (0, 5, 0, 0), "all_second": (0, 0, 5, 0), "all_both": (5, 0, 0, 0), "one_neither": (0, 0, 0, 1),
          "no_discordant": (10, 0, 0, 12), "discordant_only": (0, 3, 2, 0), "never_only_first": (12, 0, 4, 0), "always_second": (6, 0, 3, 0),
          "large": (1000, 30, 50, 2000)}
for name, (a, b, c, d) in TABLES.items():
    n = Decimal(a + b + c + d)
    book.case(f"paired_difference_{name}", "60 digits: Tango 1998 by bisection, Newcombe 1998 method 10, Agresti and Min 2005, Bonett and Price 2012",
              {"a": a, "b": b, "c": c, "d": d},
              {key: [float(x) for x in limits] for key, limits in {
                  "tango": tango(b, c, n), "newcombe_10": newcombe(a, b, c, d), "wald": wald((b - c) / n, (b + c) / n, n),
                  "agresti_min": wald((b - c) / (n + 2), (b + c + 1) / (n + 2), n + 2),
                  "bonett_price": wald((b - c) / (n + 2), (b + c + 2) / (n + 2), n + 2)}.items()})


# Philox 4x32-10 and Lemire's draws, written from the papers.
def philox(counter, key):
    (a, b, c, d), (k, m) = counter, key
    for _ in range(10):
        p, q = 0xD2511F53 * a, 0xCD9E8D57 * c
        a, b, c, d = (q >> 32) ^ b ^ k, q & 0xFFFFFFFF, (p >> 32) ^ d ^ m, p & 0xFFFFFFFF
        k, m = (k + 0x9E3779B9) & 0xFFFFFFFF, (m + 0xBB67AE85) & 0xFFFFFFFF
    return a, b, c, d


def draws(seed, stream, replicate, n):
    words = (w for block in itertools.count()
             for w in philox((block, replicate & 0xFFFFFFFF, replicate >> 32, stream), (seed & 0xFFFFFFFF, seed >> 32)))
    for _ in range(n):
        product = next(words) * n
        while (product & 0xFFFFFFFF) < 2**32 % n:
            product = next(words) * n
        yield product >> 32


def quantile(sorted_values, p):  # type 6
    b = len(sorted_values)
    rank = (b + 1) * p
    if abs(rank - round(rank)) <= 1e-10 * b:
        rank = float(round(rank))
    if rank < 1:
        return sorted_values[0]
    if rank >= b:
        return sorted_values[-1]
    k = int(rank)
    return sorted_values[k - 1] + (rank - k) * (sorted_values[k] - sorted_values[k - 1])


def intervals(estimate, replicates, below, equal, u, level=0.95):
    """u: the influence of each observation, up to a factor."""
    b = len(replicates)
    normal = NormalDist()
    z = normal.inv_cdf(0.5 + level / 2)
    ordered = sorted(replicates)
    mean = math.fsum(replicates) / b
    se = math.sqrt(math.fsum((r - mean) ** 2 for r in replicates) / (b - 1))
    low, high = quantile(ordered, (1 - level) / 2), quantile(ordered, (1 + level) / 2)
    z0 = normal.inv_cdf((below + equal / 2) / b)
    a = math.fsum(x**3 for x in u) / (6 * math.fsum(x * x for x in u) ** 1.5)
    adjusted = [normal.cdf(z0 + (z0 + q) / (1 - a * (z0 + q))) for q in (-z, z)]
    bias = mean - estimate
    return {"estimate": estimate, "bias": bias, "se": se, "z0": z0, "a": a, "percentile": [low, high],
            "basic": [2 * estimate - high, 2 * estimate - low], "normal": [estimate - bias - z * se, estimate - bias + z * se],
            "bca": [quantile(ordered, p) for p in adjusted]}


def from_mean(jackknife):
    centre = math.fsum(jackknife) / len(jackknife)
    return [centre - j for j in jackknife]


def bootstrap_mean(steps, seed, stream, count):
    x = sorted(steps)
    n = len(x)
    total = sum(x)
    drawn = [[x[i] for i in draws(seed, stream, r, n)] for r in range(count)]
    all_sums = [sum(d) for d in drawn]
    out = intervals(total / n / 10, [s / n / 10 for s in all_sums], sum(s < total for s in all_sums), sum(s == total for s in all_sums),
                    from_mean([(total - v) / (n - 1) / 10 for v in x]))
    error = lambda d: math.sqrt(Fraction(n * sum(v * v for v in d) - sum(d) ** 2, n**3)) / 10
    pivots = []
    for d, s in zip(drawn, all_sums):
        if error(d) > 0:
            pivots.append((s - total) / n / 10 / error(d))
        elif s != total:
            pivots.append(math.copysign(math.inf, s - total))
    pivots.sort()
    out["studentized"] = [out["estimate"] - quantile(pivots, 0.975) * error(x), out["estimate"] - quantile(pivots, 0.025) * error(x)]
    return out


STEPS = [-121, -84, -150, -33, -99, -110, -72, 15, -40, -64, -201]
book.case("bootstrap_mean_tenths", "drawn one by one, sums of whole steps", {"steps": STEPS, "per_unit": 10, "seed": 20261121, "stream": 7, "replicates": 1999},
          bootstrap_mean(STEPS, 20261121, 7, 1999))


def spread(pairs):
    n = len(pairs)
    total = lambda f: sum(f(*p) for p in pairs)
    x, y = total(lambda a, b: a), total(lambda a, b: b)
    var = lambda s, sq: Fraction(n * sq - s * s, n * (n - 1))
    vx, vy = var(x, total(lambda a, b: a * a)), var(y, total(lambda a, b: b * b))
    cov = Fraction(n * total(lambda a, b: a * b) - x * y, n * (n - 1))
    return Fraction(y - x, n), vx, vy, cov


def effects(pairs):
    change, vx, vy, cov = spread(pairs)
    change, vd = float(change), vx + vy - 2 * cov
    sx, sy = math.sqrt(vx), math.sqrt(vy)
    bad = math.nan
    becker = 1 - 3 / (4 * (len(PAIRS) - 1) - 1)
    glass = change / sx if vx else bad
    return {"d_av": change / ((sx + sy) / 2) if vx + vy else bad, "d_av_rms": change / math.sqrt((vx + vy) / 2) if vx + vy else bad,
            "d_rm": change / math.sqrt(vd) * math.sqrt(2 * (1 - float(cov) / (sx * sy))) if vd and vx and vy else bad, "glass": glass, "becker": glass * becker}


PAIRS = sorted([(212, 91), (305, 221), (164, 14), (188, 155), (240, 141), (402, 292), (176, 104), (229, 244), (310, 270)])
whole = effects(PAIRS)
replicates = [effects([PAIRS[i] for i in draws(99, 2, r, len(PAIRS))]) for r in range(1499)]
left_out = [effects(PAIRS[:i] + PAIRS[i + 1:]) for i in range(len(PAIRS))]
out = {}
for key, value in whole.items():
    kept = [r[key] for r in replicates if math.isfinite(r[key])]
    margin = 1e-12 * abs(value)
    becker = 1 - 3 / (4 * (len(PAIRS) - 1) - 1)
    found = intervals(value, kept, sum(r < value - margin for r in kept), sum(abs(r - value) <= margin for r in kept), from_mean([j[key] for j in left_out]))
    out[key] = {"estimate": value, "se": found["se"], "bca": found["bca"], "kept": len(kept)}
book.case("effects_bca", "drawn one by one, variances as ratios of whole numbers", {"pairs": PAIRS, "per_unit": 10, "seed": 99, "stream": 2, "replicates": 1499}, out)


# Guyatt: both groups are resampled, the second with the next stream.
def sd(x):
    return math.sqrt(Fraction(len(x) * sum(v * v for v in x) - sum(x) ** 2, len(x) * (len(x) - 1)))


CHANGES = sorted([-121, -84, -150, -33, -99, -110, -72])
STABLE = sorted([4, -11, 20, -7, 15, 0, -22, 9])
n, m = len(CHANGES), len(STABLE)
value = sum(CHANGES) / n / sd(STABLE)
replicates = []
for r in range(1499):
    a = [CHANGES[i] for i in draws(7, 4, r, n)]
    b = [STABLE[i] for i in draws(7, 5, r, m)]
    if sd(b) > 0:
        replicates.append(sum(a) / n / sd(b))
u = [(v - sum(CHANGES) / n) / sd(STABLE) / n for v in CHANGES]
u += [(m - 1) * x / m for x in from_mean([sum(CHANGES) / n / sd(STABLE[:i] + STABLE[i + 1:]) for i in range(m)])]
margin = 1e-12 * abs(value)
found = intervals(value, replicates, sum(r < value - margin for r in replicates), sum(abs(r - value) <= margin for r in replicates), u)
book.case("guyatt_bca", "drawn one by one; influence of two samples as in Davison and Hinkley 1997", {"changes": CHANGES, "stable": STABLE, "per_unit": 10, "seed": 7, "stream": 4, "replicates": 1499},
          {"estimate": value, "se": found["se"], "bca": found["bca"]})

book.save("53_paired_exact.json")
