"""Every word and number a reader sees, made from facts."""
