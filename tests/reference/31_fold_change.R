source("common.R")
draw <- function(n, seed, m, s) { set.seed(seed); round(exp(rnorm(n, m, s)), 2) }
tarc <- c(450, 3200, 1431, 803, 510)
case("tarc_sample", "stats::t.test on log, base R", list(x = tarc), { t <- t.test(log(tarc)); list(gm = exp(mean(log(tarc))), gsd = exp(sd(log(tarc))), mean = mean(tarc), lower = exp(t$conf.int[1]), upper = exp(t$conf.int[2])) })
P <- list(small = list(c(450, 3200, 1431), c(300, 450, 1500)), twenty = list(draw(20, 3101, 6.5, .8), draw(20, 3102, 5.6, .9)), missing = list(c(draw(12, 3103, 3, 1), NA, 4, 7), c(draw(12, 3104, 2, 1), 3, NA, 9)))
for (nm in names(P)) { b <- P[[nm]][[1]]; a <- P[[nm]][[2]]
  case(paste0("paired_", nm), "stats::t.test(log2(after), log2(before), paired = TRUE)", list(before = I(b), after = I(a)), { t <- t.test(log2(a), log2(b), paired = TRUE); d <- log2(a / b); d <- d[!is.na(d)]; list(log2 = unname(t$estimate), sd = sd(d), se = t$stderr, df = unname(t$parameter), t = unname(t$statistic), p = t$p.value, lower = 2^t$conf.int[1], upper = 2^t$conf.int[2], ratio = 2^unname(t$estimate)) }) }
G <- list(two = list(draw(15, 3111, 5, .6), draw(22, 3112, 5.8, 1.1)), tiny = list(c(2, 5), c(3, 9, 31)))
for (nm in names(G)) for (eq in c(FALSE, TRUE)) { x <- G[[nm]][[1]]; y <- G[[nm]][[2]]
  case(paste0("ratio_", nm, if (eq) "_pooled" else "_welch"), "stats::t.test(log2(b), log2(a))", list(a = I(x), b = I(y)), { t <- t.test(log2(y), log2(x), var.equal = eq); list(ratio = 2^(mean(log2(y)) - mean(log2(x))), se = t$stderr, df = unname(t$parameter), t = unname(t$statistic), p = t$p.value, lower = 2^t$conf.int[1], upper = 2^t$conf.int[2]) }) }
finish("31_fold_change.json", "L fold changes and ratios of geometric means")
