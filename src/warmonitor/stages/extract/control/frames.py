"""Verbs of control, read by the table of frames."""

from dataclasses import replace
from typing import Any

from warmonitor.model import Change, ClaimKind, Control, Named, Span, Stance
from warmonitor.stages.extract.control.grounds import Place, grounds, needs_ground, run_of_names, turned
from warmonitor.stages.extract.control.parties import can_hold, party
from warmonitor.stages.extract.control.slots import control_draft, has_particle, party_of, slot_of, withdrawn
from warmonitor.stages.extract.cues import speech, table, words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import can_be_place, is_place_noun
from warmonitor.stages.extract.sentence import Sentence

_EDGES = ("outskirts", "edge", "centre", "center", "suburb", "gates", "entrance")

_MANY = frozenset({"they", "it"})
_WHITHER = frozenset(
    {"from", "of", "to", "into", "towards", "toward", "behind", "across", "on", "in", "out of"}
)

Frame = dict[str, Any]


def by_frame(sentence: Sentence, verb: int) -> Draft | None:
    """Return the claim that a verb of control makes, None where it makes none."""
    if not sentence.is_verb(verb):
        return _headline(sentence, verb)
    lemma = sentence.lemma(verb)
    for frame in table("control", "frames"):
        if (
            lemma in frame["verbs"]
            and not _of_men(sentence, verb, frame)
            and _shaped(sentence, verb, frame)
            and (one := _framed(sentence, verb, frame))
        ):
            return one
    return None


def _of_men(sentence: Sentence, verb: int, frame: Frame) -> bool:
    """Say whether it is done to men who leave a place: "evacuated their garrison from A"."""
    found = sentence.object(verb)
    if frame["change"] != "lost" or frame["place"] != "obj" or found is None:
        return False
    men = sentence.lemma(found) in words("control", "garrisons")
    return men and any(
        case in {"from", "out of"} for node in (verb, found) for case, _ in sentence.obliques(node)
    )


def _shaped(sentence: Sentence, verb: int, frame: Frame) -> bool:
    """Say whether the particle and the object that the frame asks for stand with the verb."""
    if "particles" in frame and not has_particle(sentence, verb, frame["particles"]):
        return False
    return "of" not in frame or frame["of"] in {sentence.lemma(i) for i in sentence.children(verb, "obj")}


def _framed(sentence: Sentence, verb: int, frame: Frame) -> Draft | None:
    particles = frame.get("particles", ())
    heads = [i for slot in frame["place"].split("|") for i in slot_of(sentence, verb, slot, particles)]
    place = _listed_behind(sentence, verb) or grounds(sentence, heads, verb)
    if place is None:
        gone = _gone(sentence, verb) if frame["place"].startswith("from") else None
        return _not_ringed(sentence, verb, frame) or gone
    if not _only(sentence, verb, place, frame) or (frame["place"] == "into" and _led(sentence, verb)):
        return None
    who = party_of(sentence, verb, frame["party"], soft=frame.get("soft", False))
    if who is None and frame.get("soft"):
        return _they_left(sentence, verb, place, frame)
    if who is None and frame["party"] == "subj" and _moves(sentence, verb, frame):
        who = withdrawn(sentence, verb)
    if frame.get("other") == "of":
        return _cleared(sentence, verb, place, who)
    other = party_of(sentence, verb, frame["other"]) if "other" in frame else None
    if frame["verbs"][0] == "fall" and who is None and _falls(sentence, verb):
        return control_draft(sentence, verb, place, Change.LOST, None, other)
    if frame.get("other") == "to" and who is None and other is not None and sentence.is_passive(verb):
        return control_draft(sentence, verb, place, Change.GAINED, other, None)  # "A was handed to them"
    if who is None and not _may_be_open(sentence, verb, frame):
        return None
    draft = control_draft(sentence, verb, place, Change(frame["change"]), who, other)
    kept = any(n.said.lower() == "it" for n in place[1]) and needs_ground(sentence, verb)
    return replace(draft, unsure=True) if draft is not None and kept else draft


