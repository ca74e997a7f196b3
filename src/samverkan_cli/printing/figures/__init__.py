"""Figures: data → SVG, drawn by our own code, the same in every format."""
