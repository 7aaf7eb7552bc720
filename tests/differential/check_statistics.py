# SPDX-License-Identifier: BSL-1.0
"""Random inputs to the exact and closed-form statistics (the program differential_statistics), against
whole-number counting and decimals of 50 digits. `.ci/run differential` runs it.

    check_statistics.py STATISTICS_PROGRAM [--rounds N] [--seed N] [--first N]

A result must agree within a relative 1e-9; where a large common part cancels (the limits of a mean),
1e-9 of the larger of the numbers that were subtracted. Counts and ranks must be equal. Large samples,
where counting takes too long here, must lie within 0.01 of the normal approximation.
"""
import argparse
import itertools
import multiprocessing
import os
import random
import subprocess
import sys
from fractions import Fraction
from math import comb, erfc, isnan, sqrt

import exact_references as ref
from exact_references import D

REL = Fraction(1, 10**9)
SMALLEST = Fraction(1, 10**300)  # below, doubles have fewer digits


class Mismatch(Exception):
    pass


def near(what, expected, found, scale=0):
    """Within 1e-9, relative to the larger of the expected number and `scale`."""
    if isinstance(expected, D):
        expected = Fraction(expected)
    if expected is None:
        return
    if isnan(found) or abs(Fraction(found) - expected) > max(REL * max(abs(expected), abs(Fraction(scale))), SMALLEST):
        raise Mismatch(f"{what}: expected {float(expected):.17g}, found {found:.17g}")


def all_near(names, expected, found, scale=0):
    for name, e, f in zip(names.split(), expected, found):
        near(name, e, f, scale)


def straddles(what, tail_at, limit, tail, slack=1e-9, of_share=False):
    """A tail that rises or falls with the limit is above `tail` on one side of it and below on the other."""
    further = limit * (1 + slack)
    below, above = tail_at(limit * (1 - slack)), tail_at(min(1.0, further) if of_share else further)
    if not min(below, above) <= tail <= max(below, above):
        raise Mismatch(f"{what}: at {limit:.17g} the tail goes from {below:.12} to {above:.12}, not through {tail}")


# --- inputs ---------------------------------------------------------------------------------------


