# What 13_mcid and 14_reliability leave out, by closed forms in base R on data made as there.
source("common.R")

# Changes and anchors as in 13_mcid.R.
gen <- function(n, seed, shift = 0) {
  set.seed(seed)
  lat <- rnorm(n, 8 + shift, 7)
  anchor <- cut(lat + rnorm(n, 0, 4), c(-Inf, -3, 4, 11, 18, Inf), labels = FALSE) - 2L
  data.frame(change = round(lat + rnorm(n, 0, 3), 1), anchor)
}
D <- list(
  easi150 = gen(150, 1301),
  low_prevalence = gen(200, 1304, -6),
  no_information = data.frame(change = rep(c(1, 2, 3), 4), anchor = rep(c(0, 1), each = 6)),
  one_class = data.frame(change = 1:5, anchor = 1),
  tied_youden = data.frame(change = c(1, 2, 3, 4, 5, 6), anchor = c(0, 1, 0, 1, 0, 1)),
  inverse = data.frame(change = c(5, 6, 4, 3, 1, 2, 2), anchor = c(0, 0, 0, 1, 1, 1, 0)))

for (nm in names(D)) {
  d <- D[[nm]]
  y <- as.integer(d$anchor >= 1)
  x1 <- d$change[y == 1]
  x0 <- d$change[y == 0]
  g <- d$change[d$anchor == 1]
  u <- d$change[d$anchor == 0]
  case(paste0("anchor_", nm), "base R: t.test (one sample, and Welch against the unchanged), cor.test",
    lapply(d, I), {
    one <- t.test(g)
    two <- if (length(u) > 1) t.test(g, u) else NULL
    r <- suppressWarnings(cor(d$change, d$anchor))
    rho <- suppressWarnings(cor(d$change, d$anchor, method = "spearman"))
    n <- nrow(d)
    z <- qnorm(.975)
    list(n_improved = length(g), n_unchanged = length(u), mean = mean(g), se = one$stderr,
      ci95 = as.numeric(one$conf.int), median = median(g),
      mean_unchanged = if (length(u)) mean(u) else NaN,
      difference = if (length(u)) mean(g) - mean(u) else NaN,
      difference_ci95 = if (is.null(two)) c(NaN, NaN) else as.numeric(two$conf.int),
      difference_df = if (is.null(two)) NaN else two$parameter[[1]],
      pearson = r, pearson_ci95 = tanh(atanh(r) + c(-1, 1) * z / sqrt(n - 3)),
      spearman = rho,
      spearman_bonett_wright = tanh(atanh(rho) + c(-1, 1) * z * sqrt((1 + rho^2 / 2) / (n - 3))))
  })
  if (length(x1) == 0 || length(x0) == 0) next
  case(paste0("roc_", nm), "base R: every midpoint, DeLong from the placement matrix, Newcombe 2006 method 5 by uniroot",
    list(same_data_as = paste0("anchor_", nm), improved_if_anchor_at_least = 1), {
    th <- sort(unique(d$change))
    th <- c(-Inf, (head(th, -1) + tail(th, -1)) / 2, Inf)
    tp <- vapply(th, function(t) sum(x1 > t), 0)
    tn <- vapply(th, function(t) sum(x0 < t), 0)
    m <- length(x1)
    k <- length(x0)
    psi <- outer(x1, x0, function(a, b) (a > b) + (a == b) / 2)
    a <- mean(psi)
    v <- var(rowMeans(psi)) / m + var(colMeans(psi)) / k
    j <- tp * k + tn * m
    dd <- (m - tp)^2 * k^2 + (k - tn)^2 * m^2
    eq <- abs(tp * k - tn * m)
    ns <- (m + k) / 2
    z <- qnorm(.975)
    vn <- function(t) t * (1 - t) * (1 + (ns - 1) * ((1 - t) / (2 - t) + t / (1 + t))) / (m * k)
    f <- function(t) (t - a)^2 - z^2 * vn(t)
    lim <- c(if (a == 0) 0 else uniroot(f, c(1e-12, a), tol = 1e-15)$root,
      if (a == 1) 1 else uniroot(f, c(a, 1 - 1e-12), tol = 1e-15)$root)
    list(auc = a, auc_delong_var = v, auc_ci95 = pmin(1, pmax(0, a + c(-1, 1) * z * sqrt(v))),
      auc_newcombe5 = lim, thresholds = I(th), sensitivity = I(tp / m), specificity = I(tn / k),
      youden_max = max(j) / (m * k) - 1, youden = I(th[j == max(j)]),
      topleft_min = min(dd) / (m * k)^2, topleft = I(th[dd == min(dd)]), equal = I(th[eq == min(eq)]))
  })
  if (nm %in% c("no_information", "inverse")) next
  case(paste0("predictive_", nm), "stats::glm; Terluin 2015, 2017, 2022 written out; delta method with Cov(p, coefficients) = (1/n, 0)",
    list(same_data_as = paste0("anchor_", nm)), {
    m <- glm(y ~ change, binomial, transform(d, y = y), control = list(epsilon = 1e-15, maxit = 200))
    b <- coef(m)
    pi <- plogis(b[[1]] + b[[2]] * d$change) # glm's own vcov holds the weights of the step before
    X <- cbind(1, d$change)
    V <- solve(crossprod(X, X * pi * (1 - pi)))
    n <- nrow(d)
    p <- mean(y)
    lo <- log(p / (1 - p))
    mic <- (lo - b[[1]]) / b[[2]]
    r <- cor(d$change, y)
    s <- sd(d$change)
    grad <- c(1 / (p * (1 - p)), -1, -mic) / b[[2]]
    W <- rbind(c(p * (1 - p) / n, 1 / n, 0), c(1 / n, V[1, ]), c(0, V[2, ]))
    list(intercept = b[[1]], slope = b[[2]], slope_se = sqrt(V[2, 2]), slope_se_glm = sqrt(vcov(m)[2, 2]), prevalence = p, log_odds = lo,
      mic = mic, mic_se = sqrt(drop(grad %*% W %*% grad)), r = r, sd = s,
      adjusted = mic - (.09 * s + .103 * s * r) * lo,
      improved_0.7 = mic - (.8 / .7 - .5) * s * r * lo,
      improved_0.9 = mic - (.8 / .9 - .5) * s * r * lo)
  })
}
e <- c(6.1, 7.4, 5.2, 8)
r <- c(.52, .61, .38, .45)
case("triangulation", "base R", list(estimates = e, correlations = r), {
  z <- atanh(r)
  list(mean = mean(e), median = median(e), range = range(e), weighted_by_r = sum(e * r) / sum(r),
    weighted_by_fisher_z = sum(e * z) / sum(z))
})

