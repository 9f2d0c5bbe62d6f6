"""Who says what in a sentence: stretches of words with their speaker, stance and hearer."""

from dataclasses import dataclass, replace

from warmonitor.model import Attribution, Named, Stance
from warmonitor.stages.extract.cues import speech, words
from warmonitor.stages.extract.putin import find_put_in
from warmonitor.stages.extract.sentence import Sentence

_ACCORDING = ("according to", "citing", "as per", "per")
_BEARS = frozenset(
    {"carry", "publish", "release", "issue", "cite", "quote", "post", "broadcast", "run", "air"}
)
_WITNESS = frozenset({"see", "witness", "hear", "observe"})
_REPORTERS = frozenset(
    {"correspondent", "reporter", "journalist", "photographer", "stringer", "crew", "team"}
)
_SELVES = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words that somebody is said to have said: the speaker, and the tokens that belong to the speech.

    `content` holds token numbers of the sentence; `modality` is planned or possible for verbs of will or fear.
    """

    attributions: tuple[Attribution, ...]
    content: frozenset[int]
    stance: Stance = Stance.ASSERTED
    verb: int | None = None
    subject: int | None = None


def named(sentence: Sentence, i: int, *, joined: bool = False) -> Named:
    """Return the noun phrase of token i as a name, as written."""
    span = sentence.phrase(i, joined=joined)
    return Named(span.of(sentence.text), span)


def find_said(sentence: Sentence) -> list[Said]:
    """Return every stretch of reported speech of the sentence, outermost first."""
    found = [
        s for i in range(len(sentence)) for s in (_by_verb(sentence, i), _by_preposition(sentence, i)) if s
    ]
    found += [
        s for i in range(len(sentence)) for s in (_by_witness(sentence, i), _by_owner(sentence, i)) if s
    ]
    return sorted(found, key=lambda s: (-len(s.content), s.verb or 0))


def _by_verb(sentence: Sentence, verb: int) -> Said | None:
    lemma = sentence.lemma(verb)
    stance = speech().stances.get(lemma) or _puts_a_number(sentence, verb)
    if stance is None or not sentence.is_verb(verb) or sentence.rel(verb) in {"amod", "aux", "compound"}:
        return None
    if put_in := find_put_in(sentence, verb):
        via = _hearer(sentence, verb) if lemma in words("speech", "told") else None
        named_ = tuple(Attribution(name, via, lemma) for name in put_in.speakers)
        return Said(named_, put_in.content, stance, verb, None)
    passive = sentence.is_passive(verb) and not sentence.low(verb).endswith("ing")
    subject = _agent(sentence, verb) if passive else _speaking_subject(sentence, verb)
    subject = subject if subject is not None else _inverted(sentence, verb)
    if subject is None or not _can_speak(sentence, subject):
        return None
    content = _content(sentence, verb, subject)
    if not content:
        return None
    via = _hearer(sentence, verb) if lemma in words("speech", "told") else None
    speakers = _speakers(sentence, subject, via, lemma)
    return Said((*speakers, *_farther(sentence, subject, verb)), content, stance, verb, subject)


def _puts_a_number(sentence: Sentence, verb: int) -> Stance | None:
    """Read "the ministry put the toll at 40" as speech."""
    counted = {"number", "toll", "figure", "total", "count", "tally"}
    if sentence.lemma(verb) in {"put", "raise", "revise", "place", "set"}:
        near = range(verb + 1, min(verb + 7, len(sentence)))
        return Stance.ASSERTED if any(sentence.lemma(i) in counted for i in near) else None
    return None


def _by_owner(sentence: Sentence, noun: int) -> Said | None:
    """Read "the ministry's figure was 700 killed", "by the monitor's count" as the ministry's words."""
    if sentence.lemma(noun) not in {"figure", "count", "tally", "estimate", "toll", "reckoning"}:
        return None
    owners = sentence.children(noun, "nmod:poss")
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


def _speaking_subject(sentence: Sentence, verb: int) -> int | None:
    """Return who speaks; a participle that goes on ("…, adding that") has the speaker of the verb before it."""
    if sentence.rel(verb) == "advcl" and sentence.low(verb).endswith("ing"):
        for node in (*sentence.above(verb), *range(verb - 1, -1, -1)):
            if node < verb and sentence.lemma(node) in speech().stances and sentence.is_verb(node):
                return sentence.subject(node)
    return sentence.subject(verb)


