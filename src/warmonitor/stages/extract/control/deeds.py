"""Control told by a noun: "the capture of X by Y", "Y's withdrawal from X", "the siege of X by Y"."""

from dataclasses import replace

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
    governor = sentence.head(noun)
    if deed is None or (governor >= 0 and sentence.lemma(governor) in words("control", "undoing")):
        return None
    near = _phrases(sentence, noun, governor)
    place = grounds(sentence, [i for case, i in near if case == deed["place"]])
    who = _doer(sentence, noun, near, deed["place"])
    if place is None or who is None:
        return None
    other = (
        first_party(sentence, [i for case, i in near if case == "to"]) if deed["nouns"] == ["loss"] else None
    )
    draft = control_draft(sentence, noun, place, Change(deed["change"]), who, other)
    return None if draft is None else _governed(sentence, draft, governor)


def _phrases(sentence: Sentence, noun: int, governor: int) -> list[tuple[str, int]]:
    """Return the prepositional phrases after a noun, those of its verb too."""
    own = sentence.obliques(noun)
    deeper = [found for _, i in own for found in sentence.obliques(i)]
    above = sentence.obliques(governor) if governor >= 0 and sentence.rel(noun) == "obj" else []
    return [(case, i) for case, i in own + deeper + above if i > noun]


def _doer(sentence: Sentence, noun: int, near: list[tuple[str, int]], place: str) -> Named | None:
    owners = sentence.children(noun, "nmod:poss")
    if owners and sentence.upos(owners[0]) == "PRON":
        subject = sentence.subject(sentence.head(noun)) if sentence.head(noun) >= 0 else None
        return party(sentence, subject if subject is not None and subject != noun else owners[0])
    cases = {"by"} if place == "of" else {"by", "of"}
    return first_party(sentence, owners + [i for case, i in near if case in cases])


def _governed(sentence: Sentence, draft: Draft, governor: int) -> Draft:
    """Give a deed the stance or modality of the verb that it is the object of: "demanded the withdrawal"."""
    lemma = sentence.lemma(governor) if governor >= 0 else ""
    if speech().stances.get(lemma) is Stance.DENIED:
        return replace(draft, stance=Stance.DENIED)
    lent = speech().modalities.get(lemma)
    lent = Modality.PLANNED if lent is None and lemma in words("modality", "planned") else lent
    return draft if lent is None else replace(draft, modality=lent)
