"""The claims of control of a sentence."""

from dataclasses import replace

from warmonitor.model import Change, Control, Stance
from warmonitor.stages.extract.control.frames import by_frame
from warmonitor.stages.extract.control.phrases import by_adjective, by_control_noun, under, under_siege
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.doubt import is_negated


def find_control(sentence: Sentence) -> list[Draft]:
    """Return the claims of control of a sentence, each with at least one place."""
    found: list[Draft] = []
    for i in range(len(sentence)):
        for reader in (by_frame, by_control_noun, under, under_siege, by_adjective):
            if draft := reader(sentence, i):
                found.append(draft)
                break
    return _without_repeats([d for one in found if (d := _affirmed(sentence, one)) is not None])


def _affirmed(sentence: Sentence, draft: Draft) -> Draft | None:
    """Return what a negated claim comes to: "no longer holds" is lost, "has not fallen" a denial."""
    if not is_negated(sentence, draft.token):
        return draft
    assert isinstance(draft.detail, Control)
    ended = any(sentence.low(c) == "longer" for c in sentence.children(draft.token, "advmod"))
    if ended:
        lost = draft.detail.change is Change.HOLDS
        return (
            replace(draft, detail=replace(draft.detail, change=Change.LOST), standing=False) if lost else None
        )
    said_not = {sentence.low(c) for c in sentence.children(draft.token, "advmod")} & {"not", "never", "n't"}
    return replace(draft, stance=Stance.DENIED, negated=True) if said_not else None


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Drop what a participle says again of the same state: "surrounded A, cutting off all roads"."""
    kept: list[Draft] = []
    for draft in drafts:
        assert isinstance(draft.detail, Control)
        around = {Change.SURROUNDED, Change.CUT_OFF}
        twin = next(
            (
                k
                for k in kept
                if isinstance(k.detail, Control)
                and {k.detail.change, draft.detail.change} == around
                and draft.sentence.rel(draft.token) in {"advcl", "conj"}
            ),
            None,
        )
        if twin is None:
            kept.append(draft)
        else:
            where = (
                *twin.where,
                *(w for w in draft.where if not any(w.span.meets(t.span) for t in twin.where)),
            )
            kept[kept.index(twin)] = replace(twin, where=where, quote=twin.quote.join(draft.quote))
    return kept
