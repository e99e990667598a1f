"""What the abbreviations and technical terms of the program mean, one short sentence each.

"meaning: X" explains X; "term: X" names it where it is a word that other languages translate.
"""

from evidence.wording.language import N_
from evidence.wording.say import Message

MEASURES: dict[str, Message] = {
    "meaning: MD": N_("Mean difference: the mean of one group minus the mean of the other, in the unit of the scale."),
    "meaning: MC": N_(
        "Mean change: the mean after treatment minus the mean before it, in one group. Without a control group it is not "
        "an effect of the treatment."
    ),
    "meaning: SMD": N_(
        "Standardised mean difference: the mean difference divided by the standard deviation, so that results on different "
        "scales fit on one axis."
    ),
    "meaning: SMCC": N_(
        "Standardised mean change: the mean change in one group divided by the standard deviation of the changes. Without "
        "a control group it is not an effect of the treatment."
    ),
    "meaning: OR2DL": N_("Odds ratio turned into a standardised mean difference: its logarithm times \u221a3/\u03c0."),
    "meaning: RR": N_("Risk ratio: the share of people with the event in one group divided by the share in the other."),
    "meaning: OR": N_(
        "Odds ratio: the odds of the event in one group divided by the odds in the other; odds are people with the event "
        "for each person without it."
    ),
    "meaning: HR": N_("Hazard ratio: how fast the event happens in one group, divided by how fast in the other."),
    "term: SD units": N_("SD units"),
    "meaning: SD units": N_(
        "Differences and changes counted in standard deviations, so that scales share one axis: SMD, SMCC and OR2DL."
    ),
}
STATISTICS: dict[str, Message] = {
    "meaning: CI": N_(
        "Confidence interval: the range of true values that agree with the data. Of many 95% intervals made in this way, "
        "95 in 100 hold the true value."
    ),
    "meaning: SD": N_("Standard deviation: how far the values of single people spread around their mean."),
    "meaning: SE": N_("Standard error: how far an estimate would vary if the study were repeated."),
    "meaning: n": N_("Number of people."),
    "meaning: P": N_(
        "P value: how often chance alone would give a result at least this far from no effect. It does not tell how large "
        "an effect is."
    ),
    "meaning: t": N_("Student's t: used instead of the normal distribution when a spread is estimated from few values."),
    "meaning: J": N_(
        "Correction by Hedges: a factor just below 1 that makes standardised values from few people less extreme."
    ),
    "meaning: r": N_(
        "Correlation of the values before and after in the same people. The SD of a change depends on it; where it was not "
        "reported it is assumed and can be set."
    ),
    "term: random effects": N_("Random effects"),
    "meaning: random effects": N_(
        "Pooling that allows the true effect to differ from study to study; the result is their mean."
    ),
    "meaning: REML": N_("Restricted maximum likelihood: a way to estimate tau\u00b2."),
    "meaning: DerSimonian-Laird": N_("An older way to estimate tau\u00b2."),
    "meaning: Paule-Mandel": N_("A way to estimate tau\u00b2 by repeated steps."),
    "meaning: Hartung-Knapp": N_(
        "A way to make the interval of a pooled result with t; with few studies it is usually wider than the normal one."
    ),
    "term: prediction interval": N_("Prediction interval"),
    "meaning: prediction interval": N_(
        "Where the true effect in a new, similar study is expected; wider than the CI of the mean."
    ),
    "meaning: I\u00b2": N_("The share of the variation between results that is more than chance, in percent."),
    "meaning: tau\u00b2": N_("The variance of the true effects between studies; 0 means that they are the same."),
    "meaning: Q": N_("Cochran's Q: a test of whether results differ by more than chance."),
    "term: funnel plot": N_("Funnel plot"),
    "meaning: funnel plot": N_(
        "Each result by its size of effect and its precision. A lopsided funnel can mean that small studies without effect "
        "were not published."
    ),
    "term: Egger's test": N_("Egger's test"),
    "meaning: Egger's test": N_("A test of whether a funnel plot is lopsided."),
}
JUDGEMENTS: dict[str, Message] = {
    "meaning: GRADE": N_(
        "Grading of Recommendations Assessment, Development and Evaluation: a system to rate how certain evidence is."
    ),
    "term: certainty": N_("Certainty"),
    "meaning: certainty": N_(
        "How sure one can be that the true effect is close to what the evidence says: high, moderate, low or very low."
    ),
    "term: directness": N_("Directness"),
    "meaning: directness": N_(
        "Direct: studied in the condition of the question. Indirect: studied in another condition, and never pooled with "
        "direct evidence."
    ),
    "term: risk of bias": N_("Risk of bias"),
    "meaning: risk of bias": N_("How far the way a study was done could have moved its result away from the truth."),
    "meaning: RoB 2": N_("Cochrane's tool for the risk of bias in randomised trials, second version, in five domains."),
    "meaning: ROBINS-I": N_(
        "Risk Of Bias In Non-randomised Studies of Interventions: a tool for treatment studies without random allocation, "
        "in seven domains."
    ),
    "meaning: JBI case report": N_(
        "The checklist for case reports of JBI, formerly the Joanna Briggs Institute: eight questions, no overall judgement."
    ),
}
DESIGNS: dict[str, Message] = {
    "term: randomised trial": N_("Randomised trial"),
    "meaning: randomised trial": N_("A study in which chance decides who gets which treatment."),
    "term: before-after": N_("Before-after"),
    "meaning: before-after": N_(
        "The same people before and after a treatment, without a control group; a change may have other causes."
    ),
    "term: association": N_("Association"),
    "meaning: association": N_("Two things that go together. It does not show that one causes the other."),
}
FILES: dict[str, Message] = {
    "meaning: DOI": N_("Digital object identifier: the lasting address of a publication."),
    "meaning: PubMed": N_("The index of medical publications of the US National Library of Medicine."),
    "meaning: CSV": N_("Comma-separated values: a table as plain text, which every spreadsheet opens."),
    "meaning: RIS": N_("A file of references for reference managers."),
    "meaning: BibTeX": N_("A file of references for LaTeX."),
    "meaning: SVG": N_("A drawing as lines and text, sharp at any size, which programs for drawings can edit."),
    "meaning: PDF": N_("A document as pages that look the same everywhere."),
    "meaning: PNG": N_("A picture made of dots, which every program for texts and slides takes."),
}
MESSAGES: dict[str, Message] = {**MEASURES, **STATISTICS, **JUDGEMENTS, **DESIGNS, **FILES}
