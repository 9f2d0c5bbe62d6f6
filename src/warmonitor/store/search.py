"""Records that words find, the newest first: the same ones in the same order in either database."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, TextClause, bindparam, literal_column, select, table, text

from warmonitor.store.fields import FACETS
from warmonitor.store.filters import Filters, in_days, linked
from warmonitor.store.searched import facet_word, kind_word
from warmonitor.store.shelf import SHELF
from warmonitor.store.terms import Term, fts5, tsquery

_WORDS = table("shelf_words")
_KEYS = {"sqlite": "shelf_words.rowid", "postgresql": "shelf_words.number"}


class Row(NamedTuple):
    """A record that was found; its number grows with its day."""

    number: int
    kind: str
    id: str
    content: str


def search(
    connection: Connection,
    wanted: Sequence[Term],
    kind: str | None,
    filters: Filters,
    below: int | None,
    limit: int,
) -> list[Row]:
    """Return up to so many records with the words, from the newest on, or on from a number."""
    if not any(not term.without for term in wanted):
        return []
    roles = filters.roles()
    facets = [facet_word(*one) for one in roles if one[0] in FACETS]
    facets += [kind_word(kind)] if kind else []
    dialect = connection.dialect.name
    key = literal_column(_KEYS[dialect], SHELF.c.number.type)
    asked = (
        select(SHELF.c.number, SHELF.c.kind, SHELF.c.id, SHELF.c.content)
        .select_from(_WORDS.join(SHELF, SHELF.c.number == key))
        .where(
            *_matching(dialect, wanted, facets),
            *in_days(filters),
            *(linked(kind or SHELF.c.kind, *one) for one in roles if one[0] not in FACETS),
        )
    )
    if below is not None:
        asked = asked.where(key < below)
    return [Row(*row) for row in connection.execute(asked.order_by(key.desc()).limit(limit))]


def _matching(dialect: str, wanted: Sequence[Term], facets: Sequence[str]) -> list[TextClause]:
    if dialect == "sqlite":
        return [text("shelf_words MATCH :matched").bindparams(matched=fts5(wanted, facets))]
    told = text("shelf_words.found @@ CAST(:matched AS tsquery)").bindparams(matched=tsquery(wanted, facets))
    return [told, *_phrases(wanted)]


def _phrases(wanted: Sequence[Term]) -> list[TextClause]:
    """Return the conditions that words stand one after the other, which the index does not know."""
    found = []
    for number, term in enumerate(wanted):
        if len(term.words) > 1:
            said = f" {' '.join(term.words)}{'' if term.prefix else ' '}"
            sign = "=" if term.without else ">"
            told = text(f"strpos(' ' || shelf_words.words || ' ', :phrase{number}) {sign} 0")
            found.append(told.bindparams(bindparam(f"phrase{number}", said)))
    return found
