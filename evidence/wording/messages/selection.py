"""What the filters say, and what a link or a command asked for that the data does not have."""

from evidence.wording.language import N_

MESSAGES = {
    "the link": N_("the link"),
    "the command": N_("the command"),
    "asked for an unknown value": N_(
        "{asker:capital} names {name} '{value}', which this data does not have. Known: {known}."
    ),
    "asked for a value that is a slip": N_(
        "{asker:capital} names {name} '{value}', which this data does not have{hint} Known: {known}."
    ),
    "asked for ambiguous values": (
        N_("{asker:capital} names {name} {values}: write it exactly."),
        N_("{asker:capital} names {name} {values}: write them exactly."),
    ),
    "value that could be several": N_("'{value}', which could be {meant:or}"),
    "asked for unknown values": N_(
        "{asker:capital} names {name} {values:list}, which this data does not have. Known: {known}."
    ),
    "asked for unknown values and more": (
        N_(
            "{asker:capital} names {name} {values:commas} and {n:whole} more, which this data does not have. Known: {known}."
        ),
        N_(
            "{asker:capital} names {name} {values:commas} and {n:whole} more, which this data does not have. Known: {known}."
        ),
    ),
    "parameter that is a slip": N_("The link has a parameter this page does not know: '{name}'{hint}"),
    "unknown parameters": (
        N_("The link has a parameter this page does not know: {names:list}."),
        N_("The link has parameters this page does not know: {names:list}."),
    ),
    "unknown parameters and more": N_("The link has parameters this page does not know: {names:commas} and {n:whole} more."),
    "asked for other years": N_(
        "{asker:capital} asks for the years '{value}'. Allowed: a first and a last year from {first} to {last}."
    ),
    "asked for another r": N_("{asker:capital} asks for r = '{value}'. Allowed: {known:commas}."),
    "word in force": N_("{name:capital term}: {value:term}"),
    "flag in force": N_("Without flag: {flag:term}"),
    "outcome in force": N_("Outcome: {label}"),
    "year in force": N_("Year: {year}"),
    "years in force": N_("Year: {first} to {last}"),
    "filter": N_("{name:term}: {values:terms}"),
    "filter without flags": N_("without flag: {flags:terms}"),
    "filter of years": N_("year: {first} to {last}"),
    "filter r": N_("r = {r:plain}"),
    "no filter": N_("no filter"),
    "hidden by word": N_("{name:term}: {value:term}"),
    "hidden by flag": N_("{flag:term}: {reason}"),
    "hidden by year": N_("year: {year}"),
    "year not read": N_("year not read"),
    "no row for the outcome": N_("no row for {outcome}"),
}
