"""One speech in several wordings or translations: quotations of one speaker that say the same."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date

from warmonitor.language.en.quotations import find_quotations
from warmonitor.model import (
    ActorIndex,
    ActorKind,
    Claim,
    Named,
    Quote,
    Report,
    Span,
    Statement,
    fold,
    make_id,
)
from warmonitor.stages.reconcile.paraphrase import NO_MEANING, Meaning, same_meaning
from warmonitor.stages.reconcile.wording import LEAST_SHARED, Wording, same_speech, word_for_word

SPEECH_DAYS = 14
OTHER_WORDS_DAYS = 3  # between reports that give one speech in other words
COMMON_STEM = 100  # a stem that more of a speaker's quotations have leads to no candidates


@dataclass(frozen=True)
class Spoken:
    """One quotation in one report."""

    report: str
    strand: str
    span: Span
    wording: Wording
    days: tuple[date | None, date | None]
    known: bool = True  # the speaker is somebody in particular
    meaning: Meaning = field(default=NO_MEANING, compare=False)

    @property
    def key(self) -> tuple[str, Span]:
        """Return report and span, which name the quotation."""
        return self.report, self.span


def statements(claims: Iterable[Claim], reports: Iterable[Report], actors: ActorIndex) -> list[Statement]:
    """Return the speeches that at least two reports quote, copies of one text not counted."""
    by_speaker: dict[str, dict[tuple[str, Span], Spoken]] = defaultdict(dict)
    known = {report.id: report for report in reports}
    quoted = {key: [(one.span, one.outer) for one in find_quotations(report.text)
                    if one.is_speech(report.text)] for key, report in known.items()}  # fmt: skip
    for claim in claims:
        if claim.report in known and claim.attribution:
            for spoken in _spoken(claim, known[claim.report], quoted[claim.report]):
                for speaker in _speakers(claim):
                    by_speaker[speaker][spoken.key] = spoken
    found: dict[tuple[Quote, ...], str] = {}
    for speaker in sorted(by_speaker, key=lambda one: (_rank(one, actors), one)):
        for quotes in _same(list(by_speaker[speaker].values())):
            found.setdefault(quotes, speaker)
    made = [Statement(make_id("statement", speaker, *map(str, quotes)), speaker, quotes)
            for quotes, speaker in found.items()]  # fmt: skip
    return sorted(made, key=lambda one: (one.speaker, one.id))


def _spoken(claim: Claim, report: Report, quoted: list[tuple[Span, Span]]) -> list[Spoken]:
    spans = [claim.quote, *claim.restated]
    inside = [span for span, outer in quoted if any(outer.meets(one) for one in spans)]
    days = report.dated.earliest, report.dated.latest
    sure = all(_in_particular(link.speaker) for link in claim.attribution)
    return [
        Spoken(report.id, report.strand or report.id, span, Wording.of(words), days, sure, Meaning.of(words))
        for span in inside
        for words in [span.of(report.text)]
    ]


def _in_particular(speaker: Named) -> bool:
    """Say whether a speaker is one whom another report can mean too: a name or "the mayor", not "a medic"."""
    name = speaker.name or speaker.said
    return speaker.id is not None and (name[:1].isupper() or speaker.said.lower().startswith("the "))


def _speakers(claim: Claim) -> list[str]:
    return [link.speaker.id or fold(link.speaker.name or link.speaker.said) for link in claim.attribution]


def _rank(speaker: str, actors: ActorIndex) -> int:
    """A person before the office that passed the words on."""
    actor = actors.known.get(speaker)
    return 2 if actor is None else int(actor.kind is not ActorKind.PERSON)


def _same(spoken: list[Spoken]) -> list[tuple[Quote, ...]]:
    """Return groups of quotations that give one speech, each from at least two texts."""
    ranked = sorted(spoken, key=lambda one: one.key)
    leader = list(range(len(ranked)))
    holders: dict[str, list[int]] = defaultdict(list)
    verbatim: dict[tuple[str, ...], int] = {}
    for number, one in enumerate(ranked):
        first = verbatim.setdefault(one.wording.stems, number)
        if first != number and _alike(one, ranked[first]):
            _join(leader, number, first)
            continue
        stems = {stem for stem in one.wording.stems if len(holders[stem]) <= COMMON_STEM}
        shared = Counter(other for stem in stems for other in holders[stem])
        for other in sorted(shared):
            if shared[other] >= min(LEAST_SHARED, len(stems)) and _alike(one, ranked[other]):
                _join(leader, number, other)
        for stem in set(one.wording.stems):
            holders[stem].append(number)
    _join_meanings(leader, ranked)
    groups: dict[int, list[Spoken]] = defaultdict(list)
    for number, one in enumerate(ranked):
        groups[_lead(leader, number)].append(one)
    return [tuple(Quote(one.report, one.span) for one in group)
            for group in groups.values() if len({one.strand for one in group}) > 1]  # fmt: skip


def _join_meanings(leader: list[int], ranked: list[Spoken]) -> None:
    """Join what is said in other words, days apart at most, by a speaker in particular."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for number, one in enumerate(ranked):
        if not one.known or one.days[0] is None:
            continue
        keys = {key for key in one.meaning.keys if len(holders[key]) <= COMMON_STEM}
        for other in sorted({other for key in keys for other in holders[key]}):
            if _near_in_time(one, ranked[other]) and same_meaning(one.meaning, ranked[other].meaning):
                _join(leader, number, other)
        for key in one.meaning.keys:
            holders[key].append(number)


def _near_in_time(one: Spoken, other: Spoken) -> bool:
    starts = one.days[0], other.days[0]
    near = starts[0] and starts[1] and abs((starts[0] - starts[1]).days) <= OTHER_WORDS_DAYS
    return one.report != other.report and bool(near)


def _alike(one: Spoken, other: Spoken) -> bool:
    if one.report == other.report:
        return False
    if not same_speech(one.wording, other.wording):
        return False
    starts = one.days[0] or one.days[1], other.days[0] or other.days[1]
    near = not starts[0] or not starts[1] or abs((starts[0] - starts[1]).days) <= SPEECH_DAYS
    return near or word_for_word(one.wording, other.wording)


def _lead(leader: list[int], number: int) -> int:
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number


def _join(leader: list[int], one: int, other: int) -> None:
    first, second = sorted((_lead(leader, one), _lead(leader, other)))
    leader[second] = first
