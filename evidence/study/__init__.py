"""What the page of one study shows, as facts."""
