"""The situation report put together in OCHA's order, with its notes and sources."""

from collections.abc import Iterator, Mapping

from warmonitor import __version__
from warmonitor.exports.sitrep.anchors import anchored
from warmonitor.exports.sitrep.record import Line, Section, Sitrep
from warmonitor.model.sides import SideSign
from warmonitor.model.spoken import when_words
from warmonitor.store.database import Database
from warmonitor.store.store import head_of
from warmonitor.web.sides import side_signs
from warmonitor.web.sitrep import deals, doubts, ground, tolls
from warmonitor.web.sitrep.drawn import pictures
from warmonitor.web.sitrep.gathered import Gathered, gather
from warmonitor.web.sitrep.notebook import Notebook
from warmonitor.web.sitrep.parts import section
from warmonitor.web.sitrep.scope import Scope

_SECTIONS = (
    ("impact", "Humanitarian impact", ("killed", "injured", "missing", "displaced", "living")),
    (
        "access",
        "Access and control",
        ("changes", "held", "surrounded", "cut-off", "access", "movement"),
    ),
    ("agreements", "Agreements and breaches", ("deals", "posts")),
)
# How many sentences of a section are highlights; those are the weightiest.
_HIGHLIGHTS = (
    ("killed", 2),
    ("injured", 1),
    ("displaced", 1),
    ("changes", 2),
    ("surrounded", 1),
    ("deals", 1),
)


def sitrep(database: Database, scope: Scope) -> Sitrep:
    """Return the situation report of a period and an area, as the shelf has it now."""
    gathered, chain = database.read(lambda connection: (gather(connection, scope), head_of(connection)))
    return told(gathered, str(chain), side_signs(database))


def told(gathered: Gathered, chain: str | None, signs: Mapping[str, SideSign]) -> Sitrep:
    """Return the situation report of what was gathered; it rests on nothing else."""
    scope, book = gathered.scope, Notebook(gathered)
    sections, first = anchored(tuple(_sections(gathered, book)))
    return Sitrep(
        since=scope.since,
        until=scope.until,
        period=when_words(scope.since, scope.until),
        area=scope.area,
        made=__version__,
        chain=chain,
        sections=sections,
        pictures=pictures(gathered, signs),
        notes=tuple(book.written(first)),
        sources=tuple(book.sources()),
    )


def _sections(gathered: Gathered, book: Notebook) -> Iterator[Section]:
    """Yield the sections; highlights come first and are numbered first, so the rest is made after them."""
    yield Section(id="highlights", title="Highlights", lines=tuple(_highlights(gathered, book)))
    yield section("situation", gathered, book)
    for key, title, parts in _SECTIONS:
        told = tuple(section(one, gathered, book) for one in parts)
        yield Section(id=key, title=title, parts=told)
    yield section("disputed", gathered, book)
    yield Section(id="method", title="Gaps and method", lines=doubts.gaps(gathered))


def _highlights(gathered: Gathered, book: Notebook) -> Iterator[Line]:
    makers = {"changes": ground.changes, "surrounded": ground.surrounded, "deals": deals.deals}
    for name, most in _HIGHLIGHTS:
        lines = makers.get(name, tolls.figures)(gathered.of(name).records[:most], book)
        yield from lines[:most]
