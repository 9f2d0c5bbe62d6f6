"""Who can hold, take or lose ground, and the words that name them."""

from warmonitor.model import Named, Span
from warmonitor.stages.extract.attacks.blame import is_force
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named

_NOBODY = frozenset(
    {
        "those",
        "these",
        "one",
        "others",
        "everyone",
        "anyone",
        "nobody",
        "many",
        "some",
        "most",
        "who",
        "whoever",
    }
)
_ANYBODY = frozenset({"i", "you", "he", "she", "they", "we", "him", "her", "them", "who"})


def can_hold(sentence: Sentence, i: int, *, soft: bool = False) -> bool:
    """Say whether a phrase can be somebody who holds ground: forces and their leaders, no aid convoy.

    With `soft` the deed is one that travellers do too: a pronoun is not enough.
    """
    if not sentence.is_nominal(i) or sentence.low(i) in _NOBODY or i in sentence.dated_tokens:
        return False
    if (soft and sentence.low(i) in _ANYBODY) or sentence.lemma(i) in words("control", "passers"):
        return False
    with_it = [n for case, n in sentence.obliques(i) if case in {"with", "of"}]
    near = [*sentence.children(i, "amod", "compound"), *with_it]
    if any(sentence.low(c) in words("control", "unarmed") for c in near):
        return False
    if any(sentence.low(c) in {"neither", "no"} for c in sentence.children(i, "det", "amod")):
        return False
    return is_force(sentence, i) or sentence.lemma(i) in words("control", "holders")


def party(sentence: Sentence, i: int | None, *, soft: bool = False) -> Named | None:
    """Return a phrase as a party of control, None where it is nobody who can hold ground.

    "The last of the rebels" are the rebels.
    """
    if i is not None and sentence.lemma(i) in words("control", "last"):
        i = next((n for case, n in sentence.obliques(i) if case == "of" and n > i), i)
    return holder(sentence, i) if i is not None and can_hold(sentence, i, soft=soft) else None


def holder(sentence: Sentence, i: int) -> Named:
    """Return the phrase of a party, without the mark of possession: "the army" of "the army's hands"."""
    found = named(sentence, i, joined=True)
    found = _undated(sentence, found, i)
    bare = found.said.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
    return Named(bare, Span(found.span.start, found.span.start + len(bare)))


def _undated(sentence: Sentence, found: Named, i: int) -> Named:
    """Cut a day off that a tree hung on a party: "the rebels on Friday"."""
    tokens = sentence.inside(found.span)
    days = [
        k
        for k in tokens
        if k > i and (k in sentence.dated_tokens or sentence.low(k) in words("control", "times"))
    ]
    if not days:
        return found
    last = days[0] - 1
    while last > i and sentence.upos(last) in {"ADP", "DET", "ADV", "PUNCT"}:
        last -= 1
    span = sentence.span_of(tokens[0], max(i, last))
    return Named(span.of(sentence.text), span)


def first_party(sentence: Sentence, found: list[int]) -> Named | None:
    """Return the first of some phrases that can hold ground."""
    return next((one for i in found if (one := party(sentence, i)) is not None), None)


def agent(sentence: Sentence, node: int) -> Named | None:
    """Return who stands after "by" under a verb or noun."""
    return first_party(sentence, [i for case, i in sentence.obliques(node) if case == "by"])


def clear_of(sentence: Sentence, who: Named | None, places: list[Named]) -> Named | None:
    """Cut a party's phrase before the place that a tree hung on it: "pushed rebels from A"."""
    cut = [n.span.start for n in places if who is not None and n.span.meets(who.span)]
    if who is None or not cut or min(cut) <= who.span.start:
        return who
    tokens = [i for i in sentence.inside(who.span) if sentence.tokens[i].end <= min(cut)]
    while tokens and sentence.upos(tokens[-1]) in {"ADP", "DET", "PUNCT", "CCONJ", "ADV"}:
        tokens.pop()
    if not tokens:
        return who
    span = sentence.span_of(tokens[0], tokens[-1])
    return Named(span.of(sentence.text), span)
