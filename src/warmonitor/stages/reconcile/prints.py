"""Copies of a text: the day on which it was written, and counts that a copy gives otherwise than the text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from warmonitor.language.en.numerals import find_numerals
from warmonitor.model import Claim, CopyKind, CopyLink, Misprint, Report, Span, Strand, Toll
from warmonitor.stages.reconcile.counted import load_updates, people_of

ONE_TEXT = frozenset({CopyKind.REPRINT, CopyKind.SHORTENED})
HEAD = 300  # characters of a text in which a correction is announced


@dataclass(frozen=True)
class Prints:
    """The reports and the links by which one prints the text of another."""

    reports: Mapping[str, Report]
    links: tuple[CopyLink, ...]

    @classmethod
    def of(cls, reports: Iterable[Report], strands: Iterable[Strand]) -> "Prints":
        """Keep the links of reprints, shortened or not; a rewrite is a text of its own."""
        links = {link for strand in strands for link in strand.links if link.kind in ONE_TEXT}
        return cls({one.id: one for one in reports}, tuple(sorted(links, key=lambda one: (one.copy, one.of))))

    def written(self) -> dict[str, date]:
        """Return the day on which the text of each report was written: a copy's is that of its original."""
        days = {key: day for key, report in self.reports.items() if (day := _day(report))}
        for _ in self.links:
            older = {
                link.copy: days[link.of]
                for link in self.links
                if link.of in days and days[link.of] < days.get(link.copy, date.max)
            }
            if not older:
                break
            days.update(older)
        return days

    def misprints(self, claims: Iterable[Claim], first: Mapping[str, str]) -> dict[str, Misprint]:
        """Return the first tellings whose number was changed in printing, by id.

        Of the numbers that the prints of one text have at one place, the one of most prints is the text's,
        among as many that of the report that copies none. A correction, another version of a page, or a new
        state of its story by the same outlet, is no misprint.
        """
        known = {claim.id: claim for claim in claims}
        tolls: dict[str, list[Claim]] = defaultdict(list)
        for claim in known.values():
            if isinstance(claim.detail, Toll):
                tolls[claim.report].append(claim)
        printed = _count(first)
        found: dict[str, Misprint] = {}
        for group in _groups(self._pairs(tolls, first)):
            text, *others = sorted(group, key=lambda one: (-printed[one], self._rank(known[one]), one))
            for other in others:
                found[other] = Misprint(other, text, self._because(known[other], known[text]))
        return found

    def _pairs(self, tolls: Mapping[str, list[Claim]], first: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for link in self.links:
            if self._renewed(link):
                continue
            for change in link.changes:
                mine = list(self._giving(change.copy, tolls[link.copy]))
                theirs = list(self._giving(change.of, tolls[link.of]))
                yield from (
                    (first[one.id], first[other.id])
                    for one in mine
                    for other in theirs
                    if _kind(one) == _kind(other) and first[one.id] != first[other.id]
                )

    def _giving(self, words: Span, tolls: Iterable[Claim]) -> Iterator[Claim]:
        """Yield the tolls that have the number of these words."""
        for claim in tolls:
            if any(words.meets(span) for span in (claim.quote, *claim.restated)):
                said = words.of(self.reports[claim.report].text)
                if {numeral.value for numeral in find_numerals(said)} & _numbers(claim):
                    yield claim

    def _renewed(self, link: CopyLink) -> bool:
        """Say whether the later text is meant to differ: a correction, or one outlet's own story anew."""
        copy, of = self.reports.get(link.copy), self.reports.get(link.of)
        if copy is None or of is None:
            return True
        if copy.url and copy.url == of.url:
            return True  # the page was changed by those whose it is
        head = f"{copy.title or ''} {copy.text[:HEAD]}".casefold()
        if any(word in head for word in load_updates()["correction_note"]):
            return True
        days = _day(of), _day(copy)
        later = days[0] is not None and days[1] is not None and days[0] < days[1]
        return later and copy.outlet is not None and copy.outlet == of.outlet

    def _rank(self, claim: Claim) -> tuple[bool, date]:
        report = self.reports[claim.report]
        return report.copy_of is not None, _day(report) or date.max

    def _because(self, other: Claim, text: Claim) -> str:
        mine, theirs = _said(other), _said(text)
        return f'a copy says "{mine}" where the text that it copies says "{theirs}"'


def _day(report: Report) -> date | None:
    return report.dated.latest or report.dated.earliest


def _kind(claim: Claim) -> tuple[str, str]:
    assert isinstance(claim.detail, Toll)
    return claim.detail.measure, people_of(claim.detail.of, claim.detail.measure)


def _numbers(claim: Claim) -> set[int]:
    assert isinstance(claim.detail, Toll)
    count = claim.detail.quantity
    return {number for number in (count.low, count.best, count.high) if number is not None}


def _said(claim: Claim) -> str:
    numbers = sorted(_numbers(claim))
    return " to ".join(f"{number:,}" for number in dict.fromkeys((numbers[0], numbers[-1])))


def _count(first: Mapping[str, str]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for original in first.values():
        found[original] += 1
    return found


def _groups(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return the ids that pairs join, each group sorted."""
    home: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = home.get(one, {one}) | home.get(other, {other})
        home.update(dict.fromkeys(joined, joined))
    return sorted({tuple(sorted(group)) for group in home.values()})
