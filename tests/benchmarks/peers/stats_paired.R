# SPDX-License-Identifier: BSL-1.0
# R on the data of stats_paired_bench.cpp: Rscript stats_paired.R [quick]; `quick` leaves out what
# takes R more than a few seconds.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
source(file.path(here, "stats_time.R"))
quick <- "quick" %in% commandArgs(TRUE)

changes <- function(n, per_unit = 0) {
  u <- (((0:(n - 1)) * 7919 + 13) %% 10007 + 0.5) / 10007
  x <- -14 * log(u) - 10
  if (per_unit > 0) round(x * per_unit) / per_unit else x
}

versions(c("base", "coin", "boot"))
d <- changes(200)
time("signed_rank", function() wilcox.test(d, exact = TRUE)$p.value)
if (has("coin")) {
  ties <- changes(200, 1)
  pairs <- data.frame(d = ties[ties != 0], zero = 0)
  time("signed_rank_ties", function() as.numeric(coin::pvalue(
    coin::wilcoxsign_test(d ~ zero, data = pairs, distribution = coin::exact()))))
}
big <- changes(10000)
time("hodges_lehmann", function() unname(wilcox.test(big, conf.int = TRUE)$estimate))
if (!quick) time("hodges_lehmann_outer", function() {
  sums <- outer(big, big, "+")
  median(sums[lower.tri(sums, diag = TRUE)]) / 2
})
if (has("boot")) {
  x <- changes(500)
  bca <- function(f, resamples) boot::boot.ci(
    boot::boot(x, function(v, i) f(v[i]), R = resamples), type = "bca")$bca[4:5]
  time("bca_mean_10000_boot", function() bca(mean, 10000))
  time("bca_median_10000_boot", function() bca(median, 10000))
  if (!quick) time("bca_mean_100000_boot", function() bca(mean, 100000))
}
