"""What people are counted for: the words round a count that say so."""

from warmonitor.model import Measure
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.tolls.after import after_it, fits
from warmonitor.stages.extract.tolls.counted import Counted, group_of
from warmonitor.stages.extract.tolls.found import MEASURES, Found
from warmonitor.stages.extract.tolls.taken import taken_for, treated_for_harm


def sure(sentence: Sentence, one: Counted, hit: Found | None) -> Found | None:
    """Drop what only a known noun for people can suffer: things are captured too, and troops move."""
    if hit is None or hit.measure in {Measure.KILLED, Measure.INJURED} or one.noun is None:
        return hit
    known = (
        group_of(sentence.lemma(one.noun))
        or group_of(sentence.low(one.noun))
        or sentence.low(one.noun) in {"them", "whom"}
    )
    moves = hit.measure is Measure.DISPLACED and sentence.lemma(one.noun) in words("attack", "forces")
    return hit if known and not moves else None


def direct(sentence: Sentence, one: Counted) -> Found | None:
    """Return what a count is for by the words round it, None where they do not say."""
    for reader in (_fixed, _number_of, _next_to_it, _by_tree, _headed):
        if found := reader(sentence, one):
            return found
    return None


def _fixed(sentence: Sentence, one: Counted) -> Found | None:
    """Read set phrases: "home to N people", "a region of N people", "the lives of N", "a death toll of N"."""
    before = sentence.low(one.first - 1) if one.first else ""
    if before == "to" and one.first >= 2 and sentence.low(one.first - 2) == "home":
        return Found(Measure.POPULATION, one.first - 2)
    if one.noun is not None and sentence.lemma(one.noun) in words("toll", "population"):
        return Found(Measure.POPULATION, one.noun)
    if before == "of" and one.first >= 2:
        owner = one.first - 2
        if sentence.lemma(owner) == "population":
            return Found(Measure.POPULATION, owner)
        if sentence.lemma(owner) in words("control", "places") and one.of in {
            "people",
            "inhabitants",
            "residents",
        }:
            return Found(Measure.POPULATION, owner)
        for measure in MEASURES:
            if _names(sentence, owner, measure):
                return Found(measure, owner)
        if sentence.lemma(owner) in words("toll", "lives"):
            return Found(Measure.KILLED, owner)
    return None


def _number_of(sentence: Sentence, one: Counted) -> Found | None:
    """Read "the number of people killed had risen to 26", "put at 51 the number of wounded"."""
    if one.noun is not None and sentence.low(one.noun) not in {"dead", "wounded", "injured", "people"}:
        return None
    for i in range(len(sentence)):
        if sentence.lemma(i) not in words("toll", "tolls") - {"loss"} or one.first <= i <= one.last:
            continue
        linked = _linked(sentence, i, one)
        phrase = range(i - 2 if i > 1 else 0, min(i + 8, len(sentence)))
        measure = next((m for m in MEASURES if any(_tells(sentence, k, m) for k in phrase)), None)
        if linked and (measure is not None or sentence.lemma(i) in {"toll", "loss", "total"}):
            return Found(measure or Measure.KILLED, i)
    return None


def _linked(sentence: Sentence, i: int, one: Counted) -> bool:
    """Say whether a number is given for the noun i: after it by "at", "to", "was", or by "put at"."""
    before = sentence.low(one.first - 1) if one.first else ""
    if i < one.first:
        quiet = not any(sentence.word(k) in {";", "."} for k in range(i, one.first))
        return (
            quiet
            and one.first - i < 25
            and (before in {"at", "to", "was", "is", "of", "reached", "as"} or one.first - i == 1)
        )
    return before in {"at"} and i - one.last <= 3


def _tells(sentence: Sentence, k: int, measure: Measure) -> bool:
    forms = table("toll", measure.value)
    return (
        sentence.low(k) in forms["state"]
        or sentence.lemma(k) in forms["noun"]
        or _names(sentence, k, measure)
    )


def _names(sentence: Sentence, i: int, measure: Measure) -> bool:
    forms = table("toll", measure.value)["noun"]
    return sentence.lemma(i) in forms or (i > 0 and f"{sentence.low(i - 1)} {sentence.low(i)}" in forms)


_WHEN = frozenset({"when", "where", "while", "how", "why"})


def _next_to_it(sentence: Sentence, one: Counted) -> Found | None:
    """Read the words beside the count: "killing N …", "N … were killed", "N dead"."""
    return after_it(sentence, one) or _before_it(sentence, one)


def _before_it(sentence: Sentence, one: Counted) -> Found | None:
    i = _word_before(sentence, one.first)
    if i < 0:
        return None
    if i and sentence.low(i) == "dead" and sentence.lemma(i - 1) == "shoot":
        return Found(Measure.KILLED, i - 1)
    lemma = sentence.lemma(i)
    if sentence.upos(i) in {"VERB", "AUX"} or sentence.low(i).endswith(("ed", "ing")):
        for measure in MEASURES:
            if lemma in table("toll", measure.value)["object"] and not sentence.children(i, "aux:pass"):
                return Found(measure, i)
        if (told := _with_noun(sentence, one, i)) is not None:
            return Found(told, i)
        if lemma in words("toll", "leaving"):
            return _left(sentence, one, i)
        if lemma in words("toll", "forcing"):
            return _forced(sentence, one, i)
    return None


