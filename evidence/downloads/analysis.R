suppressMessages(library(metafor))
empty <- function(n) rep(NA_real_, n)
critical <- function(df) ifelse(is.na(df), qnorm(.975), suppressWarnings(qt(.975, ifelse(is.na(df), 1, df))))
is_ratio <- function(measure) measure %in% ratios

# One row per result: measure, yi and se (logarithms for ratios), df (NA: normal), low and high.
effects_of <- function(d, standardised) {
  n <- nrow(d)
  out <- data.frame(measure = rep("", n), yi = empty(n), se = empty(n), df = empty(n), low = empty(n), high = empty(n))
  fill <- function(rows, measure, yi, vi, df = empty(length(yi))) {
    if (!any(rows)) return(invisible())
    out$measure[rows] <<- measure; out$yi[rows] <<- yi; out$se[rows] <<- sqrt(vi); out$df[rows] <<- df
    out$low[rows] <<- yi - critical(df) * sqrt(vi); out$high[rows] <<- yi + critical(df) * sqrt(vi)
  }
  use <- if (standardised) d$contrast != "cases and controls" else rep(TRUE, n)

  for (measure in c("MD", "SMD")) {
    rows <- use & d$kind == "two means" & (if (standardised) measure == "SMD" else d$measure == measure)
    if (any(rows)) {
      x <- suppressWarnings(escalc(measure, m1i = mean_1, sd1i = sd_1, n1i = n_1, m2i = mean_2, sd2i = sd_2, n2i = n_2,
                                   data = d[rows, ]))
      fill(rows, measure, as.numeric(x$yi), x$vi)
    }
  }
  for (measure in c("RR", "OR", "OR2DL")) {
    rows <- use & d$kind == "two events" & (if (standardised) measure == "OR2DL" else d$measure == measure)
    if (any(rows)) {  # 0.5 is added to all four cells where one is 0
      x <- suppressWarnings(escalc(measure, ai = events_1, n1i = n_1, ci = events_2, n2i = n_2, data = d[rows, ]))
      fill(rows, measure, as.numeric(x$yi), x$vi)
    }
  }
  # One group: SD of the change as reported, or from before and after with the assumed correlation.
  change <- ifelse(d$kind == "before and after", d$mean_1 - d$mean_2, d$mean_1)
  people <- ifelse(d$kind == "before and after", pmin(d$n_1, d$n_2, na.rm = TRUE), d$n_1)
  sd_change <- ifelse(d$kind == "before and after",
                      sqrt(d$sd_1^2 + d$sd_2^2 - 2 * correlation * d$sd_1 * d$sd_2), d$sd_1)
  one_group <- d$kind %in% c("change", "before and after")
  ratio <- is_ratio(d$measure)
  ends <- suppressWarnings(cbind(ifelse(ratio, log(d$ci_low), d$ci_low), ifelse(ratio, log(d$ci_high), d$ci_high)))
  mc_n <- ifelse(d$kind == "reported" & d$measure == "MC", pmin(d$n_1, d$n_2, na.rm = TRUE), NA)
  reported_df <- ifelse(!is.na(mc_n) & mc_n > 1, mc_n - 1, NA)
  reported_se <- (ends[, 2] - ends[, 1]) / (2 * critical(reported_df))
  smcc <- function(rows, change, sd_change, people) {
    if (!any(rows)) return(invisible())
    x <- suppressWarnings(escalc("SMCC", m1i = change[rows], m2i = rep(0, sum(rows)), sd1i = sd_change[rows],
                                 sd2i = sd_change[rows], ni = people[rows], ri = rep(.5, sum(rows))))
    fill(rows, "SMCC", as.numeric(x$yi), x$vi, people[rows] - 1)
  }
  smcc(one_group & (standardised | d$measure == "SMD"), change, sd_change, people)
  if (!standardised) {
    rows <- one_group & d$measure != "SMD"
    fill(rows, "MC", change[rows], sd_change[rows]^2 / people[rows], people[rows] - 1)
  }
  # Reported estimates keep their interval; the standard error is read back from it.
  rows <- use & d$kind == "reported" & (if (standardised) d$measure == "SMD" else TRUE)
  if (any(rows)) {
    out$measure[rows] <- d$measure[rows]
    out$yi[rows] <- suppressWarnings(ifelse(ratio[rows], log(d$estimate[rows]), d$estimate[rows]))
    out$se[rows] <- reported_se[rows]; out$df[rows] <- reported_df[rows]
    out$low[rows] <- ends[rows, 1]; out$high[rows] <- ends[rows, 2]
  }
  if (standardised) {
    rows <- d$kind == "reported" & d$measure == "OR" & d$contrast == "between groups"
    factor <- sqrt(3) / pi
    if (any(rows)) {
      out$measure[rows] <- "OR2DL"; out$yi[rows] <- factor * log(d$estimate[rows]); out$se[rows] <- factor * reported_se[rows]
      out$low[rows] <- factor * ends[rows, 1]; out$high[rows] <- factor * ends[rows, 2]
    }
    smcc(use & !is.na(mc_n), d$estimate, reported_se * sqrt(mc_n), mc_n)
    turn <- d$higher_is_better  # left is better
    out[turn, c("yi", "low", "high")] <- -out[turn, c("yi", "high", "low")]
  }
  bad <- !(is.finite(out$yi) & is.finite(out$low) & is.finite(out$high) & is.finite(out$se) & out$se > 0)
  out[bad, c("yi", "se", "df", "low", "high")] <- NA_real_
  out
}

