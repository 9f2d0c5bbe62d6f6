"""Who stands behind words: owners of statements, carriers, witnesses, "according to"."""

from warmonitor.model import Attribution, Named, Stance
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import Said, can_speak, has_speaker, named

_BRACKETED = 8  # tokens from bracket to bracket
_ACCORDING = ("according to", "citing", "as per", "per")


def by_owner(sentence: Sentence, noun: int) -> Said | None:
    """Read "the ministry's figure was 700", "by the monitor's count", "by the count of X" as their words."""
    if sentence.lemma(noun) not in words("speech", "counts"):
        return None
    owners = sentence.children(noun, "nmod:poss")
    if not owners and sentence.case(noun) in words("speech", "by_count"):
        owners = [n for case, n in sentence.obliques(noun) if case == "of" and can_speak(sentence, n)]
    if not owners or sentence.upos(owners[0]) == "PRON":
        return None
    content = frozenset(range(len(sentence))) - sentence.below(owners[0])
    return Said(
        (Attribution(named(sentence, owners[0]), None, sentence.lemma(noun)),),
        content,
        Stance.ASSERTED,
        None,
        owners[0],
    )


def by_list(sentence: Sentence, verb: int) -> Said | None:
    """Read "a doctor has a list of 12 dead", "the office keeps a record of 40 killed" as their words."""
    if sentence.lemma(verb) not in words("speech", "keeping") or not sentence.is_verb(verb):
        return None
    subject, kept = sentence.subject(verb), sentence.object(verb)
    if subject is None or kept is None or sentence.is_passive(verb) or not can_speak(sentence, subject):
        return None
    if (
        sentence.lemma(kept) not in words("speech", "lists")
        or sentence.lemma(subject) in _holders_of_ground()
    ):
        return None
    below = sentence.below(kept)
    if not any(i in below for q in sentence.quantities for i in sentence.inside(q.span)):
        return None
    speakers = tuple(speakers_of(sentence, subject, None, sentence.lemma(verb)))
    return Said(speakers, below, Stance.ASSERTED, verb, subject)


def _holders_of_ground() -> frozenset[str]:
    """Return words for places, which have tolls but tell none: "the town has a toll of 40"."""
    return words("control", "places") | words("toll", "campaign")


def speakers_of(sentence: Sentence, subject: int, via: Named | None, cue: str) -> list[Attribution]:
    """Return the speakers of a phrase, one for each that "and" joins."""
    first, *others = sentence.conjuncts(subject)
    return [
        Attribution(named(sentence, s), via, cue)
        for i in (first, *(o for o in others if can_speak(sentence, o)))
        for s in [_bearer(sentence, i)]
    ]


def _bearer(sentence: Sentence, i: int) -> int:
    """Return who stands behind "a statement by X", "X issued a report saying"; else i itself."""
    if sentence.lemma(i) not in words("speech", "nouns") or sentence.lemma(i).startswith("spokes"):
        return i
    owners = sentence.children(i, "nmod:poss") or [
        n for case, n in sentence.obliques(i) if case in {"by", "from", "of"} and sentence.is_nominal(n)
    ]
    above = sentence.head(i)
    if sentence.rel(i) == "obj" and sentence.lemma(above) in words("speech", "carrying"):
        owners += [n for n in [sentence.subject(above)] if n is not None and can_speak(sentence, n)]
    owners += [n for p in sentence.children(i, "acl") for case, n in sentence.obliques(p) if case == "by"]
    return owners[0] if owners else i


def farther(sentence: Sentence, subject: int, verb: int) -> list[Attribution]:
    """Return who carried the words: "a statement carried by the agency", "the agency quoted him"."""
    found = []
    for bearer in sentence.children(subject, "acl", "acl:relcl"):
        if sentence.lemma(bearer) in words("speech", "carrying"):
            found += [n for case, n in sentence.obliques(bearer) if case == "by"]
    governor = sentence.head(subject)
    if governor >= 0 and governor != verb and sentence.lemma(governor) in {"quote", "cite"}:
        farther = sentence.subject(governor)
        found += [farther] if farther is not None and farther != subject else []
    own = _bearer(sentence, subject)
    return [Attribution(named(sentence, n), None, "carried") for n in found if n != own]


def cited_by(sentence: Sentence, subject: int, cue: str) -> list[Attribution]:
    """Return whom a speaker only passes on, by that speaker: "the daily, which cited police, said …"."""
    carrier = named(sentence, subject)
    for verb in sentence.children(subject, "acl", "acl:relcl"):
        passes_on = sentence.lemma(verb) in {"cite", "quote"} and not sentence.is_passive(verb)
        source = sentence.object(verb) if passes_on else None
        if source is not None and source > verb and can_speak(sentence, source):
            return speakers_of(sentence, source, carrier, cue)
    return []


