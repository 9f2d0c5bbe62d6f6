"""Origins with their marks, and the grades of events and figures, as rows."""

from collections.abc import Iterator

from warmonitor.model import Event, Figure
from warmonitor.model.cells import Cell, joined
from warmonitor.stages.tell.book import Book

ORIGINS = ("name", "kind", "mark", "because", "voices", "claims")
GRADES = tuple(
    """
    of id source source_because information information_because harm strike harm_because
    """.split()
)


def origins(book: Book) -> Iterator[list[Cell]]:
    """Yield one row an origin."""
    for one in book.account.sources:
        yield [one.name, one.kind, one.mark, one.because, joined(one.voices), joined(one.claims)]


def grades(book: Book) -> Iterator[list[Cell]]:
    """Yield one row for each event and figure that is graded."""
    graded: list[Event | Figure] = [*book.account.events, *book.account.figures]
    for one in graded:
        if one.grade:
            yield [
                "event" if isinstance(one, Event) else "figure", one.id, one.grade.source,
                one.grade.source_because, one.grade.information, one.grade.information_because,
                *_harm(one),
            ]  # fmt: skip


def _harm(one: Event | Figure) -> list[Cell]:
    harm = one.harm if isinstance(one, Event) else None
    return [harm.grade, harm.strike, harm.because] if harm else [None, None, None]
