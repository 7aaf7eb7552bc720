# SPDX-License-Identifier: BSL-1.0
# Power and sample size of the rank, exact, stratified, Welch and Dunnett tests, with base R alone.
source("common.R")
both <- function(e, z) pnorm(e - z) + pnorm(-e - z)
z2 <- qnorm(.975); zb <- qnorm(.9)
least <- function(f, target, n = 1) { while (f(n) < target) n <- n + 1; n }
pnct <- function(q, df, d, lower = TRUE) suppressWarnings(pt(q, df, d, lower.tail = lower))
nct2 <- function(ncp, df, a = .05) { q <- qt(1 - a / 2, df); pnct(q, df, ncp, FALSE) + pnct(-q, df, ncp) }

# Noether 1987
for (p in c(.6, .7, .85)) {
  case(sprintf("signed_rank_%g", p), "Noether 1987, both tails counted; closed form beside", list(p = p, n = 40), list(
    power = both(sqrt(120) * (p - .5), z2), n90 = least(function(n) both(sqrt(3 * n) * (p - .5), z2), .9),
    closed = (z2 + zb)^2 / (3 * (p - .5)^2)))
  case(sprintf("mann_whitney_%g", p), "Noether 1987, both tails counted; closed form beside", list(p = p, n1 = 30, n2 = 20), list(
    power = both(sqrt(12 * 30 * 20 / 50) * (p - .5), z2), n90 = least(function(n) both(sqrt(6 * n) * (p - .5), z2), .9),
    closed_per_arm = (z2 + zb)^2 / (12 * .25 * (p - .5)^2) / 2))
}
case("normal_chances", "P(X + X' > 0), P(X < Y) by integrate", list(dz = .5, d = .8), list(
  sum = integrate(function(x) dnorm(x, .5) * pnorm(x + .5), -Inf, Inf, rel.tol = 1e-13)$value,
  superiority = integrate(function(x) dnorm(x, .8) * pnorm(x), -Inf, Inf, rel.tol = 1e-13)$value))

# the mean and variance of the rank sum that the expected changes give (Lehmann 1998)
lehmann <- function(dz, n) { p1 <- pnorm(dz); p2 <- pnorm(sqrt(2) * dz); p3 <- integrate(function(x) dnorm(x - dz) * pnorm(x + dz)^2, -Inf, Inf, rel.tol = 1e-13)$value
  v <- n * p1 * (1 - p1) + n * (n - 1) / 2 * (2 * (p1 - p2)^2 + 3 * p2 * (1 - p2)) + n * (n - 1) * (n - 2) * (p3 - p2^2); e <- n * (p1 - .5) + n * (n - 1) / 2 * (p2 - .5); s0 <- sqrt(n * (n + 1) * (2 * n + 1) / 24)
  pnorm((e - z2 * s0) / sqrt(v)) + pnorm((-e - z2 * s0) / sqrt(v)) }
for (dz in c(.3, .5, 1)) case(sprintf("normal_rank_%g", dz), "Lehmann 1998, chances by integrate", list(dz = dz, n = 30), list(power = lehmann(dz, 30), n90 = least(function(n) lehmann(dz, n), .9, 2)))

# Happ, Bathke & Brunner 2019 by ranks of made-up data
placements <- function(x, y) {
  m <- length(x); n <- length(y); R <- rank(c(x, y)); P1 <- R[1:m] - rank(x); P2 <- R[m + 1:n] - rank(y)
  list(p = (mean(R[m + 1:n]) - mean(R[1:m])) / (m + n) + .5, v1 = mean((P1 - mean(P1))^2) / n^2, v2 = mean((P2 - mean(P2))^2) / m^2)
}
pooled <- function(x, y, t) { w <- c(rep(t / length(x), length(x)), rep((1 - t) / length(y), length(y))); v <- c(x, y)
  H <- vapply(v, function(a) sum(w[v < a]) + sum(w[v == a]) / 2, 0); sum(w * (H - .5)^2) }
