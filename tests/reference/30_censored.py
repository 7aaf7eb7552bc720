"""Censored lognormal samples by maximum likelihood: mpmath, 40 digits, in mean and log sd (not the parameters of the library)."""
import random
import mpmath as mp
from common import Book, pyver

mp.mp.dps = 40
B = Book("K values beyond limits of quantification", "30_censored.py", {"python": pyver(), "mpmath": mp.__version__},
         "Score equations in (mu, ln sigma) solved by findroot from the substituted moments; standard errors from the observed information by numeric differentiation of the log-likelihood at 40 digits.")
D = lambda x: mp.mpf(float(x))


def log_likelihood(obs, mu, ls):
    s = mp.exp(ls)
    total = mp.mpf(0)
    for kind, y in obs:
        z = (y - mu) / s
        if kind == "none":
            total += -z * z / 2 - ls - mp.log(2 * mp.pi) / 2
        elif kind == "below":
            total += mp.log(mp.ncdf(z))
        else:
            total += mp.log(mp.ncdf(-z))
    return total


def fit(obs):
    values = [y for _, y in obs]
    m = sum(values) / len(values)
    sd = mp.sqrt(sum((y - m) ** 2 for y in values) / len(values))
    f = lambda a, b: log_likelihood(obs, a, b)
    grad = lambda a, b: (mp.diff(f, (a, b), (1, 0)), mp.diff(f, (a, b), (0, 1)))
    root = mp.findroot(grad, (m, mp.log(sd)), tol=1e-50, maxsteps=60)
    a, b = root[0], root[1]
    haa, hab, hbb = (mp.diff(f, (a, b), o) for o in ((2, 0), (1, 1), (0, 2)))
    det = haa * hbb - hab * hab
    assert haa < 0 and det > 0
    return a, mp.exp(b), mp.sqrt(-hbb / det), mp.sqrt(-haa / det), f(a, b)


def out(obs):
    mu, s, se, sel, ll = fit(obs)
    z = mp.sqrt(2) * mp.erfinv(D(0.95))
    return {"mean": float(mu), "sd": float(s), "se_mean": float(se), "se_log_sd": float(sel), "log_likelihood": float(ll),
            "exp_mean": float(mp.exp(mu)), "exp_sd": float(mp.exp(s)), "lower": float(mp.exp(mu - z * se)), "upper": float(mp.exp(mu + z * se))}


def logs(sample):
    return [(k, mp.log(D(v))) for k, v in sample]


def listed(sample):
    return {"censoring": [k for k, _ in sample], "value": [v for _, v in sample]}


def draw(seed, n, mu, s, low=None, high=None):
    r = random.Random(seed)
    res = []
    for i in range(n):
        v = round(float(mp.exp(r.gauss(mu, s))), 3)
        lo = low[i % len(low)] if low else None
        hi = high[i % len(high)] if high else None
        res.append(("below", lo) if lo and v < lo else ("above", hi) if hi and v > hi else ("none", v))
    return res


samples = {
    "worked_example": [("none", v) for v in (2.3, 2.9, 3.6, 4.8, 6.1, 9.5)] + [("below", 2.0)] * 4,
    "one_limit": draw(3001, 30, 1.2, 0.8, low=[2.0]),
    "two_limits": draw(3002, 24, 1.0, 1.1, low=[1.0, 3.0]),
    "above_only": draw(3003, 20, 6.0, 0.9, high=[900.0]),
    "both_sides": draw(3004, 36, 5.0, 1.3, low=[40.0], high=[700.0]),
    "half_below": draw(3010, 40, 0.0, 0.7, low=[0.948]),
    "pg_per_ml": draw(3006, 25, 6.5, 1.0, low=[250.0]),
}
for name, sample in samples.items():
    B.case("lognormal_" + name, "maximum likelihood, mpmath", listed(sample), out(logs(sample)))


def change(b, a):
    v = mp.log(D(a[1]) / D(b[1]), 2)
    if b[0] == "none" and a[0] == "none":
        return ("none", v)
    if b[0] != "none" and a[0] != "none":
        return None
    return ("above" if b[0] == "below" or a[0] == "above" else "below", v)


for name, seed, n, low in (("few_below", 3021, 20, 60.0), ("many_below", 3022, 30, 140.0)):
    before = draw(seed, n, 6.5, 0.8, low=[low])
    after = draw(seed + 100, n, 5.4, 0.9, low=[low])
    changes = [c for c in (change(b, a) for b, a in zip(before, after)) if c]
    res = out(changes)
    z = mp.sqrt(2) * mp.erfinv(D(0.95))
    res = {k: res[k] for k in ("mean", "sd", "se_mean")} | {"measured": sum(k == "none" for k, _ in changes), "censored": sum(k != "none" for k, _ in changes), "uninformative": n - len(changes)}
    B.case("paired_" + name, "maximum likelihood on log2 changes, mpmath", {"before": listed(before), "after": listed(after)}, res)

for name, seed, low in (("two_groups", 3031, 3.0), ("two_groups_skewed", 3032, 1.5)):
    a = draw(seed, 18, 1.8, 0.7, low=[low])
    b = draw(seed + 100, 22, 1.3, 1.0, low=[low])
    fa, fb = fit(logs(a)), fit(logs(b))
    d, se = fb[0] - fa[0], mp.sqrt(fa[2] ** 2 + fb[2] ** 2)
    z = mp.sqrt(2) * mp.erfinv(D(0.95))
    B.case(name, "two fits, difference of means, mpmath", {"a": listed(a), "b": listed(b)},
           {"ratio": float(mp.exp(d)), "log2_se": float(se / mp.log(2)), "lower": float(mp.exp(d - z * se)), "upper": float(mp.exp(d + z * se)), "p": float(2 * mp.ncdf(-abs(d / se)))})
B.save("30_censored.json")
