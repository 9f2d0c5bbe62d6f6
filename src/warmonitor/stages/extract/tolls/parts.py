"""Totals and their parts, lists, and whom "of them" or a bare number counts."""

from collections.abc import Sequence

from warmonitor.model import Measure, Toll
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.draft import Draft
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.tolls.counted import Counted, group_of, people_words, with_people
from warmonitor.stages.extract.tolls.found import MEASURES, Found

_SPELT = 8  # tokens between a count and those that spell it out
_NESTED = 3  # nouns from "estimate of the number of miners" to those counted
_FAR = 20  # where a colon stands right before those: "90 people since May, police said on Sunday: 60 rebels"


def named_people(sentence: Sentence, one: Counted, counted: list[Counted], total: int | None) -> Counted:
    """Find whom a bare number or "of them" counts: its total's people, or those counted just before."""
    if _of_them(sentence, one):
        after = people_called(sentence, one.last + 1)
        return with_people(one, after or (total_of(counted, one) if total is not None else "people"))
    if one.noun is None and (after := _called_after(sentence, one)):
        return with_people(one, after)
    before = [c for c in counted if c.first < one.first]
    if one.noun is None and one.of == "people" and before and before[-1].quantity.high != 1:
        return with_people(one, before[-1].of)
    return one


def whom_a_number_counts(sentence: Sentence, one: Counted, hit: Found) -> Counted:
    """Find the people of a bare number in the words before it: "the number of miners killed rose to 11"."""
    noun = hit.trigger
    if one.noun is not None or sentence.lemma(noun) not in words("toll", "tolls") or noun > one.first:
        return one
    for _ in range(_NESTED):
        noun = next((i for case, i in sentence.obliques(noun) if case == "of" and noun < i < one.first), -1)
        if noun < 0:
            return one
        if group_of(sentence.lemma(noun)) or group_of(sentence.low(noun)):
            return with_people(one, people_words(sentence, sentence.phrase_tokens(noun)[0], noun))
    return one


def _called_after(sentence: Sentence, one: Counted) -> str | None:
    """Return the people that a bare number is said to be: "of whom 25 were children"."""
    i = one.last + 1
    if i >= len(sentence) or sentence.low(i) not in {"were", "are", "was"}:
        return None
    return people_called(sentence, i)


def total_of(counted: list[Counted], one: Counted) -> str:
    """Return the people of the nearest count before this one."""
    return next((c.of for c in reversed(counted) if c.first < one.first), "people")


def among(sentence: Sentence, one: Counted, before: Sequence[Draft]) -> Found | None:
    """Read "three children were among the dead", "among them were two nurses"."""
    if included := _in_the_dead(sentence, one) or _their_number(sentence, one, before):
        return included
    after = [sentence.low(i) for i in range(one.last + 1, min(one.last + 6, len(sentence)))]
    lead = [sentence.low(i) for i in range(max(0, one.first - 5), one.first)]
    near = (
        after
        if "among" in after[:3]
        else lead
        if "among" in lead and {"were", "was", "are"} & set(lead)
        else []
    )
    if not near:
        return None
    for measure in MEASURES:
        forms = table("toll", measure.value)
        if set(near) & {*forms["state"], *forms["noun"]}:
            return Found(measure, one.last)
    told = [d.detail.measure for d in before if isinstance(d.detail, Toll)]
    return Found(told[-1], one.last) if told and {"them", "victims"} & set(near) else None


def _their_number(sentence: Sentence, one: Counted, before: Sequence[Draft]) -> Found | None:
    """Read "put their number at 600" for those whom the sentence before counts."""
    told = [d.detail.measure for d in before if isinstance(d.detail, Toll) and d.part is None]
    if not told or one.noun is not None:
        return None
    numbers = (
        i
        for i in range(1, one.first)
        if sentence.lemma(i) in words("toll", "tolls") and sentence.low(i - 1) in {"their", "its", "the"}
    )
    return next((Found(told[0], i) for i in numbers if _given_for(sentence, i, one)), None)


def _given_for(sentence: Sentence, number: int, one: Counted) -> bool:
    """Say whether a bare count is what a number stands at: "their number at 600", "the figure is 600"."""
    between = [sentence.low(i) for i in range(number + 1, one.first)]
    return bool(between) and between[-1] in {"at", "to", "is", "was", "as"} and len(between) <= _SPELT


def _in_the_dead(sentence: Sentence, one: Counted) -> Found | None:
    """Read "the dead included women and 15 soldiers"."""
    before = range(max(0, one.first - 15), one.first)
    if not any(sentence.lemma(i) == "include" and sentence.is_verb(i) for i in before):
        return None
    named = (m for m in MEASURES if any(sentence.low(i) in table("toll", m.value)["noun"] for i in before))
    measure = next(named, None)
    return Found(measure, one.last) if measure is not None else None


