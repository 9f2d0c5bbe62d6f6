"""The claims of deals, breaches and posts of a sentence."""

from collections.abc import Sequence

from warmonitor.model import ClaimKind, Dated, Deal, DealAct, DealKind
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.deals.acts import act_of, verbs_of
from warmonitor.stages.extract.deals.breaches import Broken, breach_despite, breach_of_noun, breach_of_verb
from warmonitor.stages.extract.deals.nouns import is_deal_noun, kind_of, name_of, of_another_kind
from warmonitor.stages.extract.deals.posts import find_post
from warmonitor.stages.extract.deals.told import deal_of, deal_words, further_terms, is_definite, unnamed_deal
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import places_under
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated


def find_deals(sentence: Sentence, dated: Dated, before: Sequence[Draft] = ()) -> list[Draft]:
    """Return the claims of deals, breaches and posts; `before` are those of the report up to here.

    "the agreement" is a deal of war only where one was told of before, or its own words say so.
    """
    known = any(d.kind is ClaimKind.AGREEMENT for d in before)
    found: list[Draft] = []
    for i in range(len(sentence)):
        draft = (
            _breach(sentence, i)
            or deal_of(sentence, i, dated, known=known)
            or unnamed_deal(sentence, i, dated)
        )
        if draft is not None and not _negated(sentence, draft):
            found.append(draft)
        if (post := find_post(sentence, i)) is not None:
            found.append(post)
    if not found and (further := further_terms(sentence, dated, before)) is not None:
        found.append(further)
    return _once(found)


def follows_deal(sentence: Sentence, before: Sequence[Draft]) -> bool:
    """Say whether the sentence right before tells of a deal, so that this one may lay down more of it."""
    return bool(before) and sentence.index - before[-1].sentence.index == 1


def _negated(sentence: Sentence, draft: Draft) -> bool:
    """Say whether the text says it did not happen; a deal not kept is a breach, and stands."""
    kept_not = (
        isinstance(draft.detail, Deal)
        and draft.detail.act is DealAct.BROKEN
        and sentence.lemma(draft.token) in _keeping()
    )
    nobody = (
        isinstance(draft.detail, Deal)
        and draft.detail.act is DealAct.BROKEN
        and any(sentence.low(i) in {"neither", "nobody", "none"} for i in sentence.below(draft.token))
    )
    rejected = isinstance(draft.detail, Deal) and draft.detail.act is DealAct.REJECTED
    return nobody or (not (kept_not or rejected) and is_negated(sentence, draft.token))


def _keeping() -> frozenset[str]:
    return frozenset(verb.split()[0] for verb in table("deals", "done_to")["kept"])


def _once(found: list[Draft]) -> list[Draft]:
    """Keep one claim of a word: a breach before the deal that it speaks of."""
    kept: list[Draft] = []
    broken = [d for d in found if isinstance(d.detail, Deal) and d.detail.act is DealAct.BROKEN]
    for draft in found:
        deal = isinstance(draft.detail, Deal) and draft.detail.act is not DealAct.BROKEN
        told = deal and any(b.quote.covers(draft.quote) for b in broken)
        if not told and not any(k.kind is draft.kind and k.token == draft.token for k in kept):
            kept.append(draft)
    return kept


def _breach(sentence: Sentence, i: int) -> Draft | None:
    if sentence.lemma(i) in words("deals", "breach_nouns") and sentence.upos(i) == "NOUN":
        found = breach_of_noun(sentence, i)
        return None if found is None else _broken(sentence, found[0], found[1])
    if not is_deal_noun(sentence, i):
        return None
    for verb in verbs_of(sentence, i):
        if act_of(sentence, i, verb) is DealAct.BROKEN:
            return _broken(sentence, breach_of_verb(sentence, i, verb), i)
    despite = breach_despite(sentence, i)
    return None if despite is None else _broken(sentence, despite, i)


def _broken(sentence: Sentence, found: Broken, noun: int) -> Draft | None:
    if sentence.lemma(noun) not in words("deals", "strong") and of_another_kind(sentence, noun):
        return None
    kind = kind_of(sentence, noun)
    if kind is None and not found.deeds and not name_of(sentence, noun) and not is_definite(sentence, noun):
        return None
    tokens = [*found.tokens, *(k for n in found.parties for k in sentence.inside(n.span))]
    where = places_under(sentence, found.token) or places_under(sentence, noun)
    where = [w for w in where if not any(w.span.meets(p.span) for p in found.parties)]
    detail = Deal(
        tuple(found.parties),
        deal_words(sentence, noun),
        DealAct.BROKEN,
        kind or DealKind.OTHER,
        name_of(sentence, noun),
        provisions=found.deeds,
        count=found.count,
    )
    return Draft(
        ClaimKind.AGREEMENT, sentence, found.token, clause_span(sentence, *tokens), detail, tuple(where),
        speaker=found.speaker,
    )  # fmt: skip
