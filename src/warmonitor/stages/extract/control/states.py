"""States of ground in other words: "under rebel control", "in Y's hands", "under siege by", "rebel-held"."""

from warmonitor.model import Change, ClaimKind, Control, Named, Span
from warmonitor.stages.extract.control.grounds import Place, grounds, turned
from warmonitor.stages.extract.control.parties import first_party, holder
from warmonitor.stages.extract.control.slots import control_draft, party_of
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import can_be_place, place_names
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named

_COMING = frozenset({"come", "fall", "pass", "bring"})
_LAYING = frozenset({"lay", "impose", "tighten", "lie", "maintain"})


def under(sentence: Sentence, noun: int) -> Draft | None:
    """Read "has been under rebel control since …", "is in the hands of …"."""
    lemma, case = sentence.lemma(noun), sentence.case(noun)
    ruled = lemma in words("control", "under") and case == "under"
    hands = lemma in words("control", "hands") and case in {"in", "into"}
    if not ruled and not hands:
        return None
    who, place = _ruler(sentence, noun), turned(sentence, noun) or _borne(sentence, noun)
    if who is None or place is None:
        return None
    head = sentence.head(noun)
    coming = head >= 0 and sentence.lemma(head) in _COMING
    return control_draft(sentence, noun, place, Change.GAINED if coming else Change.HOLDS, who, None)


def _borne(sentence: Sentence, noun: int) -> Place | None:
    """Return the ground that a predicate or a phrase behind a noun is said of."""
    head = sentence.head(noun)
    subject = sentence.subject(noun)
    subject = _of_adverb(sentence, noun) if subject is None else subject
    if subject is None and head >= 0:
        subject = sentence.object(head) if sentence.is_verb(head) else None
        subject = sentence.subject(head) if subject is None else subject  # "left A in the hands of B"
        subject = head if subject is None and sentence.is_nominal(head) else subject
    if subject is None:
        return None
    if sentence.low(subject) == "which":
        return [subject], [named(sentence, subject)]
    return grounds(sentence, [subject])


def _of_adverb(sentence: Sentence, noun: int) -> int | None:
    """Return the subject that a tree hung on the adverb of "X is back in B's hands"."""
    before = sentence.phrase_tokens(noun)[0] - 2
    told = sentence.children(before, "nsubj") if before > 0 and sentence.upos(before) == "ADV" else []
    return told[0] if told else None


def _ruler(sentence: Sentence, noun: int) -> Named | None:
    for child in sentence.children(noun, "nmod:poss", "nmod", "amod", "compound"):
        full = sentence.lemma(child) in words("control", "fullness")
        if not full and sentence.case(child) in {"", "of"} and child != noun:
            return holder(sentence, child)
    return None


def masters(sentence: Sentence, noun: int) -> Draft | None:
    """Read "made themselves masters of X" and "are masters of X"."""
    place = grounds(sentence, [i for case, i in sentence.obliques(noun) if case == "of"])
    verb = sentence.head(noun)
    if sentence.lemma(noun) not in words("control", "masters") or place is None:
        return None
    if sentence.subject(noun) is not None and sentence.children(noun, "cop"):
        who, change = party_of(sentence, noun, "subj"), Change.HOLDS
    else:
        making = verb >= 0 and sentence.lemma(verb) in words("control", "mastering")
        who, change = party_of(sentence, verb, "subj") if making else None, Change.GAINED
    return control_draft(sentence, noun, place, change, who, None) if who else None


def under_siege(sentence: Sentence, noun: int) -> Draft | None:
    """Read "X has been under siege by …" and "laid siege to X"."""
    if sentence.lemma(noun) not in words("control", "siege"):
        return None
    head = sentence.head(noun)
    if sentence.case(noun) == "under":
        place = _borne(sentence, noun)
        agents = [i for case, i in sentence.obliques(noun) if case in {"by", "from"}]
        party = first_party(sentence, agents)
        return control_draft(sentence, noun, place, Change.SURROUNDED, party, None) if place else None
    if head < 0 or sentence.lemma(head) not in _LAYING:
        return None
    near = [found for node in (noun, head) for found in sentence.obliques(node)]
    place = grounds(sentence, [i for case, i in near if case in {"to", "on", "of", "around"}])
    party = party_of(sentence, head, "subj")
    return control_draft(sentence, head, place, Change.SURROUNDED, party, None) if place else None


def contested(sentence: Sentence, i: int) -> Draft | None:
    """Read "X is contested", "X remains disputed"."""
    if sentence.lemma(i) not in table("control", "adjectives")["contested"] or sentence.rel(i) == "amod":
        return None
    subject = sentence.subject(i)
    place = grounds(sentence, [subject]) if subject is not None and not sentence.is_verb(i) else None
    return control_draft(sentence, i, place, Change.CONTESTED, None, None) if place else None


def by_adjective(sentence: Sentence, i: int) -> Draft | None:
    """Read "the rebel-held town of X" and "the besieged town of X"."""
    prefix, _, state = sentence.low(i).rpartition("-")
    noun = _described(sentence, i)
    change = next((Change(c) for c, forms in table("control", "adjectives").items() if state in forms), None)
    if noun is None or change is None or (change is Change.HOLDS and not prefix):
        return None
    names = [n for n in place_names(sentence, noun) if _is_named(n.said.replace(sentence.word(i), ""))]
    if not names:
        return None
    start = sentence.tokens[i].start
    party = Named(sentence.word(i)[: len(prefix)], Span(start, start + len(prefix))) if prefix else None
    quote = clause_span(sentence, i, noun, *(k for n in names for k in sentence.inside(n.span)))
    return Draft(ClaimKind.CONTROL, sentence, i, quote, Control(change, party), tuple(names), standing=True)


def _described(sentence: Sentence, i: int) -> int | None:
    """Return the place that an adjective of control stands before, also where a tree hangs it elsewhere."""
    if sentence.rel(i) in {"amod", "compound", "nmod"} and sentence.head(i) >= 0:
        return sentence.head(i)
    if "-" in sentence.word(i) and sentence.rel(i) in {"xcomp", "root", "ccomp"}:
        return sentence.subject(i)  # "A remains rebel-held"
    after = i + 1 < len(sentence) and sentence.upos(i + 1) == "PROPN" and "-" in sentence.word(i)
    return i + 1 if after and can_be_place(sentence, i + 1) else None


def _is_named(said: str) -> bool:
    return any(c.isupper() for c in said)
