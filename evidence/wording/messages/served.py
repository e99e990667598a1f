"""Why a plain address is not answered."""

from evidence.wording.language import N_

MESSAGES = {
    "the address": N_("the address"),
    "no such parameter": N_("The address has no parameter '{name}'. Allowed: {known:commas}."),
    "parameter given twice": N_("The address gives {name} {n:whole} times. Allowed: once."),
    "filters of a whole table": N_("'{table}' is given whole and takes no filter, but the address gives {names:list}."),
    "another version": N_("The address asks for data version {asked}. These data are version {version}."),
    "one outcome needed": N_("A pooled result needs one outcome. Known: {known:commas}."),
    "no such address": N_("There is no such address. Known: {known:commas}."),
    "no such format": N_("Known formats: {known:list}."),
    "read only": N_("This address can only be read."),
    "data closed": N_("The data cannot be opened."),
}
