"""What goes over blocks of reports: slices of each block by unit, and the records that they make."""

from warmonitor.run.across.happenings import first_claims, taken_in
from warmonitor.run.across.joining import joined
from warmonitor.run.across.roads import with_ways_out
from warmonitor.run.across.slices import Content, Slice, divided, slices, straight
from warmonitor.run.across.whole import whole, with_events

__all__ = [
    "Content",
    "Slice",
    "divided",
    "first_claims",
    "joined",
    "slices",
    "straight",
    "taken_in",
    "whole",
    "with_events",
    "with_ways_out",
]
