"""When each report was really written: stated where it fits, inferred from words, copies and neighbours."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.model import Dated, DatedHow, Report
from warmonitor.stages.compare.anchor import Witness, before_posting, choose, place
from warmonitor.stages.compare.dateline import OFF, dateline_day
from warmonitor.stages.compare.doubt import Case, doubt
from warmonitor.stages.compare.evidence import Days, Evidence, move, read_evidence, windows
from warmonitor.stages.compare.groups import group
from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.likeness import Likeness, look_alikes, weigh
from warmonitor.stages.compare.options import CompareOptions
from warmonitor.stages.compare.related import (
    countries_of,
    from_related,
    from_same_war,
    names_of,
    near_days,
    related,
)
from warmonitor.stages.compare.wording import Wording, with_captions

PASSES = 2  # stated dates are looked at again once dates have been handed on
ROUNDS = 3  # how far a date is handed on from report to report
TWIN = 0.5  # share of both texts that makes them one text
POSTED_LATE = 3  # days after its twin from which a page is a later posting of the same text
OUTSIDE = 45  # days by which a look-alike may miss the count of a war's years
HANDED_ON = 0.9  # what an inferred date weighs beside a stated one


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before dates are handed on, by place: words' evidence, look-alikes, twins."""

    reports: Sequence[Report]
    evidence: Sequence[Evidence]
    alike: Sequence[Sequence[Likeness]]
    twins: Mapping[int, frozenset[int]]
    options: CompareOptions
    names: Sequence[frozenset[str]]
    countries: Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Dating:
    """Times of writing: `close` by signs of each report and its copies, `final` by its neighbours too.

    Who was first is judged by `close`: a span of days round other reports orders no texts. `printed` are
    the days that the pages print over their texts.
    """

    close: tuple[Dated, ...]
    final: tuple[Dated, ...]
    printed: tuple[date | None, ...]


def _twins(pairs: Sequence[Pair], count: int) -> dict[int, frozenset[int]]:
    """Return, for each report, those with the same text, through as many as it takes."""
    same = [p for p in pairs if min(p.shared.of_first, p.shared.of_second) >= TWIN]
    members: defaultdict[int, set[int]] = defaultdict(set)
    for at, text in enumerate(group(count, [(p.first, p.second) for p in same])):
        members[text].add(at)
    return {at: frozenset(found) for found in members.values() if len(found) > 1 for at in found}


def _stated(dated: Dated) -> bool:
    return dated.how is DatedHow.STATED


def _witnesses(known: Known, at: int, dated: Mapping[int, Dated]) -> list[Witness]:
    """Return dated reports of the same happening that do not share this report's text."""
    twins = known.twins.get(at, frozenset())
    # What is told against a copy is told against its twins: the nearest look-alike of any of them counts.
    best: dict[int, float] = {}
    for one in sorted(twins | {at}):
        for other in known.alike[one]:
            if other.place not in twins:
                best[other.place] = max(best.get(other.place, 0.0), other.score)
    found = []
    for other_place, score in sorted(best.items()):
        when = dated.get(other_place)
        if when and when.earliest and when.latest:
            weight = score if _stated(when) else score * HANDED_ON
            found.append(Witness(Days(when.earliest, when.latest), weight, known.reports[other_place].id))
    return _possible(known.evidence[at], _fits(known, at), found)


def _fits(known: Known, at: int) -> tuple[Days, ...]:
    """Return the days that the count of a war's years allows, by starts told or known."""
    near = [at, *sorted(other.place for other in known.alike[at])]
    told = {start for place in near for start in known.evidence[place].told_starts}
    return windows(known.evidence[at], sorted(told | set(known.evidence[at].known_starts)))


def _possible(evidence: Evidence, fits: Sequence[Days], witnesses: Sequence[Witness]) -> list[Witness]:
    """Leave out reports of a time that this report's own words rule out."""
    kept = []
    for witness in witnesses:
        early = evidence.floor is not None and witness.days.latest < move(evidence.floor, -3)
        outside = fits and min(window.gap(witness.days) for window in fits) > OUTSIDE
        if not early and not outside:
            kept.append(witness)
    return kept


