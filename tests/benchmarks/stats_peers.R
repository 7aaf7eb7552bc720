# SPDX-License-Identifier: BSL-1.0
# Times R on the data of stats_paired_bench.cpp: Rscript stats_peers.R. Packages boot and coin are
# used where they are installed.
changes <- function(n, per_unit = 0) {
  u <- (((0:(n - 1)) * 7919 + 13) %% 10007 + 0.5) / 10007
  x <- -14 * log(u) - 10
  if (per_unit > 0) round(x * per_unit) / per_unit else x
}
# Milliseconds of one call, the least of 5 runs of at least 20 calls or 200 ms.
time_of <- function(name, call) {
  call()
  once <- system.time(call())[["user.self"]]
  calls <- if (once > 0.2) 1 else 20
  ms <- min(replicate(if (once > 2) 1 else 5, {
    start <- proc.time()[["user.self"]]
    for (i in seq_len(calls)) call()
    (proc.time()[["user.self"]] - start) / calls * 1000
  }))
  cat(sprintf("R %s.%s, %-44s %10.3f ms\n", R.version$major, R.version$minor, name, ms))
}
has <- function(package) requireNamespace(package, quietly = TRUE)

d <- changes(200)
time_of("wilcox.test(exact), n 200", function() wilcox.test(d, exact = TRUE))
time_of("psignrank, n 200", function() psignrank(7000, 200))
big <- changes(10000)
time_of("wilcox.test(conf.int), n 10000", function() wilcox.test(big, conf.int = TRUE))
if (has("coin")) {
  ties <- changes(200, 1)
  ties <- ties[ties != 0]
  pairs <- data.frame(d = ties, zero = 0)
  time_of("coin exact signed rank, ties, n 200", function()
    coin::pvalue(coin::wilcoxsign_test(d ~ zero, data = pairs, distribution = coin::exact())))
}
if (has("boot")) {
  x <- changes(500)
  for (what in c("mean", "median")) {
    f <- get(what)
    time_of(paste0("boot + boot.ci(bca), ", what, ", n 500, B 10000"), function()
      boot::boot.ci(boot::boot(x, function(v, i) f(v[i]), R = 10000), type = "bca"))
  }
}
