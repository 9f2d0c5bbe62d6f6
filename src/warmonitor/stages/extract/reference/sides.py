"""Whom "the two sides" and "they" mean: the pair of parties told of before, or forces at all."""

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.model import Agreed, Claim, ClaimKind, Control, Named
from warmonitor.stages.extract.attacks.blame import is_force
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named

_BACK = 3
_AGAINST = frozenset({"with", "against"})
_THEY = frozenset({"they", "both"})


def with_sides(claim: Claim, draft: Draft, sentences: Sequence[Sentence]) -> Claim:
    """Return an agreement whose "two sides" are named: the last pair of parties that stands before it."""
    if claim.kind is not ClaimKind.AGREEMENT or not isinstance(claim.detail, Agreed):
        return claim
    parties = claim.detail.parties
    vague = [p for p in parties if _is_pair(p, alone=len(parties) == 1)]
    pair = _pair_before(draft, sentences) if vague else ()
    if not pair:
        return claim
    meant = tuple(replace(p, because=f"“{vague[0].said}” are the two named before it") for p in pair)
    rest = tuple(p for p in parties if p not in vague)
    return replace(claim, detail=replace(claim.detail, parties=(*meant, *rest)))


def _is_pair(party: Named, *, alone: bool) -> bool:
    said = party.said.lower()
    return said in words("other", "two_sides") or (alone and said in _THEY)


def _pair_before(draft: Draft, sentences: Sequence[Sentence]) -> tuple[Named, ...]:
    first = max(0, draft.sentence.index - _BACK)
    for sentence in reversed(sentences[first : draft.sentence.index]):
        for i in range(len(sentence)):
            if pair := _pair_at(sentence, i):
                return pair
    return ()


def _pair_at(sentence: Sentence, i: int) -> tuple[Named, ...]:
    """Return two parties that a sentence sets together: "between A and B", "A and B signed", "A fought B"."""
    if sentence.case(i) == "between" or sentence.rel(i).startswith("nsubj"):
        joined = sentence.conjuncts(i)
        if len(joined) == 2 and all(is_force(sentence, k) for k in joined):
            return tuple(named(sentence, k) for k in joined)
    if not sentence.is_verb(i) or sentence.is_passive(i):
        return ()
    subject = sentence.subject(i)
    others = [k for case, k in sentence.obliques(i) if case in _AGAINST]
    others += sentence.children(i, "obj") if sentence.lemma(i) in words("control", "fought_for") else []
    if subject is None or not others or not is_force(sentence, subject) or not is_force(sentence, others[0]):
        return ()
    return named(sentence, subject), named(sentence, others[0])


def sure(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """Drop the unsure claims of control whose pronoun goes back to no forces, or to no ground told of."""
    kept: list[Draft] = []
    for draft in drafts:
        if not draft.unsure or _borne_out(draft, kept, sentences):
            kept.append(draft)
    return kept


def _borne_out(draft: Draft, before: Sequence[Draft], sentences: Sequence[Sentence]) -> bool:
    near = [d.detail for d in before if draft.sentence.index - d.sentence.index <= 1]
    held = [detail for detail in near if isinstance(detail, Control)]
    if any(name.said.lower() == "it" for name in draft.where):
        return bool(held)
    return any(detail.party is not None for detail in held) or _follows_forces(draft, sentences)


def _follows_forces(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Say whether the pronoun in a claim goes on from a sentence about forces: "They left the city"."""
    at = draft.sentence.index
    for sentence in reversed(sentences[max(0, at - _BACK) : at]):
        subject = sentence.subject(_root(sentence)) if sentence.tokens else None
        if subject is not None and sentence.upos(subject) != "PRON":
            return is_force(sentence, subject)
    return False


def _root(sentence: Sentence) -> int:
    return next((i for i in range(len(sentence)) if sentence.head(i) < 0), 0)