def _trusted(known: Known, dated: Mapping[int, Dated]) -> tuple[dict[int, Dated], dict[int, str]]:
    """Return the stated dates that nothing told so far speaks against, and why the others are not trusted."""
    because = "the page gives the date, and nothing tells against it"
    stated = {
        at: Dated(report.stated_date, report.stated_date, DatedHow.STATED, because)
        for at, report in enumerate(known.reports)
        if report.stated_date is not None
    }
    told = {**dated, **stated}
    reasons: dict[int, str] = {}
    for at, when in stated.items():
        case = Case(
            known.evidence[at],
            _witnesses(known, at, told),
            _fits(known, at),
            at in known.twins,
            known.options.late_posting_days,
        )
        reasons[at] = _off_its_dateline(known, at, dated) or doubt(case, report_day(when))
    first = dict(reasons)
    for at in stated:
        reasons[at] = reasons[at] or _later_than_twin(known, at, stated, first)
    doubted = {at: reason for at, reason in reasons.items() if reason}
    return {at: when for at, when in stated.items() if at not in doubted}, doubted


def report_day(when: Dated) -> date:
    """Return the day of a stated date."""
    return when.earliest or date.max


def _dateline(known: Known, at: int, dated: Mapping[int, Dated]) -> date | None:
    """Return the day of a report's dateline; its page's date or a twin's bounds a year that is not given."""
    evidence = known.evidence[at]
    if evidence.dateline is None:
        return None
    texts = sorted(known.twins.get(at, frozenset()) | {at})
    posted = min((day for t in texts if (day := known.reports[t].stated_date)), default=None)
    if posted and evidence.floor and (evidence.floor - posted).days > OFF:
        posted = None
    others = {place: score for place, score in related(known.names, at).items() if place not in texts}
    told = {p: Dated(day, day) for p, report in enumerate(known.reports) if (day := report.stated_date)}
    near = near_days(others, {**told, **dated})
    return dateline_day(evidence.dateline, evidence.weekday, evidence.floor, posted, near)


def _off_its_dateline(known: Known, at: int, dated: Mapping[int, Dated]) -> str:
    stated, line = known.reports[at].stated_date, known.evidence[at].dateline
    if stated is None or line is None:
        return ""
    years = [line.year] if line.year else [stated.year - 1, stated.year, stated.year + 1]
    if any(abs((day - stated).days) <= OFF for day in line.days(years)):
        return ""
    day = _dateline(known, at, dated)
    return f"the page says {stated.isoformat()}, but its dateline {day.isoformat()}" if day else ""


def _from_dateline(known: Known, at: int, dated: Mapping[int, Dated]) -> Dated | None:
    day = _dateline(known, at, dated)
    if day is None:
        return None
    line, weekday = known.evidence[at].dateline, known.evidence[at].weekday
    signs = " and the weekday that it names" if weekday is not None and line and not line.year else ""
    return Dated(day, day, DatedHow.INFERRED, f"its dateline gives the day{signs}")


def _later_than_twin(known: Known, at: int, stated: Mapping[int, Dated], reasons: Mapping[int, str]) -> str:
    mine = stated[at].earliest
    others = [t for t in known.twins.get(at, frozenset()) if t in stated and not reasons.get(t)]
    first = min((when for t in others if (when := stated[t].earliest)), default=None)
    if mine is None or first is None or (mine - first).days < POSTED_LATE:
        return ""
    return f"the page says {mine.isoformat()}, but the same text was posted on {first.isoformat()}"


def _from_twin(known: Known, at: int, dated: Mapping[int, Dated]) -> Dated | None:
    twins = known.twins.get(at, frozenset()) - {at}
    found = [(known.reports[t].id, dated[t]) for t in twins if t in dated]
    stated = sorted((when.earliest, twin) for twin, when in found if _stated(when) and when.earliest)
    if stated:
        days = before_posting(known.evidence[at], stated[0][0])
        return Dated(days.earliest, days.latest, DatedHow.INFERRED, f"the same text is {stated[0][1]}'s")
    handed = sorted(
        (when.earliest, when.latest or when.earliest, twin) for twin, when in found if when.earliest
    )
    if not handed:
        return None
    first, last, twin = handed[0]
    return Dated(first, last, DatedHow.INFERRED, f"the same text is {twin}'s")


def _from_others(known: Known, at: int, dated: Mapping[int, Dated]) -> Dated | None:
    witnesses = _witnesses(known, at, dated)
    group = choose(witnesses)
    if group is None:
        return None
    evidence = known.evidence[at]
    days = place(evidence, group)
    if evidence.floor and evidence.floor > days.latest:
        return None
    ids = ", ".join(w.id for w in sorted(group, key=lambda w: (-w.score, w.id))[:3])
    told = " and the weekdays it names" if evidence.weekday is not None else ""
    return Dated(days.earliest, days.latest, DatedHow.INFERRED, f"it tells what {ids} tell{told}")


