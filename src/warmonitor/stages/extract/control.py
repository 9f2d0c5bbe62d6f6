"""Who holds, takes, loses, enters or surrounds ground."""

from dataclasses import replace
from typing import Any

from warmonitor.model import Change, ClaimKind, Control, Named
from warmonitor.stages.extract.blame import is_force
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.doubt import is_negated
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import can_be_place, deep_places, place_names
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speakers import named

_OUT = frozenset({"from", "out of", "out from", "off"})
_INTO = frozenset({"into", "in to", "onto", "inside", "through", "deep into"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "both", "it", "one"})
_TELLING = frozenset({"of", "around", "near", "outside"})
_VAGUE = frozenset({"area", "territory", "string", "zone", "pocket", "swathe", "swath", "stretch", "strip"})
_RINGS = frozenset({"surround", "encircle", "besiege", "cut", "isolate", "blockade", "trap"})
_STANDING = frozenset({Change.HOLDS})


def find_control(sentence: Sentence) -> list[Draft]:
    """Return the claims of control of a sentence, each with at least one place."""
    found: list[Draft] = []
    for i in range(len(sentence)):
        for reader in (_by_frame, _by_control_noun, _under, _under_siege, _by_adjective):
            if draft := reader(sentence, i):
                found.append(draft)
                break
    return _without_repeats([d for d in found if not is_negated(sentence, d.token)])


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


def _by_frame(sentence: Sentence, verb: int) -> Draft | None:
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
    place = _place_slot(sentence, verb, frame["place"])
    if not place:
        return None
    if frame.get("only") == "edge" and not any(_is_edge(n) for n in place[1]):
        return None
    party = _party(sentence, verb, frame["party"])
    other = _party(sentence, verb, frame["other"]) if "other" in frame else None
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
        and (_slot(sentence, verb, "of") or _of_things(sentence, place[0]))
    ):
        return None  # cleared of mines, not of men
    if frame["verbs"][0] == "fall" and party is None:
        if not _falls(sentence, verb):
            return None
        change = Change.LOST
    return _draft(sentence, verb, place, change, party, other)


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


Place = tuple[list[int], list[Named]]


def _place_slot(sentence: Sentence, verb: int, slot: str) -> Place | None:
    """Return the tokens and names of the place that a slot of the verb holds."""
    heads = [i for name in slot.split("|") for i in _slot(sentence, verb, name)]
    names = [n for i in heads if _is_ground(sentence, verb, i) for n in _names_at(sentence, i, verb)]
    if not names and sentence.lemma(verb) in _RINGS:  # "a force posted at X is cut off"
        names = [n for i in heads for n in deep_places(sentence, i)]
    return (heads, names) if names else None


def _is_ground(sentence: Sentence, verb: int, i: int) -> bool:
    """Say whether a slot holds a place; "it" counts with verbs that only ground can suffer."""
    if sentence.lemma(verb) == "take" and sentence.lemma(i) in words("control", "roads"):
        return False  # lorries take a road too
    if sentence.low(i) == "it":
        return sentence.lemma(verb) in words("control", "of_ground")
    return can_be_place(sentence, i) or can_be_place(sentence, sentence.content(i))


def _names_at(sentence: Sentence, i: int, verb: int | None = None) -> list[Named]:
    """Return the places of a phrase; where a site or an area has no name of its own, the named place below it."""
    if sentence.low(i) == "it":
        return [named(sentence, i)]
    i = sentence.content(i) if not can_be_place(sentence, i) else i
    lemma = sentence.lemma(i)
    if lemma not in words("control", "sites") | words("control", "roads") | _VAGUE:
        return place_names(sentence, i)
    parts = [p for one in sentence.conjuncts(i) for p in deep_places(sentence, one)]
    if not parts and verb is not None and lemma in _VAGUE:
        parts = deep_places(sentence, verb)
    return parts or place_names(sentence, i)


def _slot(sentence: Sentence, verb: int, slot: str) -> list[int]:
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


def _party(sentence: Sentence, verb: int, slot: str) -> Named | None:
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
        found = _slot(sentence, verb, slot)
        i = found[0] if found else None
    if i is None or not is_force(sentence, i) or not sentence.is_nominal(i):
        return None
    return named(sentence, i, joined=True)


def _draft(
    sentence: Sentence, token: int, place: Place, change: Change, party: Named | None, other: Named | None
) -> Draft | None:
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
        standing=change in _STANDING,
    )


def _clear_of(sentence: Sentence, party: Named | None, names: list[Named]) -> Named | None:
    """Cut a party's phrase before the place that a tree hung on it: "rebels from A" in "pushed rebels from A"."""
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


def _by_control_noun(sentence: Sentence, noun: int) -> Draft | None:
    """Read "took full control of X", "lost control of X"."""
    if sentence.lemma(noun) not in words("control", "nouns"):
        return None
    verb = sentence.head(noun)
    case = sentence.case(noun)
    if noun < 0 or case in {"under", "for", "over"}:
        return None
    change = next(
        (Change(c) for c, verbs in table("control", "noun_verbs").items() if sentence.lemma(verb) in verbs),
        None,
    )
    heads = [i for c, i in sentence.obliques(noun) if c in {"of", "over"}]
    heads = heads or [
        i for c, i in (sentence.obliques(verb) if verb >= 0 else []) if c in {"of", "over"} and i > noun
    ]
    names = [n for i in heads if can_be_place(sentence, i) for n in place_names(sentence, i)]
    if case == "in" and names:
        return _in_control(sentence, noun, heads, names)
    if change is None or not names:
        return None
    return _draft(sentence, verb, (heads, names), change, _party(sentence, verb, "subj"), None)


