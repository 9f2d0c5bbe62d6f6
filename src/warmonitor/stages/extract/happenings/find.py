"""The happenings of a sentence that are no use of force: its demonstration, then what meets a frame."""

from warmonitor.model import Attack, ClaimKind, Named
from warmonitor.stages.extract.attacks.blame import perpetrator_of
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.happenings.demonstrations import (
    Demonstration,
    find_demonstration,
    is_demonstration,
    is_of_crowd,
)
from warmonitor.stages.extract.happenings.frames import Happening, find_framed
from warmonitor.stages.extract.placing import clause_places
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated
from warmonitor.stages.extract.speech.said import named


def find_happenings(sentence: Sentence) -> list[Draft]:
    """Return the happenings of a sentence, at most one of a sub-type for each thing that it happens to."""
    demonstration = find_demonstration(sentence)
    drafts = [_demonstrated(sentence, demonstration)] if demonstration else []
    drafts += [draft for one in find_framed(sentence) if (draft := _framed(sentence, one))]
    return [draft for draft in drafts if not is_negated(sentence, draft.token)]


def without_crowd_control(drafts: list[Draft]) -> list[Draft]:
    """Drop clashes and shots that are part of a demonstration told in the same sentence."""
    if not any(_is_demonstration(draft) for draft in drafts):
        return drafts
    return [draft for draft in drafts if not _is_crowd_control(draft)]


def _is_demonstration(draft: Draft) -> bool:
    return (
        isinstance(draft.detail, Attack)
        and draft.kind is ClaimKind.EVENT
        and is_demonstration(draft.detail.sub_type)
    )


def _is_crowd_control(draft: Draft) -> bool:
    """Say whether force is that of crowds, or of those who keep order against them."""
    detail = draft.detail
    if draft.kind is not ClaimKind.ATTACK or not isinstance(detail, Attack):
        return False
    if detail.sub_type not in {"Armed clash", "Attack", "Looting/property destruction"}:
        return False
    return all(who is None or is_of_crowd(draft.sentence, who) for who in (detail.perpetrator, detail.target))


def _demonstrated(sentence: Sentence, one: Demonstration) -> Draft:
    who = named(sentence, one.people, joined=True) if one.people is not None else None
    return _draft(sentence, one.token, Attack(one.type, one.sub_type, who))


def _framed(sentence: Sentence, one: Happening) -> Draft | None:
    who = perpetrator_of(sentence, one.token)
    if one.frame.doer and who is None:
        return None
    what = named(sentence, one.thing, joined=True) if one.thing is not None else None
    if one.by_subject:
        who, what = what, None
    kind = ClaimKind.ATTACK if one.frame.force else ClaimKind.EVENT
    return _draft(sentence, one.token, Attack(one.frame.type, one.frame.sub_type, who, what), kind)


def _draft(sentence: Sentence, token: int, detail: Attack, kind: ClaimKind = ClaimKind.EVENT) -> Draft:
    where = tuple(clause_places(sentence, token))
    named_: list[Named] = [n for n in (detail.perpetrator, detail.target, *where) if n is not None]
    near = [k for n in named_ if sentence.span.covers(n.span) for k in sentence.inside(n.span)]
    return Draft(kind, sentence, token, clause_span(sentence, token, *near), detail, where)
