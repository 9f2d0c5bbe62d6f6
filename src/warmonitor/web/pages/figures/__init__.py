"""Figures: each with its range, who gives which number, and what was set apart."""