def people_called(sentence: Sentence, i: int) -> str | None:
    """Return the people that "ten of them children" or "of whom 12 were women" counts."""
    start = i
    while i < len(sentence) and sentence.low(i) in {
        "were",
        "are",
        "was",
        "all",
        "mostly",
        "believed",
        "to",
        "be",
        "being",
    }:
        start = i = i + 1
    while i < len(sentence) and sentence.upos(i) in {"ADJ", "PROPN", "NOUN"} and i - start < 4:
        if _plain_people(sentence, i) or (sentence.word(i)[:1].isupper() and sentence.low(i).endswith("s")):
            return sentence.words_of(sentence.span_of(start, i))
        i += 1
    return None


def _plain_people(sentence: Sentence, i: int) -> str | None:
    from_groups = [
        g
        for g, nouns in table("people", "groups").items()
        if sentence.lemma(i) in nouns or sentence.low(i) == g
    ]
    if from_groups:
        return str(from_groups[0])
    return sentence.low(i) if sentence.lemma(i) in words("people", "kinds") else None


def related(
    sentence: Sentence, counted: list[Counted], found: list[Found | None], k: int, one: Counted
) -> tuple[Found | None, int | None]:
    """Take what a count is for from the one that it is a part of, or stands beside."""
    own = found[k]
    earlier = [j for j in range(k) if found[j] is not None]
    lead = _lead(sentence, one.first)
    base = _base(sentence, counted, found, k)
    if lead == "part" or _of_them(sentence, one):
        total = base if base is not None else (k - 1 if k else None)
        if total is not None and found[total] is None and own is not None and lead == "part":
            return own, None
        if total is not None and (
            own is None or found[total] is None or own.measure == _measure(found[total])
        ):
            return own or found[total], total if found[total] is not None or own is not None else None
        return own, None
    if (
        k + 1 < len(counted)
        and found[k + 1] is not None
        and _listed(sentence, one, counted[k + 1], adjacent=True)
    ):
        following = found[k + 1]
        later = following is not None and following.trigger > counted[k + 1].last
        if following is not None and later and (own is None or own.trigger > following.trigger):
            return following, None  # "12 soldiers and a civilian died"
    if own is None and earlier:
        j = earlier[-1]
        if lead == "companion" or _listed(sentence, counted[k - 1], one, j == k - 1):
            return found[j], None
    return own, None


def _base(sentence: Sentence, counted: list[Counted], found: list[Found | None], k: int) -> int | None:
    """Return the total before count k: the nearest that is no part itself and counts at least as many."""
    size = counted[k].quantity.low or counted[k].quantity.best or counted[k].quantity.high or 0
    for j in range(k - 1, -1, -1):
        other = counted[j].quantity
        most = other.high or other.best or other.low or 0
        if (
            found[j] is not None
            and (most >= size or other.high is None)
            and _lead(sentence, counted[j].first) != "part"
        ):
            return j
    return None


def _lead(sentence: Sentence, first: int) -> str:
    """Return "part" or "companion" for the words that lead in a count, "" for none."""
    end = first
    while end > 0 and sentence.low(end - 1) in {"the", "a", "an", "another", "also", "'s"}:
        end -= 1
    before = " " + " ".join(sentence.low(i) for i in range(max(0, end - 4), end))
    for kind, leads in (("part", "parts"), ("companion", "companions")):
        if any(before.endswith(f" {lead}") for lead in table("toll", leads)):
            return kind
    return ""


def led_in(sentence: Sentence, start: int, first: int) -> bool:
    """Say whether words between two tokens, or just before the second, lead in a part: "including"."""
    return any(_lead(sentence, k) == "part" for k in range(max(start, 1), first + 1))


def _of_them(sentence: Sentence, one: Counted) -> bool:
    if one.noun is None:
        return False
    share = (
        one.noun >= 2
        and sentence.low(one.noun - 2) == "of"
        and sentence.low(one.noun) in {"dead", "wounded", "victims"}
    )
    return sentence.low(one.noun) in {"them", "whom"} or share


def _listed(sentence: Sentence, before: Counted, one: Counted, adjacent: bool) -> bool:
    """Say whether two counts stand in one list: "12 soldiers, three officers and a medic"."""
    if not adjacent:
        return False
    between = [sentence.low(i) for i in range(before.last + 1, one.first)]
    return bool(between) and all(word in words("toll", "joining") for word in between)


def goes_on(sentence: Sentence, part: Counted, one: Counted) -> bool:
    """Say whether a count goes on a list of parts: "including two women and a child"."""
    between = [sentence.low(i) for i in range(part.last + 1, one.first)]
    return between in (["and"], ["or"], [","], ["&"])


def spelt_out(sentence: Sentence, whole: Counted, one: Counted) -> bool:
    """Say whether a count spells out the one before it: "four children: three girls and a boy"."""
    between = [sentence.word(i) for i in range(whole.last + 1, one.first)]
    size, part = whole.quantity.high, one.quantity.high
    marks = any(word in {":", "–", "—", "(", "-"} for word in between)
    near = len(between) <= (_FAR if between[-1:] == [":"] else _SPELT)
    return marks and near and size is not None and part is not None and part <= size


def _measure(found: Found | None) -> Measure | None:
    return found.measure if found is not None else None
