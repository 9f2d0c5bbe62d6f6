"""Where a sentence lists persons killed, hurt or abducted: by a verb, before or after it, or by a noun."""

from collections.abc import Iterator
from dataclasses import dataclass

from warmonitor.model import Measure
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.placing import is_place_noun
from warmonitor.stages.extract.sentence import Sentence

_MEASURES = (Measure.KILLED, Measure.INJURED, Measure.ABDUCTED)
_NEAR = 12  # tokens between "the victims" and the verb or colon that names them
_BOUNDS = frozenset({"that", "while", "when", "where", "because", "after", "as", "whereas", "but"})


@dataclass(frozen=True, slots=True)
class Zone:
    """Tokens `first` to `last` list those for whom the word `trigger` tells the measure."""

    first: int
    last: int
    trigger: int
    measure: Measure


def find_zones(sentence: Sentence) -> list[Zone]:
    """Return the stretches in which those hit are listed; a token stands in one at most."""
    found: list[Zone] = []
    for i in range(len(sentence)):
        for zone in (*_by_verb(sentence, i), *_by_noun(sentence, i)):
            first = max([zone.first, *(z.last + 1 for z in found if z.first <= zone.first <= z.last)])
            last = min([zone.last, *(z.first - 1 for z in found if first <= z.first <= zone.last)])
            if first <= last:
                found.append(Zone(first, last, zone.trigger, zone.measure))
    return found


def _by_verb(sentence: Sentence, i: int) -> Iterator[Zone]:
    measure = _verb_measure(sentence, i)
    if measure is None:
        return
    if (turned := _turned_round(sentence, i)) is not None:
        yield Zone(turned, _list_end(sentence, turned), i, measure)
    elif _suffers(sentence, i, measure):
        before = _first_before(sentence, i)
        if before < i:
            yield Zone(before, i - 1, i, measure)
        for after in (_joined_after(sentence, i), _led_in_after(sentence, i)):
            if after is not None:
                yield Zone(after, _list_end(sentence, after), i, measure)
    elif sentence.upos(i) == "VERB" and sentence.children(i, "obj"):
        yield Zone(i + 1, _list_end(sentence, i + 1), i, measure)


def _verb_measure(sentence: Sentence, i: int) -> Measure | None:
    if not sentence.is_verb(i):
        return None
    lemma = sentence.lemma(i)
    if lemma == "lose" and any(sentence.lemma(k) == "life" for k in range(i + 1, min(i + 3, len(sentence)))):
        return Measure.KILLED
    if lemma in words("toll", "late") or lemma in words("toll", "of_things"):
        return None
    return next((m for m in _MEASURES if lemma in table("toll", m.value)["object"]
                 or lemma in table("toll", m.value)["subject"]), None)  # fmt: skip


def _suffers(sentence: Sentence, i: int, measure: Measure) -> bool:
    """Say whether those before the verb suffer it: "X was killed", "X died", "X lost his life"."""
    if sentence.lemma(i) in table("toll", measure.value)["subject"] or sentence.lemma(i) == "lose":
        return sentence.upos(i) == "VERB"
    auxiliary = any(sentence.lemma(k) in {"be", "get"} for k in range(max(0, i - 4), i))
    return auxiliary and not sentence.children(i, "obj")


def _first_before(sentence: Sentence, verb: int) -> int:
    """Return the first token of what stands before a verb in its own clause, at least its whole subject."""
    subject = sentence.subject(verb)
    own = {verb, *sentence.children(verb, "aux", "cop")}
    first = verb
    while first > 0 and not _bounds(sentence, first - 1, own):
        first -= 1
    return (
        min(first, sentence.phrase_tokens(subject, joined=True)[0])
        if subject is not None and subject < verb
        else first
    )


def _bounds(sentence: Sentence, i: int, own: set[int]) -> bool:
    if i in own or (sentence.upos(i) == "AUX" and i + 4 >= min(own)):
        return False
    finite = sentence.upos(i) in {"VERB", "AUX"} and sentence.rel(i) not in {"amod", "acl", "compound"}
    return finite or sentence.word(i) in {";", ":", "“", '"'} or sentence.low(i) in _BOUNDS


def _joined_after(sentence: Sentence, verb: int) -> int | None:
    """Return where a list goes on after its verb: "was killed together with his wife and son"."""
    for i in range(verb + 1, min(verb + 5, len(sentence) - 1)):
        two = f"{sentence.low(i)} {sentence.low(i + 1)}"
        three = f"{two} {sentence.low(i + 2)}" if i + 2 < len(sentence) else two
        for lead, used in ((sentence.low(i), 1), (two, 2), (three, 3)):
            if lead in table("toll", "together"):
                return i + used if i + used < len(sentence) else None
    return None


def _led_in_after(sentence: Sentence, verb: int) -> int | None:
    """Return where persons are led in after the verb: "were killed on Sunday, including X and Y".

    What is led in after several places or groups is some of those: "in three towns, including X".
    """
    for i in range(verb + 1, min(verb + _NEAR, len(sentence) - 1)):
        if sentence.low(i) in words("toll", "including"):
            return i + 1 if sentence.word(i - 1) == "," else None
        plural = sentence.upos(i) == "NOUN" and sentence.lemma(i) != sentence.low(i)
        if plural or sentence.is_verb(i) or sentence.low(i) in _BOUNDS:
            return None
    return None


