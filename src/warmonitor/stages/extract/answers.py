"""Who is said to have done an attack that other words of the report tell of."""

from collections.abc import Sequence
from dataclasses import replace

from warmonitor.model import Attack, Attribution, Claim, ClaimKind, Modality, Span, make_id
from warmonitor.stages.extract.attacks.kinds import noun_kind
from warmonitor.stages.extract.attacks.responsibility import Answer, find_answers
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.sentence import Sentence

_AFTER = 3  # sentences behind an answer within which the attack may be told: a report that opens with it


def answered(claims: list[Claim], drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Claim]:
    """Return the claims with what the report says of who did it.

    Where the answer's own words name the attack and nobody else, that claim is given its doer; else a claim
    is added beside the attack that it speaks of, with the same place and time.
    """
    given = list(claims)
    told = [k for k, claim in enumerate(claims) if claim.kind is ClaimKind.ATTACK]
    for sentence in sentences:
        for answer in find_answers(sentence) if sentence.tokens else ():
            at = _meant(answer, told, claims, drafts)
            if at is None:
                continue
            if drafts[at].sentence is sentence and drafts[at].token == answer.deed:
                given[at] = _with_doer(given[at], answer)
            else:
                given.append(_beside(claims[at], answer))
    return given


def _meant(
    answer: Answer, told: Sequence[int], claims: Sequence[Claim], drafts: Sequence[Draft]
) -> int | None:
    """Return the attack that an answer speaks of: its own words, one of the same kind, or the nearest."""
    here = answer.sentence.index
    own = [k for k in told if drafts[k].sentence is answer.sentence and drafts[k].token == answer.deed]
    if own:
        return own[0]
    kind = None if answer.deed is None else noun_kind(answer.sentence, answer.deed)
    sub_type = None if kind is None or kind.general else kind.sub_type
    ranked = [
        (sub_type is not None and not _fits(claims[k], sub_type), here < there, abs(here - there), k)
        for k in told
        if claims[k].modality is Modality.ACTUAL
        and (there := drafts[k].sentence.index) <= here + _AFTER
        and (there != here or drafts[k].token != answer.verb)
    ]
    return min(ranked)[-1] if ranked else None


def _fits(claim: Claim, sub_type: str) -> bool:
    return isinstance(claim.detail, Attack) and claim.detail.sub_type == sub_type


def _with_doer(claim: Claim, answer: Answer) -> Claim:
    detail = claim.detail
    if not isinstance(detail, Attack) or detail.perpetrator is not None:
        return claim
    doer = replace(detail, perpetrator=answer.party, blame=answer.blame)
    said = claim.attribution or _speaker(answer)
    return replace(claim, detail=doer, stance=answer.stance, attribution=said)


def _beside(claim: Claim, answer: Answer) -> Claim:
    """Return the claim that the answer makes, about the same attack."""
    quote = _words(answer)
    detail = claim.detail
    if isinstance(detail, Attack):
        detail = replace(detail, perpetrator=answer.party, blame=answer.blame)
    return replace(
        claim,
        id=make_id("claim", claim.report, "answer", quote.start, quote.end),
        quote=quote,
        attribution=_speaker(answer),
        stance=answer.stance,
        detail=detail,
        where=tuple(replace(one, because="where the attack was") for one in claim.where),
    )


def _words(answer: Answer) -> Span:
    sentence = answer.sentence
    tokens = [answer.verb, *sentence.inside(answer.party.span)]
    tokens += sentence.children(answer.verb, "obj") if answer.deed is None else [answer.deed]
    return clause_span(sentence, *tokens)


def _speaker(answer: Answer) -> tuple[Attribution, ...]:
    cue = answer.sentence.lemma(answer.verb)
    return () if answer.speaker is None else (Attribution(answer.speaker, None, cue),)