happ <- function(x, y, n1, n2) { s <- placements(x, y); sd <- sqrt(s$v1 / n1 + s$v2 / n2); nul <- sqrt(pooled(x, y, n1 / (n1 + n2)) * (1 / n1 + 1 / n2)); e <- abs(s$p - .5); pnorm((e - z2 * nul) / sd) + pnorm((-e - z2 * nul) / sd) }
sets <- list(iga = list(x = rep(0:4, c(2, 6, 12, 50, 30)), y = rep(0:4, c(10, 28, 30, 22, 10))), reversed = list(x = rep(0:3, c(1, 2, 3, 4)), y = rep(0:3, c(5, 3, 1, 1))),
             wmwssp = list(x = c(315, 375, 356, 374, 412, 418, 445, 403, 431, 410, 391, 475, 379), y = c(315, 375, 356, 374, 412, 418, 445, 403, 431, 410, 391, 475, 379) - 20))
for (id in names(sets)) { s <- sets[[id]]
  case(sprintf("ordinal_%s", id), "placements by rank()", list(x = s$x, y = s$y, n1 = 30, n2 = 24), list(
    effect = placements(s$x, s$y)$p, power = happ(s$x, s$y, 30, 24), n90 = least(function(n) happ(s$x, s$y, n, n), .9))) }

# the sign test by binom.test, McNemar's by the trinomial
rej <- function(k, m) m > 0 && binom.test(k, m)$p.value <= .05
sign2 <- function(up, down, n) sum(vapply(0:n, function(m) dbinom(m, n, up + down) * sum(dbinom(0:m, m, up / (up + down)) * vapply(0:m, rej, TRUE, m)), 0))
sign1 <- function(up, down, n) sum(vapply(0:n, function(m) dbinom(m, n, up + down) * sum(dbinom(0:m, m, up / (up + down)) * vapply(0:m, function(k) m > 0 && binom.test(k, m, alternative = "greater")$p.value <= .05, TRUE)), 0))
for (q in list(c(.75, .25), c(.7, .2), c(.2, .45))) case(sprintf("sign_%g_%g", q[1], q[2]), "enumeration of stats::binom.test", list(positive = q[1], negative = q[2], n = 31), list(
  power = sign2(q[1], q[2], 31), one_sided = sign1(q[1], q[2], 31), n80 = least(function(n) sign2(q[1], q[2], n), .8)))

# Fisher's first size, and the chi-square test by enumeration
fisher_rej <- function(n) { p <- outer(0:n, 0:n, Vectorize(function(x, y) fisher.test(matrix(c(x, n - x, y, n - y), 2))$p.value)); p <= .05 }
fisher_pow <- function(p1, p2, n) sum(outer(dbinom(0:n, n, p1), dbinom(0:n, n, p2)) * fisher_rej(n))
for (q in list(c(.9, .2), c(.7, .2), c(.5, .05))) case(sprintf("fisher_size_%g_%g", q[1], q[2]), "first n per arm by enumeration of stats::fisher.test", list(p1 = q[1], p2 = q[2]), list(n80 = least(function(n) fisher_pow(q[1], q[2], n), .8, 2)))
chi <- function(x, n1, y, n2) { r <- suppressWarnings(prop.test(c(x, y), c(n1, n2), correct = FALSE)$p.value); is.finite(r) && r <= .05 }
case("rates_chi_square", "enumeration of stats::prop.test(correct = FALSE)", list(p1 = .55, p2 = .25, n1 = 30, n2 = 20), list(
  power = sum(outer(0:30, 0:20, Vectorize(function(x, y) dbinom(x, 30, .55) * dbinom(y, 20, .25) * chi(x, 30, y, 20))))))

# Welch
welch <- function(d, s1, s2, n1, n2) { a <- s1^2 / n1; b <- s2^2 / n2; nct2(d / sqrt(a + b), (a + b)^2 / (a^2 / (n1 - 1) + b^2 / (n2 - 1))) }
for (q in list(c(6.6, 14, 9), c(3, 4, 12), c(5, 8, 8))) case(sprintf("welch_%g_%g_%g", q[1], q[2], q[3]), "stats::pt(ncp) at Satterthwaite's df", list(difference = q[1], sd1 = q[2], sd2 = q[3], n1 = 25, n2 = 40), list(
  power = welch(q[1], q[2], q[3], 25, 40), n90 = least(function(n) welch(q[1], q[2], q[3], n, n), .9, 2)))