def _with_noun(sentence: Sentence, one: Counted, verb: int) -> Measure | None:
    """Return what a verb tells of the count after it only with a noun: "took 12 hostage", "lost 12 men"."""
    if (taken := taken_for(sentence, verb, one.last + 1)) is not None:
        return taken
    if treated_for_harm(sentence, one, verb):
        return Measure.INJURED
    return Measure.KILLED if _costs_lives(sentence, one, sentence.lemma(verb)) else None


def _word_before(sentence: Sentence, first: int) -> int:
    """Return the token before a count, articles and adverbs passed over; -1 where there is none."""
    i = first - 1
    passed = {"a", "the", "as", "many", "also", "another"}
    while (
        i >= 0 and (sentence.lemma(i) in passed or sentence.upos(i) == "ADV") and sentence.low(i) not in _WHEN
    ):
        i -= 1
    return i


def _costs_lives(sentence: Sentence, one: Counted, verb: str) -> bool:
    """Read "claimed 43,000 lives", "lost four soldiers"."""
    noun = sentence.lemma(one.noun) if one.noun is not None else ""
    lives = verb in words("toll", "claiming") and noun in words("toll", "lives")
    return lives or (verb == "lose" and noun in words("attack", "forces"))


def _left(sentence: Sentence, one: Counted, verb: int) -> Found | None:
    """Read "left 12 people dead and 30 wounded"."""
    for i in range(one.last + 1, min(one.last + 4, len(sentence))):
        for measure in MEASURES:
            if sentence.low(i) in table("toll", measure.value)["state"]:
                return Found(measure, verb)
    for measure in MEASURES:
        if one.noun is not None and sentence.low(one.noun) in table("toll", measure.value)["state"]:
            return Found(measure, verb)
    return None


def _forced(sentence: Sentence, one: Counted, verb: int) -> Found | None:
    """Read "forcing N people to flee", "driving N from their homes"."""
    window = range(one.last + 1, min(one.last + 6, len(sentence)))
    if any(sentence.lemma(i) in words("toll", "fleeing") for i in window):
        return Found(Measure.DISPLACED, verb)
    homes = any(sentence.lemma(i) in {"home", "house", "village"} for i in window)
    return Found(Measure.DISPLACED, verb) if homes else None


def _by_tree(sentence: Sentence, one: Counted) -> Found | None:
    """Read the verb on which the phrase hangs, however far it stands."""
    head, rel = sentence.head(one.top), sentence.rel(one.top)
    if head < 0:
        return None
    lemma = sentence.lemma(head)
    for measure in MEASURES:
        forms = table("toll", measure.value)
        if lemma in forms["object"]:
            passive = sentence.is_passive(head)
            if (rel == "obj" and not passive) or (rel == "nsubj:pass") or (rel == "nsubj" and passive):
                return Found(measure, head)
        if lemma in forms["subject"] and rel == "nsubj" and fits(sentence, measure, head):
            return Found(measure, head)
        if rel.startswith("nsubj") and sentence.low(head) in forms["state"]:
            return Found(measure, head)
    return _standing(sentence, head)


def _headed(sentence: Sentence, one: Counted) -> Found | None:
    """Read a list under words without a verb: "Toll so far: 21 soldiers, 9 civilians", "Dead: 4 miners"."""
    colon = next((i for i in range(one.first - 1, 0, -1) if sentence.word(i) == ":"), 0)
    told = (i for i in range(one.first) if sentence.is_verb(i) and sentence.low(i) not in _states())
    if not colon or any(True for _ in told):
        return None
    for i in range(colon):
        for measure in MEASURES:
            if _tells(sentence, i, measure):
                return Found(measure, i)
        if sentence.lemma(i) == "toll":
            return Found(Measure.KILLED, i)
    return None


def _states() -> frozenset[str]:
    return frozenset(word for measure in MEASURES for word in table("toll", measure.value)["state"])


def _standing(sentence: Sentence, head: int) -> Found | None:
    """Read "the death toll rose to 45", "the number of wounded has reached 300"."""
    if sentence.lemma(head) not in words("toll", "standing"):
        return None
    subject = sentence.subject(head)
    if subject is None:
        return None
    for measure in MEASURES:
        if any(_names(sentence, i, measure) for i in sorted(sentence.below(subject))):
            return Found(measure, head)
        forms = table("toll", measure.value)
        if any(sentence.low(i) in forms["state"] for i in sorted(sentence.below(subject))):
            return Found(measure, head)
    toll = any(sentence.lemma(i) == "toll" for i in sentence.below(subject))
    return Found(Measure.KILLED, head) if toll else None
