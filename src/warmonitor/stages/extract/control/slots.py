"""Where the place and the parties of a verb of control stand in its sentence."""

from warmonitor.model import Change, ClaimKind, Control, Named
from warmonitor.stages.extract.attacks.blame import is_force
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import can_be_place, deep_places, place_names
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named

_OUT = frozenset({"from", "out of", "out from", "off"})


_INTO = frozenset({"into", "in to", "onto", "inside", "through", "deep into"})


_DEFINITE = frozenset({"the", "this", "that", "its", "their", "both", "it", "one"})


_TELLING = frozenset({"of", "around", "near", "outside"})

STANDING = frozenset({Change.HOLDS})

Place = tuple[list[int], list[Named]]


def place_slot(sentence: Sentence, verb: int, slot: str) -> Place | None:
    """Return the tokens and names of the place that a slot of the verb holds."""
    heads = [i for name in slot.split("|") for i in slot_of(sentence, verb, name)]
    names = [n for i in heads if _is_ground(sentence, verb, i) for n in _names_at(sentence, i, verb)]
    if not names and sentence.lemma(verb) in words("control", "ringing"):  # "a force posted at X is cut off"
        names = [n for i in heads for n in deep_places(sentence, i)]
    once = list({n.span: n for n in names}.values())
    return (heads, once) if once else None


def _is_ground(sentence: Sentence, verb: int, i: int) -> bool:
    """Say whether a slot holds a place; "it" counts with verbs that only ground can suffer."""
    if sentence.lemma(verb) == "take" and sentence.lemma(i) in words("control", "roads"):
        return False  # lorries take a road too
    if sentence.low(i) == "it":
        return sentence.lemma(verb) in words("control", "of_ground")
    if sentence.low(sentence.content(i)) == "it":
        return True  # "most of it" can only be ground
    vague = sentence.lemma(i) in words("control", "vague")
    return vague or can_be_place(sentence, i) or can_be_place(sentence, sentence.content(i))


def _names_at(sentence: Sentence, i: int, verb: int | None = None) -> list[Named]:
    """Return the places of a phrase; for a site or an area without a name, the named places below it."""
    if sentence.low(i) == "it":
        return [named(sentence, i)]
    if sentence.low(sentence.content(i)) == "it":
        return [named(sentence, sentence.content(i))]
    i = sentence.content(i) if not can_be_place(sentence, i) else i
    lemma = sentence.lemma(i)
    if lemma not in words("control", "sites") | words("control", "roads") | words("control", "vague"):
        return place_names(sentence, i)
    parts = [p for one in sentence.conjuncts(i) for p in deep_places(sentence, one)]
    if verb is not None and lemma in words("control", "vague") | words("control", "roads"):
        # an area from A to B round C tells of C; A and B only say how far it reaches
        parts = [p for p in deep_places(sentence, verb) if p not in parts] or parts
    return parts or place_names(sentence, i)


def slot_of(sentence: Sentence, verb: int, slot: str) -> list[int]:
    """Return the tokens that fill a slot of a verb: its object, its subject or a prepositional phrase."""
    passive = sentence.is_passive(verb)
    if slot == "obj":
        found = sentence.object(verb)
        return [] if found is None else [found]
    if slot == "subj":
        found = None if passive else sentence.subject(verb)
        return [] if found is None else [found]
    cases = {"from": _OUT, "into": _INTO}.get(slot, frozenset({slot}))
    found_all = [i for case, i in sentence.obliques(verb) if case in cases or case.split()[-1] in cases]
    objects = sentence.children(verb, "obj")
    if slot in {"from", "into"} and not found_all and objects:  # a parse may hang "from X" on the object
        found_all = [i for case, i in sentence.obliques(objects[0]) if case in cases]
    return found_all


def party_of(sentence: Sentence, verb: int, slot: str) -> Named | None:
    """Return who fills a slot of a verb, None where it is nobody who can hold ground."""
    passive = sentence.is_passive(verb)
    if slot == "subj":
        if passive:
            agents = [i for case, i in sentence.obliques(verb) if case == "by"]
            return (
                named(sentence, agents[0], joined=True) if agents and is_force(sentence, agents[0]) else None
            )
        i = sentence.subject(verb)
    elif slot == "obj":
        i = sentence.object(verb)
    else:
        found = slot_of(sentence, verb, slot)
        i = found[0] if found else None
    if i is None or not is_force(sentence, i) or not sentence.is_nominal(i):
        return None
    return named(sentence, i, joined=True)


def control_draft(
    sentence: Sentence, token: int, place: Place, change: Change, party: Named | None, other: Named | None
) -> Draft | None:
    """Return the claim of control over the places, None where none of them is named or definite."""
    heads, names = place
    party, other = _clear_of(sentence, party, names), _clear_of(sentence, other, names)
    names = [n for n in names if party is None or not n.span.meets(party.span)]
    if not names or not any(_tells_which(sentence, n) for n in names):
        return None
    spans = [n.span for n in names] + [
        n.span for n in (party, other) if n is not None and n.span.end <= 10**9
    ]
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    tokens = [token, *heads, *(i for i in (sentence.at(first), sentence.at(last - 1)) if i is not None)]
    return Draft(
        ClaimKind.CONTROL,
        sentence,
        token,
        clause_span(sentence, *tokens),
        Control(change, party, other),
        tuple(names),
        standing=change in STANDING or _stands(sentence, token, change),
    )


def _stands(sentence: Sentence, token: int, change: Change) -> bool:
    """Say whether a siege is told in the present: "is surrounded", "remains cut off"."""
    near = [token, *sentence.children(token, "aux", "cop")]
    present = any("Tense=Pres" in sentence.feats(i) and "VerbForm=Fin" in sentence.feats(i) for i in near)
    return change in {Change.SURROUNDED, Change.CUT_OFF} and present


def _clear_of(sentence: Sentence, party: Named | None, names: list[Named]) -> Named | None:
    """Cut a party's phrase before the place that a tree hung on it: "pushed rebels from A"."""
    cut = [n.span.start for n in names if party is not None and n.span.meets(party.span)]
    if party is None or not cut or min(cut) <= party.span.start:
        return party
    tokens = [i for i in sentence.inside(party.span) if sentence.tokens[i].end <= min(cut)]
    while tokens and sentence.upos(tokens[-1]) in {"ADP", "DET", "PUNCT", "CCONJ", "ADV"}:
        tokens.pop()
    if not tokens:
        return party
    span = sentence.span_of(tokens[0], tokens[-1])
    return Named(span.of(sentence.text), span)


def _tells_which(sentence: Sentence, name: Named) -> bool:
    """Say whether a place is named or definite: not "a key town in the province", "territory"."""
    tokens = sentence.inside(name.span)
    head = next((i for i in tokens if sentence.head(i) not in tokens), tokens[0])
    if sentence.upos(head) == "PROPN" or _DEFINITE & {sentence.low(i) for i in tokens[:1]}:
        return True
    below = [i for case, i in sentence.obliques(head) if case.split()[-1] in _TELLING] + sentence.children(
        head, "appos"
    )
    named_below = any(sentence.word(i)[:1].isupper() for k in below for i in sentence.below(k) if i in tokens)
    return named_below or (
        sentence.word(tokens[-1])[:1].isupper() and head < tokens[-1] and not sentence.obliques(head)
    )
