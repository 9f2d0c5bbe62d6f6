"""When a claim is meant to have happened, from the words of its clause, its neighbours and its report."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from warmonitor.language.en.dates import DateRule, DateWords, resolve
from warmonitor.language.en.numerals import find_numerals
from warmonitor.model import Dated, Named, When, WhenPrecision
from warmonitor.stages.extract.attacks.blame import is_attack_noun
from warmonitor.stages.extract.cues import speech, words
from warmonitor.stages.extract.placing import places_under
from warmonitor.stages.extract.sentence import Sentence

_NEWS = timedelta(days=6)  # what a news report tells without a date is taken to be a week old at most
_SINCE_CLAUSE = re.compile(r"\bsince\b[^,.;:]*$", re.IGNORECASE)
_NO_TIMES = frozenset({DateRule.DURATION, DateRule.ORDINAL, DateRule.COMING})
_LENGTH = re.compile(r"(?P<count>[a-z\d-]+)-(?P<unit>day|week|month|year)(?:-(?:old|long))?")
_UNIT_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
_OPEN_PAST = ("once", "previously", "formerly", "years ago", "in the past", "historically", "long ago")


@dataclass(frozen=True, slots=True)
class Campaign:
    """A long fight that the report says began at some time, and where it is fought."""

    noun: str
    when: When
    sentence: int
    verb: int
    place: tuple[Named, ...]


def news(dated: Dated) -> When:
    """Return the time of what a report tells as news without a date: its last week."""
    first = dated.earliest or dated.latest
    return When(
        max(first, date.min + _NEWS) - _NEWS if first else None,
        dated.latest,
        "",
        WhenPrecision.WEEK if first else WhenPrecision.UNKNOWN,
    )


def now(dated: Dated) -> When:
    """Return the time of what a report tells as standing: its own date."""
    return When(
        dated.earliest, dated.latest, "", WhenPrecision.DAY if dated.latest else WhenPrecision.UNKNOWN
    )


def resolved(sentence: Sentence, words_: DateWords, token: int, dated: Dated) -> When:
    """Return the interval that date words give to a token's clause.

    Words in a clause led in by "since", "before", "until" or "after" bound the time on one side.
    """
    when = resolve(words_, dated, text=sentence.text)
    at = sentence.at(words_.span.start)
    own = sentence.clause(at) if at is not None else token
    since = _SINCE_CLAUSE.search(sentence.text, sentence.span.start, words_.span.start)
    if when.known() and since and not since.start() < sentence.tokens[token].start < words_.span.start:
        return replace(when, latest=dated.latest or when.latest, precision=WhenPrecision.SPAN)
    if not when.known() or own == sentence.clause(token) or token in sentence.below(own):
        return when
    inside = set(sentence.inside(words_.span))
    marks = {sentence.low(c) for c in sentence.children(own, "mark", "case", "advmod") if c not in inside}
    if "since" in marks:
        return replace(when, latest=dated.latest or when.latest, precision=WhenPrecision.SPAN)
    if marks & {"before", "until", "till"}:
        return replace(when, earliest=None, precision=WhenPrecision.SPAN)
    if marks & {"after"}:
        return replace(when, latest=dated.latest or when.latest, precision=WhenPrecision.SPAN)
    return when


def dates_of(sentence: Sentence, token: int, dated: Dated) -> When | None:
    """Return the time that the clause of a token names, its own words first, then those that it governs."""
    owned = _by_nearness(sentence, token)
    for words_ in owned:
        when = resolved(sentence, words_, token, dated)
        if when.known():
            return when
    return None


def _by_nearness(sentence: Sentence, token: int) -> list[DateWords]:
    """Return the sentence's date words that can time the token's clause, best first."""
    ranked = []
    clause = sentence.clause(token)
    above = list(sentence.above(token))
    below = sentence.below(clause)
    for found in sentence.dates:
        at = sentence.at(found.span.start)
        if at is None or found.rule in _NO_TIMES:
            continue
        own = sentence.clause(sentence.head(at) if sentence.head(at) >= 0 else at)
        if own != token and _tells_when_said(sentence, at):
            continue
        rank = _rank(sentence, token, clause, own, above, below, at)
        if rank is not None:
            ranked.append((rank, abs(at - token), found))
    return [found for _, _, found in sorted(ranked, key=lambda r: (r[0], r[1], r[2].span))]


def _tells_when_said(sentence: Sentence, at: int) -> bool:
    """Say whether a date times the speaking, not what is said: "…, officials said on Thursday"."""
    verb = next((n for n in sentence.above(at) if sentence.is_verb(n)), None)
    if any(n > (verb or 0) and _times_itself(sentence, n) for n in sentence.above(at)):
        return False
    if verb is not None and sentence.lemma(verb) in _spoken() and sentence.rel(verb) not in {"acl", "amod"}:
        return sentence.subject(verb) is not None or sentence.lemma(verb) == "put"
    near = [i for i in range(max(0, at - 4), at) if sentence.is_verb(i)]
    return bool(near) and sentence.lemma(near[-1]) in _spoken() and at - near[-1] <= 2


def _times_itself(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun is a use of force, which a date that hangs on it times: "a raid on Monday"."""
    return not sentence.is_verb(noun) and is_attack_noun(sentence, noun)


