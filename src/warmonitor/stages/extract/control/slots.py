"""Where the place and the parties of a verb of control stand in its sentence."""

from collections.abc import Iterable

from warmonitor.model import Change, ClaimKind, Control, Named, Span
from warmonitor.stages.extract.control.grounds import Place, tells_which
from warmonitor.stages.extract.control.parties import agent, can_hold, clear_of, first_party, party
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import can_be_place
from warmonitor.stages.extract.sentence import Sentence

_OUT = frozenset({"from", "out of", "out from", "off"})
_INTO = frozenset({"into", "in to", "onto", "inside", "through", "deep into"})

_SPEAKING = frozenset({"according", "due", "thanks", "owing"})

STANDING = frozenset({Change.HOLDS})


def slot_of(sentence: Sentence, verb: int, slot: str, particles: Iterable[str] = ()) -> list[int]:
    """Return the tokens that fill a slot of a verb: its object, its subject or a prepositional phrase."""
    if slot == "obj":
        found = _told_of(sentence, verb, sentence.object(verb))
        return (
            _after_particle(sentence, verb, particles) if found is None else _all_told(sentence, verb, found)
        )
    if slot == "subj":
        found = None if sentence.is_passive(verb) else sentence.subject(verb)
        return [] if found is None else [found]
    cases = {"from": _OUT, "into": _INTO}.get(slot, frozenset({slot}))
    near = [(case, i) for case, i in sentence.obliques(verb) if case.split()[0] not in _SPEAKING]
    found_all = [i for case, i in near if case in cases or case.split()[-1] in cases]
    objects = [] if slot == "of" else sentence.children(verb, "obj")  # "drove fighters of B from X"
    if not found_all and objects:  # a parse may hang "from X" on the object
        found_all = [i for case, i in sentence.obliques(objects[0]) if case in cases]
    return found_all


def has_particle(sentence: Sentence, verb: int, particles: Iterable[str], *, reach: int = 2) -> bool:
    """Say whether one of the particles stands near behind a verb or hangs on it: "beat them back"."""
    near = {sentence.low(k) for k in range(verb + 1, min(verb + 1 + reach, len(sentence)))}
    near |= {sentence.low(c) for c in sentence.children(verb, "compound:prt", "advmod")}
    return not near.isdisjoint(particles)


def _told_of(sentence: Sentence, verb: int, found: int | None) -> int | None:
    """Return the place before ", which they had retaken", where a tree hangs the clause on another noun."""
    if found is None or not sentence.rel(verb).startswith("acl") or found != sentence.head(verb):
        return found
    host = sentence.head(found)
    if sentence.rel(found) == "appos" and host >= 0 and sentence.upos(host) == "PROPN":
        return host  # "A, a town in B, which they captured"
    which = next((c for c in sentence.below(verb) if sentence.low(c) in {"which", "that"}), None)
    if which is None or which < 2 or can_be_place(sentence, found):
        return found
    name = which - 2 if sentence.word(which - 1) == "," else which - 1
    return name if sentence.upos(name) == "PROPN" and name in sentence.below(found) else found


def _all_told(sentence: Sentence, verb: int, found: int) -> list[int]:
    """Return the whole list before ", which they took" where its last is "the rest of" what it began with."""
    relative = sentence.rel(verb) == "acl:relcl" and sentence.head(verb) == found
    whole = sentence.head(found)
    if sentence.rel(found) == "nmod" and sentence.lemma(whole) in words("control", "remaining"):
        found = whole  # a tree may hang the clause on the area of "the rest of the area"
    first = sentence.head(found)
    rest = sentence.lemma(found) in words("control", "remaining") and sentence.rel(found) == "conj"
    return [first] if relative and rest and can_be_place(sentence, first) else [found]


def _after_particle(sentence: Sentence, verb: int, particles: Iterable[str]) -> list[int]:
    """Return the object of "cut off the road", where a tree takes the particle for a preposition."""
    return [
        i
        for case, i in sentence.obliques(verb)
        if case.split()[0] in particles and sentence.low(verb + 1) == case.split()[0]
    ]


def party_of(sentence: Sentence, verb: int, slot: str, *, soft: bool = False) -> Named | None:
    """Return who fills a slot of a verb, None where it is nobody who can hold ground."""
    if slot == "subj":
        if sentence.is_passive(verb):
            return agent(sentence, verb)
        return party(sentence, sentence.subject(verb), soft=soft)
    if slot == "obj":
        return party(sentence, sentence.object(verb))
    return first_party(sentence, slot_of(sentence, verb, slot))


def withdrawn(sentence: Sentence, verb: int) -> Named | None:
    """Return whose troops "had been withdrawn from" a place: there the one who suffers is the party."""
    i = sentence.subject(verb) if sentence.is_passive(verb) else None
    return party(sentence, i) if i is not None and can_hold(sentence, i) else None


def control_draft(
    sentence: Sentence, token: int, place: Place, change: Change, who: Named | None, other: Named | None
) -> Draft | None:
    """Return the claim of control over the places, None where none of them is named or definite."""
    heads, names = place[0], [_unled(sentence, n) for n in place[1]]
    who, other = (None if n is None else _unled(sentence, n) for n in (who, other))
    who, other = clear_of(sentence, who, names), clear_of(sentence, other, names)
    names = [n for n in names if who is None or not n.span.meets(who.span)]
    if not names or not any(tells_which(sentence, n) for n in names):
        return None
    spans = [n.span for n in names] + [n.span for n in (who, other) if n is not None]
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    tokens = [token, *heads, *(i for i in (sentence.at(first), sentence.at(last - 1)) if i is not None)]
    return Draft(
        ClaimKind.CONTROL,
        sentence,
        token,
        clause_span(sentence, *tokens),
        Control(change, who, other),
        tuple(names),
        standing=change in STANDING or _stands(sentence, token, change),
    )


def _unled(sentence: Sentence, name: Named) -> Named:
    """Cut a verb's particle off that a tree hung on what follows: "won back X"."""
    tokens = sentence.inside(name.span)
    if len(tokens) < 2 or sentence.low(tokens[0]) not in words("control", "led_by"):
        return name
    span = Span(sentence.tokens[tokens[1]].start, name.span.end)
    return Named(span.of(sentence.text), span)


def _stands(sentence: Sentence, token: int, change: Change) -> bool:
    """Say whether a siege is told in the present: "is surrounded", "remains cut off"."""
    near = [token, *sentence.children(token, "aux", "cop")]
    present = any("Tense=Pres" in sentence.feats(i) and "VerbForm=Fin" in sentence.feats(i) for i in near)
    return change in {Change.SURROUNDED, Change.CUT_OFF, Change.CONTESTED} and present
