"""The messages of facts, a module for each room they come from; every message is marked with N_ for translation."""
