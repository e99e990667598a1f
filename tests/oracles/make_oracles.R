# Expected numbers from R and metafor. Run in this folder: Rscript make_oracles.R
# Writes effects.json, pooling.json and power.json; each carries versions, calls and data. README.md says what agrees.
suppressMessages({library(metafor); library(jsonlite)})

# metafor stops its search for tau2 at an absolute step (1e-5), which is coarse for tiny effects and unreachable for
# huge ones; here the step is relative to the spread of the effects.
tight <- function(yi) {
  step <- max(1e-10 * var(yi), 1e-300)
  list(threshold = step, maxiter = 10000, tol = step, tau2.max = max(100, 1000 * var(yi)))
}
keep <- function(name, content) {
  versions <- list(R = R.version.string, metafor = as.character(packageVersion("metafor")))
  write_json(c(versions, content), name, auto_unbox = TRUE, digits = NA, na = "null", null = "null", pretty = TRUE)
}

# --- effects --------------------------------------------------------------------------------------------------------
# One case: columns of a results row, the outcome's measure, the call, and what metafor says on the native (log for
# ratios) and the standardised scale. Intervals: normal for two groups, t with n - 1 for one group.
case <- function(name, outcome, row, native = NULL, standardised = NULL, call = "")
  list(name = name, outcome_measure = outcome, row = row, call = call, native = native, standardised = standardised)

effect <- function(measure, yi, vi, df = Inf)
  list(measure = measure, estimate = as.numeric(yi), se = sqrt(as.numeric(vi)),
       ci_low = as.numeric(yi) - qt(.975, df) * sqrt(as.numeric(vi)),
       ci_high = as.numeric(yi) + qt(.975, df) * sqrt(as.numeric(vi)), df = if (is.finite(df)) df else NA)

two_means <- function(name, m1, s1, n1, m2, s2, n2, outcome = "MD") {
  md <- escalc("MD", m1i = m1, sd1i = s1, n1i = n1, m2i = m2, sd2i = s2, n2i = n2)
  g <- escalc("SMD", m1i = m1, sd1i = s1, n1i = n1, m2i = m2, sd2i = s2, n2i = n2)
  smd <- effect("SMD", g$yi, g$vi)
  case(name, outcome, list(contrast = "between groups", value_type = "final", mean_1 = m1, sd_1 = s1, n_1 = n1,
                           mean_2 = m2, sd_2 = s2, n_2 = n2),
       if (outcome == "MD") effect("MD", md$yi, md$vi) else smd, if (is.na(g$yi)) NULL else smd,
       "escalc(\"MD\" and \"SMD\", m1i, sd1i, n1i, m2i, sd2i, n2i)")
}
two_events <- function(name, measure, e1, n1, e2, n2) {
  native <- escalc(measure, ai = e1, n1i = n1, ci = e2, n2i = n2)
  moved <- escalc("OR2DL", ai = e1, n1i = n1, ci = e2, n2i = n2)
  case(name, measure, list(contrast = "between groups", events_1 = e1, n_1 = n1, events_2 = e2, n_2 = n2),
       effect(measure, native$yi, native$vi), effect("OR2DL", moved$yi, moved$vi),
       paste0("escalc(\"", measure, "\" and \"OR2DL\", ai, n1i, ci, n2i)"))
}
before_after <- function(name, m1, s1, m2, s2, n, r) {
  mc <- escalc("MC", m1i = m1, m2i = m2, sd1i = s1, sd2i = s2, ni = n, ri = r)
  smcc <- escalc("SMCC", m1i = m1, m2i = m2, sd1i = s1, sd2i = s2, ni = n, ri = r)
  out <- case(name, "MD", list(contrast = "before-after", value_type = "final", mean_1 = m1, sd_1 = s1, n_1 = n,
                               mean_2 = m2, sd_2 = s2, n_2 = n),
              effect("MC", mc$yi, mc$vi, n - 1), if (is.na(smcc$yi)) NULL else effect("SMCC", smcc$yi, smcc$vi, n - 1),
              "escalc(\"MC\" and \"SMCC\", m1i, m2i, sd1i, sd2i, ni, ri)")
  c(out, correlation = r)
}
mean_change <- function(name, m, s, n) {  # escalc with equal SDs and the r that gives exactly this SD of the change
  smcc <- escalc("SMCC", m1i = m, m2i = 0, sd1i = s, sd2i = s, ni = n, ri = 0.5)
  case(name, "MD", list(contrast = "before-after", value_type = "change", mean_1 = m, sd_1 = s, n_1 = n),
       effect("MC", m, s^2 / n, n - 1), if (is.na(smcc$yi)) NULL else effect("SMCC", smcc$yi, smcc$vi, n - 1),
       "escalc(\"SMCC\", m1i, m2i = 0, sd1i = s, sd2i = s, ni, ri = 0.5)")
}
reported <- function(name, measure, est, low, high, n = NA) {
  ratio <- measure %in% c("RR", "OR", "HR"); contrast <- if (measure == "MC") "before-after" else "between groups"
  df <- if (measure == "MC" && !is.na(n)) n - 1 else Inf
  ends <- if (ratio) log(c(low, high)) else c(low, high)
  se <- diff(ends) / (2 * qt(.975, df))
  native <- list(measure = measure, estimate = if (ratio) log(est) else est, se = se, ci_low = ends[1], ci_high = ends[2],
                 df = if (is.finite(df)) df else NA)
  moved <- NULL
  if (measure == "OR") moved <- list(measure = "OR2DL", estimate = sqrt(3) / pi * log(est), se = sqrt(3) / pi * se,
                                     ci_low = sqrt(3) / pi * ends[1], ci_high = sqrt(3) / pi * ends[2], df = NA)
  if (measure == "SMD") moved <- native
  if (measure == "MC" && !is.na(n)) {
    s <- se * sqrt(n)
    smcc <- escalc("SMCC", m1i = est, m2i = 0, sd1i = s, sd2i = s, ni = n, ri = 0.5)
    moved <- effect("SMCC", smcc$yi, smcc$vi, n - 1)
  }
  row <- list(contrast = contrast, measure = measure, estimate = est, ci_low = low, ci_high = high)
  if (!is.na(n)) row$n_1 <- n
  case(name, "MD", row, native, moved, "(log ci_high - log ci_low) / (2 * qt(.975, df)); escalc(\"SMCC\")")
}

