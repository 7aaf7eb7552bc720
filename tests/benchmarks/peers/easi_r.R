# SPDX-License-Identifier: BSL-1.0
# EASI with validation and bands in R: seconds of CPU per run of the rows asked for.
# Rscript easi_r.R ROWS METHOD: METHOD is data.frame or data.table.
arguments <- commandArgs(trailingOnly = TRUE)
rows <- as.integer(arguments[1])
method <- arguments[2]
set.seed(1)
signs <- c(0, 1, 1.5, 2, 2.5, 3, 1, 2)
columns <- lapply(1:20, function(i) {
    if (i %% 5 == 0) as.double(sample.int(7, rows, TRUE) - 1) else signs[sample.int(8, rows, TRUE)]
})
names(columns) <- paste0("i", 1:20)
columns$age <- as.double(sample.int(80, rows, TRUE) - 1)

score <- function(d) {
    good <- d$age >= 0 & d$age <= 130
    total <- numeric(length(d$age))
    young <- d$age < 8
    for (region in 0:3) {
        s <- lapply(1:4, function(k) d[[paste0("i", region * 5 + k)]])
        area <- d[[paste0("i", region * 5 + 5)]]
        for (v in s) good <- good & !is.na(v) & v >= 0 & v <= 3 & v * 2 == floor(v * 2) & v != 0.5
        good <- good & !is.na(area) & area >= 0 & area <= 6 & area == floor(area)
        weight <- ifelse(young, c(0.2, 0.2, 0.3, 0.3)[region + 1], c(0.1, 0.2, 0.3, 0.4)[region + 1])
        total <- total + weight * area * (s[[1]] + s[[2]] + s[[3]] + s[[4]])
    }
    total <- round(total * 20) / 20
    total[!good] <- NA
    list(total = total, band = findInterval(total, c(0.05, 1.05, 7.05, 21.05, 50.05)))
}

if (method == "data.table") {
    library(data.table, quietly = TRUE)
    setDTthreads(1)
    table <- as.data.table(columns)
    run <- function() table[, c("total", "band") := score(.SD), .SDcols = c(paste0("i", 1:20), "age")]
} else {
    table <- as.data.frame(columns)
    run <- function() score(table)
}
invisible(run())
times <- sapply(1:3, function(k) sum(system.time(run(), gcFirst = FALSE)[1:2]))
cat(sort(times)[2], "\n")
