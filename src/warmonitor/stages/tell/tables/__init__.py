"""The same account as tables: CSV for spreadsheets and GeoJSON for maps."""

from warmonitor.stages.tell.tables.write import tables

__all__ = ["tables"]
