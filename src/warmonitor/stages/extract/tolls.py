"""Tolls: how many people were killed, hurt, driven out, held, and how many live or remain somewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.model import ClaimKind, Measure, Named, Toll
from warmonitor.stages.extract.blame import FORCES, is_attack_noun, perpetrator_of
from warmonitor.stages.extract.counted import Counted, find_counted, group_of, with_people
from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.doubt import is_negated
from warmonitor.stages.extract.draft import Draft, clause_span
from warmonitor.stages.extract.placing import can_be_place, clause_places, place_names, places_under
from warmonitor.stages.extract.sentence import Sentence
from warmonitor.stages.extract.speakers import Said, named

_MEASURES = tuple(
    Measure(m) for m in ("killed", "injured", "displaced", "missing", "detained", "abducted", "remaining")
)
_PASSED = frozenset({"be", "have", "get", "also", "all", "already", "reportedly", "allegedly", "since", "then", "'ve",
                     "at", "least", "still", "and", "later", "dead", "subsequently", "seriously", "critically", "badly",
                     "both", "now", "currently", "either", "believed", "confirmed", "being", "reported", "initially"})  # fmt: skip
_JOINING = frozenset({",", "and", "&", "or", "both", "his", "her", "their", "its", "the"})
_COMPANIONS = (
    ("along", "with"),
    ("as", "well", "as"),
    ("together", "with"),
    ("plus",),
    ("in", "addition", "to"),
)
_PARTS = (("including",), ("among", "them"), ("including", "at", "least"), ("of", "whom"), ("of", "them"), ("among", "whom"),
          ("comprising",), ("among", "those", "killed"), ("among", "the", "dead"), ("include",), ("included",))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What people were counted for, and by which word."""

    measure: Measure
    trigger: int


def find_tolls(sentence: Sentence, said: Sequence[Said], before: Sequence[Draft]) -> list[Draft]:
    """Return the tolls of a sentence; a part names the total that it belongs to.

    People who speak are not counted; `before` are the tolls of the sentence before, for "among them".
    """
    speakers = [a.speaker.span for s in said for a in s.attributions]
    counted = [c for c in find_counted(sentence) if not any(c.span.meets(s) for s in speakers)]
    found = [_sure(sentence, c, _direct(sentence, c)) for c in counted]
    parts: dict[int, int] = {}
    for k, one in enumerate(counted):
        found[k], total = _related(sentence, counted, found, k, one)
        found[k] = found[k] or _among(sentence, one, before)
        if total is not None:
            parts[k] = total
    kept = [k for k, hit in enumerate(found) if hit is not None and not is_negated(sentence, hit.trigger)]
    drafts = []
    for k in kept:
        total = parts.get(k)
        hit = found[k]
        assert hit is not None
        one = _named_people(
            sentence, counted[k], [c for j, c in enumerate(counted) if j not in parts or j == total], total
        )
        counted[k] = one
        drafts.append(_draft(sentence, one, hit, kept.index(total) if total in kept else None))
    return drafts


def _draft(sentence: Sentence, one: Counted, hit: Found, part: int | None) -> Draft:
    state = hit.measure in {Measure.POPULATION, Measure.REMAINING}
    culprit = None if state else perpetrator_of(sentence, hit.trigger)
    toll = Toll(hit.measure, one.of, one.quantity, culprit)
    far = abs(hit.trigger - one.first) > 25 or part is not None
    quote = one.span if far else clause_span(sentence, hit.trigger, one.first, one.last)
    where = _where(sentence, one, hit)
    return Draft(ClaimKind.TOLL, sentence, hit.trigger, quote, toll, where, standing=state, part=part)


def _where(sentence: Sentence, one: Counted, hit: Found) -> tuple[Named, ...]:
    """Return the place that the people counted, or the fight that struck them, are said to be in."""
    if hit.measure is Measure.POPULATION:
        return _home(sentence, one, hit)
    own = places_under(sentence, one.noun) if one.noun is not None else []
    if own or not sentence.is_verb(hit.trigger):
        return tuple(own)
    subject = sentence.subject(hit.trigger)
    fights = words("toll", "campaign")
    if subject is not None and (sentence.lemma(subject) in fights or is_attack_noun(sentence, subject)):
        return tuple(places_under(sentence, subject))
    return ()


