"""Sentences on what is disputed, and on what the report does not know."""

import re
from collections.abc import Iterator

from warmonitor.exports.sitrep.record import Line, Piece
from warmonitor.store.reader import Record
from warmonitor.web.pages.wording import words as said
from warmonitor.web.sitrep.gathered import Gathered
from warmonitor.web.sitrep.notebook import Notebook
from warmonitor.web.sitrep.pieces import line, listed, name, words

_SIDES = 6
_REPORT = re.compile(r"report-[\w-]+")
NOT_CHECKED = "This says what the reports say and who says it. Nothing in it was checked on the ground."
TAKEN_AWAY = "What reviewers rejected or marked sensitive is not in it."


def disputes(records: tuple[Record, ...], book: Notebook) -> tuple[Line, ...]:
    """Return a sentence for each dispute, with each side."""
    made = (_dispute(one, book) for one in records)
    return tuple(told for told in made if told)


def _dispute(one: Record, book: Notebook) -> Line | None:
    sides: dict[str, list[str]] = {}
    for claim in book.known(key for key in one["claims"] if key not in one["denials"]):
        sides.setdefault(f"{said.claim_words(claim)}, according to {book.who(claim)}", []).append(claim["id"])
    told: list[Piece] = []
    for text, claims in list(sides.items())[:_SIDES]:
        told += [words("; against " if told else " ")]
        told.append(name(text, notes=book.notes(claims)))
    more = [words("; and others")] if len(sides) > _SIDES else []
    about = name(_about(one, book), "disputes", one["id"])
    denials = _denials(one, book)
    return line(book, [about, words(f" ({one['kind']}):"), *told, *more, *denials, words(".")])


def _denials(one: Record, book: Notebook) -> list[Piece]:
    told: list[Piece] = []
    for claim in book.known(one["denials"])[:_SIDES]:
        who = said.speakers(claim, book.gathered.reports[claim["report"]]["outlet"])
        quote = " ".join(claim["quote"]["text"].split())
        told += [words("; denied by "), name(f"{who}: “{quote}”", notes=book.notes([claim["id"]]))]
    return told


def _about(one: Record, book: Notebook) -> str:
    """Return what is disputed; a report goes by its outlet."""
    return _REPORT.sub(lambda met: _outlet(met[0], book), str(one["about"]))


def _outlet(report: str, book: Notebook) -> str:
    known = book.gathered.reports.get(report)
    return (known["outlet"] or "a report") if known else report


def gaps(gathered: Gathered) -> tuple[Line, ...]:
    """Return what is not known, and how the report was made."""
    return tuple(Line(pieces=tuple(pieces)) for pieces in _gaps(gathered))


def _gaps(gathered: Gathered) -> Iterator[list[Piece]]:
    lost = [str(one["name"]) for one in gathered.places.values() if one["latitude"] is None and one["name"]]
    if lost:
        yield [words("Places that could not be located: "), listed(sorted(lost)), words(".")]
    undated = [
        one for one in gathered.reports.values() if not (one["dated"]["earliest"] or one["dated"]["latest"])
    ]
    if undated:
        told = sorted(one["outlet"] or "outlet not known" for one in undated)
        yield [words("Reports of which it is not known when they were written: "), listed(told), words(".")]
    if gathered.scope.bounded:
        yield [words("The area has more places than were looked at: what it says of them is not whole.")]
    if gathered.scope.places is not None:
        yield [words("What is told without a place, or of a wider area, is not in it.")]
    yield [words("What fits the period as far as its days are known is in it; days left open are said so.")]
    yield [words(TAKEN_AWAY)]
    yield [words(NOT_CHECKED)]
