"""The words after a count: "… were killed", "… displaced by", "… fled to"."""

from warmonitor.model import Measure
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.placing import can_be_place
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.tolls.counted import Counted
from warmonitor.stages.extract.tolls.found import MEASURES, Found
from warmonitor.stages.extract.tolls.taken import taken_for


def after_it(sentence: Sentence, one: Counted) -> Found | None:
    """Return what the words after a count say that it is for."""
    if one.noun is not None:
        for measure in MEASURES:
            forms = table("toll", measure.value)
            if sentence.lemma(one.noun) in forms["noun"] and sentence.low(one.noun) not in {"them"}:
                return Found(measure, one.noun)
            between = [i for i in range(one.first, one.noun) if sentence.low(i) in forms["state"]]
            if between:
                return Found(measure, between[-1])
    i = _skip_insert(sentence, one.last + 1)
    while i < len(sentence) and (
        sentence.lemma(i) in words("toll", "passed_over") or sentence.upos(i) in {"AUX", "ADV"}
    ):
        i += 1
    return _state_or_verb(sentence, one, i) if i < len(sentence) else None


def _skip_insert(sentence: Sentence, i: int) -> int:
    """Pass over "including …" and ", ten of them children," between a subject and its verb."""
    if i < len(sentence) and sentence.low(i) == "including":
        verbs = [k for k in range(i + 1, min(i + 12, len(sentence))) if sentence.upos(k) in {"AUX", "VERB"}]
        return verbs[0] if verbs else i
    if i < len(sentence) and sentence.word(i) == "," and i + 1 < len(sentence):
        lead = sentence.low(i + 1)
        of_them = i + 3 < len(sentence) and sentence.low(i + 3) in {"them", "whom"}
        if lead in {"including", "most", "mostly", "among", "many", "some", "all", "or"} or of_them:
            for k in range(i + 1, min(i + 25, len(sentence))):
                if (
                    sentence.word(k) == ","
                    and k + 1 < len(sentence)
                    and sentence.upos(k + 1) in {"AUX", "VERB"}
                ):
                    return k + 1
    return i


def _state_or_verb(sentence: Sentence, one: Counted, i: int) -> Found | None:
    lemma, low = sentence.lemma(i), sentence.low(i)
    two = f"{low} {sentence.low(i + 1)}" if i + 1 < len(sentence) else low
    if two in table("toll", "killed")["state"]:
        return Found(Measure.KILLED, i)
    if (
        lemma in words("toll", "living")
        and sentence.is_verb(i)
        and any(can_be_place(sentence, n) for _, n in sentence.obliques(i))
    ):
        return Found(Measure.POPULATION, i)
    if (told := _told_with_noun(sentence, i)) is not None:
        return Found(told, i)
    auxiliary = any(sentence.lemma(k) in {"be", "get"} for k in range(one.last + 1, i))
    if auxiliary and lemma in words("toll", "forcing") and _driven_out(sentence, i):
        return Found(Measure.DISPLACED, i)
    for measure in MEASURES:
        forms = table("toll", measure.value)
        if low in forms["state"] and (
            (sentence.upos(i) != "VERB" or sentence.is_past_participle(i) or auxiliary)
            and (measure is Measure.REMAINING or not _has_object(sentence, i, one))
        ):
            return Found(measure, i)
        if lemma in forms["object"] and (auxiliary or _reduced(sentence, i)):
            return Found(measure, i)
        if lemma in forms["subject"] and sentence.is_verb(i) and fits(sentence, measure, i):
            return Found(measure, i)
    return None


def _told_with_noun(sentence: Sentence, verb: int) -> Measure | None:
    """Return what a verb tells only with its noun: "lost their lives", "were taken prisoner"."""
    after = range(verb + 1, min(verb + 4, len(sentence)))
    if sentence.lemma(verb) == "lose" and any(sentence.lemma(k) == "life" for k in after):
        return Measure.KILLED
    return taken_for(sentence, verb, verb + 1)


def _driven_out(sentence: Sentence, i: int) -> bool:
    """Say whether people are "forced to flee", "driven from their homes"."""
    window = range(i + 1, min(i + 6, len(sentence)))
    return any(
        sentence.lemma(k) in words("toll", "fleeing") or sentence.lemma(k) in {"home", "house"}
        for k in window
    )


def _has_object(sentence: Sentence, i: int, one: Counted) -> bool:
    objects = [c for c in sentence.children(i, "obj") if c > i and not one.first <= c <= one.last]
    return bool(objects)


def _reduced(sentence: Sentence, i: int) -> bool:
    """Say whether a participle stands after its noun without an auxiliary: "700 of them displaced by …"."""
    return sentence.is_past_participle(i) and not _has_object_after(sentence, i)


def _has_object_after(sentence: Sentence, i: int) -> bool:
    return any(c > i for c in sentence.children(i, "obj"))


def fits(sentence: Sentence, measure: Measure, i: int) -> bool:
    """Say whether a verb bears this sense: people remain in a place, not "remain committed"."""
    if measure is Measure.DISPLACED:
        return _leaves_home(sentence, i)
    if measure is Measure.REMAINING:
        return any(can_be_place(sentence, n) for case, n in sentence.obliques(i)) or any(
            sentence.low(c) in {"inside", "there", "behind"} for c in sentence.children(i, "advmod")
        )
    return True


def _leaves_home(sentence: Sentence, i: int) -> bool:
    """Say whether people who go somewhere are driven out: they flee, leave their homes or cross a border."""
    if sentence.lemma(i) in {"flee", "evacuate", "escape"}:
        return True
    window = range(i + 1, min(i + 5, len(sentence)))
    if any(sentence.lemma(k) in {"home", "house", "border", "away"} for k in window):
        return True
    goes = any(
        case in {"into", "from", "to", "over", "across"} and sentence.upos(n) == "PROPN"
        for case, n in sentence.obliques(i)
    )
    return sentence.lemma(i) in {"cross", "arrive", "pour", "stream"} and goes
