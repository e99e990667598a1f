"""What the pages other than the board show: a study, guidelines in time, claims, doses, the map, wanted values."""
