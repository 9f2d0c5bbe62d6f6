"""Control denied without its verb: "The army is in control of A; residents say the port is not"."""

from dataclasses import replace

from warmonitor.model import Change, Control, Stance
from warmonitor.stages.extract.control.grounds import grounds
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.sentence import Sentence

_NOT = frozenset({"not", "n't", "n’t"})
_DONE = frozenset({"be", "do", "have"})


def answered(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Return what bare "is not" denies of the last state of control told before it in the sentence.

    A part without a name ("the old town") is one of the place that the state was told of.
    """
    return [one for i in range(len(sentence)) if (one := _answer(sentence, i, drafts)) is not None]


def _answer(sentence: Sentence, token: int, drafts: list[Draft]) -> Draft | None:
    if sentence.low(token) not in _NOT or not _ends(sentence, token):
        return None
    before = [d for d in drafts if _held(d) and d.token < token and d.stance is not Stance.DENIED]
    subject = _subject(sentence, token)
    if not before or subject is None:
        return None
    told = before[-1]
    place = grounds(sentence, [subject])
    if place is None:
        return None
    named = any(sentence.upos(i) == "PROPN" for n in place[1] for i in sentence.inside(n.span))
    where = tuple(place[1]) if named else told.where
    quote = clause_span(sentence, token, *sentence.phrase_tokens(subject))
    return replace(told, token=token, quote=quote, where=where, stance=Stance.DENIED, negated=True)


def _held(draft: Draft) -> bool:
    return isinstance(draft.detail, Control) and draft.detail.change is Change.HOLDS


def _ends(sentence: Sentence, token: int) -> bool:
    """Say whether nothing of the clause follows "is not"."""
    after = token + 1
    bare = after >= len(sentence) or sentence.upos(after) in {"PUNCT", "CCONJ"}
    return bare and token > 0 and sentence.lemma(token - 1) in _DONE


def _subject(sentence: Sentence, token: int) -> int | None:
    """Return the subject of "is not", whichever of the two words a tree makes the predicate."""
    near = [node for node in (token, token - 1, sentence.head(token)) if node >= 0]
    found = [c for node in near for c in sentence.children(node, "nsubj") if c < token]
    return found[0] if found else None
