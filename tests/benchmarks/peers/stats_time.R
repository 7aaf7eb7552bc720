# SPDX-License-Identifier: BSL-1.0
# What the R peers share: `time(key, call)` prints key, milliseconds of processor time a call, and
# the answer, apart by tabs. R's clock counts in milliseconds: quick calls are repeated.
time <- function(key, call) {
  spent_now <- function() sum(proc.time()[c("user.self", "sys.self")])
  begin <- spent_now()
  answer <- call()
  first <- spent_now() - begin
  once <- function() {
    calls <- 0
    begin <- spent_now()
    repeat {
      for (i in 1:5) call()
      calls <- calls + 5
      spent <- spent_now() - begin
      if (spent > 0.3) return(spent / calls)
    }
  }
  seconds <- if (first > 0.5) first else median(replicate(3, once()))
  cat(key, format(1e3 * seconds, digits = 6),
      paste(format(answer, digits = 15, trim = TRUE), collapse = " "), sep = "\t")
  cat("\n")
}
has <- function(package) {
  found <- requireNamespace(package, quietly = TRUE)
  if (!found) cat("not installed", package, "", sep = "\t", fill = TRUE)
  found
}
versions <- function(packages) {
  for (p in packages) if (requireNamespace(p, quietly = TRUE))
    cat("version", p, format(packageVersion(p)), sep = "\t", fill = TRUE)
}