# strata: Woolson 1986, Nam 1992. Odds ratio 3 in four strata is Nam's example: 171, corrected 192.
strat <- function(share, s, p1, p2, z, cc, N = NULL) { w <- share * s * (1 - s); pb <- s * p1 + (1 - s) * p2; X <- sum(w * pb * (1 - pb)); Y <- sum(w * ((1 - s) * p1 * (1 - p1) + s * p2 * (1 - p2))); D <- abs(sum(w * (p1 - p2)))
  n <- (z * sqrt(X) + zb * sqrt(Y))^2 / D^2; if (cc) n <- n / 4 * (1 + sqrt(1 + 2 / (D * n)))^2
  if (is.null(N)) n else pnorm(((D * N - .5 * cc) / sqrt(N) - z * sqrt(X)) / sqrt(Y)) }
odds <- function(p, o) { q <- o * p / (1 - p); q / (1 + q) }
p2 <- c(.75, .70, .65, .60)
for (cc in c(FALSE, TRUE)) { case(sprintf("strata_nam_%s", cc), "Woolson 1986 / Nam 1992, one-sided 0.05", list(share = c(.10, .40, .35, .15), in_first = rep(.5, 4), p1 = odds(p2, 3), p2 = p2, one_sided = TRUE, continuity = cc), list(n90 = strat(c(.10, .40, .35, .15), .5, odds(p2, 3), p2, qnorm(.95), cc), power_at_150 = strat(c(.10, .40, .35, .15), .5, odds(p2, 3), p2, qnorm(.95), cc, 150)))
  case(sprintf("strata_trial_%s", cc), "Woolson 1986 / Nam 1992, two-sided 0.05", list(share = c(.2, .5, .3), in_first = c(.5, .6667, .6), p1 = c(.3, .5, .6), p2 = c(.1, .3, .5), one_sided = FALSE, continuity = cc), list(n90 = strat(c(.2, .5, .3), c(.5, .6667, .6), c(.3, .5, .6), c(.1, .3, .5), z2, cc), power_at_150 = strat(c(.2, .5, .3), c(.5, .6667, .6), c(.3, .5, .6), c(.1, .3, .5), z2, cc, 150))) }

# Dunnett: nested integrals over the SD and the control mean
dun <- function(eff, n, n0, crit, sides) { k <- length(eff); df <- k * (n - 1) + n0 - 1; l <- sqrt(n / (n + n0)); r <- sqrt(n0 / (n + n0)); sh <- eff / sqrt(1 / n + 1 / n0)
  beyond <- function(z, s, i) pnorm((crit * s - sh[i] - l * z) / r, lower.tail = FALSE) + (if (sides == 2) pnorm((-crit * s - sh[i] - l * z) / r) else 0)
  over <- function(g) integrate(Vectorize(function(s) { ds <- exp(log(2) + df / 2 * log(df / 2) - lgamma(df / 2) + (df - 1) * log(s) - df * s^2 / 2); if (ds < 1e-18) 0 else ds * integrate(function(z) dnorm(z) * g(z, s), -9, 9, rel.tol = 1e-11, subdivisions = 400L)$value }), max(0, 1 - 12 / sqrt(2 * df)), 1 + 12 / sqrt(2 * df), rel.tol = 1e-10, subdivisions = 400L)$value
  list(any = over(function(z, s) 1 - Reduce(`*`, lapply(seq_len(k), function(i) 1 - beyond(z, s, i)))), all = over(function(z, s) Reduce(`*`, lapply(seq_len(k), function(i) beyond(z, s, i))))) }
