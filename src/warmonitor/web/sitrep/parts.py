"""The parts of a situation report: what each is made of and how it tells it, and where all of it stands."""

from collections.abc import Callable
from dataclasses import dataclass

from warmonitor.exports.sitrep.record import Grid, Line, Section
from warmonitor.store.reader import Record
from warmonitor.web.pages.wording import links
from warmonitor.web.sitrep import deals, doubts, grids, ground, happenings
from warmonitor.web.sitrep.gathered import Gathered
from warmonitor.web.sitrep.notebook import Notebook

Lines = tuple[Line, ...]
Make = Callable[[tuple[Record, ...], Notebook], Lines | Grid | None]


@dataclass(frozen=True, slots=True)
class Part:
    """A part by its id: its title, what it is made of (`looks.py`), and how that is told."""

    id: str
    title: str
    names: tuple[str, ...]
    make: Make


PARTS = {
    one.id: one
    for one in (
        Part("situation", "Situation overview", ("events",), happenings.events),
        Part("killed", "Killed", ("killed",), grids.figures),
        Part("injured", "Injured", ("injured",), grids.figures),
        Part("missing", "Missing, detained and abducted", ("missing", "detained", "abducted"), grids.figures),
        Part("displaced", "Displaced", ("displaced",), grids.figures),
        Part("living", "Living there and remaining", ("remaining", "population"), grids.figures),
        Part("changes", "What changed hands", ("changes",), ground.changes),
        Part("held", "Who holds what on the last day", ("held",), ground.held),
        Part("surrounded", "Surrounded", ("surrounded",), ground.surrounded),
        # What is cut off on the last day by roads and control, and what is reported to be at any.
        Part("cut-off", "Cut off, as reported and by roads and control", ("cut off", "roads"), ground.roads),
        Part("access", "Access, in the words of the reports", ("access",), happenings.quoted),
        Part("movement", "Movements", ("movement",), happenings.quoted),
        Part("deals", "Agreements", ("deals",), deals.deals),
        Part("posts", "Posts", ("posts",), deals.posts),
        Part("disputed", "Disputed", ("disputes",), doubts.disputes),
    )
}


def section(key: str, gathered: Gathered, book: Notebook) -> Section:
    """Return a part as it is told of what was gathered, and where the rest is where that is not all."""
    part, found = PARTS[key], [gathered.of(name) for name in PARTS[key].names]
    every = {one["id"]: one for weighed in found for one in weighed.records}
    twice = sum(len(one.records) for one in found) - len(every)
    total, looked = sum(one.total for one in found) - twice, sum(one.looked for one in found) - twice
    made = part.make(tuple(every.values()), book)
    return Section(
        id=key,
        title=part.title,
        lines=made if isinstance(made, tuple) else (),
        table=made if isinstance(made, Grid) else None,
        told=len(every),
        total=total,
        more=any(one.more for one in found),
        whole=whole_of(key, gathered) if looked < total else None,
    )


def whole_of(key: str, gathered: Gathered, start: int = 0) -> str:
    """Return the address at which all of a part stands, from a place on."""
    scope = gathered.scope
    days = {"since": scope.since.isoformat(), "until": scope.until.isoformat()}
    asked = {"of": key, **days, **dict(scope.asked), "start": str(start) if start else None}
    return links.listed("/sitrep/all", **asked)