def _home(sentence: Sentence, one: Counted, hit: Found) -> tuple[Named, ...]:
    """Return the place whose people are counted: "X is home to", "the region of", "it had N inhabitants"."""
    if hit.trigger < one.first and sentence.lemma(hit.trigger) in words("control", "places"):
        first = sentence.phrase_tokens(hit.trigger)[0]
        span = sentence.span_of(first, hit.trigger)
        return (Named(span.of(sentence.text), span),)
    verb = hit.trigger if sentence.is_verb(hit.trigger) else sentence.head(hit.trigger)
    for node in (hit.trigger, verb):
        subject = sentence.subject(node) if node >= 0 else None
        if (
            subject is not None
            and subject != one.noun
            and (can_be_place(sentence, subject) or sentence.low(subject) == "it")
        ):
            return tuple(place_names(sentence, subject)) or (named(sentence, subject),)
    return tuple(clause_places(sentence, hit.trigger))


def _named_people(sentence: Sentence, one: Counted, counted: list[Counted], total: int | None) -> Counted:
    """Find whom a bare number or "of them" counts: those that it is a part of, those counted just before it."""
    if _of_them(sentence, one):
        after = _people_after(sentence, one.last + 1)
        return with_people(one, after or (total_of(counted, one) if total is not None else "people"))
    before = [c for c in counted if c.first < one.first]
    if one.noun is None and before and before[-1].quantity.high != 1:
        return with_people(one, before[-1].of)
    return one


def total_of(counted: list[Counted], one: Counted) -> str:
    """Return the people of the nearest count before this one."""
    return next((c.of for c in reversed(counted) if c.first < one.first), "people")


def _among(sentence: Sentence, one: Counted, before: Sequence[Draft]) -> Found | None:
    """Read "three children were among the dead", "among them were two nurses"."""
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
    for measure in _MEASURES:
        forms = table("toll", measure.value)
        if set(near) & {*forms["state"], *forms["noun"]}:
            return Found(measure, one.last)
    told = [d.detail.measure for d in before if isinstance(d.detail, Toll)]
    return Found(told[-1], one.last) if told and {"them", "victims"} & set(near) else None


def _people_after(sentence: Sentence, i: int) -> str | None:
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


def _sure(sentence: Sentence, one: Counted, hit: Found | None) -> Found | None:
    """Drop what only a known noun for people can suffer: things are captured and abandoned too, and troops move."""
    if hit is None or hit.measure in {Measure.KILLED, Measure.INJURED} or one.noun is None:
        return hit
    known = (
        group_of(sentence.lemma(one.noun))
        or group_of(sentence.low(one.noun))
        or sentence.low(one.noun) in {"them", "whom"}
    )
    moves = hit.measure is Measure.DISPLACED and sentence.lemma(one.noun) in FORCES
    return hit if known and not moves else None


def _direct(sentence: Sentence, one: Counted) -> Found | None:
    for reader in (_fixed, _number_of, _next_to_it, _by_tree):
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
        for measure in _MEASURES:
            if _names(sentence, owner, measure):
                return Found(measure, owner)
        if sentence.lemma(owner) in words("toll", "lives"):
            return Found(Measure.KILLED, owner)
    return None


def _number_of(sentence: Sentence, one: Counted) -> Found | None:
    """Read "the number of people killed had risen to 26", "put at 51 the number of wounded", "a toll of 12"."""
    if one.noun is not None and sentence.low(one.noun) not in {"dead", "wounded", "injured", "people"}:
        return None
    for i in range(len(sentence)):
        if (
            sentence.lemma(i) not in {"number", "toll", "total", "figure", "count", "tally"}
            or one.first <= i <= one.last
        ):
            continue
        linked = _linked(sentence, i, one)
        phrase = range(i - 2 if i > 1 else 0, min(i + 8, len(sentence)))
        measure = next((m for m in _MEASURES if any(_tells(sentence, k, m) for k in phrase)), None)
        if linked and measure is not None:
            return Found(measure, i)
    return None


def _linked(sentence: Sentence, i: int, one: Counted) -> bool:
    """Say whether a number is given for the noun i: after it by "at", "to", "was", or before it by "put at"."""
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


def _next_to_it(sentence: Sentence, one: Counted) -> Found | None:
    """Read the words beside the count: "killing N …", "N … were killed", "N dead"."""
    return _after_it(sentence, one) or _before_it(sentence, one)


def _before_it(sentence: Sentence, one: Counted) -> Found | None:
    i = one.first - 1
    while i >= 0 and (
        sentence.lemma(i) in {"a", "the", "as", "many", "also", "another"} or sentence.upos(i) == "ADV"
    ):
        i -= 1
    if i < 0:
        return None
    lemma = sentence.lemma(i)
    if sentence.upos(i) in {"VERB", "AUX"} or sentence.low(i).endswith(("ed", "ing")):
        for measure in _MEASURES:
            if lemma in table("toll", measure.value)["object"] and not sentence.children(i, "aux:pass"):
                return Found(measure, i)
        if lemma in words("toll", "leaving"):
            return _left(sentence, one, i)
        if lemma in words("toll", "forcing"):
            return _forced(sentence, one, i)
    return None


