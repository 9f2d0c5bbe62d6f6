"""Which claims speak of one deal: by its name, its parties, the days of its making, and what is near them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from warmonitor.model import (
    ActorIndex,
    Agreed,
    Claim,
    ClaimKind,
    Deal,
    DealAct,
    DealKind,
    Modality,
    When,
    fold,
)

DEAL_DAYS = 31  # "last September" and "17 September" are one deal
_MAKING = frozenset({DealAct.SIGNED, DealAct.ANNOUNCED, DealAct.IN_FORCE})
_OFFERS = frozenset({DealAct.PROPOSED, DealAct.REJECTED})
_STOPS = frozenset(
    {
        DealKind.CEASEFIRE, DealKind.PAUSE, DealKind.ZONE, DealKind.WITHDRAWAL, DealKind.DISENGAGEMENT,
        DealKind.PEACE, DealKind.CORRIDOR,
    }
)  # fmt: skip
_PLAIN = re.compile(
    r"\b(?:the|agreements?|deals?|accords?|pacts?|ceasefire|truce|treaty|memorandum|protocol)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim of a deal as it is compared: who is bound, who has a part in it, its name, when it was made."""

    claim: Claim
    act: DealAct
    kind: DealKind
    parties: frozenset[str]
    parts: frozenset[str]
    name: str
    made: When | None

    def everybody(self) -> frozenset[str]:
        """Return parties and those who brought the deal about, vouch for it or watch it."""
        return self.parties | self.parts


@dataclass(slots=True)
class Joined:
    """The mentions that are taken for one deal, with why."""

    mentions: list[Mention]
    reasons: set[str]

    def everybody(self) -> frozenset[str]:
        """Return all who have a part in the deal."""
        return frozenset().union(*(one.everybody() for one in self.mentions))

    def parties(self) -> frozenset[str]:
        """Return those who are bound; who breaks or rejects a deal need not be."""
        bound = [one for one in self.mentions if one.act is not DealAct.BROKEN]
        return frozenset().union(*(one.parties for one in bound)) if bound else frozenset()

    def made(self) -> When | None:
        """Return when it was made, the narrowest that is told."""
        known = [one.made for one in self.mentions if one.made is not None]
        return min(known, key=_width) if known else None


def mention_of(claim: Claim, actors: ActorIndex) -> Mention:
    """Return a claim of kind agreement as it is compared."""
    deal = claim.detail if isinstance(claim.detail, Deal) else _plain(claim)
    parts = (*deal.brokers, *deal.guarantors, *deal.monitors)
    return Mention(
        claim,
        _act(claim, deal),
        deal.kind,
        frozenset(actors.root(one) for one in deal.parties),
        frozenset(actors.root(one) for one in parts),
        _PLAIN.sub("", fold(deal.name or "")).strip(),
        _made(claim, deal),
    )


def _act(claim: Claim, deal: Deal) -> DealAct:
    """Return what is told; a deal that may or will be made is one proposed."""
    return DealAct.PROPOSED if deal.act in _MAKING and claim.modality is not Modality.ACTUAL else deal.act


def _plain(claim: Claim) -> Deal:
    parties = claim.detail.parties if isinstance(claim.detail, Agreed) else ()
    return Deal(parties, act=DealAct.SIGNED)


def _made(claim: Claim, deal: Deal) -> When | None:
    """Return when a deal was made: as stated, else the days in which a report gives it as news."""
    if deal.made is not None:
        return deal.made
    return claim.when if deal.act in _MAKING and claim.when.earliest is not None else None


def join_deals(claims: Iterable[Claim], actors: ActorIndex) -> list[Joined]:
    """Return the claims of kind agreement by deal, the same in any order of the claims.

    The fullest tellings come first; a claim goes with the deal that fits it best: by name, in its own
    report, by the parties they share, then the last made before it.
    """
    told = [mention_of(claim, actors) for claim in claims if claim.kind is ClaimKind.AGREEMENT]
    found: list[Joined] = []
    for one in sorted(told, key=_fullest):
        fits = [(rank, number) for number, deal in enumerate(found) if (rank := _rank(deal, one))]
        if fits:
            rank, home = max(fits, key=lambda fit: (fit[0][0], -fit[1]))
            found[home].reasons.add(rank[1])
        else:
            home = len(found)
            found.append(Joined([], set()))
        found[home].mentions.append(one)
    return found


def _fullest(one: Mention) -> tuple[object, ...]:
    """Return a sort key: deals made, named and dated come before what only refers to them."""
    return (
        one.act not in _MAKING,
        len(one.everybody()) < 2,
        one.made is None,
        not one.name,
        -len(one.everybody()),
        one.made.earliest or date.max if one.made else date.max,
        one.claim.id,
    )


def _rank(deal: Joined, one: Mention) -> tuple[tuple[int, ...], str] | None:
    """Return how well a claim fits a deal with the reason, None where it does not."""
    names = {each.name for each in deal.mentions if each.name}
    named = bool(one.name) and one.name in names
    if (one.name and names and not named) or not _times_fit(deal, one) or not _kinds_fit(deal, one):
        return None
    shared = len(deal.everybody() & one.everybody())
    here = any(each.claim.report == one.claim.report for each in deal.mentions)
    if not named and not _parties_fit(deal, one, shared, here=here):
        return None
    made = deal.made()
    begun = (made.earliest or made.latest or date.min).toordinal() if made else 0
    because = "one name" if named else "the same parties and time" if shared else "told of in one report"
    return (int(named), int(here), min(shared, 3), begun), because


def _parties_fit(deal: Joined, one: Mention, shared: int, *, here: bool) -> bool:
    """Say whether who is named lets it be one deal: two in common, or all of the fewer.

    Where nobody is named the report itself must have told of the deal; one party alone must be of it.
    """
    members, others = deal.everybody(), one.everybody()
    if not others or not members:
        return here
    if one.act is DealAct.BROKEN:
        return here or bool(shared)
    if one.parties and deal.parties() and not one.parties & deal.parties() and shared < 2:
        return False
    if shared >= 2:
        return True
    whole = others <= members or members <= others
    stated = one.made is not None and deal.made() is not None
    return whole and (members == others or here or stated or one.act not in _MAKING)


def _times_fit(deal: Joined, one: Mention) -> bool:
    made = deal.made()
    if one.act in _MAKING or one.made is not None:
        return made is None or one.made is None or _gap(made, one.made) <= DEAL_DAYS
    if made is None or not one.claim.when.known():
        return True
    offered = one.act in _OFFERS and _gap(made, one.claim.when) > DEAL_DAYS
    return not offered and (one.claim.when.latest or date.max) >= (made.earliest or date.min)


def _kinds_fit(deal: Joined, one: Mention) -> bool:
    kinds = {each.kind for each in deal.mentions} | {one.kind}
    return len(kinds - {DealKind.OTHER}) < 2 or kinds - {DealKind.OTHER} <= _STOPS


def _gap(one: When, other: When) -> int:
    if one.meets(other):
        return 0
    first, second = sorted((one, other), key=lambda when: when.earliest or date.min)
    return ((second.earliest or date.min) - (first.latest or date.max)).days


def _width(when: When) -> tuple[bool, int, date, date, str]:
    days = when.days()
    width = 10**6 if days is None else days
    return not when.said, width, when.earliest or date.max, when.latest or date.max, when.said