def _agent(sentence: Sentence, verb: int) -> int | None:
    return next((i for case, i in sentence.obliques(verb) if case == "by"), None)


def _inverted(sentence: Sentence, verb: int) -> int | None:
    """Find the speaker in "…, said the mayor", where a parse may call it an object."""
    after = [c for c in sentence.children(verb, "obj", "dep", "appos") if c > verb and sentence.is_nominal(c)]
    return after[0] if after and sentence.rel(verb).split(":")[0] in {"parataxis", "root"} else None


def _can_speak(sentence: Sentence, subject: int) -> bool:
    if not sentence.is_nominal(subject):
        return False
    low = sentence.low(subject)
    return low not in words("speech", "no_speakers") or sentence.upos(subject) == "PROPN" or low == "it"


def _content(sentence: Sentence, verb: int, subject: int) -> frozenset[int]:
    """Return the tokens of what is said: what hangs on the verb, or the clause that the verb is put into."""
    speaker = sentence.below(subject) | {verb}
    siblings = _continuations(sentence, verb) + _contrasts(sentence, verb)
    clause = [c for c in sentence.children(verb, "ccomp", "parataxis") if c not in siblings]
    own = frozenset().union(*(sentence.below(c) for c in clause)) if clause else frozenset[int]()
    right = frozenset(i for i in sentence.below(verb) if i > verb and i not in speaker)
    left_over = frozenset().union(*(sentence.below(s) for s in siblings)) if siblings else frozenset[int]()
    has_right = any(sentence.is_verb(i) or sentence.rel(i) == "obj" for i in right - left_over)
    if own or (has_right and not _put_in(sentence, verb, subject)):
        return (own | right) - speaker - left_over
    if _put_in(sentence, verb, subject):
        return _host(sentence, verb, subject)
    return right - left_over


def _continuations(sentence: Sentence, verb: int) -> list[int]:
    """Return verbs of speech that go on after this one with the same speaker: "denied it, adding that …"."""
    return [
        c
        for c in sentence.children(verb, "advcl", "conj", "xcomp")
        if sentence.lemma(c) in speech().stances and sentence.is_verb(c) and c > verb
    ]


def _contrasts(sentence: Sentence, verb: int) -> list[int]:
    """Return clauses that set another speaker against this one: "A said …, while B said …"."""
    below = sentence.below(verb)
    return [
        i
        for i in below
        if i > verb
        and any(
            sentence.low(c) in {"while", "whereas", "although", "but"}
            for c in sentence.children(i, "mark", "cc")
        )
        and (
            sentence.lemma(i) in speech().stances
            or any(sentence.lemma(k) in speech().stances for k in sentence.children(i))
        )
    ]


def _put_in(sentence: Sentence, verb: int, subject: int) -> bool:
    """Say whether the verb stands in or after the words it brings: "…, the mayor said on Friday."."""
    first = min(sentence.phrase_tokens(subject, joined=True)[0], verb)
    return first > 0 and (sentence.word(first - 1) in {",", "”", '"', "’", "'", "—", "–", "--", ")"})


def _host(sentence: Sentence, verb: int, subject: int) -> frozenset[int]:
    """Return the tokens of the sentence that a put-in "X said" governs, back to a contrast with another speaker."""
    own = sentence.below(subject) | {verb}
    first = min(sentence.phrase_tokens(subject, joined=True)[0], verb)
    start = 0
    for i in range(first - 1, -1, -1):
        if sentence.low(i) in {"while", "whereas", "but", ";"} and _has_speaker(sentence, 0, i):
            start = i + 1
            break
    return frozenset(
        i for i in range(start, len(sentence)) if i not in own and (i < first or _resumes(sentence, verb, i))
    )


def _has_speaker(sentence: Sentence, first: int, last: int) -> bool:
    return any(sentence.lemma(i) in speech().stances and sentence.is_verb(i) for i in range(first, last))


def _resumes(sentence: Sentence, verb: int, i: int) -> bool:
    """Say whether token i, after "X said,", goes on with the clause before it."""
    if i <= verb or sentence.clause(i) in _continuations(sentence, verb):
        return False
    return i not in sentence.below(verb) or any(sentence.word(k) == "," for k in range(verb + 1, i))


