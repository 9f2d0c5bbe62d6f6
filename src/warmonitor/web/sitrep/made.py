"""The situation report put together in OCHA's order, with its notes and sources."""

from collections.abc import Iterator

from warmonitor import __version__
from warmonitor.exports.sitrep.record import Line, Section, Sitrep
from warmonitor.model.spoken import when_words
from warmonitor.store.database import Database
from warmonitor.store.store import head_of
from warmonitor.web.sitrep import deals, doubts, ground, happenings, tolls
from warmonitor.web.sitrep.drawn import pictures
from warmonitor.web.sitrep.gathered import Gathered, gather
from warmonitor.web.sitrep.notebook import Notebook
from warmonitor.web.sitrep.scope import Scope

_IMPACT = (
    ("killed", "Killed", ("killed",)),
    ("injured", "Injured", ("injured",)),
    ("missing", "Missing, detained and abducted", ("missing", "detained", "abducted")),
    ("displaced", "Displaced", ("displaced",)),
    ("living", "Living there and remaining", ("remaining", "population")),
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
    return told(gathered, str(chain))


def told(gathered: Gathered, chain: str | None) -> Sitrep:
    """Return the situation report of what was gathered; it rests on nothing else."""
    scope, book = gathered.scope, Notebook(gathered)
    sections = tuple(_sections(gathered, book))
    return Sitrep(
        since=scope.since,
        until=scope.until,
        period=when_words(scope.since, scope.until),
        area=scope.area,
        made=__version__,
        chain=chain,
        sections=sections,
        pictures=pictures(gathered),
        notes=tuple(book.written()),
        sources=tuple(book.sources()),
    )


def _sections(gathered: Gathered, book: Notebook) -> Iterator[Section]:
    """Yield the sections; highlights come first and are numbered first, so the rest is made after them."""
    yield Section(id="highlights", title="Highlights", lines=tuple(_highlights(gathered, book)))
    events = gathered.of("events")
    lines = happenings.events(events.records, book)
    yield _section("situation", "Situation overview", lines, gathered, "events")
    parts = tuple(_impact(one, gathered, book) for one in _IMPACT)
    yield Section(id="impact", title="Humanitarian impact", parts=parts)
    yield Section(id="access", title="Access and control", parts=tuple(_ground(gathered, book)))
    yield Section(id="agreements", title="Agreements and breaches", parts=tuple(_deals(gathered, book)))
    lines = doubts.disputes(gathered.of("disputes").records, book)
    yield _section("disputed", "Disputed", lines, gathered, "disputes")
    yield Section(id="method", title="Gaps and method", lines=doubts.gaps(gathered))


def _section(id_: str, title: str, lines: tuple[Line, ...], gathered: Gathered, *names: str) -> Section:
    found = [gathered.of(name) for name in names]
    shut = all(len(one.records) == one.total for one in found)
    total = len(lines) if shut else max(len(lines), sum(one.total for one in found))
    return Section(id=id_, title=title, lines=lines, total=total, more=any(one.more for one in found))


def _impact(one: tuple[str, str, tuple[str, ...]], gathered: Gathered, book: Notebook) -> Section:
    id_, title, measures = one
    lines = tuple(line for name in measures for line in tolls.figures(gathered.of(name).records, book))
    return _section(id_, title, lines, gathered, *measures)


def _ground(gathered: Gathered, book: Notebook) -> Iterator[Section]:
    asked = (
        ("changes", "What changed hands", ground.changes),
        ("held", "Who holds what on the last day", ground.held),
        ("surrounded", "Surrounded", ground.surrounded),
        ("access", "Access, in the words of the reports", happenings.quoted),
        ("movement", "Movements", happenings.quoted),
    )
    for name, title, make in asked:
        yield _section(name, title, make(gathered.of(name).records, book), gathered, name)
        if name == "surrounded":
            yield _cut_off(gathered, book)


def _cut_off(gathered: Gathered, book: Notebook) -> Section:
    """Return what is cut off on the last day by roads and control, and what is reported to be at any."""
    both = {one["id"]: one for name in ("cut off", "roads") for one in gathered.of(name).records}
    lines = ground.roads(tuple(both.values()), book)
    return _section("cut-off", "Cut off, as reported and by roads and control", lines, gathered, "cut off")


def _deals(gathered: Gathered, book: Notebook) -> Iterator[Section]:
    found = gathered.of("deals")
    lines = deals.deals(found.records, book)
    whole = found.total == len(found.records)
    yield Section(
        id="deals", title="Agreements", lines=lines, total=0 if whole else max(found.total, len(lines) + 1)
    )
    yield _section("posts", "Posts", deals.posts(gathered.of("posts").records, book), gathered, "posts")


def _highlights(gathered: Gathered, book: Notebook) -> Iterator[Line]:
    makers = {"changes": ground.changes, "surrounded": ground.surrounded, "deals": deals.deals}
    for name, most in _HIGHLIGHTS:
        lines = makers.get(name, tolls.figures)(gathered.of(name).records[:most], book)
        yield from lines[:most]
