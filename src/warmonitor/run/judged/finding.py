"""Judged claims found again: by report, words and kind, the nearest offset first."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from warmonitor.model import Attack, Cited, Claim, Control, Named, Toll

LONGEST = 200

Find = Callable[[Cited], Claim | None]


def finder(claims: Iterable[Claim], texts: Mapping[str, str]) -> Find:
    """Return what finds a cited claim among some; `texts` are those of the reports, as written, by id.

    Of claims in the same words the nearest is taken, then the one that tells the same, then the one of the
    same id; where that leaves two, none is.
    """
    shelves: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        words = claim.quote.of(texts.get(claim.report, ""))
        shelves[claim.report, claim.kind, words].append(claim)

    def find(cited: Cited) -> Claim | None:
        there = shelves.get((cited.report, cited.kind, cited.words), [])
        ranked = sorted((_distance(cited, claim), claim.id, claim) for claim in there) if there else []
        return _first([(key, claim) for key, _, claim in ranked])

    return find


def _distance(cited: Cited, claim: Claim) -> tuple[int, bool, bool]:
    return abs(claim.quote.start - cited.start), tells_of(claim) != cited.tells, claim.id != cited.claim


def _first(ranked: list[tuple[tuple[int, bool, bool], Claim]]) -> Claim | None:
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def missing(cited: Cited, texts: Mapping[str, str]) -> str:
    """Return why a cited claim is not found, as the end of a sentence."""
    gone = cited.words not in texts.get(cited.report, "")
    return "its words are gone from the report" if gone else "its words are no longer read as one such claim"


def tells_of(claim: Claim) -> str:
    """Return what tells a claim from others of its kind in the same words."""
    told: tuple[object, ...] = ()
    match claim.detail:
        case Toll(measure=measure, of=of, quantity=count):
            told = (measure.value, of, count.low, count.best, count.high)
        case Control(change=change, party=party, counterparty=other):
            told = (change.value, _said(party), _said(other))
        case Attack(sub_type=sub_type, perpetrator=by, target=target):
            told = (sub_type, _said(by), _said(target))
    return " / ".join("" if one is None else str(one) for one in told)[:LONGEST]


def _said(named: Named | None) -> str | None:
    return named.said if named else None
