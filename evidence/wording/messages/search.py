"""What the search field says: kinds of what is found, where each leads, and what is searched."""

from evidence.wording.language import N_
from evidence.wording.say import Message

KINDS: dict[str, Message] = {
    "found: study": N_("Studies"),
    "found: safety": N_("Medicines and safety"),
    "found: dose": N_("Compounds and limits"),
    "found: guideline": N_("Guidelines"),
    "found: claim": N_("Claims of the article"),
    "found: term": N_("Glossary"),
    "leads: study": N_("opens the page of the study"),
    "leads: safety": N_("opens its row in Doses and safety"),
    "leads: dose": N_("opens its place in Doses and safety"),
    "leads: guideline": N_("opens its row in Guidelines"),
    "leads: claim": N_("opens the claim with verdict and reason"),
    "leads: term": N_("opens its meaning on the page Data"),
}
COUNTED: dict[str, Message] = {
    "searched: study": (N_("{n:whole} study"), N_("{n:whole} studies")),
    "searched: safety": (N_("{n:whole} medicine or condition"), N_("{n:whole} medicines and conditions")),
    "searched: dose": (N_("{n:whole} compound or limit"), N_("{n:whole} compounds and limits")),
    "searched: guideline": (N_("{n:whole} guideline document"), N_("{n:whole} guideline documents")),
    "searched: claim": (N_("{n:whole} claim"), N_("{n:whole} claims")),
    "searched: term": (N_("{n:whole} term"), N_("{n:whole} terms")),
    "searched": N_("Searches all of this data, whatever the filters: {counts:list}."),
    "searched own table": N_("Searches your own table, whatever the filters: {counts:list}."),
}
ABOUT: dict[str, Message] = {
    "study in short": N_("{design:term}, {condition}"),
    "subject of safety": N_("{subject:capital}"),
    "only in the file": N_("only in the file {file}"),
    "compound to find": N_("uptake, and share of the element"),
    "limit to find: upper level": N_("upper level"),
    "limit to find: adverse effect level": N_("lowest dose with an adverse effect"),
    "limit to find: reference intake": N_("reference intake"),
    "limit to find: interaction": N_("interaction"),
    "limit to find: contraindication": N_("contraindication"),
    "limit to find: adverse effect": N_("adverse effect"),
    "position to find": N_("{position:term}"),
    "claim to find": N_("{claim}, {verdict:term}"),
}
MESSAGES: dict[str, Message] = KINDS | COUNTED | ABOUT
