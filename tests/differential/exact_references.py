# SPDX-License-Identifier: BSL-1.0
"""Reference values that share nothing with the library: whole numbers, fractions, and decimals of 50
digits. Slow and plain on purpose."""
from decimal import Decimal, getcontext
from fractions import Fraction
from itertools import groupby
from math import comb

getcontext().prec = 50
D = Decimal


def decimal(value):
    """A fraction or a double with 50 digits."""
    value = Fraction(value)
    return D(value.numerator) / D(value.denominator)


# --- counting -------------------------------------------------------------------------------------


def doubled_ranks(values):
    """Twice the mid-rank of each value."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks, done = [0] * len(values), 0
    for _, same in groupby(order, key=values.__getitem__):
        same = list(same)
        for i in same:
            ranks[i] = 2 * done + len(same) + 1
        done += len(same)
    return ranks


def unpack(packed, bits, count):
    """The coefficients of a polynomial that is packed into one whole number."""
    size = bits // 8
    data = packed.to_bytes(size * count, "little")
    return [int.from_bytes(data[i * size : (i + 1) * size], "little") for i in range(count)]


def choices_by_sum(weights, chosen):
    """How many choices of so many weights (whole, at least 0) have each sum."""
    count = sum(sorted(weights)[-chosen:]) + 1
    bits = (len(weights) + 15) // 8 * 8
    by_size = [1] + [0] * chosen
    for weight in weights:
        for size in range(chosen, 0, -1):
            by_size[size] += by_size[size - 1] << (bits * weight)
    return unpack(by_size[chosen], bits, count)


def choice_p(weights, chosen):
    """Two-sided, less and greater p of the sum of the first `chosen` weights among all choices."""
    low = min(weights)
    weights = [weight - low for weight in weights]
    counts = choices_by_sum(weights, chosen)
    all_, seen, total = comb(len(weights), chosen), sum(weights[:chosen]), sum(weights)
    assert sum(counts) == all_
    far = abs(len(weights) * seen - chosen * total)
    two = sum(n for s, n in enumerate(counts) if n and abs(len(weights) * s - chosen * total) >= far)
    return [Fraction(part, all_) for part in (two, sum(counts[: seen + 1]), sum(counts[seen:]))]


def sign_p(weights, positive):
    """Two-sided, less and greater p of the sum of the positive weights, all signs equally likely."""
    bits = (len(weights) + 15) // 8 * 8
    packed = 1
    for weight in weights:
        packed += packed << (bits * weight)
    total = sum(weights)
    counts = unpack(packed, bits, total + 1)
    all_ = 2 ** len(weights)
    less, greater = sum(counts[: positive + 1]), sum(counts[positive:])
    far = abs(2 * positive - total)
    two = sum(n for s, n in enumerate(counts) if n and abs(2 * s - total) >= far)
    return [Fraction(part, all_) for part in (two, less, greater)]


def u_counts(m, n):
    """How many of the choices without ties have each U."""
    return choices_by_sum(list(range(m + n)), m)[m * (m - 1) // 2 :]


def v_counts(n):
    """How many of the signs have each signed-rank sum."""
    counts = [1]
    for rank in range(1, n + 1):
        counts = [a + b for a, b in zip(counts + [0] * rank, [0] * rank + counts)]
    return counts


def smallest_rank(counts, tail):
    """The smallest k with P(X <= k) >= tail."""
    needed, done = tail * sum(counts), 0
    for k, count in enumerate(counts):
        done += count
        if done >= needed:
            return k
    raise ValueError(tail)


def exact_p(pmf, x):
    """central, less, greater, minimum likelihood (ties within 1e-7, as R) and mid-p, from weights by count."""
    all_ = sum(pmf.values())
    less, greater = (sum(w for k, w in pmf.items() if k <= x), sum(w for k, w in pmf.items() if k >= x))
    limit = pmf[x] * (1 + Fraction(1, 10**7))
    unlikely = sum(w for w in pmf.values() if w <= limit)
    smaller = Fraction(min(less, greater))
    parts = [min(all_, 2 * smaller), less, greater, unlikely, min(all_, 2 * (smaller - Fraction(pmf[x]) / 2))]
    return [Fraction(part) / all_ for part in parts]


def hypergeometric(x1, n1, x2, n2):
    m = x1 + x2
    return {k: comb(n1, k) * comb(n2, m - k) for k in range(max(0, m - n2), min(n1, m) + 1)}


def binomial(n, p):
    """Weights of the counts; p a fraction."""
    a, b = p.numerator, p.denominator - p.numerator
    return {k: comb(n, k) * a**k * b ** (n - k) for k in range(n + 1)}


def binomial_tails(x, n, p):
    """P(X <= x) and P(X >= x) with 50 digits; p a double."""
    p = decimal(p)
    terms = [D(comb(n, k)) * p**k * (1 - p) ** (n - k) if 0 < p < 1 else D(int(k == n * p)) for k in range(n + 1)]
    return sum(terms[: x + 1]), sum(terms[x:])


# --- distributions, with 50 digits ----------------------------------------------------------------

PI = D("3.14159265358979323846264338327950288419716939937510582097494459")
BERNOULLI = [Fraction(1, 6), Fraction(-1, 30), Fraction(1, 42), Fraction(-1, 30), Fraction(5, 66), Fraction(-691, 2730),
             Fraction(7, 6), Fraction(-3617, 510), Fraction(43867, 798), Fraction(-174611, 330), Fraction(854513, 138),
             Fraction(-236364091, 2730), Fraction(8553103, 6), Fraction(-23749461029, 870), Fraction(8615841276005, 14322)]


def log_gamma(x):
    """By Stirling's series from 60 on, where 15 terms leave 1e-48."""
    x, product = D(x), D(1)
    while x < 60:
        product *= x
        x += 1
    series = sum(decimal(b) / (D(2 * i) * D(2 * i - 1) * x ** (2 * i - 1)) for i, b in enumerate(BERNOULLI, 1))
    return (x - D("0.5")) * x.ln() - x + (2 * PI).ln() / 2 + series - product.ln()


