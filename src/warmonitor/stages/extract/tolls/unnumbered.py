"""People without a number: "civilians were killed" is two or more, "no one was hurt" none, "twins" two."""

from warmonitor.model import Quantity
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.tolls.counted import Counted, group_of, people_words

_SOME = Quantity(2, None, None, approximate=True)
_NONE = Quantity(0, 0, 0)
_TWO = Quantity(2, 2, 2)
_MEASURES = ("killed", "injured")


def find_unnumbered(sentence: Sentence, taken: set[int]) -> list[Counted]:
    """Return people killed or hurt, or spared, without a number; the tokens `taken` are counted already."""
    found = []
    for i in range(len(sentence)):
        one = None if i in taken else _none(sentence, i) or _pair(sentence, i) or _several(sentence, i)
        if one is not None and not taken & set(range(one.first, one.last + 1)):
            found.append(one)
            taken = taken | set(range(one.first, one.last + 1))
    return found


def _none(sentence: Sentence, i: int) -> Counted | None:
    """Read "no one", "nobody", "no civilians", "no casualties"."""
    low = sentence.low(i)
    if low in {"nobody", "none"}:
        return _made(sentence, i, i, None, _NONE)
    if low != "no" or i + 1 >= len(sentence):
        return None
    if sentence.low(i + 1) == "one":
        return _made(sentence, i, i + 1, None, _NONE)
    noun = next((k for k in range(i + 1, min(i + 4, len(sentence))) if sentence.upos(k) == "NOUN"), None)
    counts = noun is not None and (
        _is_people(sentence, noun) or sentence.lemma(noun) in words("toll", "harms")
    )
    return _made(sentence, i, noun, noun, _NONE) if counts and noun is not None else None


def _pair(sentence: Sentence, i: int) -> Counted | None:
    """Read "a couple and their children", "twin sisters", "both drivers", "the twins"."""
    low, lemma = sentence.low(i), sentence.lemma(i)
    follows = i + 1 < len(sentence)
    if lemma == "couple" and not (follows and sentence.low(i + 1) == "of"):
        first = i - 1 if i and sentence.low(i - 1) in {"a", "the"} else i
        return _made(sentence, first, i, i, _TWO, of="people")
    if low == "twins":
        return _made(sentence, i, i, i, _TWO, of="people")
    if low in {"twin", "both"} and follows and _is_people(sentence, i + 1) and _plural(sentence, i + 1):
        return _made(sentence, i, i + 1, i + 1, _TWO)
    return None


def _several(sentence: Sentence, i: int) -> Counted | None:
    """Read "civilians were killed", "injuring others": two or more."""
    if not (_plural(sentence, i) and (_is_people(sentence, i) or sentence.low(i) == "others")):
        return None
    if not (_suffers(sentence, i) or _among_the_dead(sentence, i)) or any(
        _fixed(sentence, c) for c in sentence.children(i)
    ):
        return None
    first = i
    while first > 0 and sentence.head(first - 1) == i and sentence.rel(first - 1) in {"amod", "compound"}:
        first -= 1
    return _made(sentence, first, i, i, _SOME)


def _fixed(sentence: Sentence, child: int) -> bool:
    """Say whether a word before a noun makes it people told of before, all of a kind, or numbered ones."""
    relation = sentence.rel(child)
    return relation in {"nummod", "nmod:poss", "case"} or (
        relation == "det" and sentence.low(child) not in {"some", "many", "several"}
    )


def _among_the_dead(sentence: Sentence, i: int) -> bool:
    """Read "civilians were among the dead"."""
    after = [sentence.low(k) for k in range(i + 1, min(i + 6, len(sentence)))]
    near = after[:3]
    harmed = {
        word for measure in _MEASURES for kind in ("state", "noun") for word in table("toll", measure)[kind]
    }
    return "among" in near and bool({"were", "are"} & set(near)) and bool(harmed & set(after))


def _suffers(sentence: Sentence, i: int) -> bool:
    """Say whether a noun is who a verb in the past kills or hurts."""
    head, relation = sentence.head(i), sentence.rel(i).split(":")[0]
    if head < 0 or not sentence.is_verb(head):
        return False
    done = sentence.low(head).endswith("ing") or "Tense=Past" in sentence.feats(head)
    done = done and not any(sentence.low(c) in {"are", "is", "be"} for c in sentence.children(head, "aux"))
    for measure in _MEASURES:
        forms = table("toll", measure)
        if sentence.lemma(head) in forms["object"]:
            passive = sentence.is_passive(head)
            return done and ((relation == "obj" and not passive) or (relation == "nsubj" and passive))
        if sentence.lemma(head) in forms["subject"]:
            return done and relation == "nsubj"
    return False


def _is_people(sentence: Sentence, i: int) -> bool:
    if sentence.lemma(i) in words("people", "remains"):
        return False
    return group_of(sentence.lemma(i)) is not None or group_of(sentence.low(i)) is not None


def _plural(sentence: Sentence, i: int) -> bool:
    plural = "Number=Plur" in sentence.feats(i) or sentence.low(i) == "people"
    return plural and sentence.upos(i) in {"NOUN", "PROPN", "ADJ"}


def _made(
    sentence: Sentence, first: int, last: int, noun: int | None, count: Quantity, of: str = ""
) -> Counted:
    span = sentence.span_of(first, last)
    people = of or (people_words(sentence, first, noun) if noun is not None else "people")
    if noun is not None and sentence.lemma(noun) in words("people", "not_who"):
        people = "people"
    said = Quantity(count.low, count.best, count.high, count.approximate, span.of(sentence.text))
    return Counted(first, last, noun if noun is not None else last, noun, people, said, span)
