"""Score dating: when articles of `text_reuse` were written, their day hidden or the page's date falsified.

    python -m eval.dating DATA [--misses]

The true day is the full date in an article's first lines; it is cut out of every text. In three runs a third
of the articles is left undated (`undated`), all others bear their true day. In one more run (`false`) every
article bears a date and a sixth of them a wrong one: a year late, three months late, or years before the
war. Articles that share text stand in one half, "tune" or "held"; `--misses` lists those of tune alone.
"""

import hashlib
import json
import re
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from eval.copies_draw import TABLE, Article, overlaps, read_articles, single
from eval.copies_found import read_reports
from warmonitor.model import Dated, DatedHow, Report
from warmonitor.stages.compare import compare

DATA = (TABLE,)
HALVES = ("tune", "held")
FLOORED = tuple(
    f"{half}.{name}"
    for half in HALVES
    for name in ("dated", "holds", "within", "month", "week", "kept", "found")
)
SEED = "dating-1"
HEAD = 200  # characters in which an article's own date stands
FOLDS = 3
FALSE_OF = 6  # one in so many dates is false
SHIFTS = (365, 91, -4000)  # days by which they are
ONE_TEXT = 0.3  # overlap from which two articles go to one half
FORTNIGHT = 14
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<{{}}>{'|'.join(month.title() for month in MONTHS)})[a-z]*\.?"
PRINTED = re.compile(
    r"(?:\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
    rf"(?:\b(?P<d1>\d\d?)\s+{_MONTH.format('m1')}\s+(?P<y1>20\d\d)"
    rf"|\b{_MONTH.format('m2')}\s+(?P<d2>\d\d?),?\s*(?P<y2>20\d\d)"
    r"|\b(?P<d3>\d\d?)[.-](?P<m3>\d\d)[.-](?P<y3>20\d\d))"
)


@dataclass(frozen=True, slots=True)
class Hidden:
    """An article without its own date: `day` is that date, `half` the part of the set it belongs to."""

    article: Article
    day: date
    half: str


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: what was asked of which article, the date that its page bore, and what came out."""

    hidden: Hidden
    posted: date | None
    dated: Dated

    @property
    def both_ends(self) -> bool:
        """Say whether an interval was given."""
        return self.dated.earliest is not None and self.dated.latest is not None

    @property
    def width(self) -> int:
        """Return how many days the interval has."""
        assert self.dated.earliest is not None  # asked of intervals only
        assert self.dated.latest is not None
        return (self.dated.latest - self.dated.earliest).days + 1

    @property
    def off(self) -> int:
        """Return how many days the true day lies outside the interval, 0 inside it."""
        first, last = self.dated.earliest or date.min, self.dated.latest or date.max
        return max(0, (first - self.hidden.day).days, (self.hidden.day - last).days)

    @property
    def overruled(self) -> bool:
        """Say whether the page's date was not taken for the day of writing."""
        return self.dated.how is not DatedHow.STATED


def _number(*parts: str) -> int:
    return int(hashlib.sha256("|".join((SEED, *parts)).encode()).hexdigest(), 16)


def _day(match: re.Match[str]) -> date | None:
    told = {name[0]: value for name, value in match.groupdict().items() if value}
    month = told["m"].lower()
    try:
        number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
        return date(int(told["y"]), number, int(told["d"]))
    except ValueError:
        return None


def hide(articles: Sequence[Article]) -> list[Hidden]:
    """Return the articles whose first lines give their day, by id, every such date cut out of the head."""
    listed = single(articles)
    halves = _halves(listed)
    found = []
    for article in listed:
        match = PRINTED.search(article.text[:HEAD])
        day = _day(match) if match else None
        if day:
            text = PRINTED.sub("", article.text[:HEAD]) + article.text[HEAD:]
            found.append(Hidden(replace(article, text=text.strip()), day, halves[article.key]))
    return found


def _halves(articles: Sequence[Article]) -> dict[str, str]:
    head = {article.key: article.key for article in articles}

    def find(key: str) -> str:
        while head[key] != key:
            key = head[key]
        return key

    for one, other, share in overlaps(articles):
        if share >= ONE_TEXT:
            low, high = sorted((find(one.key), find(other.key)))
            head[high] = low
    return {key: HALVES[_number("half", find(key)) % 2] for key in head}


