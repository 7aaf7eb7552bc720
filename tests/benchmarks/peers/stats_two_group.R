# SPDX-License-Identifier: BSL-1.0
# R on the data of stats_two_group_bench.cpp: Rscript stats_two_group.R.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "stats_time.R"))

numbers <- function(seed) function() { seed <<- (seed * 16807) %% 2147483647; seed }
groups <- function(n, kinds) {
  f <- numbers(7)
  v <- vapply(seq_len(2 * n), function(i) if (kinds == 0) f() else f() %% kinds, 0)
  list(x = v[seq_len(n)], y = v[n + seq_len(n)])
}
strata <- function(k) {
  f <- numbers(11)
  m <- vapply(seq_len(k), function(i) {
    n1 <- 10 + f() %% 40; n2 <- 10 + f() %% 40
    c(n1 = n1, n2 = n2, x1 = f() %% (n1 + 1), x2 = (f() %% (n2 + 1)) %/% 2)
  }, numeric(4))
  as.list(as.data.frame(t(m)))
}

# The score interval over strata, vectorised over them: the closed cubic, and uniroot outside.
mn_ci <- function(s) {
  w <- s$n1 * s$n2 / (s$n1 + s$n2); n <- s$n1 + s$n2; m <- s$x1 + s$x2
  d <- s$x1 / s$n1 - s$x2 / s$n2; est <- sum(w * d) / sum(w)
  z <- function(delta) {
    l2 <- (s$n1 + 2 * s$n2) * delta - n - m
    l1 <- (s$n2 * delta - n - 2 * s$x2) * delta + m
    l0 <- s$x2 * delta * (1 - delta)
    q <- l2^3 / (3 * n)^3 - l1 * l2 / (6 * n^2) + l0 / (2 * n)
    p <- sign(q) * sqrt(pmax(0, l2^2 / (3 * n)^2 - l1 / (3 * n)))
    p[p == 0] <- 1e-300
    a <- (pi + acos(pmin(1, pmax(-1, q / p^3)))) / 3
    p2 <- pmin(1, pmax(0, 2 * p * cos(a) - l2 / (3 * n))); p1 <- pmin(1, pmax(0, p2 + delta))
    v <- (p1 * (1 - p1) / s$n1 + p2 * (1 - p2) / s$n2) * n / (n - 1)
    sum(w * (d - delta)) / sqrt(sum(w^2 * v))
  }
  q <- qnorm(.975)
  c(uniroot(function(x) z(x) - q, c(-1 + 1e-9, est), tol = 1e-12)$root,
    uniroot(function(x) z(x) + q, c(est, 1 - 1e-9), tol = 1e-12)$root)
}

versions(c("base", "coin"))
g <- groups(100, 0)
time("mann_whitney", function() wilcox.test(g$x, g$y, exact = TRUE)$p.value)
# R keeps the counts between calls; a call after another size has to make them again.
u <- unname(wilcox.test(g$x, g$y, exact = TRUE)$statistic)
time("mann_whitney_nothing_kept", function() {
  pwilcox(3, 51, 4)
  2 * min(pwilcox(u, 100, 100), pwilcox(u - 1, 100, 100, lower.tail = FALSE))
})
if (has("coin")) {
  h <- groups(100, 60)
  f <- data.frame(v = c(h$x, h$y), g = factor(rep(1:2, each = 100)))
  time("mann_whitney_ties", function() as.numeric(coin::pvalue(
    coin::wilcox_test(v ~ g, data = f, distribution = coin::exact()))))
}
for (k in c(20, 1000)) {
  s <- strata(k)
  a <- array(rbind(s$x1, s$n1 - s$x1, s$x2, s$n2 - s$x2), c(2, 2, k))
  time(paste0("cmh_", k), function() mantelhaen.test(a, correct = FALSE)$p.value)
  time(paste0("miettinen_nurminen_", k), function() mn_ci(s))
}
g <- groups(1000, 0)
time("shift_1000", function() unname(wilcox.test(g$x, g$y, conf.int = TRUE)$estimate))
