"""Control that goes on of the place told just before: "drove B from part of X and are in full control"."""

from warmonitor.model import Change, Control, Named
from warmonitor.stages.extract.control.grounds import Place
from warmonitor.stages.extract.control.parties import party
from warmonitor.stages.extract.control.slots import control_draft, has_particle, party_of
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.placing import place_names
from warmonitor.stages.extract.sentence import Sentence


def carried(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Return what clauses without a place of their own tell of the place of the claim before them."""
    read = {d.token for d in drafts}
    found = []
    for i in range(len(sentence)):
        before = [d for d in drafts if d.token < i and d.where and isinstance(d.detail, Control)]
        if before and i not in read:
            told = before[-1]
            one = (
                _in_control(sentence, i, told)
                or _driven_out(sentence, i, told)
                or _moved_in(sentence, i, told)
            )
            found += [one] if one is not None else []
    return found


def _whole(sentence: Sentence, draft: Draft) -> Place | None:
    """Return the named place that a claim was of, or that the part it was of belongs to."""
    for name in draft.where:
        proper = [i for i in sentence.inside(name.span) if sentence.upos(i) == "PROPN"]
        if proper:
            return proper[-1:], [n for n in place_names(sentence, proper[-1]) if n.span.meets(name.span)]
    return None


def _at(
    sentence: Sentence, token: int, told: Draft, change: Change, who: Named, other: Named | None
) -> Draft | None:
    place = _whole(sentence, told)
    return control_draft(sentence, token, place, change, who, other) if place else None


def _in_control(sentence: Sentence, noun: int, told: Draft) -> Draft | None:
    """Read "and are again in full control", which names no place."""
    if sentence.lemma(noun) != "control" or sentence.case(noun) != "in" or sentence.obliques(noun):
        return None
    subject = sentence.subject(noun)
    if subject is None and sentence.head(noun) >= 0:
        subject = sentence.subject(sentence.head(noun))
    who = party(sentence, subject)
    return _at(sentence, noun, told, Change.HOLDS, who, None) if who else None


def _driven_out(sentence: Sentence, verb: int, told: Draft) -> Draft | None:
    """Read "entered X and expelled B" and "held X before A drove them out"."""
    particles = table("control", "driving_out").get(sentence.lemma(verb)) if sentence.is_verb(verb) else None
    if particles is None or (particles and not has_particle(sentence, verb, particles, reach=4)):
        return None
    if any(case.split()[-1] in {"from", "of", "to", "into"} for case, _ in sentence.obliques(verb)):
        return None
    gone = party(sentence, sentence.object(verb))
    other = party_of(sentence, verb, "subj")
    return _at(sentence, verb, told, Change.LOST, gone, other) if gone and other else None


def _moved_in(sentence: Sentence, verb: int, told: Draft) -> Draft | None:
    """Read "B left X and A entered without a fight": ground given up that another walks into is his."""
    assert isinstance(told.detail, Control)
    if told.detail.change is not Change.LOST or not sentence.is_verb(verb):
        return None
    particles = table("control", "moving_in").get(sentence.lemma(verb))
    if particles is None or (particles and not has_particle(sentence, verb, particles, reach=4)):
        return None
    told_free = [i for i in sentence.below(verb) if sentence.low(i) in words("control", "unopposed")]
    free = any(sentence.low(i) == "unopposed" or sentence.case(i) == "without" for i in told_free)
    if sentence.object(verb) is not None or not free:
        return None
    who = party_of(sentence, verb, "subj")
    return _at(sentence, verb, told, Change.GAINED, who, None) if who else None


def without_undone(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """Drop what is told only to say what was left again: "withdrew from the quarter that they had entered".

    Of "X is lost to B: A took it" B did not gain it.
    """
    return [d for d in drafts if not _left_again(sentence, d, drafts) and not _lost_to(sentence, d, drafts)]


def _left_again(sentence: Sentence, draft: Draft, drafts: list[Draft]) -> bool:
    had = any(sentence.low(c) == "had" for c in sentence.children(draft.token, "aux"))
    if not had or sentence.rel(draft.token) != "acl:relcl" or _change(draft) is not Change.ENTERED:
        return False
    left = [n for d in drafts if _change(d) is Change.LOST for n in d.where]
    return any(n.span.meets(w.span) for n in left for w in draft.where)


def _lost_to(sentence: Sentence, draft: Draft, drafts: list[Draft]) -> bool:
    token = draft.token
    state = sentence.lemma(token) == "lose" and any(
        sentence.low(c) in {"is", "are"} for c in sentence.children(token)
    )
    return state and any(
        d.token > token and _change(d) is Change.GAINED and _change(draft) is Change.GAINED for d in drafts
    )


def _change(draft: Draft) -> Change | None:
    return draft.detail.change if isinstance(draft.detail, Control) else None
