"""Verbs of control, read by the table of frames."""

from typing import Any

from warmonitor.model import Change, Named
from warmonitor.stages.extract.attacks.blame import is_force
from warmonitor.stages.extract.control.slots import control_draft, party_of, place_slot, slot_of
from warmonitor.stages.extract.cues import table
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.placing import can_be_place
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named


def by_frame(sentence: Sentence, verb: int) -> Draft | None:
    """Return the claim that a verb of control makes, None where it makes none."""
    if not sentence.is_verb(verb):
        return None
    lemma = sentence.lemma(verb)
    for frame in table("control", "frames"):
        if (
            lemma in frame["verbs"]
            and _particle_fits(sentence, verb, frame)
            and (one := _framed(sentence, verb, frame))
        ):
            return one
    return None


def _particle_fits(sentence: Sentence, verb: int, frame: dict[str, Any]) -> bool:
    wanted = frame.get("particles")
    near = {sentence.low(k) for k in range(verb + 1, min(verb + 3, len(sentence)))}
    near |= {sentence.low(c) for c in sentence.children(verb, "compound:prt", "advmod")}
    return not wanted or bool(near & set(wanted))


def _framed(sentence: Sentence, verb: int, frame: dict[str, Any]) -> Draft | None:
    place = place_slot(sentence, verb, frame["place"])
    if not place:
        return None
    if frame.get("only") == "edge" and not any(_is_edge(n) for n in place[1]):
        return None
    party = party_of(sentence, verb, frame["party"])
    other = party_of(sentence, verb, frame["other"]) if "other" in frame else None
    change = Change(frame["change"])
    if (
        party is None
        and frame["party"] == "subj"
        and frame["place"].startswith("from")
        and sentence.is_passive(verb)
    ):
        i = sentence.subject(verb)  # "its troops had been withdrawn from"
        party = named(sentence, i, joined=True) if i is not None and is_force(sentence, i) else None
    if frame["party"] == "obj" and party is None:
        return None
    if party is None and frame["party"] == "subj" and not sentence.is_passive(verb):
        return None
    if (
        frame.get("other") == "of"
        and other is None
        and (slot_of(sentence, verb, "of") or _of_things(sentence, place[0]))
    ):
        return None  # cleared of mines, not of men
    if frame["verbs"][0] == "fall" and party is None:
        if not _falls(sentence, verb):
            return None
        change = Change.LOST
    return control_draft(sentence, verb, place, change, party, other)


def _of_things(sentence: Sentence, heads: list[int]) -> bool:
    return any(
        case == "of" and not can_be_place(sentence, n) for i in heads for case, n in sentence.obliques(i)
    )


def _is_edge(name: Named) -> bool:
    return any(
        part in name.said.lower() for part in ("outskirts", "edge", "centre", "center", "suburb", "gates")
    )


def _falls(sentence: Sentence, verb: int) -> bool:
    cases = {case for case, i in sentence.obliques(verb) if i not in sentence.dated_tokens}
    return not sentence.children(verb, "obj", "xcomp") and cases <= {"without", "after", "within", "by"}
