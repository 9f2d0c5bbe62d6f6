"""Figures shown by the rule that a reviewer sets, found again by measure, people, place and days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from warmonitor.model import (
    Cited,
    Claim,
    Figure,
    Held,
    Rule,
    Ruled,
    Settled,
    Subject,
    ToldCount,
    Toll,
    When,
    fold,
)
from warmonitor.run.judged.finding import Find, missing
from warmonitor.run.judged.records import Minutes, shown


def judged_figures(
    figures: Sequence[Figure], held: Iterable[Held], find: Find, texts: Mapping[str, str], minutes: Minutes
) -> tuple[Figure, ...]:
    """Return the figures, each in its place, by the rules that reviewers set."""
    made = list(figures)
    for one in held:
        subject = one.judgement.subject
        here = [cited for cited in subject.cited if cited.report in texts]
        at = _found(made, subject, {claim.id for cited in here if (claim := find(cited))})
        if at is None and here:
            minutes.wait(one, here[0].report, "no figure is of those people, place and days now, or two are")
        elif at is not None:
            made[at] = _ruled(made[at], one, find, texts, minutes)
    return tuple(made)


def _found(figures: Sequence[Figure], subject: Subject, claims: set[str]) -> int | None:
    """Return the place of the figure that a subject is, None where there is none, or two are as near."""
    ranked = sorted((_rank(one, subject, claims), at) for at, one in enumerate(figures))
    if not ranked or ranked[0][0][0] or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _rank(figure: Figure, subject: Subject, claims: set[str]) -> tuple[bool, bool, int, int]:
    """Return how near a figure is to the one judged, the nearest least; the first says that it is another."""
    was = subject.figure
    if was is None or figure.measure != was.measure:
        return True, True, 0, 0
    days = figure.when.meets(When(was.earliest, was.latest))
    alike = [fold(figure.of) == fold(was.of), figure.place == was.place, days]
    shared = len(claims & set(figure.claims))
    return not (all(alike) or shared), figure.id != subject.id, -shared, -sum(alike)


def _ruled(figure: Figure, held: Held, find: Find, texts: Mapping[str, str], minutes: Minutes) -> Figure:
    ruled = held.judgement.ruled
    if ruled is None:
        return figure
    made = _settled(figure, ruled, find)
    if made is None:
        minutes.wait(held, _item(figure, ruled, find), _why(ruled, find, texts))
        return figure
    minutes.bear(held, [figure.id], figure.rule.value)
    others = tuple(one for one in figure.rules if one.rule is not made.rule)
    return replace(
        figure, rule=made.rule, rules=(*others, made) if len(others) == len(figure.rules) else figure.rules
    )


def _settled(figure: Figure, ruled: Ruled, find: Find) -> Settled | None:
    match ruled.rule:
        case Rule.HIGHEST:
            return _end(figure, highest=True)
        case Rule.LOWEST:
            return _end(figure, highest=False)
        case Rule.CLAIM:
            return _one(figure, find(ruled.claim)) if ruled.claim else None
    return next((one for one in figure.rules if one.rule is ruled.rule), None)


def _end(figure: Figure, *, highest: bool) -> Settled | None:
    """Return the highest, or the lowest, count that any origin gives now, and who gives it."""
    ends = [(end, row.origin) for row in figure.history for one in row.counts if one.claim in row.stands
            if (end := _high(one) if highest else _low(one)) is not None]  # fmt: skip
    if not ends:
        return None
    value = max(end for end, _ in ends) if highest else min(end for end, _ in ends)
    whose = tuple(sorted({origin for end, origin in ends if end == value}))
    return Settled(Rule.HIGHEST if highest else Rule.LOWEST, value, value, whose)


def _high(one: ToldCount) -> int | None:
    return next((end for end in (one.high, one.best, one.low) if end is not None), None)


def _low(one: ToldCount) -> int | None:
    return next((end for end in (one.low, one.best, one.high) if end is not None), None)


def _one(figure: Figure, claim: Claim | None) -> Settled | None:
    if claim is None or claim.id not in figure.claims or not isinstance(claim.detail, Toll):
        return None
    count = claim.detail.quantity
    low = count.low if count.low is not None else count.best
    high = count.high if count.high is not None or count.low is not None else count.best
    whose = tuple(row.origin for row in figure.history if claim.id in {one.claim for one in row.counts})
    return Settled(Rule.CLAIM, low, high, whose)


def _item(figure: Figure, ruled: Ruled, find: Find) -> str:
    return ruled.claim.report if ruled.claim and not find(ruled.claim) else figure.id


def _why(ruled: Ruled, find: Find, texts: Mapping[str, str]) -> str:
    cited: Cited | None = ruled.claim
    if cited is None:
        return f"the rule “{ruled.rule}” gives nothing here"
    if not find(cited):
        return f"of {shown(cited)}, {missing(cited, texts)}"
    return f"{shown(cited)} is no count of this figure"
