# Linear courses over visits: restricted maximum likelihood by nlme::lme, empirical-Bayes slopes and posterior deviations.
source("common.R"); use("nlme")
ctrl <- lmeControl(opt = "nlminb", tolerance = 1e-12, msTol = 1e-14, niterEM = 500, msMaxIter = 1000, maxIter = 500)
course <- function(n, times, seed, g = c(36, -.9, .16), error = 3, beta = c(26, -.8)) {
  set.seed(seed); L <- t(chol(matrix(c(g[1], g[2], g[2], g[3]), 2)))
  t(sapply(seq_len(n), function(i) { b <- beta + L %*% rnorm(2); round(b[1] + b[2] * times + rnorm(length(times), 0, error), 1) }))
}
long <- function(y, times) { d <- data.frame(id = factor(rep(seq_len(nrow(y)), each = length(times)), levels = seq_len(nrow(y))), t = rep(times, nrow(y)), y = as.vector(t(y))); d[!is.na(d$y), ] }
fitted_course <- function(d) {
  m <- lme(y ~ t, random = ~ t | id, data = d, method = "REML", control = ctrl)
  G <- unclass(getVarCov(m)); G <- matrix(as.numeric(G), 2); s2 <- m$sigma^2; b <- fixef(m); r <- ranef(m)
  slope_sd <- sapply(levels(d$id), function(i) { Z <- cbind(1, d$t[d$id == i]); sqrt(solve(solve(G) + crossprod(Z) / s2)[2, 2]) })
  list(intercept = b[[1]], slope = b[[2]], se_intercept = sqrt(vcov(m)[1, 1]), se_slope = sqrt(vcov(m)[2, 2]),
       variance_intercept = G[1, 1], covariance = G[1, 2], variance_slope = G[2, 2], variance_error = s2, loglik = as.numeric(logLik(m)),
       eb_intercept = I(b[[1]] + r[levels(d$id), 1]), eb_slope = I(b[[2]] + r[levels(d$id), 2]), eb_sd = I(unname(slope_sd)))
}
# restricted likelihood at any components, to see which of two sets is the higher maximum
reml <- function(y, times, f) {
  Z <- cbind(1, times); V <- Z %*% matrix(c(f$variance_intercept, f$covariance, f$covariance, f$variance_slope), 2) %*% t(Z) + f$variance_error * diag(length(times))
  W <- solve(V); r <- t(y) - as.vector(Z %*% c(f$intercept, f$slope)); n <- nrow(y)
  -.5 * (n * as.numeric(determinant(V)$modulus) + sum(r * (W %*% r)) + as.numeric(determinant(n * t(Z) %*% W %*% Z)$modulus) + (n * length(times) - 2) * log(2 * pi))
}
closed <- function(y, times) {  # from the lines of lm, one patient after the other
  B <- t(apply(y, 1, function(v) coef(lm(v ~ times)))); rss <- sum(apply(y, 1, function(v) sum(resid(lm(v ~ times))^2)))
  s2 <- rss / (nrow(y) * (length(times) - 2)); G <- cov(B) - s2 * solve(crossprod(cbind(1, times)))
  list(intercept = mean(B[, 1]), slope = mean(B[, 2]), variance_intercept = G[1, 1], covariance = G[1, 2], variance_slope = G[2, 2], variance_error = s2)
}
sets <- list(easi_5_visits = list(24, c(0, 4, 8, 12, 16), 5101), poem_3_visits = list(40, c(0, 2, 9), 5102), late_origin = list(30, c(100, 104, 108, 116, 124, 140), 5103))
for (nm in names(sets)) { p <- sets[[nm]]; y <- course(p[[1]], p[[2]] - p[[2]][1], p[[3]]); cf <- closed(y, p[[2]]); f <- fitted_course(long(y, p[[2]]))
  case(paste0("course_", nm), "nlme::lme(y ~ t, random = ~ t | id, REML)", list(times = p[[2]], scores = y),
       c(f, list(closed_form = cf, loglik_closed_form = reml(y, p[[2]], cf), loglik_components = reml(y, p[[2]], f),
                 largest_relative_difference = max(abs(unlist(cf) / unlist(f[names(cf)]) - 1)))),
       note = "lme ends where the likelihood is flat in doubles; closed_form is made of lm for each patient")
}
# gaps and times of their own: components by lme, given to the function for one patient
y <- course(30, c(0, 2, 4, 8, 12, 16), 5104); set.seed(5105); y[matrix(runif(length(y)) < .25, nrow(y))] <- NA
y[7, ] <- c(31.2, NA, NA, 30.9, NA, NA); y[8, ] <- c(NA, NA, NA, NA, NA, 14.1)
case("gaps", "nlme::lme(y ~ t, random = ~ t | id, REML), posterior sd by solve()", list(times = c(0, 2, 4, 8, 12, 16), scores = y), fitted_course(long(y, c(0, 2, 4, 8, 12, 16))),
     note = "patients 7 and 8 have fewer than 3 visits: lme shrinks them too, an index of reliable change does not judge them")
finish("51_course.json", "A reliable change over three or more visits")
