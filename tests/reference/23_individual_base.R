# Definitions of individual change evaluated in base R on the sample of 01_individual, which needs the package
# clinicalsignificance: ingredients, Edwards-Nunnally, cut-offs, categories, errors from retests, more entry rules.
source("common.R")
n <- 40; d <- easi_pair(n, 1101, 0.5); x <- d$pre; y <- d$post
rel <- 0.86; mf <- 3.5; sf <- 3.1
m1 <- mean(x); s1 <- sd(x); m2 <- mean(y); s2 <- sd(y); r12 <- cor(x, y); sem <- s1 * sqrt(1 - rel)
rc1 <- (s1^2 - sem^2) / s1^2; rc2 <- (s2^2 - sem^2) / s2^2
rdd <- (s1^2 * rc1 + s2^2 * rc2 - 2 * s1 * s2 * r12) / (s1^2 + s2^2 - 2 * s1 * s2 * r12)
case("ingredients", "base R", list(pre = x, post = y, reliability = rel),
     list(mean_pre = m1, sd_pre = s1, mean_post = m2, sd_post = s2, cor = r12, sem = sem,
          mdc95_individual = qnorm(.975) * sqrt(2) * sem, mdc95_group = qnorm(.975) * sqrt(2) * sem / sqrt(n),
          rel_pre_HA = rc1, rel_post_HA = rc2, r_dd = rdd))
en <- (y - (m1 + rel * (x - m1))) / sem
case("edwards_nunnally", "definition in base R", list(pre = x, post = y, reliability = rel),
     list(rci = en, improved = en < -qnorm(.975), deteriorated = en > qnorm(.975)))
cut <- (s1 * mf + sf * m1) / (s1 + sf)
case("cutoff_abc", "Jacobson & Truax 1991 in base R",
     list(mean_clinical = m1, sd_clinical = s1, mean_functional = mf, sd_functional = sf),
     list(a = m1 - 2 * s1, b = mf + 2 * sf, c = cut),
     note = "b with the SD of the functional population")
jt <- (y - x) / (sqrt(2) * sem); imp <- jt < -qnorm(.975); det <- jt > qnorm(.975)
case("clinically_significant_change", "definition in base R, strict comparisons",
     list(pre = x, post = y, reliability = rel, cutoff = cut),
     list(clinical_pre = x > cut, functional_post = y < cut, recovered = imp & x > cut & y < cut,
          improved = imp & !(x > cut & y < cut), unchanged = !imp & !det,
          deteriorated = det & !(x <= cut & y >= cut), harmed = det & x <= cut & y >= cut))
case("sem_retest", "sd of differences, chi-square limits in base R", list(first = x[1:12], second = y[1:12], level = 0.9),
     { s <- sd(y[1:12] - x[1:12]) / sqrt(2)
       list(sem = s, lower = s * sqrt(11 / qchisq(.95, 11)), upper = s * sqrt(11 / qchisq(.05, 11))) })
long <- data.frame(v = c(x[1:12], y[1:12]), s = factor(rep(1:12, 2)), o = factor(rep(1:2, each = 12)))
ms <- anova(lm(v ~ s + o, long))[["Mean Sq"]]
case("sem_anova", "stats::lm, anova", list(first = x[1:12], second = y[1:12]),
     list(ms_occasions = ms[2], ms_residual = ms[3], consistency = sqrt(ms[3]), agreement = sqrt((ms[2] - ms[3]) / 12 + ms[3])))
rtm <- function(mu, s2t, rho, cut, m, dir) {
  sb2 <- rho * s2t; sw2 <- s2t - sb2; t <- sqrt(sb2 + sw2 / m)
  z <- if (dir == "above") (cut - mu) / t else (mu - cut) / t
  C <- exp(dnorm(z, log = TRUE) - pnorm(z, lower.tail = FALSE, log.p = TRUE))
  list(z = z, C = C, rtm = (sw2 / m) / t * C)
}
more <- list(two_baselines = list(20, 121, .7, 16, 2, "above"), below = list(20, 121, .7, 16, 1, "below"),
             below_three = list(20, 121, .5, 25, 3, "below"), far = list(20, 121, .7, 120, 1, "above"), very_far = list(20, 121, .7, 420, 1, "above"))
for (nm in names(more)) { p <- more[[nm]]
  case(paste0("rtm_", nm), "Davis/Barnett closed form with log densities", list(mu = p[[1]], total_variance = p[[2]], rho = p[[3]], cutoff = p[[4]], n_baseline = p[[5]], selected = p[[6]]),
       do.call(rtm, p))
}
# delta method by the chain rule on a numeric gradient of the closed form
g <- function(q) rtm(q[1], q[2]^2, q[3], 16, 2, "above")$rtm
num <- function(f, q) vapply(seq_along(q), function(i) { h <- 1e-3 * c(1, 1, .1)[i]
  e <- replace(numeric(3), i, h); (8 * (f(q + e) - f(q - e)) - (f(q + 2 * e) - f(q - 2 * e))) / (12 * h) }, 0)
V <- diag(c(1, .8, .05)^2); V[1, 2] <- V[2, 1] <- -.3; gr <- num(g, c(20, 11, .7)); est <- g(c(20, 11, .7)); se <- sqrt(drop(gr %*% V %*% gr))
case("rtm_delta", "delta method, five-point differences", list(mu = 20, sd = 11, rho = .7, cutoff = 16, n_baseline = 2, se = c(1, .8, .05), covariance_mu_sd = -.3),
     list(rtm = est, se = se, lower = est - qnorm(.975) * se, upper = est + qnorm(.975) * se), note = "agreement to about 1e-9 relative: numeric derivatives")
finish("23_individual_base.json", "A individual change, definitions in base R")
