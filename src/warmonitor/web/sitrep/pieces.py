"""Pieces of sentences: our words, days, names from outside, and numbers, each of which has its notes."""

from collections.abc import Iterable, Sequence
from typing import Any

from warmonitor.exports.sitrep.record import Line, Piece
from warmonitor.store.reader import Record
from warmonitor.web.pages.wording import links
from warmonitor.web.pages.wording import words as said
from warmonitor.web.sitrep.notebook import Notebook

NAMES = 5  # of one piece


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
