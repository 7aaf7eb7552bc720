# SPDX-License-Identifier: BSL-1.0
# EASI with validation and bands in R: seconds of CPU per run, and the answer.
# Rscript easi_r.R FILE ROWS METHOD: METHOD is lean or usual (both a data.frame) or data.table,
# which is lean too. lean works with comparisons and findInterval; usual is written as most users
# write it: %in%, ifelse, rowSums and cut.
arguments <- commandArgs(trailingOnly = TRUE)
rows <- as.integer(arguments[2])
method <- arguments[3]
input <- file(arguments[1], "rb")
columns <- lapply(1:21, function(i) {
    readBin(input, "integer", rows, size = 1, signed = FALSE) / if (i %% 5 == 0 || i == 21) 1 else 2
})
close(input)
names(columns) <- c(paste0("i", 1:20), "age")
child <- c(0.2, 0.2, 0.3, 0.3)
adult <- c(0.1, 0.2, 0.3, 0.4)

lean <- function(d) {
    good <- d$age >= 0 & d$age <= 130
    total <- numeric(length(d$age))
    young <- d$age < 8
    for (region in 0:3) {
        s <- lapply(1:4, function(k) d[[paste0("i", region * 5 + k)]])
        area <- d[[paste0("i", region * 5 + 5)]]
        for (v in s) good <- good & !is.na(v) & v >= 0 & v <= 3 & v * 2 == floor(v * 2) & v != 0.5
        good <- good & !is.na(area) & area >= 0 & area <= 6 & area == floor(area)
        weight <- ifelse(young, child[region + 1], adult[region + 1])
        total <- total + weight * area * (s[[1]] + s[[2]] + s[[3]] + s[[4]])
    }
    total <- round(total * 20) / 20
    total[!good] <- NA
    list(total = total, band = findInterval(total, c(0.05, 1.05, 7.05, 21.05, 50.05)))
}

usual <- function(d) {
    good <- d$age >= 0 & d$age <= 130
    total <- 0
    for (region in 0:3) {
        signs <- paste0("i", region * 5 + 1:4)
        area <- d[[paste0("i", region * 5 + 5)]]
        for (sign in signs) good <- good & d[[sign]] %in% c(0, 1, 1.5, 2, 2.5, 3)
        good <- good & area %in% 0:6
        weight <- ifelse(d$age < 8, child[region + 1], adult[region + 1])
        total <- total + weight * area * rowSums(d[signs])
    }
    total <- ifelse(good, round(total, 2), NA)
    list(total = total, band = cut(total, c(-Inf, 0, 1, 7, 21, 50, 72), labels = FALSE) - 1)
}

if (method == "data.table") {
    library(data.table, quietly = TRUE)
    setDTthreads(1)
    table <- as.data.table(columns)
    run <- function() {
        table[, c("total", "band") := lean(.SD), .SDcols = c(paste0("i", 1:20), "age")]
    }
} else {
    table <- as.data.frame(columns)
    score <- if (method == "usual") usual else lean
    run <- function() score(table)
}
invisible(run())
times <- sapply(1:3, function(k) sum(system.time(run(), gcFirst = FALSE)[1:2]))
found <- run()
cat(sort(times)[2], format(sum(round(found$total * 20), na.rm = TRUE), digits = 15),
    tabulate(found$band + 1, 6), sum(is.na(found$band)), "\n")
