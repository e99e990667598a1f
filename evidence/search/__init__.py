"""What a reader can search for: everything in a pack that has a place of its own on a page."""
