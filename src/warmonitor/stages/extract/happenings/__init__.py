"""Happenings without a use of force, in ACLED's types: protests, arrests, weapons found, bases, changes."""

from warmonitor.stages.extract.happenings.find import find_happenings, without_what_happenings_tell

__all__ = ["find_happenings", "without_what_happenings_tell"]
