"""Which words of a sentence a verb of speech brings."""

from warmonitor.model import Stance
from warmonitor.stages.extract.cues import speech, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import Said, has_speaker


def content_of(sentence: Sentence, verb: int, subject: int) -> frozenset[int]:
    """Return the tokens of what is said: what hangs on the verb, or the clause that the verb is put into."""
    speaker = sentence.below(subject)
    speaker = (speaker - sentence.below(verb) if verb in speaker else speaker) | {verb}
    siblings = _continuations(sentence, verb) + _contrasts(sentence, verb)
    clause = [c for c in sentence.children(verb, "ccomp", "parataxis") if c not in siblings]
    clause += [c for c in sentence.children(verb, "xcomp") if c > verb and c not in siblings]
    own = frozenset().union(*(sentence.below(c) for c in clause)) if clause else frozenset[int]()
    right = frozenset(i for i in sentence.below(verb) if i > verb and i not in speaker)
    left_over = frozenset().union(*(sentence.below(s) for s in siblings)) if siblings else frozenset[int]()
    has_right = any(sentence.is_verb(i) or sentence.rel(i) == "obj" for i in right - left_over)
    if own or (has_right and not _put_in(sentence, verb, subject)):
        return (own | right) - speaker - left_over
    if _put_in(sentence, verb, subject):
        return _host(sentence, verb, subject)
    return right - left_over


def background(sentence: Sentence, said: Said) -> frozenset[int]:
    """Return the clauses that only say what is meant: the outlet's own words, not the speaker's.

    "X claimed a bombing that left seven dead", "X blamed Y, which has held Z since June", and after a comma
    in what is denied: "X denied that it fired on the post, where two were hurt".
    """
    if said.verb is None or said.stance is Stance.ASSERTED:
        return frozenset()
    what = _described(sentence, said)
    clause = bool(sentence.children(said.verb, "ccomp", "xcomp", "advcl"))
    if clause and said.stance is not Stance.DENIED:
        return what
    texts = [
        i for i in sentence.children(said.verb, "obj") if sentence.lemma(i) in words("speech", "rebutted")
    ]
    if texts:
        return what  # "denied a report that …" brings what the report says
    found = [sentence.below(i) for i in said.content if sentence.rel(i) == "acl:relcl"]
    told = [
        own
        for own in found
        if not clause or sentence.word(min(own) - 1) == "," or sentence.word(min(own)) == ","
    ]
    return what.union(*told)


def _described(sentence: Sentence, said: Said) -> frozenset[int]:
    """Return the words put after a comma that say what a named thing is: "… round A, a town held by B"."""
    found = [
        sentence.below(i)
        for i in said.content
        if sentence.rel(i) == "appos"
        and sentence.upos(sentence.head(i)) == "PROPN"
        and "," in {sentence.word(min(sentence.below(i)) - 1), sentence.word(min(sentence.below(i)))}
        and sentence.children(i, "acl")
    ]
    return frozenset().union(*found)


def _continuations(sentence: Sentence, verb: int) -> list[int]:
    """Return verbs of speech that go on after this one with the same speaker: "denied it, adding that …"."""
    return [
        c
        for c in sorted(sentence.below(verb))
        if c > verb
        and sentence.lemma(c) in speech().stances
        and sentence.is_verb(c)
        and (_goes_on(sentence, verb, c) or said_before(sentence, c) == verb)
    ]


def _goes_on(sentence: Sentence, verb: int, c: int) -> bool:
    near = sentence.head(c) == verb or (sentence.low(c).endswith("ing") and sentence.word(c - 1) == ",")
    return near and sentence.rel(c) in {"advcl", "conj", "xcomp"}


def said_before(sentence: Sentence, verb: int) -> int | None:
    """Return the verb of speech with which "X denied that the town fell, and said …" goes on.

    A tree may hang the second verb of speech on the clause that the first one brings.
    """
    if sentence.rel(verb) != "conj" or sentence.children(verb, "nsubj"):
        return None
    clause = sentence.head(verb)
    above = sentence.head(clause)
    if above < 0 or sentence.rel(clause) != "ccomp" or sentence.lemma(clause) in speech().stances:
        return None
    return above if sentence.lemma(above) in speech().stances else None


def puts_a_number(sentence: Sentence, verb: int) -> bool:
    """Read "the ministry put the toll at 40" as speech."""
    if sentence.lemma(verb) not in words("toll", "restating"):
        return False
    near = range(verb + 1, min(verb + 7, len(sentence)))
    return any(sentence.lemma(i) in words("toll", "tolls") for i in near)


def _contrasts(sentence: Sentence, verb: int) -> list[int]:
    """Return clauses that set another speaker against this one: "A said …, while B said …"."""
    below = sentence.below(verb)
    return [
        i
        for i in below
        if i > verb
        and _set_against(sentence, i)
        and (
            sentence.lemma(i) in speech().stances
            or puts_a_number(sentence, i)
            or any(sentence.lemma(k) in speech().stances for k in sentence.children(i))
        )
    ]


def _set_against(sentence: Sentence, i: int) -> bool:
    """Say whether a clause stands after "while" or "but", or has its own subject after a semicolon."""
    marks = {sentence.low(c) for c in sentence.children(i, "mark", "cc")}
    after = sentence.rel(i) == "parataxis" and sentence.word(min(sentence.below(i))) == ";"
    return bool(marks & {"while", "whereas", "although", "but"}) or (
        after and bool(sentence.children(i, "nsubj"))
    )


def _put_in(sentence: Sentence, verb: int, subject: int) -> bool:
    """Say whether the verb stands in or after the words it brings: "…, the mayor said on Friday."."""
    first = min(sentence.phrase_tokens(subject, joined=True)[0], verb)
    return first > 0 and (sentence.word(first - 1) in {",", "”", '"', "’", "'", "—", "–", "--", ")"})


def _host(sentence: Sentence, verb: int, subject: int) -> frozenset[int]:
    """Return the tokens that a put-in "X said" governs, back to a contrast with another speaker."""
    own = sentence.below(subject) | {verb}
    first = min(sentence.phrase_tokens(subject, joined=True)[0], verb)
    start = 0
    for i in range(first - 1, -1, -1):
        if sentence.low(i) in {"while", "whereas", "but", ";"} and has_speaker(sentence, 0, i):
            start = i + 1
            break
    return frozenset(
        i for i in range(start, len(sentence)) if i not in own and (i < first or _resumes(sentence, verb, i))
    )


def _resumes(sentence: Sentence, verb: int, i: int) -> bool:
    """Say whether token i, after "X said,", goes on with the clause before it."""
    if i <= verb or sentence.clause(i) in _continuations(sentence, verb):
        return False
    return i not in sentence.below(verb) or any(sentence.word(k) == "," for k in range(verb + 1, i))
