"""The claims of control of a sentence."""

from dataclasses import replace

from warmonitor.model import Change, Control, Stance
from warmonitor.stages.extract.control.answered import answered
from warmonitor.stages.extract.control.carried import carried, without_undone
from warmonitor.stages.extract.control.deeds import by_deed
from warmonitor.stages.extract.control.frames import by_frame
from warmonitor.stages.extract.control.nouns import by_control_noun
from warmonitor.stages.extract.control.relief import fought_inside, lifted
from warmonitor.stages.extract.control.repulses import repulsed
from warmonitor.stages.extract.control.states import by_adjective, contested, masters, under, under_siege
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated

_READERS = (
    by_frame, repulsed, by_control_noun, under, under_siege, lifted, by_deed, contested, by_adjective,
    fought_inside, masters,
)  # fmt: skip
_RINGS = frozenset({Change.SURROUNDED, Change.CUT_OFF})


def find_control(sentence: Sentence) -> list[Draft]:
    """Return the claims of control of a sentence, each with at least one place."""
    found: list[Draft] = []
    for i in range(len(sentence)):
        for reader in _READERS:
            if draft := reader(sentence, i):
                found.append(draft)
                break
    affirmed = [d for one in found if (d := _affirmed(sentence, one)) is not None]
    affirmed = without_undone(sentence, affirmed)
    affirmed += carried(sentence, affirmed)
    return _without_repeats(affirmed + answered(sentence, affirmed))


def _affirmed(sentence: Sentence, draft: Draft) -> Draft | None:
    """Return what a negated claim comes to: "no longer holds" is lost, "has not fallen" a denial."""
    assert isinstance(draft.detail, Control)
    if _ended(sentence, draft.token):
        if draft.detail.change in _RINGS:
            return replace(draft, detail=replace(draft.detail, change=Change.RELIEVED), standing=False)
        lost = replace(draft, detail=replace(draft.detail, change=Change.LOST), standing=False)
        return lost if draft.detail.change is Change.HOLDS else None
    if not is_negated(sentence, draft.token):
        return replace(draft, stance=Stance.DENIED) if _untrue(sentence, draft.token) else draft
    said_not = {sentence.low(c) for c in sentence.children(draft.token, "advmod")} & {"not", "never", "n't"}
    return replace(draft, stance=Stance.DENIED, negated=True) if said_not else None


def _untrue(sentence: Sentence, token: int) -> bool:
    """Say whether a claim is what is said to be false: "reports that A took X are false"."""
    noun = sentence.head(token)
    told = noun >= 0 and sentence.rel(token).split(":")[0] in {"acl", "ccomp"} and sentence.is_nominal(noun)
    said = sentence.head(noun) if told else -1
    plain = said >= 0 and sentence.lemma(said) in words("control", "untrue")
    return plain or _rumour(sentence, token)


def _rumour(sentence: Sentence, token: int) -> bool:
    """Say by the order of words whether a claim is a rumour's: "Reports that A took X are false, B said"."""
    before = next((k for k in range(token - 1, 0, -1) if sentence.low(k) == "that"), 0)
    if not before or sentence.lemma(before - 1) not in words("control", "rumours"):
        return False
    after = next((k for k in range(token + 1, len(sentence)) if sentence.is_verb(k)), len(sentence))
    judged = {sentence.lemma(k) for k in range(after + 1, min(after + 4, len(sentence)))}
    return (
        after < len(sentence) and sentence.lemma(after) == "be" and bool(judged & words("control", "untrue"))
    )


def _ended(sentence: Sentence, token: int) -> bool:
    """Say whether a state is said to be over: "no longer holds", "is no longer in control"."""
    near = {*sentence.children(token, "advmod"), sentence.head(token)}
    return any(sentence.low(c) == "longer" for c in near if c >= 0)


def _change(draft: Draft) -> Change | None:
    return draft.detail.change if isinstance(draft.detail, Control) else None


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Drop what a participle says again of the same state: "surrounded A, cutting off all roads"."""
    kept: list[Draft] = []
    for draft in drafts:
        assert isinstance(draft.detail, Control)
        again = draft.detail.change is Change.CUT_OFF and draft.sentence.rel(draft.token) in {"advcl", "conj"}
        twin = next((k for k in kept if again and _change(k) is Change.SURROUNDED), None)
        if twin is None:
            kept.append(draft)
        else:
            where = (
                *twin.where,
                *(w for w in draft.where if not any(w.span.meets(t.span) for t in twin.where)),
            )
            kept[kept.index(twin)] = replace(twin, where=where, quote=twin.quote.join(draft.quote))
    return kept
