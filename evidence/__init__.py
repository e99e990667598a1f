"""The evidence domain: packs, checks, selections, effects, pooling and what is drawn from them; no user interface."""
