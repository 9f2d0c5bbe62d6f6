"""When each report was really written: stated where it fits, inferred from words, copies and neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from warmonitor.model import Dated, DatedHow, Report
from warmonitor.stages.compare.dateline import OFF, dateline_day
from warmonitor.stages.compare.days import Days
from warmonitor.stages.compare.doubt import Case, Doubt, doubt
from warmonitor.stages.compare.judge import Pair
from warmonitor.stages.compare.known import Known, gather, is_close, witnesses
from warmonitor.stages.compare.placing import infer, place
from warmonitor.stages.compare.prior import Prior
from warmonitor.stages.compare.wording import Wording

PASSES = 2  # stated dates are looked at again once dates have been handed on
ROUNDS = 2  # how far a date is handed on from report to report
POSTED_LATE = 3  # days after its twin from which a page is a later posting of the same text
NEAR = 12  # look-alikes by whose days a dateline's year is chosen


@dataclass(frozen=True, slots=True)
class Dating:
    """Times of writing: `close` where they are told to the fortnight, `final` as far as they are known.

    Who was first is judged by `close`: a wide span of days orders no texts. `printed` are the days that the
    pages print over their texts.
    """

    close: tuple[Dated, ...]
    final: tuple[Dated, ...]
    printed: tuple[date | None, ...]


def _stated(dated: Dated) -> bool:
    return dated.how is DatedHow.STATED


def _prior(known: Known, dated: Mapping[int, Dated]) -> Prior:
    days = {at: when.earliest.toordinal() for at, when in dated.items() if is_close(when) and when.earliest}
    return Prior(days, known.countries)


def _trusted(
    known: Known, dated: Mapping[int, Dated], doubted: Mapping[int, str]
) -> tuple[dict[int, Dated], dict[int, str]]:
    """Return the stated dates that nothing told so far speaks against, and why the others are not trusted.

    `doubted` are those not trusted before. Of dates that speak against each other the least likely goes
    first, and the others are asked again without it.
    """
    because = "the page gives the date, and nothing tells against it"
    stated = {
        at: Dated(report.stated_date, report.stated_date, DatedHow.STATED, because)
        for at, report in enumerate(known.reports)
        if report.stated_date is not None
    }
    told = {**{at: when for at, when in stated.items() if at not in doubted}, **dated}
    prior = _prior(known, {**dated, **stated})
    found = {at: _doubt(known, at, told, prior, dated) for at in stated}
    reasons: dict[int, str] = {}
    for at in sorted((at for at in stated if found[at]), key=lambda at: (-found[at].odds, at)):
        rest = {place: when for place, when in told.items() if place not in reasons or place in dated}
        if again := _doubt(known, at, rest, prior, dated):
            reasons[at] = again.reason
    late = {at: _later_than_twin(known, at, stated, reasons) for at in stated if at not in reasons}
    reasons |= {at: reason for at, reason in late.items() if reason}
    return {at: when for at, when in stated.items() if at not in reasons}, reasons


def _doubt(
    known: Known, at: int, told: Mapping[int, Dated], prior: Prior, dated: Mapping[int, Dated]
) -> Doubt:
    stated = known.reports[at].stated_date
    assert stated is not None  # asked only of pages with a date
    if reason := _off_its_dateline(known, at, dated):
        return Doubt(reason)
    return doubt(Case(known, at, place(known, at, told, prior, own=stated)), stated)


def _dateline(known: Known, at: int, dated: Mapping[int, Dated]) -> date | None:
    """Return the day of a report's dateline; its page's date or a twin's bounds a year that is not given."""
    evidence = known.evidence[at]
    if evidence.dateline is None:
        return None
    posted = min((day for t in known.texts(at) if (day := known.reports[t].stated_date)), default=None)
    if posted and evidence.floor and (evidence.floor - posted).days > OFF:
        posted = None
    told = {
        other.place: Dated(day, day)
        for other in known.alike[at]
        if (day := known.reports[other.place].stated_date)
    }
    near = sorted(w.days.earliest for w in witnesses(known, at, {**told, **dated})[:NEAR])
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


