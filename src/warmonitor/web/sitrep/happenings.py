"""Sentences on events, and on what claims of a kind tell in their own words."""

from warmonitor.exports.sitrep.record import Line, Piece
from warmonitor.model.spoken import range_words
from warmonitor.store.reader import Record
from warmonitor.web.sitrep.notebook import Notebook
from warmonitor.web.sitrep.pieces import (
    days,
    denied,
    line,
    name,
    names,
    number,
    origins,
    place,
    words,
)


def events(records: tuple[Record, ...], book: Notebook) -> tuple[Line, ...]:
    """Return a sentence for each event that has a note."""
    return tuple(told for one in records if (told := _event(one, book)))


def _event(event: Record, book: Notebook) -> Line | None:
    told = ": ".join(word for word in (event["type"], event["sub_type"]) if word) or "Event"
    what = name(told, "events", event["id"], book.notes(event["claims"]))
    actors = [words("; named: "), *names(event["actors"])] if event["actors"] else [words("; nobody named")]
    tolls = [piece for one in event["casualties"] for piece in _toll(one, book)]
    return line(
        book,
        [days(event["when"]), words(": "), what, *place(event["place"], ", "), *actors, *tolls],
        [*denied(event["claims"], book), words("."), *origins(event, book)],
    )


def _toll(toll: Record, book: Notebook) -> list[Piece]:
    notes = book.notes(toll["claims"])
    if not notes:
        return []
    return [words("; "), number(range_words(toll["low"], toll["high"]), notes), words(f" {toll['measure']}")]


def quoted(records: tuple[Record, ...], book: Notebook) -> tuple[Line, ...]:
    """Return what claims tell in their own words; the same words of one speaker are one sentence."""
    said: dict[tuple[str, str], list[Record]] = {}
    for claim in book.known(one["id"] for one in records):
        said.setdefault((" ".join(claim["quote"]["text"].split()), book.who(claim)), []).append(claim)
    made = (_quoted(quote, who, found, book) for (quote, who), found in said.items())
    return tuple(told for told in made if told)


def _quoted(quote: str, who: str, claims: list[Record], book: Notebook) -> Line | None:
    notes = book.notes([claim["id"] for claim in claims])
    told = [name(f"“{quote}”", notes=notes), words(" ("), name(who), words(").")]
    return line(book, days(claims[0]["when"]), words(": "), told)
