# SPDX-License-Identifier: BSL-1.0
# EASI, SCORAD and POEM of a table with data.table, as a careful analyst would write it: levels
# checked, blanks by rule, bands. Usage: Rscript csv_score_datatable.R THREADS IN OUT
suppressMessages(library(data.table))
args <- commandArgs(trailingOnly = TRUE)
setDTthreads(as.integer(args[1]))
regions <- c("head_neck", "upper_limbs", "trunk", "lower_limbs")
signs <- c("erythema", "edema_papulation", "excoriation", "lichenification")
d <- fread(args[2], na.strings = c("", "NA", "NaN", ".", "null"), showProgress = FALSE)

on_scale <- function(x, levels) fifelse(x %in% levels, x, NA_real_)
easi <- numeric(nrow(d))
for (r in seq_along(regions)) {
  sum <- numeric(nrow(d))
  for (s in signs) {
    sum <- sum + on_scale(d[[paste0("easi_", regions[r], "_", s)]], c(0, 1, 1.5, 2, 2.5, 3))
  }
  weight <- fifelse(d$age_years < 8, c(2, 2, 3, 3)[r], c(1, 2, 3, 4)[r])
  easi <- easi + weight * sum * on_scale(d[[paste0("easi_", regions[r], "_area")]], 0:6)
}
easi <- easi / 10

scorad <- numeric(nrow(d))
for (i in c("erythema", "edema_papulation", "oozing_crusting", "excoriation", "lichenification",
            "dryness")) scorad <- scorad + on_scale(d[[paste0("scorad_", i)]], 0:3)
in_range <- function(x, most) fifelse(x >= 0 & x <= most, x, NA_real_)
scorad <- round(in_range(d$scorad_extent, 100) / 5 + 3.5 * scorad +
                  in_range(d$scorad_pruritus, 10) + in_range(d$scorad_sleep_loss, 10), 6)

items <- paste0("poem_", c("itch", "sleep", "bleeding", "weeping", "cracking", "flaking", "dryness"))
poem <- numeric(nrow(d))
blanks <- integer(nrow(d))
wrong <- logical(nrow(d))
for (i in items) {
  x <- d[[i]]
  blank <- is.na(x)
  wrong <- wrong | (!blank & !(x %in% 0:4))
  poem <- poem + fifelse(blank, 0, as.numeric(x))
  blanks <- blanks + blank
}
poem[blanks > 1 | wrong] <- NA

out <- data.table(
  subject = d$subject, easi_score = easi,
  easi_band = cut(round(easi, 2), c(-1, 0, 1, 7, 21, 50, 72), labels = FALSE),
  scorad_score = scorad, scorad_band = findInterval(scorad, c(0, 25, 50.000001)),
  poem_score = poem, poem_band = findInterval(poem, c(0, 3, 8, 17, 25)))
fwrite(out, args[3], showProgress = FALSE)