# Ratings as in 14_reliability.R.
rate <- function(n, k, seed, sb, sr, sw) {
  set.seed(seed)
  t <- rnorm(n, 25, sb)
  r <- rnorm(k, 0, sr)
  round(outer(t, r, "+") + rnorm(n * k, 0, sw), 1)
}
S <- list(
  shrout_fleiss = matrix(c(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7),
    6, byrow = TRUE),
  easi_two_raters = rate(30, 2, 1401, 9, 1.5, 3), poem_retest = round(rate(40, 2, 1403, 6, .2, 1.8)),
  two_subjects = rate(2, 2, 1405, 5, 1, 1), identical_raters = cbind(1:6, 1:6),
  constant_shift = cbind(1:6, 1:6 + 2), three_subjects = cbind(c(1.5, 2, 4), c(1, 2.5, 3.5)),
  no_correlation = cbind(c(1, 2, 1, 2), c(1, 1, 2, 2)))
for (nm in names(S)) {
  M <- S[[nm]]
  n <- nrow(M)
  k <- ncol(M)
  case(paste0("icc_", nm), "McGraw and Wong 1996 in closed form, base R", list(ratings = M), {
    g <- mean(M)
    B <- k * sum((rowMeans(M) - g)^2) / (n - 1)
    C <- n * sum((colMeans(M) - g)^2) / (k - 1)
    E <- sum((M - outer(rowMeans(M), colMeans(M), "+") + g)^2) / ((n - 1) * (k - 1))
    W <- (C * (k - 1) + E * (n - 1) * (k - 1)) / (n * (k - 1))
    a <- .05
    F1 <- B / W
    F3 <- B / E
    l1 <- F1 / qf(1 - a / 2, n - 1, n * (k - 1))
    u1 <- F1 * qf(1 - a / 2, n * (k - 1), n - 1)
    l3 <- F3 / qf(1 - a / 2, n - 1, (n - 1) * (k - 1))
    u3 <- F3 * qf(1 - a / 2, (n - 1) * (k - 1), n - 1)
    i21 <- (B - E) / (B + (k - 1) * E + k * (C - E) / n)
    aa <- k * i21 / (n * (1 - i21))
    bb <- 1 + k * i21 * (n - 1) / (n * (1 - i21))
    v <- (aa * C + bb * E)^2 / ((aa * C)^2 / (k - 1) + (bb * E)^2 / ((n - 1) * (k - 1)))
    Fl <- qf(1 - a / 2, n - 1, v)
    Fu <- qf(1 - a / 2, v, n - 1)
    l2 <- n * (B - Fl * E) / (Fl * (k * C + (k * n - k - n) * E) + n * B)
    u2 <- n * (Fu * B - E) / (k * C + (k * n - k - n) * E + n * Fu * B)
    sb <- function(x) k * x / (1 + (k - 1) * x)
    list(MSB = B, MSW = W, MSC = C, MSE = E, icc_1_1 = (B - W) / (B + (k - 1) * W),
      icc_1_1_ci = c((l1 - 1) / (l1 + k - 1), (u1 - 1) / (u1 + k - 1)), icc_2_1 = i21,
      icc_2_1_ci = c(l2, u2), icc_3_1 = (B - E) / (B + (k - 1) * E),
      icc_3_1_ci = c((l3 - 1) / (l3 + k - 1), (u3 - 1) / (u3 + k - 1)), icc_1_k = (B - W) / B,
      icc_1_k_ci = c(1 - 1 / l1, 1 - 1 / u1), icc_2_k = (B - E) / (B + (C - E) / n),
      icc_2_k_ci = sb(c(l2, u2)), icc_3_k = (B - E) / B, icc_3_k_ci = c(1 - 1 / l3, 1 - 1 / u3),
      F_oneway = F1, F_twoway = F3, p_oneway = pf(F1, n - 1, n * (k - 1), lower.tail = FALSE),
      p_twoway = pf(F3, n - 1, (n - 1) * (k - 1), lower.tail = FALSE), df_2_1 = v,
      sem_agreement = sqrt(max(0, (C - E) / n) + E), sem_consistency = sqrt(E))
  })
  case(paste0("alpha_", nm), "base R", list(same_data_as = paste0("icc_", nm)), {
    V <- var(M)
    al <- k / (k - 1) * (1 - sum(diag(V)) / sum(V))
    R <- cov2cor(V)
    rb <- mean(R[lower.tri(R)])
    f <- qf(c(.975, .025), n - 1, (n - 1) * (k - 1))
    drop <- function(j) {
      U <- var(M[, -j, drop = FALSE])
      if (k < 3) NaN else (k - 1) / (k - 2) * (1 - sum(diag(U)) / sum(U))
    }
    list(alpha = al, feldt_ci95 = 1 - (1 - al) * f, standardised = k * rb / (1 + (k - 1) * rb),
      mean_correlation = rb, if_dropped = I(vapply(seq_len(k), drop, 0)))
  })
  if (k != 2) next
  x <- M[, 1]
  y <- M[, 2]
  d <- x - y
  case(paste0("bland_altman_", nm), "base R; lm for the proportional bias",
    list(same_data_as = paste0("icc_", nm)), {
    s <- sd(d)
    b <- mean(d)
    z <- qnorm(.975)
    se <- sqrt(1 / n + z^2 / (2 * (n - 1))) * s
    tt <- qt(.975, n - 1)
    fit <- suppressWarnings(summary(lm(d ~ I((x + y) / 2))))$coefficients
    list(bias = b, sd = s, bias_ci95 = b + c(-1, 1) * tt * s / sqrt(n), loa = b + c(-1, 1) * z * s,
      upper_approx = b + z * s + c(-1, 1) * tt * se, lower_approx = b - z * s + c(-1, 1) * tt * se,
      within_sd = sqrt(sum(d^2) / (2 * n)), repeatability = z * sqrt(2) * sqrt(sum(d^2) / (2 * n)),
      slope = fit[2, 1], slope_se = fit[2, 2], slope_p = fit[2, 4], intercept = fit[1, 1])
  })
  case(paste0("ccc_", nm), "Lin 1989 with the correction of 2000, base R",
    list(same_data_as = paste0("icc_", nm)), {
    f <- function(dn) {
      q <- function(u, w) sum((u - mean(u)) * (w - mean(w))) / dn
      2 * q(x, y) / (q(x, x) + q(y, y) + (mean(x) - mean(y))^2)
    }
    p <- f(n)
    r <- cor(x, y)
    u <- (mean(x) - mean(y)) / sqrt(sqrt(sum((x - mean(x))^2) / n * sum((y - mean(y))^2) / n))
    v <- ((1 - r^2) * p^2 / ((1 - p^2) * r^2) + 2 * p^3 * (1 - p) * u^2 / (r * (1 - p^2)^2) -
      p^4 * u^4 / (2 * r^2 * (1 - p^2)^2)) / (n - 2)
    list(ccc_n = p, ccc_n_minus_1 = f(n - 1), pearson = r, bias_correction = p / r, u = u,
      scale = sqrt(var(x) / var(y)), se_z = sqrt(v),
      ci95 = tanh(atanh(p) + c(-1, 1) * qnorm(.975) * sqrt(v)))
  })
  case(paste0("sem_", nm), "base R", list(same_data_as = paste0("icc_", nm)), {
    s <- sd(d) / sqrt(2)
    w <- sqrt(sum(d^2) / (2 * n))
    list(sem = s, sem_ci95 = s * sqrt((n - 1) / qchisq(c(.975, .025), n - 1)), within = w,
      within_ci95 = w * sqrt(n / qchisq(c(.975, .025), n)), sdc = qnorm(.975) * sqrt(2) * s,
      sdc_group = qnorm(.975) * sqrt(2) * s / sqrt(n))
  })
}

