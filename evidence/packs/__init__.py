"""Opening and checking an evidence pack: the data dictionary, reading, rules, provenance, uploads."""