keep("effects.json", list(tolerance = 1e-6, cases = list(
  two_means("two means", 12.3, 4.1, 25, 15.9, 5.2, 28),
  two_means("two means, SMD", 12.3, 4.1, 25, 15.9, 5.2, 28, "SMD"),
  two_means("two people in each group", 1, 2, 2, 3, 1, 2),
  two_means("three people: no SMD", 1, 2, 1, 3, 1, 2),
  two_means("very small SD", 1.0001, 1e-6, 20, 1, 2e-6, 22),
  two_means("very large groups", 1.5, 3, 20000, 1.4, 3.1, 30000, "SMD"),
  two_means("no difference", 5, 1, 10, 5, 1, 10, "SMD"),
  two_events("risk ratio", "RR", 4, 123, 11, 139),
  two_events("odds ratio", "OR", 4, 123, 11, 139),
  two_events("no event in one group, RR", "RR", 0, 20, 5, 22),
  two_events("no event in one group, OR", "OR", 6, 20, 0, 22),
  two_events("no event in either group, RR", "RR", 0, 20, 0, 22),
  two_events("no event in either group, OR", "OR", 0, 20, 0, 22),
  two_events("an event in everyone, RR", "RR", 20, 20, 22, 22),
  two_events("an event in everyone of one group, OR", "OR", 20, 20, 10, 22),
  before_after("before and after", 7.3, 6.9, 16.8, 7.2, 10, 0.5),
  before_after("before and after, r = 0.3", 7.3, 6.9, 16.8, 7.2, 10, 0.3),
  before_after("before and after, r = 0.8", 7.3, 6.9, 16.8, 7.2, 10, 0.8),
  before_after("before and after, two people", 7.3, 6.9, 16.8, 7.2, 2, 0.5),
  before_after("before and after, three people", 7.3, 6.9, 16.8, 7.2, 3, 0.5),
  mean_change("mean change with SD", -3.41, 4.05, 46),
  mean_change("mean change, two people", -3.41, 4.05, 2),
  mean_change("mean change, very small SD", -3.41, 1e-8, 12),
  reported("mean change with interval and n", "MC", -6.67, -11.01, -2.33, 12),
  reported("mean change with interval, n not known", "MC", -6.67, -11.01, -2.33),
  reported("mean difference with interval", "MD", -3.78, -6.25, -1.31),
  reported("standardised difference with interval", "SMD", -0.4, -0.75, -0.05),
  reported("odds ratio, interval asymmetric on the log scale", "OR", 2.1, 1.2, 4.9),
  reported("risk ratio with interval", "RR", 0.49, 0.345, 0.695),
  reported("hazard ratio with interval", "HR", 0.74, 0.65, 0.85)
)))

