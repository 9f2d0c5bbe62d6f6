"""The notes of a situation report, numbered as they are met, and the reports that they lead to."""

import re
from collections.abc import Iterable, Mapping, Sequence

from warmonitor.exports.sitrep.record import Note, Source
from warmonitor.store.reader import Record
from warmonitor.web.pages.wording import links
from warmonitor.web.pages.wording import words as said
from warmonitor.web.pages.wording.evidence import claim_address
from warmonitor.web.sitrep.gathered import NOTES, Gathered

_PLAIN = {"asserted", "actual"}
_STRAND = re.compile(r"strand-[\w-]+")


class Notebook:
    """Numbers notes as they are met; a claim that was not gathered, or was taken away, has none."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self._numbers: dict[str, int] = {}
        self._order: list[Record] = []  # claims by their number less one
        self._strands: dict[str, Record] = {}
        for report in gathered.reports.values():
            self._strands.setdefault(report["strand"] or "", report)

    def origin(self, told: str) -> str:
        """Return an origin by name; a strand goes by the outlet of a report of it."""
        for strand in _STRAND.findall(told):
            if report := self._strands.get(strand):
                return told.replace(strand, _text_of(report))
        return told

    def known(self, claims: Iterable[str]) -> list[Record]:
        """Return claims by id, those that are there."""
        return [self.gathered.claims[one] for one in dict.fromkeys(claims) if one in self.gathered.claims]

    def notes(self, claims: Iterable[str], most: int = NOTES) -> tuple[int, ...]:
        """Return the numbers of the notes of some claims, few of them."""
        return tuple(self._number(one) for one in self.known(claims)[:most])

    def _number(self, claim: Record) -> int:
        number = self._numbers.setdefault(claim["id"], len(self._order) + 1)
        if number > len(self._order):
            self._order.append(claim)
        return number

    def who(self, claim: Record) -> str:
        """Return who says a claim, and whether it is denied or doubted."""
        told = said.speakers(claim, self._report(claim)["outlet"])
        doubt = doubts(claim)
        return f"{told} [{doubt}]" if doubt else told

    def written_later(self, numbers: Sequence[int]) -> bool:
        """Say whether some notes are all of reports written after the period."""
        return bool(numbers) and all(self._later(self._order[one - 1]) for one in numbers)

    def written(self, first: Mapping[int, str]) -> list[Note]:
        """Return the notes in their order; `first` is, by number, the id of what they stand behind."""
        notes = enumerate(self._order, 1)
        return [self._note(claim, number, first.get(number, "")) for number, claim in notes]

    def sources(self) -> list[Source]:
        """Return the reports that notes lead to, by day and outlet."""
        cited = dict.fromkeys(claim["report"] for claim in self._order)
        return [source(one) for one in sorted((self.gathered.reports[one] for one in cited), key=_written)]

    def _note(self, claim: Record, number: int, back: str) -> Note:
        report, quote = self._report(claim), claim["quote"]
        return Note(
            number=number,
            claim=claim["id"],
            report=report["id"],
            outlet=report["outlet"],
            title=report["title"],
            dated=said.when(report["dated"]),
            speakers=said.speakers(claim, report["outlet"]),
            doubt=doubts(claim),
            quote=quote["text"],
            start=quote["start"],
            end=quote["end"],
            later=self._later(claim),
            language=report["language"],
            href=claim_address(report["id"], claim["id"]),
            url=links.outside(report["url"]),
            back=back,
        )

    def _report(self, claim: Record) -> Record:
        return self.gathered.reports[claim["report"]]

    def _later(self, claim: Record) -> bool:
        written = self._report(claim)["dated"]["earliest"]
        return written is not None and written > self.gathered.scope.until.isoformat()


def source(report: Record) -> Source:
    """Return a report that notes lead to."""
    return Source(
        report=report["id"],
        outlet=report["outlet"],
        title=report["title"],
        dated=said.when(report["dated"]),
        agencies=tuple(report["agencies"]),
        copied=report["copy_of"] is not None,
        href=links.page_of("reports", report["id"]),
        url=links.outside(report["url"]),
    )


def _written(report: Record) -> tuple[str, str, str]:
    return str(report["dated"]["earliest"] or ""), str(report["outlet"] or ""), str(report["id"])


def doubts(claim: Record) -> str:
    """Return how a claim is put where it is not asserted as a fact, else ""."""
    return ", ".join(word for word in (claim["stance"], claim["modality"]) if word not in _PLAIN)


def _text_of(report: Record) -> str:
    called = report["outlet"] or (
        f"“{report['title']}”" if report["title"] else "a report of an outlet not known"
    )
    return f"the text of {called}"