def _from_words(known: Known, at: int) -> Dated | None:
    evidence, fits = known.evidence[at], _fits(known, at)
    if evidence.opening is not None:
        return Dated(evidence.opening, evidence.opening, DatedHow.INFERRED, "its first lines give the date")
    common: Days | None = fits[0] if fits else None
    for fit in fits[1:]:
        common = common.meet(fit) if common else None
    if evidence.war_years is not None and common is not None:
        floor = max(common.earliest, evidence.floor) if evidence.floor else common.earliest
        because = f'"{evidence.war_years.said}" and when that war began'
        if floor <= common.latest:
            return Dated(floor, common.latest, DatedHow.INFERRED, because)
    if evidence.floor is not None:
        because = f"it looks back on {evidence.floor.isoformat()}; nothing says how long after it was written"
        return Dated(evidence.floor, None, DatedHow.INFERRED, because)
    return None


def _from_related(known: Known, at: int, dated: Mapping[int, Dated]) -> Dated | None:
    """Place a report by the dated ones that share its places and actors, where nothing closer tells."""
    evidence, fits = known.evidence[at], _fits(known, at)
    scores = related(known.names, at)
    found = _possible(evidence, fits, _as_witnesses(known, scores, dated))
    same_war = {
        place: 1.0
        for place, countries in enumerate(known.countries)
        if place != at and countries & known.countries[at]
    }
    around = _possible(evidence, fits, _as_witnesses(known, same_war, dated))
    return from_related(evidence, found) or from_same_war(evidence, around)


def _as_witnesses(known: Known, scores: Mapping[int, float], dated: Mapping[int, Dated]) -> list[Witness]:
    return [
        Witness(Days(when.earliest, when.latest), score, known.reports[place].id)
        for place, score in sorted(scores.items())
        if (when := dated.get(place)) and when.earliest and when.latest
    ]


def _because(dated: Dated, reason: str) -> Dated:
    if not reason:
        return dated
    return Dated(dated.earliest, dated.latest, dated.how, f"{reason}; {dated.because}")


def _hand_on(known: Known, trusted: Mapping[int, Dated]) -> dict[int, Dated]:
    """Hand dates on from dated reports to their twins and look-alikes, all at once in each round."""
    dated = dict(trusted)
    opened = {}
    for at in range(len(known.reports)):
        evidence = known.evidence[at]
        told = _from_dateline(known, at, dated) if at not in dated else None
        told = told or (_from_words(known, at) if evidence.opening and at not in dated else None)
        if told:
            opened[at] = told
    dated.update(opened)
    for _ in range(ROUNDS):
        fresh = {}
        for at in range(len(known.reports)):
            if at not in dated and (found := _from_twin(known, at, dated) or _from_others(known, at, dated)):
                fresh[at] = found
        if not fresh:
            break
        dated.update(fresh)
    return dated


def date_reports(
    reports: Sequence[Report], wordings: Sequence[Wording], pairs: Sequence[Pair], options: CompareOptions
) -> Dating:
    """Return the time of writing of each report, in their order.

    A stated date stands unless the dateline, the words, a copy or look-alikes tell against it. Otherwise the
    date comes from the dateline, a report with the same text, dated reports of the same happening with the
    weekdays named, the words alone, or reports that share places and actors; never from file names or the
    order of the reports.
    """
    whole = [with_captions(report, wording) for report, wording in zip(reports, wordings, strict=True)]
    known = Known(
        reports,
        [read_evidence(report) for report in reports],
        look_alikes(weigh(whole), options.same_happening),
        _twins(pairs, len(reports)),
        options,
        [names_of(report) for report in reports],
        [countries_of(report) for report in reports],
    )
    dated: dict[int, Dated] = {}
    doubted: dict[int, str] = {}
    for _ in range(PASSES):
        trusted, doubted = _trusted(known, dated)
        dated = _hand_on(known, trusted)
    unknown = Dated(because="the page gives no date, and neither its words nor another report tells it")
    places = range(len(reports))
    close = [dated.get(at) or _from_words(known, at) or unknown for at in places]
    final = [
        when if when.latest else _from_related(known, at, dated) or when
        for at, when in zip(places, close, strict=True)
    ]
    return Dating(
        tuple(_because(when, doubted.get(at, "")) for at, when in enumerate(close)),
        tuple(_because(when, doubted.get(at, "")) for at, when in enumerate(final)),
        tuple(evidence.printed for evidence in known.evidence),
    )
