"""Entry point: shows the frame (menu, filters, banner) and the page the reader chose inside it."""

from pages.parts.frame import show

show()
