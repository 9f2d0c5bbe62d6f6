"""Time expressions in English: found by a grammar, resolved to intervals of days."""

from warmonitor.language.en.dates.find import find_dates
from warmonitor.language.en.dates.needs import names_a_day
from warmonitor.language.en.dates.resolve import resolve
from warmonitor.language.en.dates.words import Bound, DateRule, DateWords

__all__ = ["Bound", "DateRule", "DateWords", "find_dates", "names_a_day", "resolve"]