def undated(hidden: Sequence[Hidden]) -> Iterator[dict[str, date | None]]:
    """Yield the dates that the pages bear, by article: each third without one in turn."""
    for fold in range(FOLDS):
        yield {
            one.article.key: None if _number("fold", one.article.key) % FOLDS == fold else one.day
            for one in hidden
        }


def falsified(hidden: Sequence[Hidden]) -> dict[str, date | None]:
    """Return the dates that the pages bear, by article: some of them false."""
    posted: dict[str, date | None] = {}
    for one in hidden:
        number = _number("false", one.article.key)
        shift = SHIFTS[number // FALSE_OF % len(SHIFTS)] if number % FALSE_OF == 0 else 0
        posted[one.article.key] = one.day + timedelta(days=shift)
    return posted


def ask(hidden: Sequence[Hidden], posted: Mapping[str, date | None]) -> list[Row]:
    """Return what the program says of every article when the pages bear these dates."""
    reports = read_reports([replace(one.article, day=posted[one.article.key]) for one in hidden])
    found: dict[str, Report] = {report.source: report for report in compare(reports).reports}
    return [
        Row(one, posted[one.article.key], found[one.article.key].dated)
        for one in hidden
        if one.article.key in found
    ]


def rows_of(data: Path) -> tuple[list[Row], list[Row]]:
    """Return the answers of the undated articles, each asked once, and those of all with some dates false."""
    hidden = hide(read_articles(data))
    without = [row for posted in undated(hidden) for row in ask(hidden, posted) if row.posted is None]
    return without, ask(hidden, falsified(hidden))


def score(data: Path) -> dict[str, float]:
    """Return shares (0 to 1) and counts of each half, such as "held.holds".

    Undated articles: `dated` got an interval; of these `holds` holds the true day and `within` misses it by a
    fortnight at most; `width` is the median width in days; `month` and `week` are those of all whose interval
    holds the day and is no wider than 31 and 7 days. Dates on pages: `kept` are true ones that stand, `found`
    false ones that do not, `mended` those of the false with an interval that holds the true day.
    """
    without, dates = rows_of(data)
    return {
        f"{half}.{name}": value
        for half in HALVES
        for name, value in shares(
            [row for row in without if row.hidden.half == half],
            [row for row in dates if row.hidden.half == half],
        ).items()
    }


def shares(without: Sequence[Row], dates: Sequence[Row]) -> dict[str, float]:
    """Return the measures of one half; what nothing was asked of is left out."""
    given = [row for row in without if row.both_ends]
    right = [row for row in given if row.off == 0]
    true = [row for row in dates if row.posted == row.hidden.day]
    false = [row for row in dates if row.posted != row.hidden.day]
    mended = [row for row in false if row.overruled and row.both_ends and row.off == 0]
    parts = {
        "dated": (len(given), len(without)),
        "holds": (len(right), len(given)),
        "within": (sum(row.off <= FORTNIGHT for row in given), len(given)),
        "month": (sum(row.width <= 31 for row in right), len(without)),
        "week": (sum(row.width <= 7 for row in right), len(without)),
        "kept": (sum(not row.overruled for row in true), len(true)),
        "found": (sum(row.overruled for row in false), len(false)),
        "mended": (len(mended), len(false)),
    }
    counts: dict[str, float] = {"articles": len(without), "false": len(false)}
    if given:
        counts["width"] = statistics.median(row.width for row in given)
    return {**{name: n / of for name, (n, of) in parts.items() if of}, **counts}


def misses(without: Sequence[Row], dates: Sequence[Row]) -> list[str]:
    """Return a line for each answer that is wrong, the farthest off first: ids and days, no text."""
    told = [(row.off, "missed", row) for row in without if row.both_ends and row.off]
    told += [(0, "overruled", row) for row in dates if row.posted == row.hidden.day and row.overruled]
    return [
        f"{what} {row.hidden.article.key} {row.hidden.day} by {off}: {row.dated.earliest} to "
        f"{row.dated.latest}, {row.dated.because}"
        for off, what, row in sorted(told, key=lambda one: (-one[0], one[2].hidden.article.key))
    ]


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    if "--misses" in sys.argv:
        answers = [[row for row in rows if row.hidden.half == "tune"] for rows in rows_of(folder)]
        print(*misses(answers[0], answers[1]), sep="\n")
    else:
        print(json.dumps({name: round(value, 3) for name, value in score(folder).items()}, indent=2))
