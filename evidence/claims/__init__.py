"""An article held against the evidence, as facts."""