def by_claim(sentence: Sentence, noun: int) -> Said | None:
    """Read "the army's claim that it had taken the town", "the rebels' claim to have killed 30"."""
    if sentence.lemma(noun) not in words("speech", "rebutted") or sentence.upos(noun) != "NOUN":
        return None
    owners = [i for i in sentence.children(noun, "nmod:poss") if sentence.upos(i) != "PRON"]
    clauses = [
        c
        for c in sentence.children(noun, "acl", "ccomp")
        if c > noun and any(sentence.low(k) in {"that", "to"} for k in sentence.children(c))
    ]
    if not owners or not clauses:
        return None
    alleged = sentence.lemma(noun) in words("speech", "hearsay")
    stance = Stance.ALLEGED if alleged else Stance.ASSERTED
    speakers = tuple(speakers_of(sentence, owners[0], None, sentence.lemma(noun)))
    return Said(speakers, sentence.below(clauses[0]), stance, None, owners[0])


def quoted_by(sentence: Sentence, verb: int) -> tuple[int | None, Named | None]:
    """Return who speaks and who passes it on in "X quoted Y as saying", "Y was quoted by X as saying"."""
    quoting = sentence.head(verb)
    lead = [sentence.low(c) for c in sentence.children(verb, "mark", "case")]
    if quoting < 0 or "as" not in lead or sentence.lemma(quoting) not in words("speech", "quoting"):
        return None, None
    speaker = sentence.object(quoting)
    passive = sentence.is_passive(quoting)
    agents = [n for case, n in sentence.obliques(quoting) if case == "by"] if passive else []
    carrier = agents[0] if agents else (None if passive else sentence.subject(quoting))
    return speaker, named(sentence, carrier) if carrier is not None and carrier != speaker else None


def by_preposition(sentence: Sentence, i: int) -> Said | None:
    """Read "according to X", "citing X"."""
    case = sentence.case(i)
    if case not in _ACCORDING or not (
        can_speak(sentence, i) or sentence.lemma(i) in words("speakers", "shown")
    ):
        return None
    own = sentence.below(i)
    own -= frozenset().union(
        *(sentence.below(c) for c in sentence.children(i, "parataxis", "ccomp", "dep")), frozenset()
    )
    first = min(own)
    start, end = 0, len(sentence)
    for k in range(first - 2, -1, -1):
        if sentence.low(k) in {"while", "whereas", ";"} and has_speaker(sentence, 0, k):
            start = k
            break
    content = frozenset(range(start, end)) - own
    return Said(tuple(speakers_of(sentence, i, None, "according")), content, Stance.ASSERTED, None, i)


def by_bracket(sentence: Sentence) -> Said | None:
    """Read "33,996 people displaced (IOM)", "(Source: IOM)": a name in brackets at the end, no short form."""
    last = len(sentence) - 1
    while last > 0 and sentence.word(last) in ".;":
        last -= 1
    opened = next((i for i in range(last, 0, -1) if sentence.word(i) == "("), 0)
    if not 0 < opened < last <= opened + _BRACKETED or sentence.word(last) != ")":
        return None
    first = opened + 1
    if sentence.lemma(first) == "source":
        first += 2 if sentence.word(first + 1) == ":" else 1
    elif sentence.upos(opened - 1) == "PROPN" and opened - 1 not in sentence.dated_tokens:
        return None  # "the Bode Front (BF)"
    if first >= last or not _is_name(sentence, first, last) or not _has_verb(sentence, opened):
        return None
    span = sentence.span_of(first, last - 1)
    speaker = Attribution(Named(span.of(sentence.text), span), None, "in brackets")
    return Said((speaker,), frozenset(range(opened)), Stance.ASSERTED, None, last - 1)


def _is_name(sentence: Sentence, first: int, last: int) -> bool:
    parts = all(_of_name(sentence, i) for i in range(first, last))
    opens = sentence.upos(first) in {"PROPN", "NOUN"} and sentence.word(first)[0].isupper()
    return parts and opens and first not in sentence.dated_tokens


def _of_name(sentence: Sentence, i: int) -> bool:
    """Say whether a word may stand in the name of a body: a name, a noun or adjective that is capital."""
    capital = sentence.word(i)[0].isupper() and sentence.upos(i) in {"NOUN", "ADJ"}
    return capital or sentence.upos(i) in {"PROPN", "ADP", "CCONJ"}


def _has_verb(sentence: Sentence, end: int) -> bool:
    return any(sentence.is_verb(i) for i in range(end))


def by_witness(sentence: Sentence, verb: int) -> Said | None:
    """Take a reporter's own eyes for a source: "where the agency's correspondent saw …"."""
    if sentence.lemma(verb) not in words("speech", "witnessing") or not sentence.is_verb(verb):
        return None
    subject = sentence.subject(verb)
    if subject is None or not any(
        sentence.lemma(i) in words("speech", "reporters") for i in sentence.below(subject)
    ):
        return None
    content = frozenset(range(len(sentence))) - sentence.below(subject) - {verb}
    return Said(tuple(speakers_of(sentence, subject, None, "saw")), content, Stance.ASSERTED, verb, subject)
