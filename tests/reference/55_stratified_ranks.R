# SPDX-License-Identifier: BSL-1.0
# The rank-sum test over strata: coin with the block argument and with its own scores, on made-up data.
source("common.R"); use("coin")
strata_of <- function(seed, sizes, levels, shift) {
  set.seed(seed)
  x <- lapply(sizes, function(n) round(rgamma(n[1], 2, scale = levels / 4) + shift)); y <- lapply(sizes, function(n) round(rgamma(n[2], 2, scale = levels / 4)))
  list(x = x, y = y)
}
frame_of <- function(d) do.call(rbind, lapply(seq_along(d$x), function(h) { n <- c(length(d$x[[h]]), length(d$y[[h]])); data.frame(v = c(d$x[[h]], d$y[[h]]), g = factor(rep(c("x", "y"), n), levels = c("x", "y")), b = factor(rep(h, sum(n)), levels = seq_along(d$x))) }))
results <- function(t) list(statistic = as.numeric(statistic(t, "linear")), expected = as.numeric(expectation(t)), variance = as.numeric(variance(t)), z = as.numeric(statistic(t)), p = as.numeric(pvalue(t)))
test <- function(d, trafo) {
  f <- frame_of(d)
  one <- function(alternative) independence_test(v ~ g | b, data = f, ytrafo = trafo, teststat = "scalar", alternative = alternative, distribution = "asymptotic")
  c(results(one("two.sided")), list(p_less = as.numeric(pvalue(one("less"))), p_greater = as.numeric(pvalue(one("greater")))))
}
within <- function(weight) function(data) trafo(data, numeric_trafo = function(v) weight(length(v)) * rank(v), block = NULL)
blocked <- function(d, weight) { f <- frame_of(d); test(d, function(data) trafo(data, numeric_trafo = function(v) weight(length(v)) * rank(v), block = f$b)) }
sets <- list(
  clinics = strata_of(1, list(c(18, 17), c(7, 9), c(4, 4), c(12, 3)), 12, 2),
  many_ties = strata_of(2, list(c(10, 12), c(9, 8), c(3, 6)), 3, 0),
  small_strata = strata_of(3, list(c(1, 2), c(2, 1), c(1, 1), c(3, 2), c(1, 4)), 40, 5),
  one_stratum = strata_of(4, list(c(11, 13)), 20, 1),
  an_empty_group = strata_of(5, list(c(8, 9), c(4, 0), c(5, 6)), 10, 1),
  a_flat_stratum = { d <- strata_of(6, list(c(6, 7), c(5, 4)), 15, 1); d$x[[2]][] <- 3; d$y[[2]][] <- 3; d },
  no_ties = list(x = list(c(1.5, 7.25, 9.5), c(2.125, 11.5)), y = list(c(3.5, 4.75), c(6.25, 8.5, 0.5))))
for (n in names(sets)) { d <- sets[[n]]
  input <- list(x = I_list <- lapply(d$x, I), y = lapply(d$y, I))
  f <- frame_of(d)
  case(paste0("van_elteren_", n), "coin::independence_test(v ~ g | b), scores rank within block over (block size + 1)", input, blocked(d, function(n) 1 / (n + 1)))
  case(paste0("equal_", n), "coin::independence_test(v ~ g | b), scores rank within block", input, blocked(d, function(n) 1))
  case(paste0("common_", n), "coin::wilcox_test(v ~ g | b), as it comes", input, {
    one <- function(alternative) wilcox_test(v ~ g | b, data = f, alternative = alternative, distribution = "asymptotic")
    c(results(one("two.sided")), list(p_less = as.numeric(pvalue(one("less"))), p_greater = as.numeric(pvalue(one("greater"))))) })
}
finish("55_stratified_ranks.json", "C1 rank-sum test over strata")
