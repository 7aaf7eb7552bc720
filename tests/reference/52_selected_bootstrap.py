"""Bootstrap of regression to the mean: Philox 4x32-10, Lemire's draws and truncated normal fits, written anew with mpmath."""
import random
import mpmath as mp
from common import Book, pyver

mp.mp.dps = 30
B = Book("A bootstrap of regression to the mean", "52_selected_bootstrap.py", {"python": pyver(), "mpmath": mp.__version__},
         "Patients sorted by distance beyond the cut-off, then improvement; replicate r draws n indices, then a quantile of the reliability.")
M = 0xFFFFFFFF


def philox(c, k):
    c, k = list(c), list(k)
    for _ in range(10):
        p, q = 0xD2511F53 * c[0], 0xCD9E8D57 * c[2]
        c = [(q >> 32) ^ c[1] ^ k[0], q & M, (p >> 32) ^ c[3] ^ k[1], p & M]
        k = [(k[0] + 0x9E3779B9) & M, (k[1] + 0xBB67AE85) & M]
    return c


def words(seed, stream, replicate):
    block = 0
    while True:
        yield from philox([block, replicate & M, replicate >> 32, stream], [seed & M, seed >> 32])
        block += 1


def below(w, n):
    while True:
        p = next(w) * n
        if (p & M) >= 2 ** 32 % n:
            return p >> 32


def mills(z):
    return mp.npdf(z) / (mp.erfc(z / mp.sqrt(2)) / 2)


def ratio(z):
    c = mills(z)
    return (1 - c * (c - z)) / (c - z) ** 2


def fit(excess):
    """z and sd of the truncated normal by its two moment equations; None where z is 30 or beyond."""
    n = len(excess)
    m = mp.fsum(excess) / n
    v = mp.fsum([(x - m) ** 2 for x in excess]) / n
    q = v / m ** 2
    if v == 0 or q >= ratio(mp.mpf(30)):
        return None
    lo, hi = mp.mpf(-60), mp.mpf(30)
    for _ in range(110):
        mid = (lo + hi) / 2
        if ratio(mid) < q:
            lo = mid
        else:
            hi = mid
    return lo, m / (mills(lo) - lo)


def estimates(sample, rho, sign):
    f = fit([mp.mpf(e) for e, _ in sample])
    if f is None:
        return None, None
    z, sd = f
    # shift of one baseline: sd (1 - rho) C(z)
    shift = sd * (1 - rho) * mills(z)
    gain = mp.fsum([mp.mpf(g) for _, g in sample]) / len(sample)
    return shift, gain - sign * shift


def beta_quantile(u, a, b):
    lo, hi = mp.mpf(0), mp.mpf(1)
    for _ in range(90):
        mid = (lo + hi) / 2
        if mp.betainc(a, b, 0, mid, regularized=True) < u:
            lo = mid
        else:
            hi = mid
    return lo


def run(pre, post, cut, way, better, rho, se, seed, stream, count):
    # doubles, as the scores are subtracted there
    sample = sorted((way * (x - cut), (x - y) if better == "lower" else (y - x)) for x, y in zip(pre, post))
    sign = 1 if (way == 1) == (better == "lower") else -1
    n = len(sample)
    regression, corrected = [], []
    for r in range(count):
        w = words(seed, stream, r)
        drawn = [sample[below(w, n)] for _ in range(n)]
        rel = mp.mpf(rho)
        if se > 0:
            size = rel * (1 - rel) / mp.mpf(se) ** 2 - 1
            high = next(w)
            u = (mp.mpf((high << 32 | next(w)) >> 12) + mp.mpf("0.5")) / 2 ** 52
            rel = beta_quantile(u, rel * size, (1 - rel) * size)
        a, b = estimates(drawn, rel, sign)
        regression.append(None if a is None else float(a))
        corrected.append(None if b is None else float(b))
    a, b = estimates(sample, mp.mpf(rho), sign)
    return {"regression": float(a), "corrected": float(b), "regression_replicates": regression, "corrected_replicates": corrected,
            "failed": sum(x is None for x in regression)}


def patients(n, seed, cut, sign, drop=0.4):
    rng = random.Random(seed)
    pre, post = [], []
    while len(pre) < n:
        truth = 20 + 9.2 * rng.gauss(0, 1)
        x, y = round(truth + 6 * rng.gauss(0, 1), 1), round(truth * (1 - drop) + 6 * rng.gauss(0, 1), 1)
        if x >= sign * cut:
            pre.append(sign * x)
            post.append(sign * y)
    return pre, post


def limits(values, level):
    """Quantiles of type 6: (B + 1) p."""
    x = sorted(values)
    out = []
    for p in ((1 - level) / 2, 1 - (1 - level) / 2):
        rank = (len(x) + 1) * p
        k = int(rank + 1e-9)
        share = rank - k if rank - k > 1e-9 else 0
        out.append(x[k - 1] if share == 0 else x[k - 1] + share * (x[k] - x[k - 1]))
    return out


