"""Bytes to a report: article text with offsets, title, outlet, byline, agencies, stated date."""

from warmonitor.stages.clean.report import clean

__all__ = ["clean"]