def _spoken() -> frozenset[str]:
    return speech().verbs() | {"put", "release", "publish"}


def _rank(
    sentence: Sentence, token: int, clause: int, own: int, above: list[int], below: frozenset[int], at: int
) -> int | None:
    if not sentence.is_verb(token) and at in sentence.below(token):
        return 0  # "Wednesday's clashes"
    if own == clause:
        return 1
    if own in below:
        between = [own, *(n for n in sentence.above(own) if n in below and n != clause)]
        flat = all(
            sentence.rel(n).split(":")[0] in {"advcl", "xcomp", "conj", "parataxis", "obl"} for n in between
        )
        aimed = any(sentence.low(c) == "to" for c in sentence.children(own, "mark"))
        background = any(sentence.rel(n) == "acl:relcl" for n in (clause, *sentence.above(clause)))
        return 2 if flat and (background or not aimed) else None
    if own in above:
        return 3 if _shares_time(sentence, clause, own) else None
    if sentence.rel(clause) == "conj" or sentence.rel(own) == "conj":
        return 4 if own in sentence.below(sentence.head(clause)) or clause in below else None
    return None


def _shares_time(sentence: Sentence, clause: int, own: int) -> bool:
    """Say whether a clause happens when its governor does: not relative clauses of the past."""
    node = clause
    while node != own and node >= 0:
        if sentence.rel(node) == "acl:relcl" or sentence.low(node) in words("modality", "past"):
            return False
        node = sentence.head(node)
    return not any(sentence.low(c) in _OPEN_PAST for c in sentence.children(clause, "advmod"))


def is_open_past(sentence: Sentence, token: int) -> bool:
    """Say whether the clause speaks of some earlier time: "once dropped", "years ago"."""
    clause = sentence.clause(token)
    return any(sentence.low(c) in _OPEN_PAST for c in sentence.children(clause, "advmod"))


def campaigns(sentences: list[Sentence], dated: Dated) -> list[Campaign]:
    """Return the long fights that the report dates: "launched their offensive in April"."""
    nouns = words("toll", "campaign")
    fights = ((s, i) for s in sentences for i in range(len(s)) if s.lemma(i) in nouns)
    return [one for s, i in fights if (one := _begun(s, i, dated)) is not None]


def _begun(sentence: Sentence, noun: int, dated: Dated) -> Campaign | None:
    clause = sentence.clause(noun)
    if lasting := _lasting(sentence, noun, dated):
        where = places_under(sentence, noun, wide=True)
        return Campaign(sentence.lemma(noun), lasting, sentence.index, clause, tuple(where))
    since = any("since" in d.said.lower() for d in sentence.dates)
    begins = [
        i
        for i in (clause, *sentence.children(clause, "advcl", "xcomp", "conj", "acl"))
        if _begins(sentence, i)
    ]
    begins += [i for i in sentence.children(noun, "acl", "acl:relcl") if _begins(sentence, i)]
    if not begins and not since:
        return None
    for anchor in begins or [noun]:
        when = dates_of(sentence, anchor, dated)
        if when is not None and when.earliest is not None:
            start = When(when.earliest, dated.latest, when.said, WhenPrecision.SPAN)
            where = places_under(sentence, noun, wide=True) or places_under(sentence, anchor, wide=True)
            return Campaign(sentence.lemma(noun), start, sentence.index, clause, tuple(where))
    return None


def _lasting(sentence: Sentence, noun: int, dated: Dated) -> When | None:
    """Return the time of a fight by its length up to now, a unit more for doubt: "the four-month siege"."""
    for child in sentence.children(noun, "amod", "compound", "nmod"):
        if (found := _LENGTH.fullmatch(sentence.low(child))) and dated.earliest and dated.latest:
            count = next((n.value for n in find_numerals(found["count"])), None)
            days = int(((count or 0) + 1) * _UNIT_DAYS[found["unit"]])
            if count and 0 < days < dated.earliest.toordinal():
                start = dated.earliest - timedelta(days=days)
                return When(start, dated.latest, sentence.word(child), WhenPrecision.SPAN)
    return None


def _begins(sentence: Sentence, i: int) -> bool:
    return sentence.lemma(i) in words("toll", "beginning")
