# SPDX-License-Identifier: BSL-1.0
# More of section G with base R alone: Fisher by enumeration, TOST, margins, responders, sizes.
source("common.R")
pnct <- function(q, df, d, lower = TRUE) suppressWarnings(pt(q, df, d, lower.tail = lower))
two <- function(d, n1, n2, a = .05) { v <- n1 + n2 - 2; nc <- d / sqrt(1 / n1 + 1 / n2); q <- qt(1 - a / 2, v); pnct(q, v, nc, FALSE) + pnct(-q, v, nc) }
minn <- function(f, target) { n <- 2; while (f(n) < target && n < 1e6) n <- n + 1; n }
D <- c(6.6, 3.4, 8.7); S <- c(14, 8, 17)
case("sample_size_two", "smallest n per arm with noncentral-t power at target", list(delta = D, sd = S), list(
  n80 = mapply(function(d, s) minn(function(n) two(d / s, n, n), .8), D, S),
  n90 = mapply(function(d, s) minn(function(n) two(d / s, n, n), .9), D, S),
  n90_two_to_one_small_arm = mapply(function(d, s) minn(function(n) two(d / s, 2 * n, n), .9), D, S)))
fisher_power <- function(p1, p2, n1, n2, a = .05) { tot <- 0; for (x in 0:n1) for (y in 0:n2) { pr <- dbinom(x, n1, p1) * dbinom(y, n2, p2); if (pr > 0 && fisher.test(matrix(c(x, n1 - x, y, n2 - y), 2))$p.value <= a) tot <- tot + pr }; tot }
for (q in list(c(.5, .15, 25, 25), c(.3, .3, 25, 25), c(.6, .2, 18, 9), c(.9, .4, 7, 12), c(.05, .3, 30, 20))) case(sprintf("fisher_power_%g_%g_%g_%g", q[1], q[2], q[3], q[4]), "enumeration of stats::fisher.test", list(p1 = q[1], p2 = q[2], n1 = q[3], n2 = q[4]), list(power = fisher_power(q[1], q[2], q[3], q[4])))
for (k in 1:3) { set.seed(4000 + k); x <- round(rnorm(c(24, 5, 60)[k], 0, 6), 1); y <- round(rnorm(c(26, 9, 31)[k], .5, 9), 1); for (eq in c(FALSE, TRUE)) case(sprintf("tost_test_%d_%s", k, if (eq) "equal" else "welch"), "two stats::t.test(mu=, alternative=)", list(x = x, y = y, margin = 4, equal = eq), { a <- t.test(x, y, mu = -4, alternative = "greater", var.equal = eq); b <- t.test(x, y, mu = 4, alternative = "less", var.equal = eq); list(t_lower = unname(a$statistic), p_lower = a$p.value, t_upper = unname(b$statistic), p_upper = b$p.value, df = unname(a$parameter), ci90 = t.test(x, y, conf.level = .9, var.equal = eq)$conf.int[1:2]) }) }
pa <- pnorm(-6.6, -14, 12); pc <- pnorm(-6.6, -8, 12)
pw2 <- function(p1, p2, n) { z <- qnorm(.975); pb <- (p1 + p2) / 2; s0 <- sqrt(pb * (1 - pb) * 2 / n); s1 <- sqrt((p1 * (1 - p1) + p2 * (1 - p2)) / n); pnorm((abs(p1 - p2) - z * s0) / s1) }
case("responder_dichotomisation", "normal responder model", list(mean_active = -14, mean_control = -8, sd = 12, mcid = 6.6, n = 80), list(p_active = pa, p_control = pc, power_t = two(.5, 80, 80), power_responder = pw2(pa, pc, 80), nnt = 1 / (pa - pc)))
case("superiority_by_margin_means", "noncentral t for H0: difference <= MCID, 100 per arm", list(true_difference = 10, mcid = 6.6, sd = 14, n_per_arm = 100), list(power = pnct(qt(.975, 198), 198, (10 - 6.6) / 14 * sqrt(50), FALSE)))
# restricted maximum likelihood found numerically, without the cubic
fm <- function(p1, p2, r, m) { f <- function(q) -(p1 * log(q - m) + (1 - p1) * log(1 - q + m) + r * (p2 * log(q) + (1 - p2) * log(1 - q))); optimize(f, c(m + 1e-9, 1 - 1e-9), tol = 1e-12)$minimum }
for (q in list(c(.7, .7, .1, 1), c(.55, .5, .15, .5), c(.9, .92, .08, 2))) case(sprintf("rate_margin_%g_%g_%g_%g", q[1], q[2], q[3], q[4]), "Farrington & Manning 1990 with stats::optimize (about 8 digits of the rates, 1e-8 of n)", list(p1 = q[1], p2 = q[2], margin = q[3], n2_over_n1 = q[4]), { b <- fm(q[1], q[2], q[4], q[3]); a <- b - q[3]; ap <- q[1] - q[2] + q[3]; v0 <- a * (1 - a) + b * (1 - b) / q[4]; v1 <- q[1] * (1 - q[1]) + q[2] * (1 - q[2]) / q[4]; list(n1 = (qnorm(.975) * sqrt(v0) + qnorm(.9) * sqrt(v1))^2 / ap^2, n1_unrestricted = (qnorm(.975) + qnorm(.9))^2 * v1 / ap^2) })
mc <- function(p01, p10, n, a = .05) { tot <- 0; for (b in 0:n) for (c in 0:(n - b)) { pr <- dmultinom(c(b, c, n - b - c), prob = c(p01, p10, 1 - p01 - p10)); if (b + c > 0 && min(1, 2 * pbinom(min(b, c), b + c, .5)) <= a) tot <- tot + pr }; tot }
for (q in list(c(.3, .1, 50), c(.2, .2, 40), c(.45, .05, 12))) case(sprintf("mcnemar_exact_power_%g_%g_%g", q[1], q[2], q[3]), "enumeration of the exact test over the trinomial", list(p01 = q[1], p10 = q[2], n = q[3]), list(power = mc(q[1], q[2], q[3])))
finish("40_design_more.json", "G design, with base R")
