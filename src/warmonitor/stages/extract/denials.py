"""Claims that other words of the report deny: "…, a claim the army denied", "The army denied this."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from warmonitor.model import Attack, Attribution, Blame, Claim, ClaimKind, Span, Stance, make_id
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.reference.places import LENDING
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.rebuttal import Rebuttal, find_rebuttals

# Who denies what was just said denies the deed; whether he means its toll too is left open.
_DEEDS = frozenset({ClaimKind.ATTACK, ClaimKind.CONTROL})
_BEFORE = 2  # sentences back in which what "denied this" means may stand


def rebutted(claims: list[Claim], drafts: list[Draft], sentences: Sequence[Sentence]) -> list[Claim]:
    """Return a denied claim beside each that its own sentence, or the next one, says somebody denies."""
    pairs = list(zip(claims, drafts, strict=True))
    return [*_in_sentence(pairs), *(one for s in sentences if s.tokens for one in _before(s, pairs))]


def _in_sentence(pairs: list[tuple[Claim, Draft]]) -> Iterator[Claim]:
    for claim, draft in pairs:
        for one in find_rebuttals(draft.sentence):
            if claim.kind in LENDING and claim.stance is not Stance.DENIED and draft.token <= one.verb:
                yield _denied(claim, one, draft.sentence, claim.quote)


def _before(sentence: Sentence, pairs: list[tuple[Claim, Draft]]) -> Iterator[Claim]:
    """Yield what a sentence that denies without words of its own denies of the one before it."""
    for one in find_rebuttals(sentence):
        if any(d.sentence is sentence and d.token <= one.verb for _, d in pairs):
            continue
        for claim, _ in _meant(sentence, pairs):
            if one.speaker.said not in {link.speaker.said for link in claim.attribution}:
                yield _denied(claim, one, sentence, _words(sentence, one))


def _meant(sentence: Sentence, pairs: list[tuple[Claim, Draft]]) -> list[tuple[Claim, Draft]]:
    near = [
        (claim, draft)
        for claim, draft in pairs
        if claim.kind in _DEEDS
        and claim.stance is not Stance.DENIED
        and 0 < sentence.index - draft.sentence.index <= _BEFORE
        and sentence.paragraph - draft.sentence.paragraph <= 1
    ]
    last = max((draft.sentence.index for _, draft in near), default=-1)
    return [pair for pair in near if pair[1].sentence.index == last]


def _words(sentence: Sentence, one: Rebuttal) -> Span:
    subject = sentence.inside(one.speaker.span)
    return clause_span(sentence, one.verb, *subject, *sentence.children(one.verb, "obj"))


def _denied(claim: Claim, one: Rebuttal, sentence: Sentence, quote: Span) -> Claim:
    detail = claim.detail
    if isinstance(detail, Attack) and detail.perpetrator is not None:
        detail = replace(detail, blame=Blame.ACQUITTED)
    return replace(
        claim,
        id=make_id("claim", claim.id, "denied", one.speaker.span.start),
        quote=quote,
        stance=Stance.DENIED,
        attribution=(Attribution(one.speaker, None, sentence.lemma(one.verb)),),
        detail=detail,
    )
