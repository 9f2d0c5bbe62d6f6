"""Pieces of sentences: our words, days, names from outside, and numbers, each of which has its notes."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from warmonitor.exports.sitrep.record import Line, Note, Piece
from warmonitor.store.reader import Record
from warmonitor.web.pages import links
from warmonitor.web.pages import words as said
from warmonitor.web.pages.evidence import claim_address
from warmonitor.web.sitrep.gathered import Gathered

NOTES = 5  # of one piece
NAMES = 5  # of one piece
_PLAIN = {"asserted", "actual"}
_STRAND = re.compile(r"strand-[\w-]+")


class Notebook:
    """Numbers notes as they are met; a claim that was not gathered, or was taken away, has none."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self._numbers: dict[str, int] = {}
        self._strands: dict[str, Record] = {}
        for report in gathered.reports.values():
            self._strands.setdefault(report["strand"] or "", report)

    def origin(self, told: str) -> str:
        """Return an origin by name; a strand goes by the outlet of a report of it."""
        for strand in _STRAND.findall(told):
            if report := self._strands.get(strand):
                return told.replace(strand, _text_of(report))
        return told

    def known(self, claims: Iterable[str]) -> list[Record]:
        """Return claims by id, those that are there."""
        return [self.gathered.claims[one] for one in dict.fromkeys(claims) if one in self.gathered.claims]

    def notes(self, claims: Iterable[str], most: int = NOTES) -> tuple[int, ...]:
        """Return the numbers of the notes of some claims, few of them."""
        known = [one["id"] for one in self.known(claims)][:most]
        return tuple(self._numbers.setdefault(one, len(self._numbers) + 1) for one in known)

    def who(self, claim: Record) -> str:
        """Return who says a claim, and whether it is denied or doubted."""
        told = said.speakers(claim, self._report(claim)["outlet"])
        doubt = doubts(claim)
        return f"{told} [{doubt}]" if doubt else told

    def written_later(self, numbers: Sequence[int]) -> bool:
        """Say whether some notes are all of reports written after the period."""
        told = [one for one, number in self._numbers.items() if number in numbers]
        return bool(told) and all(self._later(self.gathered.claims[one]) for one in told)

    def written(self) -> list[Note]:
        """Return the notes in their order."""
        return [self._note(self.gathered.claims[one], number) for one, number in self._numbers.items()]

    def _note(self, claim: Record, number: int) -> Note:
        report, quote = self._report(claim), claim["quote"]
        return Note(
            number=number,
            claim=claim["id"],
            report=report["id"],
            outlet=report["outlet"],
            title=report["title"],
            dated=said.when(report["dated"]),
            speakers=said.speakers(claim, report["outlet"]),
            doubt=doubts(claim),
            quote=quote["text"],
            start=quote["start"],
            end=quote["end"],
            later=self._later(claim),
            language=report["language"],
            href=claim_address(report["id"], claim["id"]),
            url=links.outside(report["url"]),
        )

    def _report(self, claim: Record) -> Record:
        return self.gathered.reports[claim["report"]]

    def _later(self, claim: Record) -> bool:
        written = self._report(claim)["dated"]["earliest"]
        return written is not None and written > self.gathered.scope.until.isoformat()


def doubts(claim: Record) -> str:
    """Return how a claim is put where it is not asserted as a fact, else ""."""
    return ", ".join(word for word in (claim["stance"], claim["modality"]) if word not in _PLAIN)


def words(text: str) -> Piece:
    """Return words of our own, without numbers."""
    return Piece(text=text)


def days(time: Any) -> Piece:
    """Return when something was."""
    return Piece(text=said.when(time), kind="days")


def name(text: str, kind: str | None = None, key: str | None = None, notes: tuple[int, ...] = ()) -> Piece:
    """Return text from outside; `kind` and `key` name the record whose page it leads to."""
    href = links.page_of(kind, key) if kind and key else None
    return Piece(text=text, kind="name", href=href, notes=notes)


def number(text: str, notes: tuple[int, ...], href: str | None = None) -> Piece:
    """Return a number of the account."""
    return Piece(text=text, kind="number", notes=notes, href=href)


def place(ref: Record | None, before: str = " in ") -> list[Piece]:
    """Return where something was."""
    told = (ref.get("name") or "; ".join(ref["said"])) if ref else None
    if ref is None or not told:
        return [words(", place not known")]
    return [words(before), name(told, "places", ref["id"])] if before else [name(told, "places", ref["id"])]


def names(refs: Sequence[Record]) -> list[Piece]:
    """Return actors by name, some of them."""
    told: list[Piece] = []
    for one in refs[:NAMES]:
        told += [words(", ")] if told else []
        told.append(name(said.called(one) or "name not known", "actors", one.get("id")))
    return [*told, words(" and others")] if len(refs) > NAMES else told


def listed(texts: Iterable[str]) -> Piece:
    """Return names from outside in a row, some of them."""
    every = list(dict.fromkeys(texts))
    more = " and others" if len(every) > NAMES else ""
    return name("; ".join(every[:NAMES]) + more)


def origins(record: Record, book: Notebook) -> list[Piece]:
    """Return the independent origins of an event or a figure."""
    found = record["origins"]
    if not found:
        return [words(" Independent origins: not known.")]
    told = listed(book.origin(one) for one in found)
    return [words(" One origin alone: " if len(found) == 1 else " Independent origins: "), told, words(".")]


def _text_of(report: Record) -> str:
    called = report["outlet"] or (
        f"“{report['title']}”" if report["title"] else "a report of an outlet not known"
    )
    return f"the text of {called}"


def denied(claims: Iterable[str], book: Notebook) -> list[Piece]:
    """Return who denies what some claims tell, nothing where nobody does."""
    found = [one for one in book.known(claims) if one["stance"] == "denied"]
    if not found:
        return []
    who = listed(said.speakers(one, book.gathered.reports[one["report"]]["outlet"]) for one in found)
    noted = book.notes([one["id"] for one in found])
    return [words("; denied by "), who.model_copy(update={"notes": noted})]


def line(book: Notebook, *pieces: Piece | list[Piece]) -> Line | None:
    """Return a sentence, None where no note stands behind it; that it became known later is said."""
    flat = [one for part in pieces for one in (part if isinstance(part, list) else [part])]
    made = Line(pieces=tuple(flat))
    if not made.notes:
        return None
    if book.written_later(made.notes):
        flat.append(words(" Known only from reports written after the period."))
    first = flat[0]
    if first.kind == "words":
        flat[0] = first.model_copy(update={"text": first.text[:1].upper() + first.text[1:]})
    return Line(pieces=tuple(flat))
