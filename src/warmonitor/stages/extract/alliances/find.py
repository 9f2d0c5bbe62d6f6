"""The alliances of a sentence, as drafts of claims: each pair in a bond once."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from warmonitor.model import Alignment, ClaimKind, Named, Stance
from warmonitor.stages.extract.alliances.compounds import by_compound
from warmonitor.stages.extract.alliances.nouns import by_noun
from warmonitor.stages.extract.alliances.phrases import by_phrase
from warmonitor.stages.extract.alliances.records import Tied
from warmonitor.stages.extract.alliances.verbs import by_verb
from warmonitor.stages.extract.alliances.who import has
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated


def may_tell(text: str) -> bool:
    """Say whether a sentence holds a word that any alliance begins with."""
    return _seen().search(text) is not None


@lru_cache(maxsize=1)
def _seen() -> re.Pattern[str]:
    stems = "|".join(sorted(words("alliance", "seen")))
    return re.compile(rf"\b(?:{stems})", re.IGNORECASE)


def find_alliances(sentence: Sentence) -> list[Draft]:
    """Return the alliances that a sentence tells of, in the order of their words."""
    found: dict[tuple[object, ...], Tied] = {}
    for one in sorted(_tied(sentence), key=lambda one: one.token):
        apart = _apart(sentence, one)
        if apart is not None:
            found.setdefault((one.bond, apart.party.span, apart.counterparty.span), apart)
    return [_draft(sentence, one) for one in found.values()]


def _apart(sentence: Sentence, one: Tied) -> Tied | None:
    """Return a bond with its party cut before the other's words, None where it cannot be: "X, allied to Y,".

    In "X-backed rebels" the other's name is a part of the party's phrase.
    """
    party, other = one.party.span, one.counterparty.span
    if (
        not party.meets(other)
        or sentence.tokens[one.token].end > other.end > sentence.tokens[one.token].start
    ):
        return one
    kept = [k for k in sentence.inside(party) if k < one.token]
    while kept and sentence.upos(kept[-1]) in {"PUNCT", "ADV", "CCONJ", "DET"}:
        kept.pop()
    if not kept or sentence.tokens[kept[-1]].end > other.start:
        return None
    span = sentence.span_of(kept[0], kept[-1])
    return replace(one, party=Named(span.of(sentence.text), span))


def _tied(sentence: Sentence) -> Iterator[Tied]:
    for i in range(len(sentence)):
        if sentence.is_verb(i):
            yield from by_verb(sentence, i)
        elif sentence.upos(i) in {"NOUN", "PROPN"}:
            yield from by_noun(sentence, i)
        yield from by_phrase(sentence, i)
        yield from by_compound(sentence, i)


def _draft(sentence: Sentence, one: Tied) -> Draft:
    near = [k for n in (one.party, one.counterparty) for k in sentence.inside(n.span)]
    quote = clause_span(sentence, one.token, *near)
    detail = Alignment(one.bond, one.party, one.counterparty, one.means, one.ended)
    negated = is_negated(sentence, one.token)
    denied = negated or _is_denied(sentence, one.token)
    return Draft(
        ClaimKind.ALLIANCE, sentence, one.token, quote, detail,
        stance=Stance.DENIED if denied else None, standing=one.standing, negated=negated,
    )  # fmt: skip


def _is_denied(sentence: Sentence, token: int) -> bool:
    """Say whether it is what somebody denies: "denies backing X", "rejects claims of support"."""
    for above in sentence.above(token):
        if has(sentence, above, "denying"):
            return True
        if sentence.is_verb(above) and sentence.rel(above) not in {"xcomp", "ccomp", "acl", "advcl"}:
            return False
    return False
