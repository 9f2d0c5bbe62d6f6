"""Which phrases are ground that can be held, and the names that they give it."""

from warmonitor.model import Named, Span
from warmonitor.stages.extract.cues import words
from warmonitor.stages.extract.placing import can_be_place, deep_places, is_place_noun, place_names
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speech.said import named

_DEFINITE = frozenset({"the", "this", "that", "its", "their", "both", "it", "one", "there"})
_TELLING = frozenset({"of", "around", "near", "outside"})
_SETTING = frozenset({"in", "at", "near", "outside", "inside", "of", "north", "south", "east", "west"})
_WHERE = frozenset({"in", "at", "inside", "within"})
_LEADING = frozenset({"to", "between", "from", "into", "towards", "linking", "out", "through"})

Place = tuple[list[int], list[Named]]


def grounds(sentence: Sentence, heads: list[int], verb: int | None = None) -> Place | None:
    """Return the places that some phrases name as ground, with the heads of the phrases; None if none do."""
    if ringed := _ringed(sentence, heads, verb):
        return heads, ringed
    names = [n for i in heads if _is_ground(sentence, verb, i) for n in _names_at(sentence, i, verb)]
    if not names and verb is not None and sentence.lemma(verb) in words("control", "ringing"):
        names = [n for i in heads for n in deep_places(sentence, i)]  # "a force posted at X is cut off"
    once = list({n.span: n for n in (_off_the_road(sentence, name) for name in names)}.values())
    return (heads, once) if once else None


def _ringed(sentence: Sentence, heads: list[int], verb: int | None) -> list[Named]:
    """Return where forces are that are surrounded: "encircled the garrison of B in A", "B in A is cut off".

    A flag over the town hall of A is one over A.
    """
    if verb is not None and sentence.lemma(verb) in words("control", "flagging"):
        inner = [
            n
            for i in heads
            if not can_be_place(sentence, i)
            for c, n in sentence.obliques(i)
            if c in {"of", "in"}
        ]
        return [name for n in inner[:1] for name in place_names(sentence, n)]
    if verb is None or sentence.lemma(verb) not in words("control", "ringing"):
        return []
    men = [i for i in heads if sentence.lemma(i) in words("control", "garrisons") or _are_men(sentence, i)]
    near = [n for i in men for node in (i, *_owners(sentence, i), verb) for c, n in sentence.obliques(node)
            if c in _WHERE and n > i and sentence.upos(n) == "PROPN"]  # fmt: skip
    return [name for n in near[:1] for name in place_names(sentence, n)]


def _are_men(sentence: Sentence, i: int) -> bool:
    return any(sentence.lemma(k) in words("attack", "forces") for k in (i, *sentence.children(i, "compound")))


def _owners(sentence: Sentence, i: int) -> list[int]:
    found = [n for case, n in sentence.obliques(i) if case == "of"]
    return found + [n for one in found for case, n in sentence.obliques(one) if case == "of"]


def _is_ground(sentence: Sentence, verb: int | None, i: int) -> bool:
    """Say whether a phrase is ground; "it" counts with verbs that only ground can suffer."""
    if verb is not None and sentence.lemma(verb) == "take" and sentence.lemma(i) in words("control", "taken"):
        return False  # lorries take a road too
    if sentence.low(i) == "it":
        return (
            verb is None
            or sentence.lemma(verb) in words("control", "of_ground")
            or needs_ground(sentence, verb)
        )
    if (inner := sentence.content(i)) != i:  # "most of it", "part of the town"
        return sentence.low(inner) == "it" or can_be_place(sentence, inner)
    vague = sentence.lemma(i) in words("control", "vague")
    return vague or can_be_place(sentence, i) or _is_set(sentence, i)


def _off_the_road(sentence: Sentence, name: Named) -> Named:
    """Cut off where a named town lies: "the village of X" of "the village of X on the road from A to B"."""
    tokens = sentence.inside(name.span)
    called = next(
        (k for k in tokens[2:] if sentence.upos(k) == "PROPN" and sentence.low(k - 1) == "of"), None
    )
    if called is None or called == tokens[-1] or sentence.lemma(called - 2) not in words("control", "places"):
        return name
    if sentence.low(called + 1) not in words("control", "lying"):
        return name
    span = Span(name.span.start, sentence.tokens[called].end)
    return Named(span.of(sentence.text), span)


