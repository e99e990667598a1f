"""Everything that leaves the program: tables, references, R script, slides, hand-out, the ZIP."""
