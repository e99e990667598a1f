"""Doses, limits and conversions, as facts."""
