# SPDX-License-Identifier: BSL-1.0
# More of section G's Bayesian comparator with base R alone.
source("common.R")
ppos <- function(a1, b1, a2, b2, m = 0) integrate(function(p) pbeta(p - m, a2, b2) * dbeta(p, a1, b1), m, 1, rel.tol = 1e-12, subdivisions = 2000)$value
case("prob_superiority_two_betas", "stats::integrate over one beta", list(active = c(21.5, 19.5), historical = c(73.5, 242.5)), list(p_active_greater = ppos(21.5, 19.5, 73.5, 242.5), p_difference_above_0.1 = ppos(21.5, 19.5, 73.5, 242.5, .1)))
case("power_prior", "beta power prior", list(initial = c(1, 1), historical_x = 73, historical_n = 315, x = 21, n = 40, a0 = c(0, .1, .5, 1)), { r <- vapply(c(0, .1, .5, 1), function(a0) { A <- 1 + a0 * 73; B <- 1 + a0 * 242; c(A, B, (21 + A) / (40 + A + B), ppos(21.5, 19.5, A, B)) }, numeric(4)); list(prior_a = r[1, ], prior_b = r[2, ], posterior_mean_if_applied_to_same_parameter = r[3, ], p_active_greater_than_historical = r[4, ]) })
# The predictive prior of 16_trials_bayes.R without its two shortcuts (tau cut off at 3; arms integrated on 60 Hermite nodes that are
# wider than their likelihood when tau is large): arms on a fine grid of logits, tau by midpoints up to 7, mu from -12 to 10.
gh <- { m <- 60; i <- 1:(m - 1); J <- matrix(0, m, m); J[cbind(i, i + 1)] <- J[cbind(i + 1, i)] <- sqrt(i / 2); e <- eigen(J, symmetric = TRUE); list(x = e$values, w = e$vectors[1, ]^2) }
map_fine <- function(x, n) {
  mu <- seq(-12, 10, by = .05); h <- .02; tau <- seq(h / 2, 7, by = h); th <- seq(-40, 40, by = .02)
  L <- sapply(seq_along(x), function(k) dbinom(x[k], n[k], plogis(th)))
  lp <- matrix(0, length(mu), length(tau))
  for (j in seq_along(tau)) {
    if (tau[j] < .15) { t2 <- outer(mu, sqrt(2) * tau[j] * gh$x, "+"); l <- 0; for (k in seq_along(x)) l <- l + log(drop(exp(dbinom(x[k], n[k], plogis(t2), log = TRUE)) %*% gh$w)) }
    else { use <- rowSums(L) > 1e-300; M <- matrix(dnorm(outer(mu, th[use], "-"), 0, tau[j]), length(mu)) %*% L[use, , drop = FALSE] * .02; l <- rowSums(log(M)) }
    lp[, j] <- l + dnorm(mu, 0, 2, log = TRUE) + dnorm(tau[j], log = TRUE) }
  W <- exp(lp - max(lp)); W <- W / sum(W)
  pr <- function(f) { s <- 0; for (j in seq_along(tau)) s <- s + sum(W[, j] * drop(matrix(f(plogis(outer(mu, sqrt(2) * tau[j] * gh$x, "+"))), length(mu)) %*% gh$w)); s }
  sm <- function(tj) if (tj < .1) sqrt(tj^2 + .03^2) else tj
  cdf <- function(q) { s <- 0; lq <- qlogis(q); for (j in seq_along(tau)) s <- s + sum(W[, j] * pnorm((lq - mu) / sm(tau[j]))); s }
  m1 <- pr(identity); v <- pr(function(p) (p - m1)^2); qf <- function(a) uniroot(function(q) cdf(q) - a, c(1e-4, .99), tol = 1e-9)$root
  list(mean = m1, sd = sqrt(v), q = vapply(c(.025, .25, .5, .75, .975), qf, 0), ess_moment = m1 * (1 - m1) / v - 1, mu_mean = sum(W * mu), tau_mean = sum(t(W) * tau),
       beaten = integrate(function(p) vapply(p, cdf, 0) * dbeta(p, 21.5, 19.5), .02, .98, rel.tol = 1e-8)$value) }
for (b in c("TCS", "all")) { x <- c(73, 33, 45); n <- c(315, 123, 126); if (b == "all") { x <- c(7, 8, x); n <- c(85, 77, n) }
  case(paste0("map_fine_", b), "meta-analytic predictive prior, mu ~ N(0, 2^2) on the logit, tau ~ half-normal(1), fine grids", list(x = x, n = n), map_fine(x, n), note = "about 5 digits") }
finish("41_bayes_more.json", "G Bayesian comparator, with base R")
