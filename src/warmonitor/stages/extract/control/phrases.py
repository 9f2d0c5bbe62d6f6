"""Control in other words: "took control of", "under siege by", "rebel-held"."""

from warmonitor.model import Change, ClaimKind, Control, Named
from warmonitor.stages.extract.attacks.blame import is_force
from warmonitor.stages.extract.control.slots import control_draft, party_of
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import can_be_place, place_names
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named


def by_control_noun(sentence: Sentence, noun: int) -> Draft | None:
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
    return control_draft(sentence, verb, (heads, names), change, party_of(sentence, verb, "subj"), None)


def _in_control(sentence: Sentence, noun: int, heads: list[int], names: list[Named]) -> Draft | None:
    """Read "the army was in full control of X"."""
    subject = sentence.subject(noun)
    if subject is None and sentence.head(noun) >= 0:
        subject = sentence.subject(sentence.head(noun))
    if subject is None or not is_force(sentence, subject):
        return None
    return control_draft(
        sentence, noun, (heads, names), Change.HOLDS, named(sentence, subject, joined=True), None
    )


def under(sentence: Sentence, noun: int) -> Draft | None:
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
    return control_draft(sentence, noun, ([subject], names), change, holder, None) if names else None


def _holder(sentence: Sentence, noun: int) -> Named | None:
    for child in sentence.children(noun, "nmod:poss", "nmod", "amod", "compound"):
        full = sentence.lemma(child) in words("control", "fullness")
        if not full and sentence.case(child) in {"", "of"} and child != noun:
            return named(sentence, child, joined=True)
    return None


def under_siege(sentence: Sentence, noun: int) -> Draft | None:
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
        return (
            control_draft(sentence, noun, (heads, names), Change.SURROUNDED, party, None) if names else None
        )
    if head >= 0 and sentence.lemma(head) in {"lay", "impose", "tighten", "lie", "maintain"}:
        heads = [
            i
            for v in (noun, head)
            for case, i in sentence.obliques(v)
            if case in {"to", "on", "of", "around"}
        ]
        names = [n for i in heads if can_be_place(sentence, i) for n in place_names(sentence, i)]
        return (
            control_draft(
                sentence, head, (heads, names), Change.SURROUNDED, party_of(sentence, head, "subj"), None
            )
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


def by_adjective(sentence: Sentence, i: int) -> Draft | None:
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