def _in_control(sentence: Sentence, noun: int, heads: list[int], names: list[Named]) -> Draft | None:
    """Read "the army was in full control of X"."""
    subject = sentence.subject(noun)
    if subject is None and sentence.head(noun) >= 0:
        subject = sentence.subject(sentence.head(noun))
    if subject is None or not is_force(sentence, subject):
        return None
    return _draft(sentence, noun, (heads, names), Change.HOLDS, named(sentence, subject, joined=True), None)


def _under(sentence: Sentence, noun: int) -> Draft | None:
    """Read "has been under rebel control since …", "is in the hands of …"."""
    lemma, case = sentence.lemma(noun), sentence.case(noun)
    under = lemma in words("control", "under") and case == "under"
    hands = lemma in words("control", "hands") and case in {"in", "into"}
    if not under and not hands:
        return None
    holder = _holder(sentence, noun)
    subject = sentence.subject(noun)
    head = sentence.head(noun)
    subject = (
        subject
        if subject is not None or head < 0
        else (sentence.subject(head) if sentence.is_verb(head) else head)
    )
    if holder is None or subject is None:
        return None
    names = (
        place_names(sentence, subject)
        if can_be_place(sentence, subject) or sentence.low(subject) == "it"
        else []
    )
    names = names or ([named(sentence, subject)] if sentence.low(subject) in {"it", "which"} else [])
    change = (
        Change.GAINED
        if head >= 0 and sentence.lemma(head) in {"come", "fall", "pass", "bring"}
        else Change.HOLDS
    )
    return _draft(sentence, noun, ([subject], names), change, holder, None) if names else None


def _holder(sentence: Sentence, noun: int) -> Named | None:
    for child in sentence.children(noun, "nmod:poss", "nmod", "amod", "compound"):
        if sentence.lemma(child) not in {
            "full",
            "complete",
            "total",
            "partial",
            "direct",
            "effective",
            "firm",
            "military",
        }:
            if sentence.case(child) in {"", "of"} and child != noun:
                return named(sentence, child, joined=True)
    return None


def _under_siege(sentence: Sentence, noun: int) -> Draft | None:
    """Read "X has been under siege by …", "laid siege to X", "the siege of X by …" is left to the context."""
    if sentence.lemma(noun) not in words("control", "siege"):
        return None
    head = sentence.head(noun)
    if sentence.case(noun) == "under":
        subject = sentence.subject(noun)
        subject = subject if subject is not None or head < 0 else sentence.subject(head)
        names = (
            place_names(sentence, subject) if subject is not None and can_be_place(sentence, subject) else []
        )
        agents = [i for case, i in sentence.obliques(noun) if case in {"by", "from"}]
        party = named(sentence, agents[0], joined=True) if agents else None
        heads = [subject] if subject is not None else []
        return _draft(sentence, noun, (heads, names), Change.SURROUNDED, party, None) if names else None
    if head >= 0 and sentence.lemma(head) in {"lay", "impose", "tighten", "lie", "maintain"}:
        heads = [
            i
            for v in (noun, head)
            for case, i in sentence.obliques(v)
            if case in {"to", "on", "of", "around"}
        ]
        names = [n for i in heads if can_be_place(sentence, i) for n in place_names(sentence, i)]
        return (
            _draft(sentence, head, (heads, names), Change.SURROUNDED, _party(sentence, head, "subj"), None)
            if names
            else None
        )
    return None


def _is_named(sentence: Sentence, noun: int) -> bool:
    """Say whether the noun that bears "rebel-held" is a name, or the word before one: "the … town of X"."""
    below = [i for case, i in sentence.obliques(noun) if case == "of"] + sentence.children(
        noun, "appos", "flat", "compound"
    )
    return sentence.upos(noun) == "PROPN" or any(sentence.upos(i) == "PROPN" for i in below)


def _by_adjective(sentence: Sentence, i: int) -> Draft | None:
    """Read "the rebel-held town of X"."""
    low = sentence.low(i)
    holder, hyphen, state = low.rpartition("-")
    noun = sentence.head(i)
    if not hyphen or noun < 0 or sentence.rel(i) not in {"amod", "compound", "nmod"}:
        return None
    change = next((Change(c) for c, forms in table("control", "adjectives").items() if state in forms), None)
    if change is None or not holder:
        return None
    names = [
        n
        for n in place_names(sentence, noun)
        if any(c.isupper() for c in n.said.replace(sentence.word(i), ""))
    ]
    start = sentence.tokens[i].start
    party = Named(sentence.word(i)[: len(holder)], type(sentence.span)(start, start + len(holder)))
    if not names:
        return None
    quote = clause_span(sentence, i, noun, *(k for n in names for k in sentence.inside(n.span)))
    return Draft(ClaimKind.CONTROL, sentence, i, quote, Control(change, party), tuple(names), standing=True)