def gamma_tails(a, x):
    """The regularised incomplete gamma function: lower and upper."""
    a, x = decimal(a), decimal(x)
    if x <= 0:
        return D(0), D(1)
    scale = (a * x.ln() - x - log_gamma(a)).exp()
    if x < a + 1:
        term = total = 1 / a
        n = a
        while abs(term) > abs(total) * D("1e-48"):
            n += 1
            term *= x / n
            total += term
        return total * scale, 1 - total * scale
    tiny = D("1e-60")  # Lentz
    b = x + 1 - a
    c, d = 1 / tiny, 1 / b
    h, i = d, 0
    while True:
        i += 1
        an = -i * (i - a)
        b += 2
        d = 1 / (an * d + b)
        c = b + an / c
        h *= d * c
        if abs(d * c - 1) < D("1e-46"):
            return 1 - h * scale, h * scale


def beta_fraction(x, a, b):
    """The continued fraction of the incomplete beta function (Lentz)."""
    tiny = D("1e-60")
    c, d = D(1), 1 - (a + b) * x / (a + 1)
    d = 1 / (d if d else tiny)
    h, m = d, 0
    while True:
        m += 1
        for numerator in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                          -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 + numerator * d
            d = 1 / (d if d else tiny)
            c = 1 + numerator / c
            c = c if c else tiny
            h *= d * c
        if abs(d * c - 1) < D("1e-46"):
            return h


def beta_tails(x, y, a, b):
    """The regularised incomplete beta function at x = 1 - y: lower and upper."""
    if x <= 0 or y <= 0:
        return (D(0), D(1)) if x <= 0 else (D(1), D(0))
    scale = (log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * x.ln() + b * y.ln()).exp()
    if x < (a + 1) / (a + b + 2):
        lower = scale * beta_fraction(x, a, b) / a
        return lower, 1 - lower
    upper = scale * beta_fraction(y, b, a) / b
    return 1 - upper, upper


def t_tails(t, df):
    """P(T <= t) and P(T >= t)."""
    t, df = decimal(t) if not isinstance(t, D) else t, decimal(df) if not isinstance(df, D) else df
    x, y = df / (df + t * t), t * t / (df + t * t)
    half = beta_tails(x, y, df / 2, D("0.5"))[0] / 2
    return (half, 1 - half) if t < 0 else (1 - half, half)


def normal_tails(z):
    z = decimal(z) if not isinstance(z, D) else z
    lower, upper = gamma_tails(Fraction(1, 2), Fraction(z) ** 2 / 2)
    outside = upper / 2
    return (outside, 1 - outside) if z < 0 else (1 - outside, outside)


def moments(values):
    """Mean and sample variance of doubles, as fractions."""
    exact = [Fraction(value) for value in values]
    mean = sum(exact) / len(exact)
    return mean, sum((value - mean) ** 2 for value in exact) / (len(exact) - 1) if len(exact) > 1 else None
