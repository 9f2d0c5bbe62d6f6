"""Sitrep: the situation report of some days and an area, as a page and as files."""