def needs_ground(sentence: Sentence, verb: int) -> bool:
    """Say whether "it" after a verb is ground only where ground was told of just before: "took it"."""
    if sentence.lemma(verb) in words("control", "keeping"):
        return True
    undated = [case for case, i in sentence.obliques(verb) if i not in sentence.dated_tokens]
    idle = {"as", "upon", "for", "on"} & {case.split()[0] for case in undated}
    free = not any(sentence.children(verb, "xcomp", "ccomp"))
    return sentence.lemma(verb) in words("control", "turning") and free and not idle


def _is_set(sentence: Sentence, i: int) -> bool:
    """Say whether a site is put somewhere by name: "positions south of X"."""
    return sentence.lemma(i) in words("control", "sites") and _is_named(
        sentence, _set(sentence, named(sentence, i))
    )


def _names_at(sentence: Sentence, i: int, verb: int | None) -> list[Named]:
    """Return the places of a phrase; for a road or an area without a name, the named places below it."""
    for one in (i, sentence.content(i)):
        if sentence.low(one) == "it":
            return [named(sentence, one)]
    if listed := _listed(sentence, i) or _called(sentence, i):
        return listed
    if sentence.content(i) != i:
        return _share(sentence, i)
    lemma = sentence.lemma(i)
    if lemma not in words("control", "sites") | words("control", "roads") | words("control", "vague"):
        counted = bool(sentence.children(i, "nummod"))
        return [_set(sentence, n) if counted else n for n in place_names(sentence, i)]
    names = [_set(sentence, n) for n in place_names(sentence, i) or [named(sentence, i)]]
    if lemma in words("control", "sites") or any(_is_named(sentence, n) for n in names):
        return names
    parts = [p for one in sentence.conjuncts(i) for p in deep_places(sentence, one)]
    if verb is not None:  # an area from A to B round C tells of C; A and B only say how far it reaches
        parts = [p for p in deep_places(sentence, verb) if p not in parts] or parts
    return parts or names


def _share(sentence: Sentence, i: int) -> list[Named]:
    """Return what "part of X" or "one of the posts" is about, with the words that say it is a part."""
    names = place_names(sentence, sentence.content(i))
    if not names or sentence.lemma(i) not in words("control", "parts") | words("control", "shares"):
        return names
    span = Span(sentence.phrase(i).start, names[0].span.end)
    return [Named(span.of(sentence.text), span), *names[1:]] if span.start < names[0].span.start else names


def _set(sentence: Sentence, name: Named) -> Named:
    """Take "the airport in X" and "the road from X to Y" whole, wherever a tree hung "in X"."""
    if _is_named(sentence, name):
        return name
    noun = last = sentence.inside(name.span)[-1]
    while (end := _end_of_setting(sentence, noun, last)) is not None:
        last = end
    span = Span(name.span.start, sentence.tokens[last].end)
    return Named(span.of(sentence.text), span)


def _end_of_setting(sentence: Sentence, noun: int, last: int) -> int | None:
    """Return the last token of the phrase of place that follows a token, None where none does."""
    start = last + 1
    if noun == last and start < len(sentence) and sentence.low(start) == "there":
        return start
    road = sentence.lemma(noun) in words("control", "roads")
    if start >= len(sentence) or sentence.low(start) not in (_SETTING | _LEADING if road else _SETTING):
        return None
    starts = (start + 1, start + 2)
    near = [n for n in _after(sentence, noun) if sentence.phrase_tokens(n)[0] in starts]
    where = next((n for n in near if can_be_place(sentence, n)), None)
    return None if where is None else sentence.inside(place_names(sentence, where)[-1].span)[-1]


def _after(sentence: Sentence, last: int) -> list[int]:
    """Return the heads of the phrases that hang on a noun, on what it hangs on, or on either's directions."""
    nodes = [last, max(0, sentence.head(last))]
    nodes += [c for node in nodes for c in sentence.children(node, "advmod", "obl", "nmod") if c > last]
    return [n for node in nodes for _, n in sentence.obliques(node) if n > last]


