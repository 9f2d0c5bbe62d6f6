"""Control as a noun: who takes, loses, gives, claims or fights for "control of X"."""

from dataclasses import replace

from warmonitor.model import Change, Named, Stance
from warmonitor.stages.extract.control.grounds import Place, grounds
from warmonitor.stages.extract.control.parties import can_hold, first_party, party
from warmonitor.stages.extract.control.slots import control_draft, party_of, slot_of
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence

_OVER = frozenset({"of", "over", "on", "to"})


def by_control_noun(sentence: Sentence, noun: int) -> Draft | None:
    """Read "took full control of X", "gave Y control of X", "the fight for control of X"."""
    if sentence.lemma(noun) not in words("control", "nouns") or sentence.upos(noun) not in {"NOUN", "PROPN"}:
        return None
    verb, case = sentence.head(noun), sentence.case(noun)
    place = grounds(sentence, _controlled(sentence, noun, verb))
    if place is None or case in {"under", "over"}:
        return None
    if case == "in":
        return _in_control(sentence, noun, place)
    if case == "for":
        return _fought_for(sentence, noun, place)
    if sentence.rel(noun).startswith("nsubj"):
        return _passing(sentence, noun, verb, place)
    return _done(sentence, noun, verb, place)


def _controlled(sentence: Sentence, noun: int, verb: int) -> list[int]:
    held_in = {"in", "inside"} if sentence.lemma(noun) in {"foothold", "bridgehead"} else set()
    heads = [i for c, i in sentence.obliques(noun) if c in {"of", "over", "on"} | held_in]
    if not heads and sentence.case(noun) == "in":
        return _fronted(sentence, noun)
    if heads or verb < 0:
        return heads
    return [i for c, i in sentence.obliques(verb) if c in _OVER | held_in and i > noun]


def _fronted(sentence: Sentence, node: int) -> list[int]:
    """Return the place put before all else: "In A the army says that it is in full control".

    Of "A, where the army is in full control" it is A.
    """
    clause = sentence.head(node) if sentence.rel(node) == "obl" else node
    for one in (node, clause):
        if (
            one >= 0
            and sentence.rel(one) in {"acl:relcl", "advcl"}
            and (where := [c for c in sentence.children(one, "advmod") if sentence.low(c) == "where"])
        ):
            return (
                [sentence.head(one)]
                if sentence.rel(one) == "acl:relcl"
                else _named_before(sentence, where[0])
            )
    while node >= 0:
        subject = sentence.subject(node)
        found = [i for case, i in sentence.obliques(node) if case in {"in", "at"}]
        if before := [i for i in found if subject is not None and i < subject]:
            return before
        node = sentence.head(node) if sentence.rel(node) in {"ccomp", "xcomp"} else -1
    return []


def _named_before(sentence: Sentence, where: int) -> list[int]:
    """Return the name right before ", where", when a tree hung the clause on a verb."""
    before = where - 2 if where > 1 and sentence.word(where - 1) == "," else where - 1
    return [before] if before >= 0 and sentence.upos(before) == "PROPN" else []


def _done(sentence: Sentence, noun: int, verb: int, place: Place) -> Draft | None:
    """Read control as the object of a verb: taken, lost, kept, claimed, or given to somebody."""
    if verb < 0:
        return None
    lemma = sentence.lemma(verb)
    receiver = _receiver(sentence, noun, verb) if lemma in words("control", "giving") else None
    if receiver is not None:
        return control_draft(sentence, verb, place, Change.GAINED, receiver, party_of(sentence, verb, "subj"))
    change = next((Change(c) for c, verbs in table("control", "noun_verbs").items() if lemma in verbs), None)
    if change is None:
        return None
    if change is Change.GAINED and sentence.lemma(noun) in words("control", "footholds"):
        change = Change.ENTERED
    who = party_of(sentence, verb, "subj")
    if who is None and not sentence.is_passive(verb) and sentence.subject(verb) is not None:
        return None  # a driver lost control of his car
    other = {Change.LOST: "to", Change.GAINED: "from"}.get(change)
    rival = _beside(sentence, noun, verb, other, place) if other else None
    draft = control_draft(sentence, verb, place, change, who, rival)
    return replace(draft, stance=Stance.ALLEGED) if draft is not None and lemma == "claim" else draft


def _beside(sentence: Sentence, noun: int, verb: int, slot: str, place: Place) -> Named | None:
    """Return the other side of a gain or loss, hung on the verb, on "control" or on the place."""
    near = [i for node in (noun, *place[0]) for case, i in sentence.obliques(node) if case == slot]
    return first_party(sentence, [i for i in slot_of(sentence, verb, slot) + near if i not in place[0]])


def _receiver(sentence: Sentence, noun: int, verb: int) -> Named | None:
    """Return to whom control is given: "gave the militia control", which a tree may take for one noun."""
    given = sentence.children(verb, "iobj") + [i for i in sentence.children(verb, "obj") if i < noun]
    if found := first_party(sentence, given):
        return found
    inside = [i for i in sentence.children(noun, "compound") if can_hold(sentence, i)]
    if not inside:
        return None
    first = sentence.phrase_tokens(noun)[0]
    span = sentence.span_of(first, inside[-1])
    return Named(span.of(sentence.text), span)


def _passing(sentence: Sentence, noun: int, verb: int, place: Place) -> Draft | None:
    """Read "control of X passed to Y", "control of X is disputed"."""
    if verb >= 0 and sentence.lemma(verb) in table("control", "adjectives")["contested"] + [
        "dispute",
        "contest",
    ]:
        return control_draft(sentence, verb, place, Change.CONTESTED, None, None)
    if verb < 0 or sentence.lemma(verb) not in words("control", "passing"):
        return None
    who = _beside(sentence, noun, verb, "to", place)
    if who is None:
        return None
    return control_draft(
        sentence, verb, place, Change.GAINED, who, _beside(sentence, noun, verb, "from", place)
    )


def _fought_for(sentence: Sentence, noun: int, place: Place) -> Draft | None:
    """Read "A and B are fighting for control of X" and "the fighting for control of X"."""
    fight = sentence.head(noun)
    if fight < 0 or sentence.lemma(fight) not in words("control", "fought_for"):
        return None
    if sentence.is_verb(fight):
        who = party(sentence, sentence.subject(fight))
    else:
        who = first_party(sentence, [i for case, i in sentence.obliques(fight) if case in {"between", "by"}])
    return control_draft(sentence, fight, place, Change.CONTESTED, who, None)


def _in_control(sentence: Sentence, noun: int, place: Place) -> Draft | None:
    """Read "the army was in full control of X"."""
    subject = sentence.subject(noun)
    if subject is None and sentence.head(noun) >= 0:
        subject = sentence.subject(sentence.head(noun))
    who = party(sentence, subject)
    if subject is not None and _neither(sentence, subject):
        return control_draft(sentence, noun, place, Change.CONTESTED, None, None)
    return None if who is None else control_draft(sentence, noun, place, Change.HOLDS, who, None)


def _neither(sentence: Sentence, subject: int) -> bool:
    """Say whether nobody holds it alone: "neither side is in full control of X"."""
    return "neither" in {sentence.low(c) for c in (subject, *sentence.children(subject, "det", "amod"))}
