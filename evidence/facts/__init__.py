"""What a pack says, worked out once: flags, doses, marks, guidance, bottom line, gaps; and what a selection leaves."""