crit <- function(k, n, n0, sides) uniroot(function(cr) dun(rep(0, k), n, n0, cr, sides)$any - .05, c(1.5, 4), tol = 1e-12)$root
for (q in list(list(e = c(.5, .3, 0), n = 40, n0 = 50, s = 2), list(e = c(.9, .8), n = 12, n0 = 20, s = 1), list(e = c(-.6, .6, .2, .4), n = 25, n0 = 25, s = 2))) { cr <- crit(length(q$e), q$n, q$n0, q$s); d <- dun(q$e, q$n, q$n0, cr, q$s)
  case(sprintf("dunnett_%d_%d", length(q$e), q$s), "nested stats::integrate", list(effects = q$e, n = q$n, n_control = q$n0, sides = q$s), list(critical = cr, any = d$any, all = d$all)) }

# margins of rates and flare rates: power at given sizes
fm <- function(p1, p2, r, m) { f <- function(q) -(p1 * log(q - m) + (1 - p1) * log(1 - q + m) + r * (p2 * log(q) + (1 - p2) * log(1 - q))); q <- optimize(f, c(m + 1e-9, 1 - 1e-9), tol = 1e-12)$minimum; (q - m) * (1 - q + m) + q * (1 - q) / r }
for (q in list(c(.7, .7, .1, 200, 200), c(.55, .5, .15, 80, 40))) case(sprintf("rate_margin_power_%g_%g", q[1], q[4]), "restricted variance by stats::optimize (8 digits)", list(p1 = q[1], p2 = q[2], margin = q[3], n1 = q[4], n2 = q[5]), list(
  power = pnorm(((q[1] - q[2] + q[3]) * sqrt(q[4]) - z2 * sqrt(fm(q[1], q[2], q[5] / q[4], q[3]))) / sqrt(q[1] * (1 - q[1]) + q[2] * (1 - q[2]) * q[4] / q[5]))))
case("flare_rate_power", "Wald test of the log rate ratio", list(rate = 1.5, ratio = .6, dispersion = .8, time = .5, n1 = 120, n2 = 60), list(
  power = pnorm(-log(.6) / sqrt((1 / (.75 * .6) + .8) / 120 + (1 / .75 + .8) / 60) - z2)))

# looks that are close: crossing chances by nested integrals, where the error is spent as Pocock's
pocock <- function(t) .025 * log(1 + (exp(1) - 1) * t)
looks <- function(t) { c1 <- qnorm(1 - pocock(t[1])); g <- function(x, a, b) dnorm((x - a) / sqrt(b)) / sqrt(b); z1 <- c1 * sqrt(t[1])
  p2 <- function(b) integrate(function(x) dnorm(x / sqrt(t[1])) / sqrt(t[1]) * pnorm((b - x) / sqrt(t[2] - t[1]), lower.tail = FALSE), -9, z1, rel.tol = 1e-12, subdivisions = 2000L)$value
  b2 <- uniroot(function(b) p2(b) - (pocock(t[2]) - pocock(t[1])), c(.1, 6), tol = 1e-13)$root
  go <- function(y) vapply(y, function(v) integrate(function(x) dnorm(x / sqrt(t[1])) / sqrt(t[1]) * g(v, x, t[2] - t[1]), max(-9, v - 12 * sqrt(t[2] - t[1])), min(z1, v + 12 * sqrt(t[2] - t[1])), rel.tol = 1e-11, subdivisions = 2000L)$value, 0)
  edge <- b2 - 20 * sqrt(t[2] - t[1])
  part <- function(b, lo, hi) integrate(function(y) go(y) * pnorm((b - y) / sqrt(t[3] - t[2]), lower.tail = FALSE), lo, hi, rel.tol = 1e-9, subdivisions = 500L)$value
  b3 <- uniroot(function(b) part(b, -7, edge) + part(b, edge, b2) - (pocock(t[3]) - pocock(t[2])), c(.5, 5), tol = 1e-9)$root
  c(c1, b2 / sqrt(t[2]), b3 / sqrt(t[3])) }
for (h in c(.01, .0001)) case(sprintf("close_looks_%g", h), "nested stats::integrate", list(information = c(.9, .9 + h, 1)), list(critical = looks(c(.9, .9 + h, 1))))
finish("57_power.json", "G design: rank, exact, stratified, Welch and Dunnett tests, with base R")