def _hearer(sentence: Sentence, verb: int) -> Named | None:
    for child in sentence.children(verb, "iobj", "obj"):
        if sentence.upos(child) == "PROPN":
            return named(sentence, child)
    return None


def _speakers(sentence: Sentence, subject: int, via: Named | None, cue: str) -> list[Attribution]:
    return [
        Attribution(named(sentence, s), via, cue)
        for i in sentence.conjuncts(subject)
        for s in [_bearer(sentence, i)]
    ]


def _bearer(sentence: Sentence, i: int) -> int:
    """Return who stands behind "X's statement", "a statement by X"; else i itself."""
    if sentence.lemma(i) not in words("speech", "nouns") or sentence.lemma(i).startswith("spokes"):
        return i
    owners = sentence.children(i, "nmod:poss") or [
        n for case, n in sentence.obliques(i) if case in {"by", "from", "of"} and sentence.is_nominal(n)
    ]
    owners += [n for p in sentence.children(i, "acl") for case, n in sentence.obliques(p) if case == "by"]
    return owners[0] if owners else i


def _farther(sentence: Sentence, subject: int, verb: int) -> list[Attribution]:
    """Return who carried the words: "a statement carried by the agency", "the agency quoted him as saying"."""
    found = []
    for bearer in sentence.children(subject, "acl", "acl:relcl"):
        if sentence.lemma(bearer) in _BEARS:
            found += [n for case, n in sentence.obliques(bearer) if case == "by"]
    governor = sentence.head(subject)
    if governor >= 0 and governor != verb and sentence.lemma(governor) in {"quote", "cite"}:
        farther = sentence.subject(governor)
        found += [farther] if farther is not None and farther != subject else []
    own = _bearer(sentence, subject)
    return [Attribution(named(sentence, n), None, "carried") for n in found if n != own]


def _by_preposition(sentence: Sentence, i: int) -> Said | None:
    case = sentence.case(i)
    if case not in _ACCORDING or not sentence.is_nominal(i):
        return None
    own = sentence.below(i)
    own -= frozenset().union(
        *(sentence.below(c) for c in sentence.children(i, "parataxis", "ccomp", "dep")), frozenset()
    )
    first = min(own)
    start, end = 0, len(sentence)
    for k in range(first, -1, -1):
        if sentence.low(k) in {"while", "whereas", ";"} and k < first - 1:
            start = k
            break
    content = frozenset(range(start, end)) - own
    return Said(tuple(_speakers(sentence, i, None, "according")), content, Stance.ASSERTED, None, i)


def _by_witness(sentence: Sentence, verb: int) -> Said | None:
    """Take a reporter's own eyes for a source: "where the agency's correspondent saw …"."""
    if sentence.lemma(verb) not in _WITNESS or not sentence.is_verb(verb):
        return None
    subject = sentence.subject(verb)
    if subject is None or not any(sentence.lemma(i) in _REPORTERS for i in sentence.below(subject)):
        return None
    content = frozenset(range(len(sentence))) - sentence.below(subject) - {verb}
    return Said(tuple(_speakers(sentence, subject, None, "saw")), content, Stance.ASSERTED, verb, subject)


def chain(said: list[Said], token: int) -> tuple[Attribution, ...]:
    """Return the speakers over a token, nearest first, each speaker once."""
    over = sorted((s for s in said if token in s.content), key=lambda s: len(s.content))
    found: dict[tuple[int, int], Attribution] = {}
    for one in over:
        for attribution in one.attributions:
            if attribution.speaker.said.lower() not in _SELVES:
                key = (attribution.speaker.span.start, attribution.speaker.span.end)
                found.setdefault(key, attribution)
    return tuple(found.values())


def goes_on(sentence: Sentence, token: int) -> bool:
    """Say whether a sentence without a speaker goes on with reported speech: a pronoun and a past perfect."""
    clause = sentence.clause(token)
    root = next((i for i in (clause, *sentence.above(clause)) if sentence.head(i) < 0), clause)
    subject = sentence.subject(root)
    had = any(sentence.low(c) == "had" for c in sentence.children(root, "aux"))
    return had and subject is not None and sentence.low(subject) in {"it", "he", "she", "they"}


def shifted(attribution: Attribution, because: str) -> Attribution:
    """Return an attribution whose speaker was found outside the sentence, with the reason."""
    return replace(attribution, speaker=replace(attribution.speaker, because=because))
