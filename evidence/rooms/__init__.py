"""Rooms in which a journal club votes: codes, questions, answers and their counts; nothing of a room outlives it."""
