"""A speaker put into or after the words reported: "…, the mayor and residents said on Friday."

Such clauses are what trees get wrong most often, so they are read from the order of the words.
"""

from dataclasses import dataclass
from itertools import pairwise

from warmonitor.model import Named
from warmonitor.stages.extract.cues import speech, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import before_name, can_speak

_OPENERS = frozenset({",", "”", '"', "’", "'", "—", "–", "--", "”,"})
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "CCONJ", "NUM", "PRON", "PART", "X", "PUNCT"})
_TRAILING = frozenset({"ADP", "DET", "NOUN", "PROPN", "PUNCT", "NUM", "PRON", "ADV", "ADJ", "PART", "SCONJ"})
_OTHER = frozenset({"which", "that", "this", "what", "a claim", "there"})
_LONGEST = 18
_ARTICLES = frozenset({"a", "an", "the"})
_PLAIN = frozenset({"ADJ", "NOUN", "PROPN"})
_CLOSING = frozenset({"NOUN", "PROPN", "NUM", "ADV", "VERB"})
_RELATIVE = frozenset({"that", "which", "who", "whose"})
_LEAST = 3  # words before a speaker who is put in without a comma
_CONTRASTS = frozenset({"while", "whereas", ";"})


@dataclass(frozen=True, slots=True)
class PutIn:
    """The verb of a put-in clause, its speakers, and the tokens that it governs."""

    verb: int
    speakers: tuple[Named, ...]
    first: int
    content: frozenset[int]


def find_put_in(sentence: Sentence, verb: int) -> PutIn | None:
    """Return the put-in clause whose verb of speech is at this token, None where there is none."""
    if sentence.lemma(verb) not in speech().stances or sentence.upos(verb) not in {"VERB", "AUX"}:
        return None
    bounds = _bounds(sentence, verb) or _inverted(sentence, verb) or _unmarked(sentence, verb)
    if bounds is None:
        return None
    first, last, opened = bounds
    end = _end(sentence, max(verb, last))
    if end is None:
        return None
    start = _start(sentence, opened)
    content = frozenset(range(start, opened)) | frozenset(range(end, len(sentence)))
    if not any(sentence.is_verb(i) for i in content) and opened - start < 4:
        return None
    speakers = _speakers(sentence, verb, first, last)
    return PutIn(verb, tuple(speakers), opened, content) if speakers else None


def _speakers(sentence: Sentence, verb: int, first: int, last: int) -> list[Named]:
    """Return the speakers in a put-in clause; where it opens with other words, the subject of its verb."""
    lead = sentence.low(first)
    opens = sentence.upos(first) in {"CCONJ", "SCONJ", "ADP", "ADV", "PUNCT"} or lead in _OTHER
    plain = not opens and lead not in words("place", "directions")
    if plain and (speakers := _split(sentence, first, last)):
        return speakers
    subject = sentence.subject(verb)
    if subject is None or not first <= subject <= last or sentence.low(subject) in _OTHER:
        return []
    if not can_speak(sentence, subject):
        return []
    return [Named(s.of(sentence.text), s) for s in (sentence.phrase(i) for i in sentence.conjuncts(subject))]


def _bounds(sentence: Sentence, verb: int) -> tuple[int, int, int] | None:
    """Return first and last token of the speaker before the verb, and the mark that opens the clause."""
    i = _before_relative(sentence, verb)
    while i >= 0 and verb - i <= _LONGEST:
        if sentence.word(i) in _OPENERS and not _inside_name(sentence, i, verb):
            return (i + 1, verb - 1, i) if verb - 1 >= i + 1 and i > 0 else None
        if sentence.upos(i) not in _INSIDE and not _participle(sentence, i):
            return None
        i -= 1
    return None


def _before_relative(sentence: Sentence, verb: int) -> int:
    """Return the token from which a speaker is sought: left of "…, the charity that runs it, said"."""
    closed = verb - 1
    opened = next((i for i in range(closed - 1, 0, -1) if sentence.word(i) in _OPENERS), 0)
    if closed < 0 or sentence.word(closed) != "," or sentence.word(opened) != ",":
        return closed
    links = [i for i in range(opened + 1, closed) if sentence.low(i) in _RELATIVE]
    if not links or any(sentence.upos(i) not in _INSIDE for i in range(opened + 1, links[0])):
        return closed
    return opened - 1 if any(sentence.is_verb(i) for i in range(links[0], closed)) else closed


