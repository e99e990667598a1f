"""What differs between two packs: cell by cell, in the answer, and for a reader of one page."""
