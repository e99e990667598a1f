"""What to ask about each domain of an appraisal tool."""

from evidence.wording.language import N_
from evidence.wording.say import Message

MESSAGES: dict[str, Message] = {
    "ask randomisation process": N_("Was allocation random, and hidden until people were enrolled?"),
    "ask deviations from intended interventions": N_(
        "Did all get what was intended, and could knowing it have changed anything?"
    ),
    "ask missing outcome data": N_("Are there results for nearly everyone who was allocated?"),
    "ask measurement of the outcome": N_("Could knowing the treatment have changed the measurement?"),
    "ask selection of the reported result": N_("Was this result planned, or chosen among several?"),
    "ask confounding": N_("Could something else than the treatment explain the change?"),
    "ask selection of participants": N_("Was entry into the study independent of what happened later?"),
    "ask classification of interventions": N_("Was it clear from the start who was treated, and with what?"),
    "ask missing data": N_("Are there results for nearly everyone who started?"),
    "ask measurement of outcomes": N_("Could knowing the treatment have changed the measurement?"),
    "ask overall": N_("Overall, how high is the risk of bias?"),
    "ask any domain": N_("How well was this done?"),
}