def _inside_name(sentence: Sentence, i: int, verb: int) -> bool:
    """Say whether a comma lies in "A B, the mayor of C, said": the speaker then begins before it."""
    if sentence.word(i) != "," or sentence.word(verb - 1) != ",":
        return sentence.word(i) in {"'", "’"}
    return i == verb - 1 or all(
        sentence.upos(k) in _INSIDE and sentence.word(k) != "," for k in range(i + 1, verb - 1)
    )


def _participle(sentence: Sentence, i: int) -> bool:
    return sentence.upos(i) == "VERB" and sentence.rel(i) in {"amod", "compound"}


def _inverted(sentence: Sentence, verb: int) -> tuple[int, int, int] | None:
    """Read "…,” said the mayor of C."."""
    if verb == 0 or sentence.word(verb - 1) not in _OPENERS:
        return None
    last = verb
    while (
        last + 1 < len(sentence) and sentence.upos(last + 1) in _INSIDE - {"PUNCT"} and last - verb < _LONGEST
    ):
        last += 1
    nominal = any(sentence.upos(k) in {"NOUN", "PROPN", "PRON"} for k in range(verb + 1, last + 1))
    return (verb + 1, last, verb - 1) if nominal else None


def _unmarked(sentence: Sentence, verb: int) -> tuple[int, int, int] | None:
    """Read "Shells killed 12 people in the town a monitor said.", where the comma is left out."""
    if sentence.rel(verb).startswith("acl"):
        return None
    first = verb - 1
    while first > 0 and sentence.upos(first) in _PLAIN:
        first -= 1
    if first < _LEAST or first == verb - 1 or sentence.low(first) not in _ARTICLES:
        return None
    before = sentence.upos(first - 1) in _CLOSING and sentence.low(first - 1) not in words(
        "place", "directions"
    )
    told = any(sentence.is_verb(i) for i in range(first))
    after = sentence.upos(verb + 1) if verb + 1 < len(sentence) else "PUNCT"
    ends = after in {"PUNCT", "ADP"} or verb + 1 in sentence.dated_tokens
    return (first, verb - 1, first) if before and told and ends and can_speak(sentence, verb - 1) else None


def _end(sentence: Sentence, last: int) -> int | None:
    """Return where the put-in clause ends: at the stop, or at the comma after which the words go on."""
    for i in range(last + 1, len(sentence)):
        if sentence.word(i) in {",", ";", ":", "—", "–"}:
            return None if _goes_on_as_speech(sentence, i + 1) else i
        if sentence.upos(i) not in _TRAILING:
            return None
    return len(sentence)


def _goes_on_as_speech(sentence: Sentence, i: int) -> bool:
    return i < len(sentence) and sentence.lemma(i) in speech().stances and sentence.low(i).endswith("ing")


def _start(sentence: Sentence, opened: int) -> int:
    for i in range(opened - 1, -1, -1):
        spoken = any(sentence.lemma(k) in speech().stances and sentence.is_verb(k) for k in range(i))
        if sentence.low(i) in _CONTRASTS and spoken:
            return i + 1
    return 0


def _split(sentence: Sentence, first: int, last: int) -> list[Named]:
    """Return the speakers of a phrase: "the mayor and residents" are two, "Health and Welfare" is one."""
    while last > first and sentence.upos(last) == "PUNCT":
        last -= 1
    comma = next((i for i in range(first + 1, last) if sentence.word(i) == ","), None)
    if comma is not None:  # an apposition between commas
        last = comma - 1
    cuts = [i for i in range(first + 1, last) if sentence.low(i) == "and" and _new_phrase(sentence, i + 1)]
    edges = [first - 1, *cuts, last + 1]
    while edges[0] + 1 < last and before_name(sentence, edges[0] + 1):
        edges[0] += 1
    phrases = [(a + 1, b - 1) for a, b in pairwise(edges) if a + 1 <= b - 1]
    spans = [sentence.span_of(a, b) for a, b in phrases if _heads_speaker(sentence, a, b)]
    return [Named(s.of(sentence.text), s) for s in spans]


def _heads_speaker(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the noun that heads a phrase, the last before a preposition, may be somebody who speaks."""
    end = next((i for i in range(first + 1, last + 1) if sentence.upos(i) == "ADP"), last + 1)
    nouns = [i for i in range(first, end) if sentence.upos(i) in {"NOUN", "PROPN"}]
    return can_speak(sentence, nouns[-1]) if nouns else any(can_speak(sentence, i) for i in range(first, end))


def _new_phrase(sentence: Sentence, i: int) -> bool:
    return not sentence.word(i)[:1].isupper() or sentence.upos(i) == "DET"