def _left(sentence: Sentence, one: Counted, verb: int) -> Found | None:
    """Read "left 12 people dead and 30 wounded"."""
    for i in range(one.last + 1, min(one.last + 4, len(sentence))):
        for measure in _MEASURES:
            if sentence.low(i) in table("toll", measure.value)["state"]:
                return Found(measure, verb)
    for measure in _MEASURES:
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


def _after_it(sentence: Sentence, one: Counted) -> Found | None:
    if one.noun is not None:
        for measure in _MEASURES:
            forms = table("toll", measure.value)
            if sentence.lemma(one.noun) in forms["noun"] and sentence.low(one.noun) not in {"them"}:
                return Found(measure, one.noun)
            between = [i for i in range(one.first, one.noun) if sentence.low(i) in forms["state"]]
            if between:
                return Found(measure, between[-1])
    i = _skip_insert(sentence, one.last + 1)
    while i < len(sentence) and (sentence.lemma(i) in _PASSED or sentence.upos(i) in {"AUX", "ADV"}):
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
        if lead in {"including", "most", "mostly", "among", "many", "some", "all"} or of_them:
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
    auxiliary = any(sentence.lemma(k) in {"be", "get"} for k in range(one.last + 1, i))
    for measure in _MEASURES:
        forms = table("toll", measure.value)
        if low in forms["state"] and (
            sentence.upos(i) != "VERB" or sentence.is_past_participle(i) or auxiliary
        ):
            if measure is Measure.REMAINING or not _has_object(sentence, i, one):
                return Found(measure, i)
        if lemma in forms["object"] and (auxiliary or _reduced(sentence, i)):
            return Found(measure, i)
        if lemma in forms["subject"] and sentence.is_verb(i) and _fits(sentence, measure, i):
            return Found(measure, i)
    return None


def _has_object(sentence: Sentence, i: int, one: Counted) -> bool:
    objects = [c for c in sentence.children(i, "obj") if c > i and not one.first <= c <= one.last]
    return bool(objects)


def _reduced(sentence: Sentence, i: int) -> bool:
    """Say whether a participle stands after its noun without an auxiliary: "700 of them displaced by …"."""
    return sentence.is_past_participle(i) and not _has_object_after(sentence, i)


def _has_object_after(sentence: Sentence, i: int) -> bool:
    return any(c > i for c in sentence.children(i, "obj"))


def _fits(sentence: Sentence, measure: Measure, i: int) -> bool:
    """Say whether a verb with other senses bears this one: people remain in a place, not "remain committed"."""
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


def _by_tree(sentence: Sentence, one: Counted) -> Found | None:
    """Read the verb on which the phrase hangs, however far it stands."""
    head, rel = sentence.head(one.top), sentence.rel(one.top)
    if head < 0:
        return None
    lemma = sentence.lemma(head)
    for measure in _MEASURES:
        forms = table("toll", measure.value)
        if lemma in forms["object"]:
            passive = sentence.is_passive(head)
            if (rel == "obj" and not passive) or (rel == "nsubj:pass") or (rel == "nsubj" and passive):
                return Found(measure, head)
        if lemma in forms["subject"] and rel == "nsubj" and _fits(sentence, measure, head):
            return Found(measure, head)
        if rel.startswith("nsubj") and sentence.low(head) in forms["state"]:
            return Found(measure, head)
    return _standing(sentence, one, head)


def _standing(sentence: Sentence, one: Counted, head: int) -> Found | None:
    """Read "the death toll rose to 45", "the number of wounded has reached 300"."""
    if sentence.lemma(head) not in words("toll", "standing"):
        return None
    subject = sentence.subject(head)
    if subject is None:
        return None
    for measure in _MEASURES:
        if any(_names(sentence, i, measure) for i in sorted(sentence.below(subject))):
            return Found(measure, head)
        forms = table("toll", measure.value)
        if any(sentence.low(i) in forms["state"] for i in sorted(sentence.below(subject))):
            return Found(measure, head)
    toll = any(sentence.lemma(i) == "toll" for i in sentence.below(subject))
    return Found(Measure.KILLED, head) if toll else None


def _related(
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
        if total is not None and (own is None or found[total] is None or own.measure == found[total].measure):  # type: ignore[union-attr]
            return own or found[total], total if found[total] is not None or own is not None else None
        return own, None
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
    before = [sentence.low(i) for i in range(max(0, end - 4), end)]
    for kind, leads in (("part", _PARTS), ("companion", _COMPANIONS)):
        if any(tuple(before[-len(lead) :]) == lead for lead in leads):
            return kind
    return ""


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
    return bool(between) and all(word in _JOINING for word in between)
