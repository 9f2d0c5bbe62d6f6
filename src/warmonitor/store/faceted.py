"""Records by what they are sorted by, from the index of words: quick where days alone lead to too many."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, literal_column, select, table, text

from warmonitor.store.filters import Filters, in_days
from warmonitor.store.kept import kept
from warmonitor.store.searched import facet_word, kind_word
from warmonitor.store.shelf import NARROW, NARROW_DAYS, SHELF, numbers_of

_WORDS = table("shelf_words")
_KEYS = {"sqlite": "shelf_words.rowid", "postgresql": "shelf_words.number"}
_FOUND = {
    "sqlite": "shelf_words MATCH :matched",
    "postgresql": "shelf_words.found @@ CAST(:matched AS tsquery)",
}
_SIGNS = {"sqlite": ('"', " AND ", " OR "), "postgresql": ("'", " & ", " | ")}

Some = Sequence[tuple[str, str]]  # a role and a word each, of which one must be there


def narrow_rows(dialect: str, kind: str, days: Filters, wanted: Sequence[Some]) -> Select[Any]:
    """Return the rows of a kind whose days are few and lie in those of a filter, by what they are linked to.

    Of each of `wanted` one must be there; roles are those of `fields.FACETS`.
    """
    key = literal_column(_KEYS[dialect], SHELF.c.number.type)
    matched = text(_FOUND[dialect]).bindparams(matched=_matched(dialect, kind, wanted))
    asked = select(SHELF.c.number, SHELF.c.first, SHELF.c.last)
    asked = asked.select_from(_WORDS.join(SHELF, SHELF.c.number == key)).where(matched, *_between(key, days))
    return asked.where(SHELF.c.kind == kind, SHELF.c.width == NARROW, *in_days(days))


def _between(key: Any, days: Filters) -> list[Any]:
    """Return the bounds of the numbers of records in some days: a number grows with the last day."""
    since, until = days.since or date.min, days.until or date.max
    last = date.fromordinal(min(until.toordinal() + NARROW_DAYS, date.max.toordinal()))
    return [key >= numbers_of(since)[0], key < numbers_of(last)[1]]


def _matched(dialect: str, kind: str, wanted: Sequence[Some]) -> str:
    quote, both, either = _SIGNS[dialect]
    parts = [f"{quote}{kind_word(kind)}{quote}"]
    for some in wanted:
        words = sorted({facet_word(role, kept(target)) for role, target in some})
        parts.append(f"({either.join(f'{quote}{word}{quote}' for word in words)})")
    return both.join(parts)
