"""Sentences on figures: the range, who gives which number, who denies it, and what the rule is."""

from collections.abc import Iterator

from warmonitor.exports.sitrep.record import Line, Piece
from warmonitor.model.spoken import range_words
from warmonitor.store.reader import Record
from warmonitor.web.pages.wording import links
from warmonitor.web.pages.wording import words as said
from warmonitor.web.sitrep.notebook import Notebook
from warmonitor.web.sitrep.pieces import (
    days,
    denied,
    line,
    listed,
    name,
    number,
    origins,
    place,
    words,
)

GROUPS = 6  # numbers told of one figure
_RANGE = "range of independent origins"


def figures(records: tuple[Record, ...], book: Notebook) -> tuple[Line, ...]:
    """Return a sentence for each figure that has a note."""
    return tuple(told for one in records if (told := figure(one, book)))


def figure(record: Record, book: Notebook) -> Line | None:
    """Return one figure as a range, with who gives each number."""
    groups = list(groups_of(record, book).items())
    alone = len(groups) == 1
    href = links.page_of("figures", record["id"])
    told = said.figure_range(record)
    head = number(told, book.notes(groups[0][1]) if alone else (), href)
    return line(
        book,
        [head, words(" "), name(said.counted(record, told)), *place(record["place"]), words(", ")],
        [days(record["when"]), *(_alone(groups[0], book) if alone else [words(": "), *each(groups, book)])],
        [*denied(record["claims"], book), words("."), *origins(record, book), *rule_of(record)],
    )


def groups_of(record: Record, book: Notebook) -> dict[tuple[str, str], list[str]]:
    """Return the claims that stand and are no denials, by the number they give and whom they blame."""
    history = record["history"]
    stands = [key for row in history for key in row["stands"]] if history else record["claims"]
    found: dict[tuple[str, str], list[str]] = {}
    for claim in book.known(stands):
        if claim["kind"] == "toll" and claim["stance"] != "denied":
            key = (said.quantity(claim), said.called(claim["perpetrator"]) or "")
            found.setdefault(key, []).append(claim["id"])
    return found


def _alone(group: tuple[tuple[str, str], list[str]], book: Notebook) -> list[Piece]:
    return [*_blame(group[0][1]), words(", according to "), _who(group[1], book)]


def each(groups: list[tuple[tuple[str, str], list[str]]], book: Notebook) -> Iterator[Piece]:
    """Yield each number with whom it blames and who gives it, some of them."""
    for place_, ((quantity, blamed), claims) in enumerate(groups[:GROUPS]):
        if place_:
            yield words("; ")
        yield number(quantity, book.notes(claims))
        yield from _blame(blamed)
        yield words(" according to ")
        yield _who(claims, book)
    if len(groups) > GROUPS:
        yield words("; and others")


def _blame(blamed: str) -> list[Piece]:
    return [words(", blamed on "), name(blamed)] if blamed else []


def _who(claims: list[str], book: Notebook) -> Piece:
    return listed(book.who(claim) for claim in book.known(claims))


def rule_of(record: Record) -> list[Piece]:
    """Return by which rule the range was made where it is not the usual one, and what that would give."""
    if record["rule"] == _RANGE:
        return []
    usual = next((one for one in record["rules"] if one["rule"] == _RANGE), record)
    told = range_words(usual["low"], usual["high"])
    href = links.page_of("figures", record["id"])
    rule = [words(" By the rule “"), name(record["rule"]), words("”; the range of independent origins is ")]
    return [*rule, number(told, (), href), words(".")]