def _listed_behind(sentence: Sentence, verb: int) -> Place | None:
    """Return the places of "Held by B are X, Y and Z"."""
    bare = sentence.is_past_participle(verb) and not sentence.children(verb, "nsubj", "nsubj:pass")
    agents = [i for case, i in sentence.obliques(verb) if case == "by"]
    return turned(sentence, verb) if bare and agents else None


def _led(sentence: Sentence, verb: int) -> bool:
    """Say whether captives are led over ground: they do not enter it as forces do."""
    subject = sentence.subject(verb)
    if subject is None:
        return False
    men = [subject, *(i for case, i in sentence.obliques(subject) if case == "of")]
    told = {sentence.low(c) for i in men for c in sentence.children(i, "amod", "compound")}
    captives = {sentence.lemma(i) for i in men} & words("control", "captives")
    return bool(captives or told & words("control", "captured"))


def _moves(sentence: Sentence, verb: int, frame: Frame) -> bool:
    """Say whether who suffers a verb is who moves: "troops withdrawn from A", "Troops advanced into A"."""
    return frame["place"].startswith("from") or (frame["place"] == "into" and sentence.rel(verb) == "acl")


def _they_left(sentence: Sentence, verb: int, place: Place, frame: Frame) -> Draft | None:
    """Read "they left A" as a claim that holds only if forces are meant, and "A was left" as it stands."""
    subject = sentence.subject(verb)
    if sentence.is_passive(verb):
        return control_draft(sentence, verb, place, Change(frame["change"]), None, None)
    who = party(sentence, subject) if subject is not None and sentence.low(subject) in _MANY else None
    draft = control_draft(sentence, verb, place, Change(frame["change"]), who, None) if who else None
    return None if draft is None else replace(draft, unsure=True)


def _gone(sentence: Sentence, verb: int) -> Draft | None:
    """Read "the rebels pulled out the same night", which names no place: what was told before lends it."""
    who = party(sentence, sentence.subject(verb), soft=True)
    where = [
        case for case, i in sentence.obliques(verb) if i not in sentence.dated_tokens and case in _WHITHER
    ]
    gone = sentence.lemma(verb) in words("control", "going")
    if who is None or where or not gone or sentence.object(verb) is not None or sentence.is_passive(verb):
        return None
    quote = clause_span(sentence, verb, *sentence.inside(who.span))
    return Draft(ClaimKind.CONTROL, sentence, verb, quote, Control(Change.LOST, who))


def _not_ringed(sentence: Sentence, verb: int, frame: Frame) -> Draft | None:
    """Read "denied that its troops were encircled", which names no place: what was told before lends it."""
    above = sentence.head(verb)
    denied = above >= 0 and speech().stances.get(sentence.lemma(above)) is Stance.DENIED
    men = sentence.object(verb)
    if frame["change"] != "surrounded" or not denied or men is None or not sentence.is_passive(verb):
        return None
    if not can_hold(sentence, men):
        return None
    quote = clause_span(sentence, verb, *sentence.phrase_tokens(men))
    return Draft(ClaimKind.CONTROL, sentence, verb, quote, Control(Change.SURROUNDED, None))


def _may_be_open(sentence: Sentence, verb: int, frame: Frame) -> bool:
    """Say whether nobody needs to be named: "the town was taken", "the town changed hands"."""
    return frame["party"] == "none" or (frame["party"] == "subj" and sentence.is_passive(verb))


def _only(sentence: Sentence, verb: int, place: Place, frame: Frame) -> bool:
    match frame.get("only"):
        case "edge":
            return any(part in n.said.lower() for n in place[1] for part in _EDGES)
        case "called":
            return any(is_place_noun(sentence, i) for i in place[0])
        case "named road":
            road = any(sentence.lemma(i) in words("control", "roads") for i in place[0])
            return road and any(c.isupper() for n in place[1] for c in n.said)
        case "road":
            return any(sentence.lemma(i) in words("control", "roads") for i in place[0])
        case "named":
            return all(sentence.upos(i) == "PROPN" for i in place[0])
        case "both":
            agents = [i for case, i in sentence.obliques(verb) if case == "by"]
            return any(len(sentence.conjuncts(i)) > 1 for i in agents)
    return True


