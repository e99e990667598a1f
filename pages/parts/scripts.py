"""The scripts that every page holds, as one text; what the policy of the server allows is read from here."""

from pages.parts import (
    announcing,
    arriving,
    coming_back,
    copying,
    filter_chips,
    keeping_focus,
    keeping_ticks,
    printing,
    searching,
    single_keys,
    soft_links,
)

HELD = (
    soft_links,
    coming_back,
    copying,
    arriving,
    announcing,
    filter_chips,
    searching,
    keeping_focus,
    keeping_ticks,
    printing,
    single_keys,
)
SCRIPTS = tuple(each.SCRIPT for each in HELD)