columns <- c("estimate", "ci_low", "ci_high", "se", "df", "k", "tau2", "i2", "q", "p_value", "pi_low", "pi_high", "t", "weight")
table_of <- function(part, outcome, id, measure, ...) {
  n <- length(id); given <- list(...)
  out <- data.frame(part = rep(part, n), outcome = rep_len(outcome, n), id = id, measure = rep_len(measure, n))
  for (name in columns) out[[name]] <- if (is.null(given[[name]])) empty(n) else as.numeric(given[[name]])
  out
}
natural <- function(measure, x) ifelse(is_ratio(measure), exp(x), x)
shown <- function(part, d, e)
  table_of(part, d$outcome, d$result_id, e$measure, estimate = natural(e$measure, e$yi),
           ci_low = natural(e$measure, e$low), ci_high = natural(e$measure, e$high), se = e$se, df = e$df)

# Random effects: REML, Hartung-Knapp never narrower than normal, prediction interval with t and k - 2.
# The search for tau2 ends at a step relative to the spread of the effects.
fit_of <- function(yi, se)
  rma(yi, sei = se, method = "REML", test = "adhoc",
      control = list(threshold = max(1e-10 * var(yi), 1e-300), maxiter = 10000))
pooled_row <- function(part, outcome, id, measure, yi, se) {
  fit <- fit_of(yi, se); k <- fit$k; estimate <- as.numeric(fit$beta)
  reach <- if (k > 2) qt(.975, k - 2) * sqrt(fit$tau2 + fit$se^2) else NA
  table_of(part, outcome, id, measure, estimate = natural(measure, estimate), ci_low = natural(measure, fit$ci.lb),
           ci_high = natural(measure, fit$ci.ub), se = fit$se, df = k - 1, k = k, tau2 = fit$tau2, i2 = fit$I2, q = fit$QE,
           p_value = fit$QEp, pi_low = natural(measure, estimate - reach), pi_high = natural(measure, estimate + reach))
}
pooled_of <- function(d, e) {
  outcome <- d$outcome[1]; measure <- e$measure[1]; k <- nrow(d)
  parts <- list(pooled_row("pooled", outcome, outcome, measure, e$yi, e$se),
                table_of("weight", outcome, d$result_id, measure, weight = weights(fit_of(e$yi, e$se))))
  if (k > 2 && k <= most_to_leave_out) for (i in seq_len(k))
    parts <- c(parts, list(pooled_row("leave one out", outcome, d$result_id[i], measure, e$yi[-i], e$se[-i])))
  if (k >= 10 && length(unique(e$se)) > 1) {
    egger <- regtest(x = e$yi, sei = e$se, model = "lm", predictor = "sei")
    slope <- coef(summary(egger$fit))[2, 1:2]
    parts <- c(parts, list(table_of("egger", outcome, outcome, measure, estimate = slope[1], se = slope[2], df = egger$ddf,
                                    t = egger$zval, p_value = egger$pval)))
  }
  do.call(rbind, parts)
}

native <- effects_of(results, FALSE)
parts <- list(shown("native", results, native), shown("standardised", results, effects_of(results, TRUE)))
for (outcome in unique(results$outcome[results$pooled])) {
  rows <- results$pooled & results$outcome == outcome
  parts <- c(parts, list(pooled_of(results[rows, ], native[rows, ])))
}
answer <- do.call(rbind, parts)
file <- commandArgs(trailingOnly = TRUE)
write.csv(answer, if (length(file)) file[1] else "", row.names = FALSE, na = "", fileEncoding = "UTF-8")
