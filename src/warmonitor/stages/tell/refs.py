"""Small parts of account.json that several writers share: quotes, times, and who is named."""

from collections.abc import Iterable
from typing import Any

from warmonitor.model import Judged, Named, Span, When
from warmonitor.stages.tell.book import Book

Tree = dict[str, Any]


def quote_tree(report: str, span: Span, book: Book) -> Tree:
    """Return words of a report with their offsets."""
    return {"start": span.start, "end": span.end, "text": book.words(report, span)}


def when_tree(when: When) -> Tree:
    """Return a time as an interval of days."""
    return {
        "earliest": when.earliest,
        "latest": when.latest,
        "said": when.said or None,
        "precision": when.precision,
    }


def who_tree(named: Named | None, book: Book) -> Tree | None:
    """Return somebody that a claim names."""
    if named is None:
        return None
    known = book.actors.get(named.id) if named.id else None
    return {"name": named.name or (known.name if known else None), "said": named.said, "actor": named.id}


def ref_tree(actor: str, book: Book) -> Tree:
    """Return an actor by id and name."""
    return {"id": actor if actor in book.actors else None, "name": book.actor_name(actor)}


def ref_trees(actors: Iterable[str], book: Book) -> list[Tree]:
    """Return actors by id and name, in their order."""
    return [ref_tree(actor, book) for actor in actors]


def bearing_trees(kind: Judged, record: str, book: Book) -> list[Tree]:
    """Return the judgements that bear on a record."""
    return [
        {
            "id": one.judgement,
            "verdict": one.verdict,
            "by": one.by,
            "when": one.when,
            "subject": one.subject,
            "version": one.version,
            "was": one.was,
        }
        for one in book.bearings.get((kind, record), ())
    ]
