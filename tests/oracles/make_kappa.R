# Expected kappas from R alone (no package but jsonlite to write them). Run in this folder: Rscript make_kappa.R
# The standard error is made in another way than in the program: by the delta method, from the multinomial covariance of
# the shares and the gradient of kappa taken numerically. README.md says what agrees.
suppressMessages(library(jsonlite))

kappa_of <- function(p) {
  expected <- sum(rowSums(p) * colSums(p))
  (sum(diag(p)) - expected) / (1 - expected)
}
by_delta <- function(counts) {
  n <- sum(counts); p <- counts / n; k <- nrow(p); step <- 1e-5
  at <- function(change) kappa_of(matrix(as.vector(p) + change, k))
  gradient <- sapply(seq_along(p), function(i) {
    one <- replace(numeric(length(p)), i, step)  # five points: the error is of the order of step^4
    (at(-2 * one) - 8 * at(-one) + 8 * at(one) - at(2 * one)) / (12 * step)
  })
  covariance <- (diag(as.vector(p)) - outer(as.vector(p), as.vector(p))) / n
  # kappa_of does not fix the sum of the shares at 1, so a change of the sum is taken out of the gradient by the covariance.
  sqrt(as.numeric(t(gradient) %*% covariance %*% gradient))
}
case <- function(name, source, counts, published) {
  kappa <- kappa_of(counts / sum(counts)); se <- by_delta(counts)
  list(name = name, source = source, counts = counts, published = published, kappa = kappa, se = se,
       ci_low = max(kappa - qnorm(.975) * se, -1), ci_high = min(kappa + qnorm(.975) * se, 1))
}
table_of <- function(...) { x <- c(...); matrix(x, sqrt(length(x)), byrow = TRUE) }
cases <- list(
  case("Cohen, 200 people", "worked example of Cohen, as quoted in the help of the R package psych; shares of 200 as counts",
       table_of(88, 14, 18, 10, 40, 10, 2, 6, 12), list(kappa = 0.492)),
  case("Fleiss, 100 patients", "worked example of Fleiss on 100 patients, as quoted elsewhere",
       table_of(75, 1, 4, 5, 4, 1, 0, 0, 10), list(kappa = 0.68)),
  case("two by two", "made", table_of(20, 5, 10, 15), list()),
  case("worse than chance", "made", table_of(2, 8, 9, 1), list()),
  case("nearly all agree", "made", table_of(40, 1, 0, 0, 3, 0, 0, 0, 2), list()),
  case("a word only one uses", "made", table_of(12, 0, 3, 4, 7, 2, 0, 0, 0), list()),
  case("four words", "made", table_of(11, 2, 0, 1, 3, 9, 4, 0, 0, 2, 6, 5, 1, 0, 2, 4), list())
)
write_json(list(R = R.version.string, cases = cases), "kappa.json", auto_unbox = TRUE, digits = NA, pretty = TRUE)
