# SPDX-License-Identifier: BSL-1.0
# Permutation of two groups' values, and limits of the shift given the ties: exactRankTests, coin, enumeration.
source("common.R"); use("coin"); note_pkg("exactRankTests")
perm.test <- suppressPackageStartupMessages(suppressWarnings(exactRankTests::perm.test)); wilcox.exact <- exactRankTests::wilcox.exact
groups <- function(seed, m, n, levels, shift) { set.seed(seed); list(x = round(rgamma(m, 2, scale = levels / 4) + shift), y = round(rgamma(n, 2, scale = levels / 4))) }
both <- function(d) data.frame(v = c(d$x, d$y), g = factor(rep(c("x", "y"), c(length(d$x), length(d$y))), levels = c("x", "y")))
sides <- function(f) list(p = f("two.sided"), p_less = f("less"), p_greater = f("greater"))
enumerated <- function(d) { v <- c(d$x, d$y); m <- length(d$x); N <- length(v); s <- colSums(matrix(v[combn(N, m)], m)); k <- N * s - m * sum(v); o <- N * sum(d$x) - m * sum(v); list(p = mean(abs(k) >= abs(o)), p_less = mean(k <= o), p_greater = mean(k >= o)) }
sets <- list(ties = groups(1, 6, 7, 12, 3), easi = list(x = c(212, 96, 31, 154, 88, 260, 45), y = c(301, 188, 412, 96, 277)), one_and_many = groups(2, 1, 12, 30, 20), unequal = groups(3, 4, 15, 50, 10), larger_x = groups(4, 13, 5, 20, 6), medium = groups(5, 25, 31, 40, 4), large = groups(6, 90, 110, 60, 3), apart = list(x = c(5, 6, 7, 9), y = c(1, 2, 4)), apart_ties = list(x = c(2, 2, 2), y = c(1, 1, 1, 1)), flat_x = list(x = c(3, 3, 3, 3), y = c(1, 5, 4)))
for (n in names(sets)) { d <- sets[[n]]; f <- both(d)
  case(paste0("permutation_", n), "exactRankTests::perm.test(exact = TRUE), coin::oneway_test(distribution = exact()), enumeration up to 18 values; whole steps", d, {
    list(perm_test = sides(function(a) perm.test(d$x, d$y, alternative = a, exact = TRUE)$p.value),
         coin = sides(function(a) as.numeric(pvalue(oneway_test(v ~ g, data = f, alternative = a, distribution = exact())))),
         enumerated = if (nrow(f) <= 19) enumerated(d) else NULL) }) }
real <- list(x = c(1 / 3, 2 / 3, pi, 1.1), y = c(2.2, 2.5, exp(1), sqrt(7), 3.3))
case("no_step", "coin::oneway_test(distribution = exact()), exactRankTests::perm.test, values that are no decimals", real, { f <- both(real); list(coin_p = as.numeric(pvalue(oneway_test(v ~ g, data = f, distribution = exact()))), perm_test_p = perm.test(real$x, real$y, exact = TRUE)$p.value) })
# The shift's limits given the ties: every constant stretch between neighbouring differences is tried.
inverted <- function(d, tail) {
  at <- sort(unique(as.vector(outer(d$x, d$y, "-")))); mids <- c(at[1] - 1, (head(at, -1) + tail(at, -1)) / 2, tail(at, 1) + 1)
  p <- function(delta, a) { f <- both(list(x = d$x - delta, y = d$y)); as.numeric(pvalue(wilcox_test(v ~ g, data = f, alternative = a, distribution = exact()))) }
  up <- vapply(mids, p, 0, "greater"); down <- vapply(mids, p, 0, "less"); K <- length(at); fuzz <- tail_fuzz
  lo <- which(up[-1] >= tail - fuzz)[1]; hi <- K + 1 - which(rev(down[-(K + 1)]) >= tail - fuzz)[1]
  list(lower = at[lo], upper = at[hi], p_below = up[lo], p_above = down[hi + 1], attained = 1 - up[lo] - down[hi + 1], monotone = !is.unsorted(up) && !is.unsorted(rev(down)))
}
tail_fuzz <- 1e-14
tail <- utils::tail
ties <- list(ties = groups(1, 6, 7, 12, 3), few_levels = groups(11, 8, 9, 4, 1), iga = list(x = c(0, 1, 1, 2, 2, 2, 3, 1, 0, 2), y = c(2, 3, 3, 4, 2, 3, 1, 4, 3)), lopsided = groups(12, 3, 14, 6, 2), tiny = list(x = c(1, 1), y = c(2, 2)), four_and_three = list(x = c(3, 3, 5, 8), y = c(1, 1, 2)), medium = groups(13, 22, 19, 10, 2), flat = list(x = c(2, 2, 2, 2), y = c(1, 1, 1, 1, 1)))
for (n in names(ties)) for (level in c(.95, .9)) { d <- ties[[n]]; f <- both(d)
  case(sprintf("shift_given_ties_%s_%g", n, 100 * level), "inversion of coin::wilcox_test(distribution = exact()) over all differences; the packages' own limits beside it", c(d, level = level), {
    package <- function(e) tryCatch(suppressWarnings(as.numeric(e)), error = function(z) NULL)
    c(inverted(d, (1 - level) / 2), list(coin_ci = package(confint(wilcox_test(v ~ g, data = f, distribution = exact(), conf.int = TRUE, conf.level = level))$conf.int), exactRankTests_ci = package(wilcox.exact(d$x, d$y, exact = TRUE, conf.int = TRUE, conf.level = level)$conf.int))) }) }
# What exactRankTests makes of mid-ranks.
for (n in c("ties", "few_levels", "iga")) { d <- ties[[n]]; f <- both(d)
  case(paste0("midranks_", n), "exactRankTests::wilcox.exact beside coin::wilcox_test(distribution = exact())", d, list(wilcox_exact_p = wilcox.exact(d$x, d$y, exact = TRUE)$p.value, coin_p = as.numeric(pvalue(wilcox_test(v ~ g, data = f, distribution = exact()))))) }
# R's correction of the Cochran-Mantel-Haenszel test where observed and expected are less than 0.5 apart.
near <- list(x1 = c(5, 4), n1 = c(11, 9), x2 = c(4, 5), n2 = c(10, 10))
case("cmh_near_zero", "stats::mantelhaen.test(correct = TRUE and FALSE)", near, { t <- array(rbind(near$x1, near$n1 - near$x1, near$x2, near$n2 - near$x2), c(2, 2, 2)); list(corrected = unname(mantelhaen.test(t, correct = TRUE)$statistic), plain = unname(mantelhaen.test(t, correct = FALSE)$statistic)) })
finish("56_permutation.json", "C1 permutation of two groups, shift given ties")
