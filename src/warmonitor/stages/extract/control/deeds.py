"""Control told by a noun: "the capture of X by Y", "Y's withdrawal from X", "the siege of X by Y"."""

from dataclasses import replace
from typing import Any

from warmonitor.model import Change, Modality, Named, Stance
from warmonitor.stages.extract.control.grounds import grounds
from warmonitor.stages.extract.control.parties import first_party, party
from warmonitor.stages.extract.control.slots import control_draft
from warmonitor.stages.extract.cues import speech, table, words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence


def by_deed(sentence: Sentence, noun: int) -> Draft | None:
    """Return the claim of a deed whose doer and place are both named, None where it is called off."""
    if sentence.upos(noun) != "NOUN":
        return None
    deed = next((d for d in table("control", "deeds") if sentence.lemma(noun) in d["nouns"]), None)
    if deed is None or _called_off(sentence, noun):
        return None
    near = _phrases(sentence, noun)
    place = grounds(sentence, [i for case, i in near if case == deed["place"]])
    who = _doer(sentence, noun, near, deed)
    if place is None or who is None:
        return None
    other = first_party(sentence, [i for case, i in near if case == deed.get("other")])
    draft = control_draft(sentence, noun, place, Change(deed["change"]), who, other)
    return None if draft is None else _governed(sentence, draft, noun)


def _called_off(sentence: Sentence, noun: int) -> bool:
    verb = sentence.head(noun)
    object_ = sentence.rel(noun) in {"obj", "nsubj:pass"}
    return verb >= 0 and object_ and sentence.lemma(verb) in words("control", "undoing")


def _phrases(sentence: Sentence, noun: int) -> list[tuple[str, int]]:
    """Return the prepositional phrases after a noun, those of its verb too."""
    own = sentence.obliques(noun)
    deeper = [found for _, i in own for found in sentence.obliques(i)]
    above = sentence.obliques(sentence.head(noun)) if sentence.rel(noun) == "obj" else []
    return [(case, i) for case, i in own + deeper + above if i > noun]


def _doer(sentence: Sentence, noun: int, near: list[tuple[str, int]], deed: dict[str, Any]) -> Named | None:
    """Return whose deed it is: its owner, who stands after "by" or "of", or who completes it."""
    cases = {deed["party"]} if "party" in deed else {"by"} if deed["place"] == "of" else {"by", "of"}
    owners = [] if "party" in deed else sentence.children(noun, "nmod:poss")
    verb = sentence.head(noun)
    doing = verb >= 0 and sentence.lemma(verb) in words("control", "doing") and sentence.rel(noun) == "obj"
    own = [i for i in owners if sentence.upos(i) != "PRON"]
    named = first_party(sentence, own + [i for case, i in near if case in cases])
    if named is not None or not (owners or doing):
        return named
    subject = sentence.subject(verb) if verb >= 0 else None
    return party(sentence, owners[0] if owners and subject in {None, noun} else subject)


def _governed(sentence: Sentence, draft: Draft, noun: int) -> Draft:
    """Give a deed the stance or modality of the verb that it is the object of: "demanded the withdrawal"."""
    object_ = sentence.head(noun) >= 0 and sentence.rel(noun) in {"obj", "nsubj:pass", "obl"}
    lemma = sentence.lemma(sentence.head(noun)) if object_ else ""
    if speech().stances.get(lemma) is Stance.DENIED:
        return replace(draft, stance=Stance.DENIED)
    lent = speech().modalities.get(lemma)
    lent = Modality.PLANNED if lent is None and lemma in words("modality", "planned") else lent
    return draft if lent is None else replace(draft, modality=lent)
