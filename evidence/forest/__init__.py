"""A forest as facts: its rows, their axis, what they pool to and what they can be held against."""