# --- pooling --------------------------------------------------------------------------------------------------------
pooled <- function(yi, vi, method) {
  fit <- rma(yi, vi, method = method, test = "adhoc", control = tight(yi))
  plain <- rma(yi, vi, method = method, control = tight(yi))
  k <- fit$k
  pi <- if (k > 2) predict(fit, pi.type = "riley") else NULL
  list(k = k, estimate = fit$beta[1], se = fit$se, ci_low = fit$ci.lb, ci_high = fit$ci.ub, normal_se = plain$se,
       tau2 = fit$tau2, i2 = fit$I2, q = fit$QE, q_df = k - 1, q_p = fit$QEp,
       pi_low = if (k > 2) pi$pi.lb else NA, pi_high = if (k > 2) pi$pi.ub else NA, weights = as.numeric(weights(fit)))
}
pool_case <- function(name, measure, yi, vi) {
  yi <- as.numeric(yi); vi <- as.numeric(vi)
  out <- list(name = name, measure = measure, yi = yi, vi = vi,
              call = "rma(yi, vi, method, test = \"adhoc\", control = tight(yi)); predict(pi.type = \"riley\")")
  for (method in c("REML", "DL", "PM")) out[[method]] <- pooled(yi, vi, method)
  k <- length(yi)
  if (k > 2) {
    rows <- lapply(seq_len(k), function(i) pooled(yi[-i], vi[-i], "REML"))
    for (what in c("estimate", "ci_low", "ci_high", "tau2", "i2"))
      out$leave_one_out[[what]] <- sapply(rows, function(row) row[[what]])
  }
  if (k >= 10) {
    egger <- regtest(x = yi, vi = vi, model = "lm", predictor = "sei")
    coefs <- coef(summary(egger$fit))
    out$egger <- list(call = "regtest(yi, vi, model = \"lm\", predictor = \"sei\")", slope = coefs[2, 1],
                      slope_se = coefs[2, 2], t = egger$zval, df = egger$ddf, p = egger$pval)
  }
  out
}
# Published hazard ratios with their 95 % intervals: SGLT2 inhibitors against placebo, cardiovascular death or hospital
# admission for heart failure. EMPA-REG OUTCOME doi:10.1056/NEJMoa1504720, CANVAS doi:10.1056/NEJMoa1611925, DECLARE
# doi:10.1056/NEJMoa1812389, DAPA-HF doi:10.1056/NEJMoa1911303, EMPEROR-Reduced doi:10.1056/NEJMoa2022190.
hazard <- data.frame(hr = c(0.66, 0.78, 0.83, 0.74, 0.75), low = c(0.55, 0.67, 0.73, 0.65, 0.65),
                     high = c(0.79, 0.91, 0.95, 0.85, 0.86))
hazard$sei <- (log(hazard$high) - log(hazard$low)) / (2 * qnorm(.975))
bcg <- dat.bcg
bcg_rr <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = bcg)
bcg_or <- escalc("OR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = bcg)
keep("pooling.json", list(
  tolerance = list(REML = 1e-6, DL = 1e-6, PM = 1e-6),
  control = "threshold and tol = 1e-10 * var(yi), maxiter = 10000 (metafor's defaults stop earlier)",
  cases = list(
    pool_case("dat.bcg, risk ratio", "RR", bcg_rr$yi, bcg_rr$vi),
    pool_case("dat.bcg, odds ratio", "OR", bcg_or$yi, bcg_or$vi),
    pool_case("published hazard ratios", "HR", log(hazard$hr), hazard$sei^2),
    pool_case("two results", "MD", c(-1.2, 0.4), c(0.09, 0.16)),
    pool_case("two results that agree", "MD", c(-1.2, -1.1), c(0.09, 0.16)),
    pool_case("two results exactly alike", "MD", c(-1, -1), c(0.09, 0.16)),
    pool_case("three results", "SMD", c(-0.3, -0.5, 0.2), c(0.04, 0.09, 0.06)),
    pool_case("no heterogeneity: tau2 = 0", "MD", c(1, 1.1, 0.9, 1.05, 0.97), c(0.2, 0.3, 0.25, 0.4, 0.5)),
    pool_case("huge heterogeneity: I2 above 95 %", "MD", c(-10, 5, 20, -3, 40, 12), c(0.1, 0.2, 0.15, 0.1, 0.3, 0.2)),
    pool_case("tiny variances", "MD", c(1e-4, 3e-4, 2e-4, 5e-4), c(1e-12, 4e-12, 2e-12, 3e-12)),
    pool_case("large effects", "MD", c(1e6, 3e6, 2e6, 5e6), c(1e10, 4e10, 2e11, 3e10)),
    pool_case("a likelihood with two peaks", "MD", c(18.37257406, -22.45268475, -22.69811541),
              c(62.4031251, 0.011070964, 0.154346123)),
    pool_case("very unequal weights", "OR", c(0.2, 0.3, 1.5, -0.8), c(0.0001, 0.5, 2, 3))
  )))

# --- power ----------------------------------------------------------------------------------------------------------
detectable <- function(n, sd) list(n = n, sd = sd, difference = power.t.test(n = n, sd = sd, power = 0.8, tol = 1e-12)$delta)
needed <- function(delta, sd)
  list(difference = delta, sd = sd, n = power.t.test(delta = delta, sd = sd, power = 0.8, tol = 1e-12)$n)
keep("power.json", list(
  tolerance = 1e-6,
  call = "power.t.test(n or delta, sd, power = 0.8, tol = 1e-12): two-sided, two samples, strict = FALSE",
  detectable = list(detectable(5, 1), detectable(24, 5.7), detectable(100, 8), detectable(1000, 0.02), detectable(2, 3)),
  needed = list(needed(3, 8), needed(0.5, 1), needed(0.1, 1), needed(4, 4.1), needed(0.01, 0.2))
))