for name, n, seed, cut, way, better, rho, se, key, stream, count in [
        ("selected_above", 120, 5201, 16.0, 1, "lower", 0.7, 0.0, 7, 0, 199),
        ("selected_below", 90, 5202, -16.0, -1, "higher", 0.6, 0.0, 0x123456789ABCDEF, 3, 59),
        ("selected_reliability_drawn", 80, 5203, 12.0, 1, "lower", 0.7, 0.06, 11, 1, 39),
        ("selected_few", 20, 5204, 16.0, 1, "lower", 0.7, 0.0, 5, 0, 99)]:
    pre, post = patients(n, seed, cut, way)
    out = run(pre, post, cut, way, better, rho, se, key, stream, count)
    ok = [x for x in out["regression_replicates"] if x is not None]
    out["regression_percentile_95"] = limits(ok, 0.95)
    out["corrected_percentile_95"] = limits([x for x in out["corrected_replicates"] if x is not None], 0.95)
    B.case(name, "definitions with 30 digits", {"pre": pre, "post": post, "cutoff": cut, "selected": "above" if way == 1 else "below", "better": better,
           "reliability": rho, "se_reliability": se, "seed": key, "stream": stream, "replicates": count}, out)


def skewed(mean, sd, rho, cut, below_cut, top):
    """Share let in, mean baseline and mean true score of one assessment beyond a cut-off: conditional on the true score in closed form."""
    mean, sd, rho, cut = mp.mpf(mean), mp.mpf(sd), mp.mpf(rho), mp.mpf(cut)
    if top is None:
        v = mp.log1p((sd / mean) ** 2)
        vt = mp.log1p(rho * (sd / mean) ** 2)
        m = mp.log(mean) - v / 2
        side = (lambda a: mp.ncdf(-a)) if below_cut else mp.ncdf
        z = (m - mp.log(cut)) / mp.sqrt(v)
        share = side(z)
        base = mean * side(z + mp.sqrt(v)) / share
        true = mean * side(z + vt / mp.sqrt(v)) / share
    else:
        mu, w, c = mean / top, (sd / top) ** 2, cut / top
        kt = mu * (1 - mu) / (rho * w) - 1
        ke = (mu * (1 - mu) - rho * w) / ((1 - rho) * w) - 1
        def beyond(a, b):
            return mp.betainc(a, b, 0, c, regularized=True) if below_cut else mp.betainc(a, b, c, 1, regularized=True)
        def f(t):
            return t ** (mu * kt - 1) * (1 - t) ** ((1 - mu) * kt - 1) / mp.beta(mu * kt, (1 - mu) * kt)
        cuts = [0, c / 2, c, (1 + c) / 2, 1]
        share = mp.quad(lambda t: f(t) * beyond(t * ke, (1 - t) * ke), cuts)
        base = top * mp.quad(lambda t: f(t) * t * beyond(t * ke + 1, (1 - t) * ke), cuts) / share
        true = top * mp.quad(lambda t: f(t) * t * beyond(t * ke, (1 - t) * ke), cuts) / share
    return {"share": float(share), "baseline": float(base), "follow_up": float(true), "regression": float(base - true if not below_cut else true - base)}


mp.mp.dps = 60
for z in (-6, -3, 0, 0.9, 1.1, 2, 4, 8, 15, 25, 29.9):
    z = mp.mpf(z)
    c = mills(z)
    s = c * (c - z)
    # minus the second derivatives of the log-likelihood of one value by mean and sd, in sds, at the maximum
    mm, ms, ss = 1 - s, c - s * z, 2 + z * c - s * z * z
    d = mm * ss - ms * ms
    B.case("truncated_precision_%s" % float(z), "inverse information with 60 digits", {"z": float(z)},
           {"se_mean": float(mp.sqrt(ss / d)), "se_sd": float(mp.sqrt(mm / d)), "covariance": float(-ms / d), "excess_mean": float(c - z), "excess_variance": float(1 - s)})
mp.mp.dps = 18
for name, args in [("lognormal_above", (20, 11, .7, 16, False, None)), ("lognormal_below", (20, 11, .7, 16, True, None)), ("lognormal_wide", (12, 15, .5, 16, False, None)),
                   ("beta_above", (20, 11, .7, 16, False, 72)), ("beta_below", (6, 2.2, .6, 5, True, 10)), ("beta_bounded", (7, 2.5, .6, 4, False, 10))]:
    B.case("model_" + name, "conditional on the true score in closed form, integrated by mpmath",
           {"mean": args[0], "sd": args[1], "reliability": args[2], "cutoff": args[3], "selected": "below" if args[4] else "above", "maximum": args[5]}, skewed(*args))
B.save("52_selected_bootstrap.json")
