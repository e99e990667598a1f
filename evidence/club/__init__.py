"""A journal-club session step by step, the same for page, slides and hand-out."""