def grades(rng, n, steps=None):
    """Values on a lattice as fractions, and the doubles that a program may hold of them."""
    per_unit = rng.choice([1, 1, 2, 4, 10, 10, 20])
    most = steps or rng.choice([1, 2, 4, 10, 40, 100])
    shift = rng.choice([0, 0, 0, -most // 2, 7])
    values = [Fraction(rng.randint(0, most) + shift, per_unit) for _ in range(n)]
    if rng.random() < 0.05:
        values = [values[0]] * n
    rounding = rng.random() < 0.5

    def held(value):
        if not rounding:
            return float(value)
        other = Fraction(rng.randint(-40, 40), per_unit)
        return float(value + other) - float(other)  # 1.1 - 0.8 is not 0.3

    return values, [held(value) for value in values]


def measured(rng, n):
    """Values without a lattice."""
    shift, scale = rng.choice([(0, 1), (50, 10), (1e6, 1), (1e-3, 1e-4), (-1e9, 1e7), (0, 1e150), (0, 1e-150)])
    return [shift + scale * rng.gauss(0, 1) for _ in range(n)]


def group(values):
    return f"{len(values)} " + " ".join(repr(float(value)) for value in values)


def size(rng, most):
    return rng.choice([1, 2, 3, 4, 5, rng.randint(1, most), rng.randint(1, most), most])


# --- one case of each method: its line and what its result must be --------------------------------


def mann_whitney(rng):
    m, n = size(rng, 25), size(rng, 25)
    if rng.random() < 0.25:
        doubles = measured(rng, m + n)
        values = doubles
    else:
        values, doubles = grades(rng, m + n)

    def check(state, found):
        ranks = ref.doubled_ranks(values)
        constant = len(set(values)) == 1
        if state != ("zero_variance" if constant else "ok"):
            raise Mismatch(f"state {state}")
        all_near("p p_less p_greater u", [*ref.choice_p(ranks, m), Fraction(sum(ranks[:m]), 2) - Fraction(m * (m + 1), 2)], found)

    return f"mann_whitney {group(doubles[:m])} {group(doubles[m:])}", check


def mann_whitney_two_grades(rng):
    """Any size: the number of high grades among x is hypergeometric."""
    n1, n2 = rng.randint(2, 1500), rng.randint(2, 1500)
    x1, x2 = rng.randint(0, n1), rng.randint(0, n2)

    def check(state, found):
        if x1 + x2 in (0, n1 + n2):
            return
        pmf = ref.hypergeometric(x1, n1, x2, n2)
        _, less, greater, _, _ = ref.exact_p(pmf, x1)
        far = abs((n1 + n2) * x1 - n1 * (x1 + x2))
        two = Fraction(sum(w for k, w in pmf.items() if abs((n1 + n2) * k - n1 * (x1 + x2)) >= far), sum(pmf.values()))
        if state == "approximate":
            if abs(found[0] - float(two)) > 0.05:
                raise Mismatch(f"approximate p {found[0]}, right {float(two)}")
            return
        all_near("p p_less p_greater", [two, less, greater], found)

    values = [[1] * x1 + [0] * (n1 - x1), [1] * x2 + [0] * (n2 - x2)]
    return f"mann_whitney {group(values[0])} {group(values[1])}", check


def normal_p(ranks, m):
    """Two-sided p of a rank sum by the normal distribution, without correction."""
    total, n = sum(ranks), len(ranks)
    mean = total / n
    variance = m * (n - m) / (n * (n - 1)) * sum((rank - mean) ** 2 for rank in ranks)
    return erfc(abs(sum(ranks[:m]) - m * mean) / sqrt(variance) / sqrt(2)) if variance > 0 else 1.0


def mann_whitney_large(rng):
    n = rng.choice([200, 400, 600])
    m = rng.randint(n // 4, n // 2)
    values = [rng.randint(0, 4) + (i < m and rng.random() < 0.1) for i in range(n)]

    def check(state, found):
        expected = normal_p(ref.doubled_ranks(values), m)
        if state not in ("ok", "approximate") or not abs(found[0] - expected) < 0.01:
            raise Mismatch(f"state {state}, p {found[0]}, by the normal distribution {expected}")

    return f"mann_whitney {group(values[:m])} {group(values[m:])}", check


def permutation(rng):
    lattice = rng.random() < 0.7
    m, n = (size(rng, 20), size(rng, 20)) if lattice else (rng.randint(1, 6), rng.randint(1, 6))
    values, doubles = grades(rng, m + n, rng.choice([1, 4, 30])) if lattice else (None, measured(rng, m + n))

    def check(state, found):
        exact = values if lattice else [Fraction(value) for value in doubles]
        if len(set(exact)) == 1:
            return
        if state != "ok":
            raise Mismatch(f"state {state}")
        if lattice:
            steps = [int(value * 20) for value in exact]
            parts = ref.choice_p(steps, m)
        else:
            total, all_ = sum(exact), comb(m + n, m)
            sums = [sum(chosen) for chosen in itertools.combinations(exact, m)]
            seen, mean = sum(exact[:m]), Fraction(m, m + n) * total
            parts = [Fraction(sum(keep(s) for s in sums), all_) for keep in (
                lambda s: abs(s - mean) >= abs(seen - mean), lambda s: s <= seen, lambda s: s >= seen)]
        all_near("p p_less p_greater", parts, found)
        scale = max(abs(value) for value in exact)
        near("difference", sum(exact[:m]) / m - sum(exact[m:]) / n, found[3], scale)

    return f"permutation {group(doubles[:m])} {group(doubles[m:])}", check


def signed_rank(rng):
    n, zeros = size(rng, 50), rng.choice(["pratt", "wilcoxon"])
    values, doubles = grades(rng, n) if rng.random() < 0.8 else (None, measured(rng, n))
    exact = values if values else [Fraction(value) for value in doubles]

    def check(state, found):
        kept = exact if zeros == "pratt" else [value for value in exact if value]
        ranks = [(rank, value) for rank, value in zip(ref.doubled_ranks([abs(value) for value in kept]), kept) if value]
        if not ranks:
            return
        if state != "ok":
            raise Mismatch(f"state {state}")
        positive = sum(rank for rank, value in ranks if value > 0)
        all_near("p p_less p_greater w_plus", [*ref.sign_p([rank for rank, _ in ranks], positive), Fraction(positive, 2)], found)

    return f"signed_rank {zeros} {group(doubles)}", check


def sign_flip(rng):
    lattice = rng.random() < 0.7
    n = size(rng, 50) if lattice else rng.randint(1, 10)
    values, doubles = grades(rng, n, rng.choice([1, 4, 30])) if lattice else (None, measured(rng, n))
    exact = values if lattice else [Fraction(value) for value in doubles]

    def check(state, found):
        if not any(exact):
            return
        if state != "ok":
            raise Mismatch(f"state {state}")
        if lattice:
            steps = [int(20 * value) for value in exact]
            parts = ref.sign_p([abs(step) for step in steps], sum(step for step in steps if step > 0))
        else:
            sums = [sum(s * abs(v) for s, v in zip(signs, exact)) for signs in itertools.product((1, -1), repeat=n)]
            seen = sum(exact)
            parts = [Fraction(sum(keep(s) for s in sums), 2**n) for keep in (
                lambda s: abs(s) >= abs(seen), lambda s: s <= seen, lambda s: s >= seen)]
        all_near("p p_less p_greater", parts, found)
        near("sum", sum(exact), found[3], sum(abs(value) for value in exact))

    return f"sign_flip {group(doubles)}", check


def sign_test(rng):
    values, doubles = grades(rng, size(rng, 300))
    level = rng.choice([0.9, 0.95, 0.99])

    def check(state, found):
        positive, negative = sum(v > 0 for v in values), sum(v < 0 for v in values)
        pmf = ref.binomial(positive + negative, Fraction(1, 2))
        central, less, greater, _, mid = ref.exact_p(pmf, positive)
        all_near("p p_mid p_less p_greater", [central, mid, less, greater], found)
        ordered, n = sorted(values), len(values)
        tail = (1 - Fraction(str(level))) / 2
        k = ref.smallest_rank([comb(n, i) for i in range(n + 1)], tail)
        if state == "ok" and k > 0:
            near("lower", ordered[k - 1], found[5], ordered[-1])
            near("upper", ordered[n - k], found[6], ordered[-1])
        near("median", middle(ordered), found[4], max(map(abs, ordered)))

    return f"sign_test {group(doubles)} {level}", check


def two_arms(rng, most):
    n1, n2 = size(rng, most), size(rng, most)
    return rng.randint(0, n1), n1, rng.randint(0, n2), n2


def fisher(rng):
    x1, n1, x2, n2 = two_arms(rng, rng.choice([12, 60, 60, 900]))

    def check(_state, found):
        all_near("central less greater minimum_likelihood mid", ref.exact_p(ref.hypergeometric(x1, n1, x2, n2), x1), found)

    return f"fisher {x1} {n1} {x2} {n2}", check


def binomial(rng):
    n = size(rng, 200)
    x = rng.randint(0, n)
    share = rng.choice([0.5, 0.1, 0.9, 1 / 3, rng.random(), 0.001, 0.999])

    def check(_state, found):
        all_near("central less greater minimum_likelihood", ref.exact_p(ref.binomial(n, Fraction(share)), x), found)

    return f"binomial {x} {n} {share!r}", check


def blaker_accepts(x, n, p, alpha):
    """Whether the smaller tail and the largest tail of the other side that is no larger exceed alpha."""
    p = ref.decimal(p)
    terms = [D(comb(n, k)) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]
    less, greater = sum(terms[: x + 1]), sum(terms[x:])
    smaller, other = min(less, greater), D(0)
    side = reversed(terms) if less <= greater else terms
    for term in side:
        if other + term > smaller * (1 + D("1e-12")):
            break
        other += term
    return smaller + other - alpha


def proportion(rng):
    n = size(rng, 120)
    x = rng.randint(0, n)
    level = rng.choice([0.9, 0.95, 0.99])

    def check(_state, found):
        alpha = 1 - D(str(level))
        lower, upper, blaker_lower, blaker_upper, mid_lower, mid_upper = found
        if x == 0 and (lower, blaker_lower, mid_lower) != (0, 0, 0) or x == n and (upper, blaker_upper, mid_upper) != (1, 1, 1):
            raise Mismatch(f"limits at the end: {found}")
        if x > 0:
            straddles("Clopper-Pearson lower", lambda p: ref.binomial_tails(x, n, p)[1], lower, alpha / 2, of_share=True)
            straddles("mid-p lower", lambda p: mid_tail(x, n, p, 1), mid_lower, alpha / 2, of_share=True)
            if not (blaker_accepts(x, n, blaker_lower * (1 + 1e-9), alpha) >= -D("1e-7") >= blaker_accepts(x, n, blaker_lower * (1 - 1e-9), alpha) - D("2e-7")):
                raise Mismatch(f"Blaker lower {blaker_lower}: {blaker_accepts(x, n, blaker_lower * (1 - 1e-9), alpha):.6} {blaker_accepts(x, n, blaker_lower * (1 + 1e-9), alpha):.6}")
        if x < n:
            straddles("Clopper-Pearson upper", lambda p: ref.binomial_tails(x, n, p)[0], upper, alpha / 2, of_share=True)
            straddles("mid-p upper", lambda p: mid_tail(x, n, p, 0), mid_upper, alpha / 2, of_share=True)
        if not lower <= blaker_lower * (1 + 1e-12) or not blaker_upper <= upper * (1 + 1e-12):
            raise Mismatch(f"Blaker is not within Clopper-Pearson: {found}")

    return f"proportion {x} {n} {level}", check


def mid_tail(x, n, p, side):
    tails = ref.binomial_tails(x, n, p)
    return tails[side] - (tails[0] + tails[1] - 1) / 2


def mcnemar(rng):
    a, b, c, d = (rng.choice([0, 1, rng.randint(0, 60)]) for _ in range(4))
    level = rng.choice([0.9, 0.95, 0.99])

    def check(state, found):
        if b + c == 0:
            if a + d and state != "undefined_ratio":
                raise Mismatch(f"state {state}")
            return
        central, _, _, _, mid = ref.exact_p(ref.binomial(b + c, Fraction(1, 2)), b)
        square, edwards = Fraction((b - c) ** 2, b + c), Fraction(max(abs(b - c) - 1, 0) ** 2, b + c)
        tail = [ref.gamma_tails(Fraction(1, 2), value / 2)[1] for value in (square, edwards)]
        all_near("p_exact p_mid chi_square p_asymptotic p_edwards", [central, mid, square, *tail], found)
        alpha = 1 - D(str(level))
        if b:
            straddles("odds ratio, lower", lambda o: ref.binomial_tails(b, b + c, Fraction(o) / (1 + Fraction(o)))[1], found[5], alpha / 2, 1e-9)
        elif found[5] != 0:
            raise Mismatch(f"lower limit {found[5]} with b = 0")
        if c:
            straddles("odds ratio, upper", lambda o: ref.binomial_tails(b, b + c, Fraction(o) / (1 + Fraction(o)))[0], found[6], alpha / 2, 1e-9)
        elif found[6] != float("inf"):
            raise Mismatch(f"upper limit {found[6]} with c = 0")

    return f"mcnemar {a} {b} {c} {d} {level}", check


def unconditional(rng):
    x1, n1, x2, n2 = two_arms(rng, 12)
    order = rng.choice(["score", "boschloo"])

    def extreme(a, n_a, b, n_b):
        """The tables that are at least as extreme as the observed, more responders in the first arm."""

        def key(i, j):
            if order == "boschloo":
                pmf = ref.hypergeometric(i, n_a, j, n_b)
                return -Fraction(sum(w for k, w in pmf.items() if k >= i), sum(pmf.values()))
            d, m = i * n_b - j * n_a, i + j
            v = m * (n_a + n_b - m)
            return Fraction(d * abs(d), v) if v else Fraction(0)

        seen = key(a, b)
        return [(i, j) for i in range(n_a + 1) for j in range(n_b + 1) if key(i, j) >= seen]

    def chance(tables, n_a, n_b, p):
        p = Fraction(p)
        return sum(comb(n_a, i) * comb(n_b, j) * p ** (i + j) * (1 - p) ** (n_a + n_b - i - j) for i, j in tables)

    def check(_state, found):
        p, less, greater, at_less, at_greater = found
        for name, value, at, arms in (("greater", greater, at_greater, (x1, n1, x2, n2)), ("less", less, at_less, (x2, n2, x1, n1))):
            tables = extreme(*arms)
            near(f"p_{name} at its share {at}", chance(tables, arms[1], arms[3], at), value)
            for k in range(1, 40):
                if chance(tables, arms[1], arms[3], Fraction(k, 40)) > Fraction(value) * (1 + REL):
                    raise Mismatch(f"p_{name} {value} is less than at the share {k}/40")
        near("p", min(Fraction(1), 2 * min(Fraction(less), Fraction(greater))), p)

    return f"unconditional {order} {x1} {n1} {x2} {n2}", check


def tails(rng):
    of = rng.choice(["normal", "t", "chi_square", "f", "beta"])
    a, b = (rng.choice([1, 2, 3, 0.5, rng.uniform(0.1, 30), rng.randint(1, 400), 1000.5]) for _ in range(2))
    x = {"normal": rng.uniform(-9, 9), "t": rng.choice([rng.uniform(-9, 9), rng.gauss(0, 1), 0.0]),
         "chi_square": a * rng.choice([1, rng.uniform(0.01, 4)]), "f": rng.choice([1, rng.uniform(0.01, 5)]), "beta": rng.random()}[of]

    def check(_state, found):
        u, v, w = ref.decimal(x), ref.decimal(a), ref.decimal(b)
        if of == "normal":
            expected = ref.normal_tails(x)
        elif of == "t":
            expected = ref.t_tails(x, a)
        elif of == "chi_square":
            expected = ref.gamma_tails(Fraction(a) / 2, Fraction(x) / 2)
        elif of == "f":
            expected = ref.beta_tails(v * u / (v * u + w), w / (v * u + w), v / 2, w / 2)
        else:
            expected = ref.beta_tails(u, 1 - u, v, w)
        for name, e, f in zip(("lower", "upper"), expected, found):
            if e > D("1e-25"):  # below, the difference from 1 has too few of the 50 digits
                near(f"{of} {name} tail", e, f)

    return f"tails {of} {x!r} {a!r} {b!r}", check


def limits_of_mean(name, mean, se, df, level, found, scale):
    """The limits are as far from the mean as the t distribution says."""
    alpha = 1 - D(str(level))
    for which, limit in zip(("lower", "upper"), found):
        far = abs(ref.decimal(limit) - mean) / se
        slack = D("1e-9") + D("1e-13") * ref.decimal(scale) / (se * far)
        if not ref.t_tails(far * (1 - slack), df)[1] >= alpha / 2 >= ref.t_tails(far * (1 + slack), df)[1]:
            raise Mismatch(f"{name} {which} limit {limit!r}: {far:.15} standard errors from the mean")


def group_values(rng, most):
    return measured(rng, size(rng, most)) if rng.random() < 0.5 else grades(rng, size(rng, most))[1]


def welch(rng):
    x, y = group_values(rng, 60), group_values(rng, 60)
    level = rng.choice([0.9, 0.95, 0.99])

    def check(state, found):
        if len(x) < 2 or len(y) < 2:
            if state != "too_few":
                raise Mismatch(f"state {state}")
            return
        (mean_x, var_x), (mean_y, var_y) = ref.moments(x), ref.moments(y)
        v, w = var_x / len(x), var_y / len(y)
        scale = max(map(abs, x + y))
        if state != "ok":
            if state != "zero_variance" or v + w > (Fraction(scale) / 10**12) ** 2:
                raise Mismatch(f"state {state}")
            return
        se = ref.decimal(v + w).sqrt()
        df = (v + w) ** 2 / (v**2 / (len(x) - 1) + w**2 / (len(y) - 1))
        t = ref.decimal(mean_x - mean_y) / se
        lower, upper = ref.t_tails(t, ref.decimal(df))
        near("difference", mean_x - mean_y, found[0], scale)
        all_near("se df", [se, df], found[1:])
        near("t", t, found[3], Fraction(scale) / Fraction(se) / 1000)
        if abs(t) < 30 and scale < 10**4 * se:
            near("p", 2 * min(lower, upper), found[4])
        limits_of_mean("Welch", ref.decimal(mean_x - mean_y), se, ref.decimal(df), level, found[5:], scale)

    return f"welch {group(x)} {group(y)} {level}", check


def paired_t(rng):
    values = group_values(rng, 80)
    level = rng.choice([0.9, 0.95, 0.99])

    def check(state, found):
        if len(values) < 2:
            return
        mean, variance = ref.moments(values)
        scale = max(map(abs, values))
        if state != "ok":
            if state != "zero_variance" or variance > (Fraction(scale) / 10**12) ** 2:
                raise Mismatch(f"state {state}")
            return
        sd = ref.decimal(variance).sqrt()
        se = sd / D(len(values)).sqrt()
        t = ref.decimal(mean) / se
        near("mean", mean, found[0], scale)
        near("sd", sd, found[1])
        near("t", t, found[2], Fraction(scale) / Fraction(se) / 1000)
        if abs(t) < 30 and scale < 10**4 * se:
            less, greater = ref.t_tails(t, D(len(values) - 1))
            all_near("p p_less p_greater", [2 * min(less, greater), less, greater], found[3:])
        limits_of_mean("paired t", ref.decimal(mean), se, D(len(values) - 1), level, found[6:], scale)

    return f"paired_t {group(values)} {level}", check


def same_place(name, ordered, k, found, scale):
    near(f"{name}: lower", ordered[k - 1], found[0], scale)
    near(f"{name}: upper", ordered[-k], found[1], scale)


def middle(ordered):
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def shift(rng):
    m, n = size(rng, 20), size(rng, 20)
    values, doubles = grades(rng, m + n)
    level = rng.choice([0.9, 0.95, 0.99])

    def check(state, found):
        ordered = sorted(a - b for a in values[:m] for b in values[m:])
        scale = max(map(abs, doubles))
        k = ref.smallest_rank(ref.u_counts(m, n), (1 - Fraction(str(level))) / 2)
        near("shift", middle(ordered), found[0], scale)
        if k == 0 and found[3] != 1 or k > 0 and found[3] != k:
            raise Mismatch(f"order {found[3]}, not {k}, state {state}")
        same_place("shift", ordered, max(k, 1), found[1:3], scale)

    return f"shift {group(doubles[:m])} {group(doubles[m:])} {level}", check


def shift_paired(rng):
    n = size(rng, 40)
    values, doubles = grades(rng, n)
    level = rng.choice([0.9, 0.95, 0.99])

    def check(_state, found):
        ordered = sorted((values[i] + values[j]) / 2 for i in range(n) for j in range(i, n))
        scale = max(map(abs, doubles))
        k = ref.smallest_rank(ref.v_counts(n), (1 - Fraction(str(level))) / 2)
        near("estimate", middle(ordered), found[0], scale)
        if len(set(values)) > 1:
            if k > 0 and found[3] != k:
                raise Mismatch(f"order {found[3]}, not {k}")
            same_place("paired shift", ordered, max(k, 1), found[1:3], scale)

    return f"shift_paired {group(doubles)} {level}", check


def brunner_munzel(rng):
    m, n = size(rng, 40), size(rng, 40)
    values, doubles = grades(rng, m + n)

    def check(state, found):
        if state in ("too_few", "boundary", "zero_variance"):
            return
        pooled = ref.doubled_ranks(values)
        spread = []
        for part, own in ((pooled[:m], ref.doubled_ranks(values[:m])), (pooled[m:], ref.doubled_ranks(values[m:]))):
            placements = [Fraction(a - b, 2) for a, b in zip(part, own)]
            mean = sum(placements) / len(placements)
            spread.append(sum((p - mean) ** 2 for p in placements) / (len(placements) - 1))
        if not any(spread):
            raise Mismatch(f"state {state} where no placement varies")
        p_x_greater = (Fraction(sum(pooled[:m]), 2 * m) - Fraction(sum(pooled[m:]), 2 * n)) / (m + n) + Fraction(1, 2)
        variance = spread[0] / (m * n * n) + spread[1] / (n * m * m)
        a, b = m * spread[0], n * spread[1]
        df = (a + b) ** 2 / (a**2 / (m - 1) + b**2 / (n - 1))
        se = ref.decimal(variance).sqrt()
        t = ref.decimal(p_x_greater - Fraction(1, 2)) / se
        all_near("p_x_greater se df p", [p_x_greater, se, df, 2 * min(ref.t_tails(t, ref.decimal(df)))], found)

    return f"brunner_munzel {group(doubles[:m])} {group(doubles[m:])}", check


def van_elteren(rng):
    strata = []
    values, doubles = grades(rng, 120)
    at = 0
    for _ in range(rng.randint(1, 5)):
        m, n = rng.randint(0, 10), rng.randint(0, 10)
        strata.append((m, n, values[at : at + m + n], doubles[at : at + m + n]))
        at += m + n

    def check(state, found):
        if state == "too_few":
            return
        total = mean = variance = Fraction(0)
        for m, n, here, _ in strata:
            if m == 0 or n == 0:
                continue
            size_, weight = m + n, Fraction(1, m + n + 1)
            ranks = [Fraction(rank, 2) for rank in ref.doubled_ranks(here)]
            middle_ = Fraction(size_ + 1, 2)
            total += weight * sum(ranks[:m])
            mean += weight * m * middle_
            variance += weight**2 * Fraction(m * n, size_ * (size_ - 1)) * sum((rank - middle_) ** 2 for rank in ranks)
        if state != ("ok" if variance else "zero_variance"):
            raise Mismatch(f"state {state} with the variance {variance}")
        if not variance:
            return
        z = ref.decimal(total - mean) / ref.decimal(variance).sqrt()
        all_near("statistic expected sd p", [total, mean, ref.decimal(variance).sqrt(), 2 * min(ref.normal_tails(z))], found)

    groups = " ".join(f"{group(d[:m])} {group(d[m:])}" for m, _, _, d in strata)
    return f"van_elteren {len(strata)} {groups}", check


def odds_ratio(rng):
    x1, n1, x2, n2 = two_arms(rng, rng.choice([8, 30, 100]))
    level = rng.choice([0.9, 0.95, 0.99])
    pmf = ref.hypergeometric(x1, n1, x2, n2)
    low, high = min(pmf), max(pmf)

    def at(odds):
        """P(X <= x), P(X >= x) and the mean at these odds."""
        odds = ref.decimal(odds)
        terms = {k: D(weight) * odds ** (k - low) for k, weight in pmf.items()}
        all_ = sum(terms.values())
        return (sum(t for k, t in terms.items() if k <= x1) / all_, sum(t for k, t in terms.items() if k >= x1) / all_,
                sum(k * t for k, t in terms.items()) / all_)

    def check(_state, found):
        alpha = 1 - D(str(level))
        if low < x1 < high:
            straddles("the conditional estimate", lambda odds: at(odds)[2], found[0], D(x1))
        if x1 > low:
            straddles("odds ratio, lower", lambda odds: at(odds)[1], found[1], alpha / 2)
        elif found[1] != 0:
            raise Mismatch(f"lower limit {found[1]}")
        if x1 < high:
            straddles("odds ratio, upper", lambda odds: at(odds)[0], found[2], alpha / 2)
        elif found[2] != float("inf"):
            raise Mismatch(f"upper limit {found[2]}")

    return f"odds_ratio {x1} {n1} {x2} {n2} {level}", check


def power_fisher(rng):
    n1, n2 = rng.randint(1, 14), rng.randint(1, 14)
    p1, p2 = (rng.choice([0.1, 0.3, 0.5, 0.9, rng.random()]) for _ in range(2))

    def check(_state, found):
        of = [ref.binomial(n, Fraction(p)) for n, p in ((n1, p1), (n2, p2))]
        all_ = sum(of[0].values()) * sum(of[1].values())
        rejected = sum(of[0][i] * of[1][j] for i in range(n1 + 1) for j in range(n2 + 1)
                       if ref.exact_p(ref.hypergeometric(i, n1, j, n2), i)[3] <= Fraction("0.05"))
        near("power", Fraction(rejected, all_), found[0])

    return f"power_fisher {p1!r} {p2!r} {n1} {n2}", check


METHODS = [mann_whitney, mann_whitney_two_grades, permutation, signed_rank, sign_flip, sign_test, fisher, binomial, proportion,
           mcnemar, odds_ratio, power_fisher, unconditional, tails, tails, tails, welch, paired_t, shift, shift_paired, brunner_munzel, van_elteren]


def one_round(task):
    program, seed, number = task
    rng = random.Random(f"{seed}/{number}")
    methods = METHODS + ([mann_whitney_large] if number % 20 == 0 else [])
    cases = [(method.__name__, *method(rng)) for method in methods]
    feed = "".join(line + "\n" for _, line, _ in cases)
    done = subprocess.run([program], input=feed, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != 0:
        return [f"round {number}: the program ended with {done.returncode}: {done.stderr[:300]}"]
    failures = []
    for (name, line, check), answer in zip(cases, done.stdout.split("\n")):
        state, *numbers = answer.split(" ")
        try:
            check(state, [float(number_) for number_ in numbers])
        except Mismatch as mismatch:
            failures.append(f"round {number}: {name}: {mismatch}\n  case: {line:.1500}\n  answer: {answer}")
    return failures


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=int(os.environ.get("ECZSCORE_DIFFERENTIAL_SEED", "10")))
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=int(os.environ.get("ECZSCORE_DIFFERENTIAL_ROUNDS", "200")))
    settings = parser.parse_args()
    tasks = [(settings.program, settings.seed, number) for number in range(settings.first, settings.first + settings.rounds)]
    failed = 0
    with multiprocessing.Pool(os.cpu_count() or 1) as pool:
        for failures in pool.imap_unordered(one_round, tasks):
            for failure in failures:
                failed += 1
                print("FAILED:", failure, flush=True)
    print(f"{len(tasks)} rounds of {len(METHODS)} statistics with seed {settings.seed}: {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
