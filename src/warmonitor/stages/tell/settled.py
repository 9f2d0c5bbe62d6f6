"""What is said of a figure beside its range: what other rules give, how counts changed, and misprints."""

from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.model import Claim, Figure, History, Mark, Rule, Settled, ToldCount, Toll
from warmonitor.stages.tell import words
from warmonitor.stages.tell.book import Book

USUAL = {Rule.RANGE: "range", Rule.MEDIAN: "median", Rule.MAJORITY: "majority", Rule.LATEST: "latest"}
SHORT = {**USUAL, Rule.HIGHEST: "highest", Rule.LOWEST: "lowest", Rule.CLAIM: "one claim"}
NONE = "none"


@dataclass(frozen=True, slots=True)
class Given:
    """What one rule gives, in words, with the claims behind it; `whose` are the origins."""

    rule: str
    value: str
    claims: tuple[str, ...]
    whose: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One count in an origin's history: its words, what it did to the last one, the day, and the claim."""

    value: str
    mark: str
    told: str
    claim: str


def older(figure: Figure) -> set[str]:
    """Return the claims that say what nobody says now: counts since changed, and misprints."""
    stands = {claim for row in figure.history for claim in row.stands}
    told = {count.claim for row in figure.history for count in row.counts}
    return (told - stands) | {one.claim for one in figure.changed}


def standing(figure: Figure, book: Book) -> list[Claim]:
    """Return the claims that give what the origins say now, copies with them."""
    gone = older(figure)
    return [claim for claim in book.known(figure.claims) if claim.id not in gone]


def rules(figure: Figure) -> list[Given]:
    """Return what each rule gives where two origins or more are set side by side; no majority is said.

    The rule by which the figure is shown comes first.
    """
    if len(figure.history) < 2:
        return []
    by_rule = {one.rule: one for one in figure.rules}
    shown = dict.fromkeys((figure.rule, *USUAL))
    return [_given(figure, rule, by_rule.get(rule)) for rule in shown]


def _given(figure: Figure, rule: Rule, one: Settled | None) -> Given:
    if one is None:
        return Given(SHORT[rule], NONE, (), ())
    claims = tuple(claim for row in figure.history if row.origin in one.origins for claim in row.stands)
    return Given(SHORT[rule], words.range_words(one.low, one.high), claims, one.origins)


def told_again(figure: Figure) -> list[tuple[str, list[Step]]]:
    """Return the origins that gave more than one count, each with its counts in order."""
    return [(row.origin, list(_steps(row))) for row in figure.history if _changed(row)]


def _changed(row: History) -> bool:
    return any(count.mark not in {Mark.FIRST, Mark.REPEATED} for count in row.counts)


def _steps(row: History) -> Iterator[Step]:
    for count in row.counts:
        if count.mark is not Mark.REPEATED:
            day = words.day_words(count.told) if count.told else words.NOT_KNOWN
            yield Step(
                _count_words(count), "" if count.mark is Mark.FIRST else count.mark.value, day, count.claim
            )


def _count_words(count: ToldCount) -> str:
    if count.low is None and count.high is None and count.best is not None:
        return words.number(count.best)
    return words.range_words(count.low, count.high)


def misprints(figure: Figure, book: Book) -> list[tuple[str, str, tuple[str, ...], str, tuple[str, ...]]]:
    """Return each number changed in copies: how many print it, its words and claims, those of the text."""
    found: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for one in figure.changed:
        mine, theirs = book.known((one.claim,)), book.known((one.of,))
        if mine and theirs:
            said, of = found.setdefault((_toll_words(mine[0]), _toll_words(theirs[0])), ([], []))
            said.append(one.claim)
            of.append(one.of)
    return [
        (_copies(len(mine)), said, tuple(mine), text, tuple(dict.fromkeys(of)))
        for (said, text), (mine, of) in found.items()
    ]


def _copies(count: int) -> str:
    return "A copy prints" if count == 1 else f"{words.number(count)} copies print"


def _toll_words(claim: Claim) -> str:
    return words.quantity_words(claim.detail.quantity) if isinstance(claim.detail, Toll) else ""
