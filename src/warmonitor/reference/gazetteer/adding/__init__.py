"""A gazetteer file of one's own, read row by row and compiled to the form of the one that comes with us."""

from warmonitor.reference.gazetteer.adding.add import Added, add_gazetteer

__all__ = ["Added", "add_gazetteer"]
