"""A report as bytes, and back."""

import json
from dataclasses import fields
from datetime import date

from warmonitor.model import Report

_LATER = ("dated", "copy_of", "strand")  # what compare says of a report is not kept with it
_LISTS = ("byline", "agencies", "captions")


def to_bytes(report: Report) -> bytes:
    """Return a report as JSON."""
    told = {field.name: getattr(report, field.name) for field in fields(report) if field.name not in _LATER}
    told["stated_date"] = report.stated_date.isoformat() if report.stated_date else None
    return json.dumps(told).encode("ascii")


def from_bytes(content: bytes) -> Report:
    """Return the report of some JSON."""
    told = json.loads(content)
    told.update({name: tuple(told[name]) for name in _LISTS})
    told["stated_date"] = date.fromisoformat(told["stated_date"]) if told["stated_date"] else None
    return Report(**told)
