"""What reviewers judged, a line each: by whom, of what, and what it was before."""

from collections.abc import Iterator

from warmonitor.model import Bearing, Judged, Verdict
from warmonitor.stages.tell import words
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.line import Line, Part, Section, line

SAID = {
    Verdict.SAME: "Judged to be one",
    Verdict.DIFFERENT: "Judged to be different",
    Verdict.ACCEPT: "Accepted",
    Verdict.REJECT: "Rejected, so that it counts nowhere",
    Verdict.AMEND: "Amended",
    Verdict.RULE: "Shown by another rule",
}


def sections(book: Book) -> tuple[Section, ...]:
    """Return the section of what reviewers judged; there is none where they judged nothing."""
    found = tuple(_lines(book))
    return (Section("judged", "Judged by reviewers", found),) if found else ()


def _lines(book: Book) -> Iterator[Line]:
    told: dict[str, list[Bearing]] = {}
    for one in book.account.judged:
        told.setdefault(one.judgement, []).append(one)
    for bearings in told.values():
        first = bearings[0]
        records = [part for one in bearings for part in (", ", _record(one, book))][1:]
        was = words.readable(first.was, book)
        yield line(f"{SAID[first.verdict]} by {first.by}: ", *records, f", was {was}." if was else ".")


def _record(one: Bearing, book: Book) -> Part | str:
    match one.kind:
        case Judged.CLAIM:
            claim = book.claims.get(one.record)
            return Part(f"“{book.quoted(claim)}”", (claim.id,)) if claim else one.record
        case Judged.PLACE:
            return book.place_name(one.record) or one.record
        case Judged.ACTOR:
            return book.actor_name(one.record)
        case Judged.FIGURE:
            figure = next((f for f in book.account.figures if f.id == one.record), None)
            if figure:
                told = words.figure_words(figure, book)
                counted = words.counted_words(figure.of, figure.measure, told)
                return Part(f"{told} {counted}", figure.claims)
        case Judged.EVENT:
            event = next((e for e in book.account.events if e.id == one.record), None)
            if event:
                return Part(f"{event.sub_type or event.type}, {words.when(event.when)}", event.claims)
    return words.readable(one.record, book)
