"""The evidence domain: packs, checks, selections, effects, pooling and everything that is drawn from them, without a user interface."""
