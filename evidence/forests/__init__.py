"""Forest plots: rows, axis, figure, text twin, drawings for paper, and what stands under them."""