def _cleared(sentence: Sentence, verb: int, place: Place, who: Named | None) -> Draft | None:
    """Read "cleared X of the rebels"; cleared of mines or rubble is no gain."""
    of = [n for i in (verb, *place[0]) for case, n in sentence.obliques(i) if case == "of"]
    of += [n for i in of for case, n in sentence.obliques(i) if case == "of"]
    men = next(
        (n for n in of if not can_be_place(sentence, n) or (can_hold(sentence, n) and n == of[-1])), None
    )
    called = any(sentence.upos(i) == "PROPN" for i in place[0])  # "cleared A of B": A is the place
    if called and of:
        men = next((n for n in of if can_hold(sentence, n)), men)
    if men is None or (sentence.upos(men) == "PROPN" and len(of) == 1 and not called):
        return control_draft(sentence, verb, place, Change.GAINED, who, None) if who else None
    other = party(sentence, men)
    end = sentence.tokens[sentence.phrase_tokens(men)[0] - 1].start
    spans = [Span(n.span.start, min(n.span.end, end - 1)) if n.span.start < end else n.span for n in place[1]]
    cut = [Named(span.of(sentence.text), span) for span in spans]
    return control_draft(sentence, verb, (place[0], cut), Change.GAINED, who, other) if other else None


def _falls(sentence: Sentence, verb: int) -> bool:
    cases = {case for case, i in sentence.obliques(verb) if i not in sentence.dated_tokens}
    return not sentence.children(verb, "obj", "xcomp") and cases <= {"without", "after", "within", "by"}


def _run(sentence: Sentence, start: int) -> Place:
    return [start], run_of_names(sentence, start)


def _men_of(sentence: Sentence, noun: int) -> int | None:
    """Return the "fighters" of "fighters of the B control A", where a tree takes the verb for B's noun."""
    k = noun - 1
    while k > 1 and sentence.upos(k) in {"PROPN", "DET", "ADJ"} and k not in sentence.dated_tokens:
        k -= 1
    of = k > 0 and k < noun - 1 and sentence.low(k) == "of" and sentence.upos(noun + 1) == "PROPN"
    men = of and sentence.lemma(k - 1) in words("attack", "forces") and sentence.low(k - 1).endswith("s")
    return k - 1 if men else None


def _headline(sentence: Sentence, noun: int) -> Draft | None:
    """Read a verb that a tree takes for a noun: "Rebel forces control A"."""
    if sentence.upos(noun) != "NOUN" or not 0 < noun < len(sentence) - 1:
        return None
    men = _men_of(sentence, noun)
    if men is None and sentence.case(noun):
        return None
    frame = next((f for f in table("control", "frames") if sentence.lemma(noun) in f["verbs"]), None)
    many = sentence.low(noun - 1) != sentence.lemma(noun - 1) or sentence.lemma(noun - 1) == "people"
    if frame is None or frame["place"] != "obj" or "particles" in frame or "of" in frame or "only" in frame:
        return None
    heads = sentence.children(noun, "obj") or [i for i in (noun + 1,) if sentence.upos(i) == "PROPN"]
    doer = party(sentence, noun - 1) if sentence.lemma(noun - 1) in words("attack", "forces") else None
    place = grounds(sentence, heads)
    if men is not None:  # "fighters of the B control A"
        span = sentence.span_of(men, noun - 1)
        doer, many, place = Named(span.of(sentence.text), span), True, _run(sentence, noun + 1)
    if doer is None or place is None or not many or sentence.low(noun) != sentence.lemma(noun):
        return None
    return control_draft(sentence, noun, place, Change(frame["change"]), doer, None)