def _is_named(sentence: Sentence, name: Named) -> bool:
    return any(sentence.upos(i) == "PROPN" for i in sentence.inside(name.span))


def _listed(sentence: Sentence, i: int) -> list[Named]:
    """Return the names that say which several places: "three villages: A, B and C", "towns such as A"."""
    first = sentence.phrase_tokens(i)[0]
    several = sentence.low(i) != sentence.lemma(i) and sentence.lemma(i) in words("control", "places")
    if not several or any(sentence.upos(k) == "PROPN" for k in range(first, i + 1)):
        return []
    start = next((k + 1 for k in range(i + 1, len(sentence)) if sentence.word(k) == ":"), None)
    if start is None and [sentence.low(k) for k in range(i + 1, min(i + 3, len(sentence)))] == ["such", "as"]:
        start = i + 3
    return run_of_names(sentence, start) if start is not None else []


def _called(sentence: Sentence, i: int) -> list[Named]:
    """Return the name of "the capital of A, B,": B is the capital, wherever a tree hung it."""
    if sentence.lemma(i) not in words("control", "seats"):
        return []
    owners = [n for case, n in sentence.obliques(i) if case == "of" and n > i]
    names = [c for host in (i, *owners) for c in sentence.children(host, "appos", "nmod:unmarked") if c > i]
    set_off = [c for c in names if sentence.upos(c) == "PROPN" and sentence.word(c - 1) == ","]
    return [Named(sentence.phrase(c).of(sentence.text), sentence.phrase(c)) for c in set_off[:1]]


def run_of_names(sentence: Sentence, start: int) -> list[Named]:
    """Return the names that follow one another from a token on: "X, Y and Z"."""
    spans = []
    for k in range(start, len(sentence)):
        if sentence.upos(k) == "PROPN":
            spans.append(sentence.span_of(k, k))
        elif sentence.upos(k) not in {"PUNCT", "CCONJ"}:
            break
    return [Named(span.of(sentence.text), span) for span in spans]


def turned(sentence: Sentence, node: int) -> Place | None:
    """Return the places listed behind what is said of them: "still in B's hands are X, Y and Z"."""
    for k in range(node + 1, len(sentence) - 1):
        if sentence.lemma(k) in words("control", "turned"):
            names = run_of_names(sentence, k + 1 + (sentence.upos(k + 1) == "ADV"))
            heads = [i for n in names for i in sentence.inside(n.span)]
            return (heads, names) if names else None
        if sentence.is_verb(k) or sentence.upos(k) in {"PUNCT", "SCONJ", "CCONJ"}:
            return None
    return None


def tells_which(sentence: Sentence, name: Named) -> bool:
    """Say whether a place is named or definite: not "a key town in the province", "territory"."""
    tokens = sentence.inside(name.span)
    if len(tokens) > 2 and sentence.low(tokens[1]) == "of" and sentence.content(tokens[0]) != tokens[0]:
        tokens = tokens[2:]  # "part of the town" is as definite as the town
    head = next((i for i in tokens if sentence.head(i) not in tokens), tokens[0])
    if sentence.upos(head) == "PROPN" or _DEFINITE & {
        sentence.low(tokens[0]),
        sentence.low(tokens[-1]),
    }:
        return True
    if sentence.lemma(head) in words("control", "sites") | words("control", "roads") and _is_named(
        sentence, name
    ):
        return True  # "a base in X"
    if sentence.children(head, "nummod") and is_place_noun(sentence, head) and _is_named(sentence, name):
        return True  # "two districts in X"
    below = [i for case, i in sentence.obliques(head) if case.split()[-1] in _TELLING]
    below += sentence.children(head, "appos", "nmod:poss", "compound")
    named_below = any(sentence.word(i)[:1].isupper() for k in below for i in sentence.below(k) if i in tokens)
    return named_below or (
        sentence.word(tokens[-1])[:1].isupper() and head < tokens[-1] and not sentence.obliques(head)
    )
