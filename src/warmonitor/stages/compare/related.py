"""Reports that share places and actors, to place one that no closer sign dates."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from warmonitor.model import Dated, DatedHow, Report
from warmonitor.reference.conflicts import country_words
from warmonitor.stages.compare.anchor import CLOSE_DAYS, LOOSE_DAYS, Witness, choose
from warmonitor.stages.compare.evidence import Days, Evidence, move
from warmonitor.stages.compare.likeness import BACKGROUND, common_words
from warmonitor.stages.compare.wording import WORD, fold

LEAST = 0.15  # share of a report's names, by rarity, that another must have
NAMES = 2  # names shared at least
BEFORE, AFTER = 1, 14  # days round the related reports in which a further one is looked for
FAR = 120  # days from them at which a day with its weekday still belongs to their year
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]{2,}")


def names_of(report: Report) -> frozenset[str]:
    """Return the names inside the sentences of a report, folded; countries and common words are none."""
    found = {fold(name.removesuffix("'s").removesuffix("’s")) for name in _NAME.findall(report.text)}
    return frozenset(found - common_words())


def countries_of(report: Report) -> frozenset[str]:
    """Return the words for countries in a report, folded."""
    told = {fold(match.group()) for match in WORD.finditer(report.text)}
    return frozenset(told & {fold(word) for word in country_words()})


def related(names: Sequence[frozenset[str]], at: int) -> dict[int, float]:
    """Return the reports that share names with this one, by place, with the share by rarity (0 to 1)."""
    spread = Counter(name for one in names for name in one)
    weight = {name: math.log((len(names) + BACKGROUND) / spread[name]) for name in names[at]}
    whole = math.fsum(weight[name] for name in sorted(weight)) or 1.0
    found = {}
    for place, other in enumerate(names):
        shared = sorted(names[at] & other)
        score = math.fsum(weight[name] for name in shared) / whole
        if place != at and len(shared) >= NAMES and score >= LEAST:
            found[place] = round(score, 6)
    return found


def near_days(scores: Mapping[int, float], dated: Mapping[int, Dated]) -> list[date]:
    """Return the first days of the related reports that have a date."""
    return sorted(first for place in scores if place in dated and (first := dated[place].earliest))


def from_related(evidence: Evidence, witnesses: Sequence[Witness]) -> Dated | None:
    """Return when a report was written by the span of related ones and its own weekdays, else None."""
    group = choose(witnesses)
    if group is None:
        return None
    span = Days(min(w.days.earliest for w in group), max(w.days.latest for w in group))
    ids = ", ".join(w.id for w in sorted(group, key=lambda w: (-w.score, w.id))[:3])
    told = _told(evidence, [span])
    if told is not None:
        because = f"it gives a day with its weekday, and {ids} on the same places give the year"
        return Dated(told.earliest, told.latest, DatedHow.INFERRED, because)
    days = _by_weekday(evidence, Days(move(span.earliest, -BEFORE), move(span.latest, AFTER)))
    because = f"it shares places and actors with {ids}; no closer sign than their days and its weekdays"
    if evidence.floor is not None:
        because = f"{because}; it looks back on {evidence.floor.isoformat()}"
        if evidence.floor > days.latest:
            return None
        days = Days(max(days.earliest, evidence.floor), days.latest)
    return Dated(days.earliest, days.latest, DatedHow.INFERRED, because)


def from_same_war(evidence: Evidence, witnesses: Sequence[Witness]) -> Dated | None:
    """Return when a report was written that gives a day with its weekday, by dated ones on its country."""
    told = _told(evidence, [witness.days for witness in witnesses])
    because = "it gives a day with its weekday, and dated reports on the same country give the year"
    return Dated(told.earliest, told.latest, DatedHow.INFERRED, because) if told else None


def _told(evidence: Evidence, spans: Sequence[Days]) -> Days | None:
    """Return when a report was written that gives a day with its weekday: from the last weekday told on.

    None where two years would fit near these spans.
    """
    if not spans:
        return None
    fits = []
    first, last = min(span.earliest for span in spans), max(span.latest for span in spans)
    for month, day, weekday in evidence.month_days:
        for year in range(max(1, first.year - 1), min(9999, last.year + 2)):
            try:
                told = date(year, month, day)
            except ValueError:
                continue
            near = min(span.gap(Days(told, told)) for span in spans) <= FAR
            if weekday is not None and told.weekday() == weekday and near:
                fits.append(told)
    if not fits or (max(fits) - min(fits)).days > 2 * FAR:
        return None
    written = max(fits)
    if evidence.weekday is not None:
        written = move(written, (evidence.weekday - written.weekday()) % 7)
    return Days(written, move(written, CLOSE_DAYS if evidence.close else LOOSE_DAYS))


def _by_weekday(evidence: Evidence, span: Days) -> Days:
    """Return the span from its first to its last day of the last weekday told, with the days of writing."""
    if evidence.weekday is None:
        return span
    first = move(span.earliest, (evidence.weekday - span.earliest.weekday()) % 7)
    last = move(span.latest, -((span.latest.weekday() - evidence.weekday) % 7))
    return Days(first, move(last, LOOSE_DAYS)) if first <= last else span
