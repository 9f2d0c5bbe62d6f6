"""Places that a claim takes from the words around it: told just before, struck, or where a site is put."""

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.model import Attack, Claim, ClaimKind, Named, WhenPrecision
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.placing import is_place_noun, place_names, site_place, unnamed_site
from warmonitor.stages.extract.sentence import Sentence

LENDING = frozenset({ClaimKind.TOLL, ClaimKind.ATTACK, ClaimKind.CONTROL})
_LENT = frozenset({ClaimKind.TOLL, ClaimKind.ATTACK})
_SITE_SENTENCES = 4
_LENDING_SENTENCES = 3
_WEEK = 7  # days
Lender = tuple[Draft, Claim]
_TOLD_BEFORE = "the place told of just before"


def lent_places(claims: list[Claim], drafts: Sequence[Draft]) -> list[Claim]:
    """Give claims without a place that of the claim told just before them; a loss of no place is dropped.

    Tolls and attacks take any place; "they pulled out" only that of a claim of control.
    """
    settled: list[Claim] = []
    last: Lender | None = None
    held: Lender | None = None
    for claim, draft in zip(claims, drafts, strict=True):
        before = held if claim.kind is ClaimKind.CONTROL else last
        settled.append(_lent(claim, draft, before))
        if settled[-1].where and claim.kind in LENDING:
            last = (draft, settled[-1])
            held = last if claim.kind is ClaimKind.CONTROL else held
    return settled


def _lent(claim: Claim, draft: Draft, before: Lender | None) -> Claim:
    takes = claim.kind in _LENT or claim.kind is ClaimKind.CONTROL
    if claim.where or not takes or before is None or _runs_longer(claim, before[1]):
        return claim
    if not _follows(draft, before[0]) and not _goes_on(claim, draft, before):
        return claim
    return replace(claim, where=tuple(replace(n, because=_TOLD_BEFORE) for n in before[1].where[:1]))


def _runs_longer(claim: Claim, before: Claim) -> bool:
    """Say whether a toll runs up over a campaign, and the claim before it tells of a day or week of it."""
    long = claim.when.precision is WhenPrecision.SPAN and (claim.when.days() or _WEEK + 1) > _WEEK
    return claim.kind is ClaimKind.TOLL and long and before.when.precision is not WhenPrecision.SPAN


def _goes_on(claim: Claim, draft: Draft, before: Lender) -> bool:
    """Say whether the speaker of the claim before goes on in the next sentence: "a mayor …", "the mayor"."""
    if claim.kind is ClaimKind.CONTROL or draft.sentence.index - before[0].sentence.index > 1:
        return False
    return bool(_speakers(claim) & _speakers(before[1]))


def _speakers(claim: Claim) -> set[str]:
    return {a.speaker.said.lower().split()[-1] for a in claim.attribution}


def _follows(draft: Draft, before: Draft) -> bool:
    """Say whether a claim follows on another: in the same paragraph, or first in the next."""
    apart = draft.sentence.index - before.sentence.index
    if draft.sentence.paragraph == before.sentence.paragraph:
        return apart <= _LENDING_SENTENCES
    return apart <= 1 and before.kind is not ClaimKind.CONTROL


def struck_place(draft: Draft) -> tuple[Named, ...]:
    """Return the place that is itself what was attacked: "The city was hit again", "struck the same area"."""
    target = draft.detail.target if isinstance(draft.detail, Attack) else None
    if target is None:
        return ()
    tokens = draft.sentence.inside(target.span)
    head = next((i for i in tokens if draft.sentence.head(i) not in tokens), None)
    if head is None or not is_place_noun(draft.sentence, head) or not _definite(draft.sentence, tokens[0]):
        return ()
    return tuple(place_names(draft.sentence, head)[:1])


def _definite(sentence: Sentence, i: int) -> bool:
    return sentence.low(i) in {"the", "this", "that", "its", "their"}


def with_sites(
    sentences: Sequence[Sentence], sentence: Sentence, found: tuple[Named, ...]
) -> tuple[Named, ...]:
    """Give a site without a name ("one of the outposts") the place at which the report puts it nearby."""
    where: list[Named] = []
    for name in found:
        site = unnamed_site(sentence, name)
        at = _site_at(sentences, sentence, site) if site is not None else None
        where.append(name if at is None else replace(at, because=f"where the report puts {name.said}"))
    return tuple(where)


def _site_at(sentences: Sequence[Sentence], sentence: Sentence, lemma: str) -> Named | None:
    near = sorted(sentences, key=lambda s: (abs(s.index - sentence.index), -s.index))
    for other in near:
        if abs(other.index - sentence.index) <= _SITE_SENTENCES and (found := site_place(other, lemma)):
            return found
    return None
