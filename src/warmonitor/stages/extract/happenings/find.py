"""The happenings of a sentence that are no use of force: its demonstration, then what meets a frame."""

from warmonitor.model import Attack, ClaimKind, Named
from warmonitor.stages.extract.attacks.blame import is_attack_noun, perpetrator_of
from warmonitor.stages.extract.attacks.kinds import bearer_kind
from warmonitor.stages.extract.attacks.verbs import acting
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.happenings.demonstrations import (
    Demonstration,
    find_demonstration,
    is_demonstration,
    keeps_order,
    takes_part,
)
from warmonitor.stages.extract.happenings.frames import Happening, find_framed
from warmonitor.stages.extract.placing import clause_places
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated
from warmonitor.stages.extract.speech.said import named

_BY_HAND = frozenset({"Armed clash", "Attack", "Mob violence", "Looting/property destruction"})


def find_happenings(sentence: Sentence) -> list[Draft]:
    """Return the happenings of a sentence, at most one of a sub-type for each thing that it happens to."""
    demonstration = find_demonstration(sentence)
    drafts = [_demonstrated(sentence, demonstration)] if demonstration else []
    drafts += [draft for one in find_framed(sentence) if (draft := _framed(sentence, one))]
    return [draft for draft in drafts if not is_negated(sentence, draft.token)]


def without_what_happenings_tell(drafts: list[Draft]) -> list[Draft]:
    """Drop force that a happening of the sentence tells: a crowd's clashes, an attack that was stopped."""
    if any(_is_demonstration(draft) for draft in drafts):
        drafts = [draft for draft in drafts if not _is_crowd_control(draft)]
    stopped = {i for draft in drafts for i in _stopped(draft)}
    return [draft for draft in drafts if draft.kind is not ClaimKind.ATTACK or draft.token not in stopped]


def _stopped(draft: Draft) -> frozenset[int]:
    """Return the tokens of the weapon that was found or stopped, and of what hangs on it."""
    detail, sentence = draft.detail, draft.sentence
    disrupted = isinstance(detail, Attack) and detail.sub_type == "Disrupted weapons use"
    thing = sentence.object(draft.token) if disrupted and sentence.is_verb(draft.token) else None
    return sentence.below(thing) if thing is not None else frozenset()


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
    doer = acting(draft.sentence, draft.token) if draft.sentence.is_verb(draft.token) else None
    if doer is not None:
        return takes_part(draft.sentence, doer) or keeps_order(draft.sentence, doer)
    return detail.sub_type in _BY_HAND and detail.perpetrator is None


def _demonstrated(sentence: Sentence, one: Demonstration) -> Draft:
    who = named(sentence, one.people, joined=True) if one.people is not None else None
    return _draft(sentence, one.token, Attack(one.type, one.sub_type, who))


def _framed(sentence: Sentence, one: Happening) -> Draft | None:
    who = perpetrator_of(sentence, one.token)
    if one.frame.doer and who is None:
        return None
    what = named(sentence, one.thing, joined=True) if one.thing is not None else None
    if one.frame.slot == "subj":
        who, what = what, None
    if not one.frame.force:
        return _draft(sentence, one.token, Attack(one.frame.type, one.frame.sub_type, who, what))
    doer = acting(sentence, one.token) if sentence.is_verb(one.token) else None
    if doer is not None and is_attack_noun(sentence, doer):
        return None  # what a strike destroyed was hit by that strike
    mob = bearer_kind(sentence, doer)
    kind = mob or one.frame
    return _draft(sentence, one.token, Attack(kind.type, kind.sub_type, who, what), ClaimKind.ATTACK)


def _draft(sentence: Sentence, token: int, detail: Attack, kind: ClaimKind = ClaimKind.EVENT) -> Draft:
    where = tuple(clause_places(sentence, token))
    named_: list[Named] = [n for n in (detail.perpetrator, detail.target, *where) if n is not None]
    near = [k for n in named_ if sentence.span.covers(n.span) for k in sentence.inside(n.span)]
    return Draft(kind, sentence, token, clause_span(sentence, token, *near), detail, where)