def _turned_round(sentence: Sentence, verb: int) -> int | None:
    """Return where those hit stand after a verb put first: "Also injured was X", "Killed were X and Y"."""
    first = verb == 0 or (verb == 1 and sentence.low(0) == "also")
    turned = first and verb + 2 < len(sentence) and sentence.low(verb + 1) in {"was", "were"}
    return verb + 2 if turned else None


def _list_end(sentence: Sentence, first: int) -> int:
    """Return the last token of a list that starts at a token: a preposition or a new clause ends it."""
    inside = 0
    for i in range(first, len(sentence)):
        inside += (sentence.word(i) == "(") - (sentence.word(i) == ")")
        verb = sentence.upos(i) in {"VERB", "AUX"} and sentence.rel(i) not in {"amod", "compound"}
        verb = verb and not (sentence.rel(i) == "acl" and sentence.lemma(i) in words("toll", "naming"))
        if inside <= 0 and (verb or sentence.low(i) in words("toll", "list_ends")):
            return i - 1
    return len(sentence) - 1


def _by_noun(sentence: Sentence, i: int) -> Iterator[Zone]:
    """Read "the death of X", "the victims were identified as X and Y", "X was among the dead"."""
    if (suffered := _deed_to(sentence, i)) is not None:
        yield Zone(i + 2, _list_end(sentence, i + 2), i, suffered)
    measure = _victims(sentence, i)
    if measure is None:
        return
    lead = [sentence.low(k) for k in range(max(0, i - 3), i)]
    if "among" in lead or "amongst" in lead:
        verb = next((k for k in range(i - 1, max(-1, i - 6), -1) if sentence.lemma(k) == "be"), None)
        if verb is not None and verb > 0:
            yield Zone(_first_before(sentence, verb), verb - 1, i, measure)
    start = _named_from(sentence, i)
    if start is not None and start < len(sentence):
        yield Zone(start, _list_end(sentence, start), i, measure)


def _deed_to(sentence: Sentence, i: int) -> Measure | None:
    """Return what a noun tells of those after it: "the death of", "took the lives of", "kidnapping of"."""
    if i + 2 >= len(sentence) or sentence.low(i + 1) != "of":
        return None
    if sentence.lemma(i) in words("toll", "abductions"):
        return Measure.ABDUCTED
    death = sentence.lemma(i) in words("toll", "deaths")
    return Measure.KILLED if death and (sentence.lemma(i) != "life" or _taken(sentence, i)) else None


def _taken(sentence: Sentence, life: int) -> bool:
    return any(sentence.lemma(k) in words("toll", "claiming") for k in range(max(0, life - 4), life))


def _victims(sentence: Sentence, i: int) -> Measure | None:
    """Return what a noun says that people suffered: "victims", "the dead", "those killed"."""
    for measure in _MEASURES:
        if sentence.lemma(i) in table("toll", "victims")[measure.value] or (
            sentence.low(i) in table("toll", "victims")[measure.value]
        ):
            verbal = sentence.low(i) in table("toll", measure.value)["state"]
            near = [sentence.low(k) for k in range(max(0, i - 3), i)]
            those = near[:2] == ["those", "who"] or {"those", "the", "people", "civilians"} & set(near[-2:])
            return measure if those or not verbal else None
    return None


def _named_from(sentence: Sentence, noun: int) -> int | None:
    """Return the token after the verb, "as" or colon that names the victims."""
    if _named_as(sentence, noun):
        return noun + 2
    for i in range(noun + 1, min(noun + _NEAR, len(sentence))):
        if sentence.word(i) == ":":
            return i + 1
        if sentence.lemma(i) not in words("toll", "naming") or not sentence.is_verb(i):
            continue
        following = sentence.low(i + 1) if i + 1 < len(sentence) else ""
        if sentence.lemma(i) == "be" and (sentence.upos(i) == "AUX" and sentence.rel(i).startswith("aux")):
            continue
        if sentence.lemma(i) in words("toll", "including") and _of_places(sentence, i):
            continue  # "killed in three towns, including X"
        named = next(
            (k for k in range(i + 1, min(i + 8, len(sentence))) if sentence.low(k) in {"as", ":"}), i
        )
        if named == i and following in words("toll", "not_items"):
            continue  # "identified in a list of 7,000 victims"
        return (named if following != "a" else i) + 1
    return None


def _of_places(sentence: Sentence, including: int) -> bool:
    """Say whether what stands before "including" are places."""
    return any(is_place_noun(sentence, k) for k in range(max(0, including - 2), including))


def _named_as(sentence: Sentence, noun: int) -> bool:
    """Read "identified the victims as"."""
    before = (sentence.lemma(k) for k in range(max(0, noun - 4), noun))
    follows = noun + 1 < len(sentence) and sentence.low(noun + 1) == "as"
    return follows and any(lemma in words("toll", "naming") for lemma in before)
