"""The happenings of a sentence that are no use of force: its demonstration, then what meets a frame."""

from warmonitor.model import Attack, ClaimKind, Named
from warmonitor.stages.extract.attacks.blame import perpetrator_of
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.happenings.demonstrations import Demonstration, find_demonstration
from warmonitor.stages.extract.happenings.frames import Happening, find_framed
from warmonitor.stages.extract.placing import clause_places
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated
from warmonitor.stages.extract.speech.said import named


def find_happenings(sentence: Sentence) -> list[Draft]:
    """Return the happenings of a sentence, at most one of a sub-type for each thing that it happens to."""
    demonstration = find_demonstration(sentence)
    drafts = [_demonstrated(sentence, demonstration)] if demonstration else []
    drafts += [_framed(sentence, one) for one in find_framed(sentence)]
    return [draft for draft in drafts if not is_negated(sentence, draft.token)]


def _demonstrated(sentence: Sentence, one: Demonstration) -> Draft:
    who = named(sentence, one.people, joined=True) if one.people is not None else None
    return _draft(sentence, one.token, Attack(one.type, one.sub_type, who))


def _framed(sentence: Sentence, one: Happening) -> Draft:
    who = perpetrator_of(sentence, one.token)
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
