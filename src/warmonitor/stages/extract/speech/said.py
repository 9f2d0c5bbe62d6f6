"""What somebody is said to have said: the record, and who speaks over a word."""

from dataclasses import dataclass, replace

from warmonitor.language.en.attribution import load_reader
from warmonitor.model import Attribution, Named, Stance
from warmonitor.stages.extract.cues import speech, words
from warmonitor.stages.extract.sentence import Sentence

_SELVES = frozenset({"i", "we", "you"})


@dataclass(frozen=True, slots=True)
class Said:
    """Words that somebody is said to have said: the speaker, and the tokens that belong to the speech.

    `content` holds token numbers of the sentence; `verb` and `subject` are tokens, None where there is none.
    """

    attributions: tuple[Attribution, ...]
    content: frozenset[int]
    stance: Stance = Stance.ASSERTED
    verb: int | None = None
    subject: int | None = None


def named(sentence: Sentence, i: int, *, joined: bool = False) -> Named:
    """Return the noun phrase of token i as a name, as written, with the name that follows its noun."""
    first, last = sentence.phrase_tokens(i, joined=joined)
    while first < i and before_name(sentence, first):
        first += 1
    if last == i and _name_follows(sentence, last):
        last = sentence.phrase_tokens(last + 1)[1]
    if last > i and sentence.low(last) in {"'s", "'"}:
        last -= 1
    span = sentence.span_of(first, max(first, last))
    return Named(span.of(sentence.text), span)


def before_name(sentence: Sentence, i: int) -> bool:
    """Say whether a word that opens a speaker's phrase is none of it: "Sunday the army", "Later police"."""
    dated = i in sentence.dated_tokens and sentence.upos(i + 1) != "PART"
    return dated or (i == 0 and sentence.low(i) in words("speakers", "leading"))


def _name_follows(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun's own name stands right behind it: "the rebel group NIMF", "the mayor Arn Toll"."""
    after = noun + 1
    if sentence.upos(noun) != "NOUN" or after >= len(sentence) or after in sentence.dated_tokens:
        return False
    acronym = (
        sentence.word(after).isupper() and sentence.word(after).isalpha() and len(sentence.word(after)) > 1
    )
    return acronym or (
        sentence.upos(after) == "PROPN" and sentence.head(after) in {noun, sentence.head(noun)}
    )


def can_speak(sentence: Sentence, subject: int) -> bool:
    """Say whether a noun phrase may stand for somebody who says something."""
    if not sentence.is_nominal(subject):
        return False
    low = sentence.low(subject)
    if low in words("place", "directions") or is_mute(sentence, subject):
        return False
    return low not in words("speech", "no_speakers") or sentence.upos(subject) == "PROPN" or low == "it"


def is_mute(sentence: Sentence, i: int) -> bool:
    """Say whether a word is a day, a figure or a thing: "shells", "3 May", "12"; none of them speaks."""
    if i in sentence.dated_tokens or not any(c.isalpha() for c in sentence.word(i)):
        return True
    lemma = sentence.lemma(i)
    name = sentence.upos(i) != "NOUN" or (i > 0 and sentence.word(i)[0].isupper())
    if name or lemma in words("speakers", "vocal"):
        return False
    mute = words("speakers", "mute") | words("speakers", "mute_places")
    return lemma in mute or load_reader().senses.never_speaks(lemma, "NOUN")


def says_nothing(sentence: Sentence, verb: int) -> bool:
    """Read "did not say that", "neither side confirmed that", "responded with force": no words."""
    if _answers_by_deed(sentence, verb):
        return True
    nobody = [c for n in sentence.children(verb, "nsubj") for c in (n, *sentence.children(n, "det"))]
    negation = words("modality", "negation") | {"neither", "no"}
    return any(sentence.low(c) in negation for c in (*sentence.children(verb, "advmod"), *nobody))


def _answers_by_deed(sentence: Sentence, verb: int) -> bool:
    """Say whether somebody "responded with force" rather than said so."""
    if sentence.lemma(verb) not in words("speech", "answering") or sentence.children(verb, "ccomp"):
        return False
    return any(case == "with" for case, _ in sentence.obliques(verb))


def has_speaker(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a verb of speech stands from one token up to another."""
    return any(sentence.lemma(i) in speech().stances and sentence.is_verb(i) for i in range(first, last))


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