def _later_than_twin(known: Known, at: int, stated: Mapping[int, Dated], reasons: Mapping[int, str]) -> str:
    mine = stated[at].earliest
    others = [t for t in known.texts(at) if t != at and t in stated and t not in reasons]
    first = min((when for t in others if (when := stated[t].earliest)), default=None)
    if mine is None or first is None or (mine - first).days < POSTED_LATE:
        return ""
    return f"the page says {mine.isoformat()}, but the same text was posted on {first.isoformat()}"


def _from_head(known: Known, at: int, dated: Mapping[int, Dated]) -> Dated | None:
    """Return the day of the dateline or of the first lines."""
    evidence = known.evidence[at]
    if day := _dateline(known, at, dated):
        year = evidence.dateline is not None and evidence.dateline.year
        signs = "" if year or evidence.weekday is None else " and the weekday that it names"
        return Dated(day, day, DatedHow.INFERRED, f"its dateline gives the day{signs}")
    if evidence.opening is not None:
        return Dated(evidence.opening, evidence.opening, DatedHow.INFERRED, "its first lines give the date")
    return None


def _from_twin(known: Known, at: int, dated: Mapping[int, Dated]) -> Dated | None:
    """Return the date that a report with the same text has been given."""
    found = [(known.reports[t].id, dated[t]) for t in known.texts(at) if t != at and is_close(dated.get(t))]
    if any(_stated(when) for _, when in found):
        return None
    handed = sorted((w.earliest, w.latest, twin) for twin, w in found if w.earliest and w.latest)
    if not handed:
        return None
    first, last, twin = handed[0]
    return Dated(first, last, DatedHow.INFERRED, f"the same text is {twin}'s")


def _from_words(known: Known, at: int) -> Dated | None:
    """Return what the words alone say: the count of a war's years, or what the text looks back on."""
    evidence, fits = known.evidence[at], known.war_fits(at)
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


def _hand_on(known: Known, trusted: Mapping[int, Dated]) -> dict[int, Dated]:
    """Hand dates on from dated reports to their twins and look-alikes, all at once in each round."""
    dated = dict(trusted)
    places = range(len(known.reports))
    dated.update({at: told for at in places if at not in dated and (told := _from_head(known, at, dated))})
    for _ in range(ROUNDS):
        prior = _prior(known, dated)
        open_ = [at for at in places if not is_close(dated.get(at))]
        fresh = {
            at: told
            for at in open_
            if (told := _from_twin(known, at, dated) or _placed(known, at, dated, prior))
        }
        if all(dated.get(at) == told for at, told in fresh.items()):
            break
        dated.update(fresh)
    return dated


def _placed(known: Known, at: int, dated: Mapping[int, Dated], prior: Prior) -> Dated | None:
    placed = place(known, at, dated, prior)
    return infer(known, at, placed) if placed else None


def _because(dated: Dated, reason: str) -> Dated:
    if not reason:
        return dated
    return Dated(dated.earliest, dated.latest, dated.how, f"{reason}; {dated.because}")


def date_reports(reports: Sequence[Report], wordings: Sequence[Wording], pairs: Sequence[Pair]) -> Dating:
    """Return the time of writing of each report, in their order.

    A stated date stands unless the dateline, the words, a copy or look-alikes tell against it. Otherwise the
    date comes from the dateline, a report with the same text, or the days that the words, dated reports of
    the same happening and those on the same country make likely; never from file names or the order of the
    reports.
    """
    known = gather(reports, wordings, pairs)
    dated: dict[int, Dated] = {}
    doubted: dict[int, str] = {}
    for _ in range(PASSES):
        trusted, doubted = _trusted(known, {at: w for at, w in dated.items() if not _stated(w)}, doubted)
        dated = _hand_on(known, trusted)
    unknown = Dated(because="the page gives no date, and neither its words nor another report tells it")
    places = range(len(reports))
    final = [
        _because(dated.get(at) or _from_words(known, at) or unknown, doubted.get(at, "")) for at in places
    ]
    return Dating(
        tuple(when if is_close(when) else Dated(because=when.because) for when in final),
        tuple(final),
        tuple(evidence.printed for evidence in known.evidence),
    )