# Agreement beyond chance: variances by the delta method with numerical derivatives of 4th order.
tables <- list(
  iga_raters = matrix(c(11, 3, 1, 0, 0, 2, 20, 6, 1, 0, 0, 5, 30, 7, 1, 0, 1, 6, 25, 4, 0, 0, 1, 3, 12), 5, byrow = TRUE),
  two_by_two = matrix(c(40, 9, 6, 45), 2, byrow = TRUE), skewed = matrix(c(118, 5, 2, 0), 2, byrow = TRUE))
for (nm in names(tables)) {
  t <- tables[[nm]]
  case(paste0("agreement_", nm), "closed forms; Gwet 2008 variance of AC1 written out", list(table = t), {
    k <- nrow(t)
    n <- sum(t)
    p <- t / n
    po <- sum(diag(p))
    pk <- (rowSums(p) + colSums(p)) / 2
    pe <- sum(pk * (1 - pk)) / (k - 1)
    g <- (po - pe) / (1 - pe)
    v <- (po * (1 - po) - 4 * (1 - g) * (sum(diag(p) * (1 - pk)) / (k - 1) - po * pe) +
      4 * (1 - g)^2 * (sum(p * (1 - outer(pk, pk, "+") / 2)^2) / (k - 1)^2 - pe^2)) / (n * (1 - pe)^2)
    z <- qnorm(.975)
    w <- (po + z^2 / (2 * n) + c(-1, 1) * z * sqrt(po * (1 - po) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
    list(observed = po, pabak = 2 * po - 1, pabak_ci95 = 2 * w - 1, brennan_prediger = (k * po - 1) / (k - 1),
      ac1 = g, ac1_se = sqrt(v))
  })
}
set.seed(2201)
F <- list(five = matrix(sample(0:4, 60, TRUE, c(.1, .2, .4, .2, .1)), 15),
  good = { b <- sample(0:3, 20, TRUE); t(sapply(b, function(v) ifelse(runif(3) < .8, v, sample(0:3, 3, TRUE)))) },
  perfect = matrix(c(1, 2, 3, 1), 4, 3))
for (nm in names(F)) case(paste0("fleiss_", nm), "Fleiss 1971, null variance Fleiss, Nee and Landis 1979, interval from the subjects' influences, base R", list(ratings = F[[nm]]), {
  M <- F[[nm]]
  n <- nrow(M)
  m <- ncol(M)
  lev <- sort(unique(c(M)))
  N <- t(apply(M, 1, function(r) vapply(lev, function(l) sum(r == l), 0)))
  P <- (rowSums(N^2) - m) / (m * (m - 1))
  p <- colSums(N) / (n * m)
  pe <- sum(p^2)
  kap <- (mean(P) - pe) / (1 - pe)
  q <- 1 - p
  v0 <- 2 * (sum(p * q)^2 - sum(p * q * (q - p))) / (sum(p * q)^2 * n * m * (m - 1))
  shift <- 1e-4 # each subject's influence by a symmetric difference in its weight, 4th order
  at <- function(w) { w <- w / sum(w); pp <- colSums(w * N) / m; e <- sum(pp^2); (sum(w * P) - e) / (1 - e) }
  inf <- vapply(seq_len(n), function(i) { f <- function(h) { w <- rep(1, n); w[i] <- 1 + h; at(w) }
    n * (8 * (f(shift) - f(-shift)) - (f(2 * shift) - f(-2 * shift))) / (12 * shift) }, 0)
  list(kappa = kap, z = kap / sqrt(v0), se_null = sqrt(v0), se_numerical = sqrt(sum(inf^2) / (n * (n - 1))))
})

# Limits of agreement with several pairs per subject, as in 14_reliability.R.
set.seed(1408)
id <- rep(1:12, sample(2:5, 12, TRUE))
tr <- rnorm(12, 25, 8)[id]
A <- round(tr + rnorm(length(id), 0, 2), 1)
Bm <- round(tr + 1 + rnorm(12, 0, 1.5)[id] + rnorm(length(id), 0, 2.5), 1)
case("repeated_mover", "variances by MOVER (Graybill and Wang 1980; Zou 2013), base R", list(id = id, a = A, b = Bm), {
  d <- A - Bm
  ni <- tabulate(id)
  g <- length(ni)
  N <- length(d)
  z <- qnorm(.975)
  msb <- sum(ni * (tapply(d, id, mean) - mean(d))^2) / (g - 1)
  msw <- sum((d - tapply(d, id, mean)[id])^2) / (N - g)
  n0 <- (N - sum(ni^2) / N) / (g - 1)
  mover <- function(b, se2, parts, dfs) {
    s2 <- sum(parts)
    lo <- s2 - sqrt(sum((parts * (1 - dfs / qchisq(.975, dfs)))^2))
    up <- s2 + sqrt(sum((parts * (dfs / qchisq(.025, dfs) - 1))^2))
    h <- qt(.975, g - 1) * sqrt(se2)
    s <- sqrt(s2)
    low <- sqrt(h^2 + z^2 * (s - sqrt(max(0, lo)))^2)
    high <- sqrt(h^2 + z^2 * (sqrt(up) - s)^2)
    list(sd = s, upper = b + z * s + c(-low, high), lower = b - z * s + c(-high, low),
      bias_ci95 = b + c(-h, h))
  }
  sb2 <- (msb - msw) / n0
  wi <- function(x) sum((x - tapply(x, id, mean)[id])^2) / (N - g)
  dm <- tapply(A, id, mean) - tapply(Bm, id, mean)
  h <- 1 - mean(1 / ni)
  list(varying = mover(mean(d), sb2 * sum(ni^2) / N^2 + msw / N, c(msb / n0, (1 - 1 / n0) * msw), c(g - 1, N - g)),
    constant = mover(mean(dm), var(dm) / g, c(var(dm), h * wi(A), h * wi(Bm)), c(g - 1, N - g, N - g)))
})
finish("22_anchor_agreement.json", "D and E: what 13 and 14 leave out")
