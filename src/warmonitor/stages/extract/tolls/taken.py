"""Counts whose verb tells only with a noun what befell people: "taken prisoner", "treated for wounds"."""

from warmonitor.model import Measure
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.tolls.counted import Counted
from warmonitor.stages.extract.tolls.found import MEASURES


def taken_for(sentence: Sentence, verb: int, noun: int) -> Measure | None:
    """Return what people are taken for by a verb and a noun: "12 were taken prisoner", "took 12 hostage"."""
    if sentence.lemma(verb) != "take" or noun >= len(sentence):
        return None
    nouns = table("toll", "taken")
    return next((m for m in MEASURES if sentence.lemma(noun) in nouns.get(m.value, ())), None)


def treated_for_harm(sentence: Sentence, one: Counted, verb: int) -> bool:
    """Say whether a verb of care has a count and its harm after it: "treated 40 civilians with burns"."""
    if sentence.lemma(verb) not in words("toll", "treating"):
        return False
    after = range(one.last + 1, min(one.last + 5, len(sentence)))
    led = one.last + 1 < len(sentence) and sentence.low(one.last + 1) in {"with", "for", "suffering"}
    return led and any(sentence.lemma(i) in words("toll", "harmed") for i in after)
