"""The page from its templates: everything is escaped, and only our own script may run."""

import base64
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from warmonitor.model import Claim, Dispute, Event, Figure, Place, Report, Toll
from warmonitor.model.marked import paragraphs, visible
from warmonitor.stages.tell import agreed, cut_off, graded, settled, words
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.line import Section
from warmonitor.stages.tell.page.atlas import asset
from warmonitor.stages.tell.page.charts import chart_data, located
from warmonitor.stages.tell.page.evidence import Evidence

# The hash lets our script run and no other. Plot writes style attributes, hence the exception for style.
POLICY = (
    "default-src 'none'; script-src {script}; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


def page_html(book: Book, sections: tuple[Section, ...]) -> bytes:
    """Return index.html as UTF-8."""
    evidence = Evidence(book)
    script = asset("app.js").replace("</script", "<\\/script")
    page = (
        _environment()
        .get_template("page.html.j2")
        .render(
            book=book,
            account=book.account,
            evidence=evidence,
            sections=sections,
            view=View(book, evidence),
            words=words,
            grades=graded,
            agreed=agreed,
            cut_off=cut_off,
            settled=settled,
            policy=POLICY.format(script=_hash(script) if script else "'none'"),
            script=Markup(script),  # noqa: S704  our own bundle
            style=Markup(asset("app.css")),  # noqa: S704
            data=_inert(chart_data(evidence)),
        )
    )
    return page.encode("utf-8", "replace")


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("warmonitor.stages.tell"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    made.filters["capital"] = words.capital
    return made


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _inert(tree: Any) -> Markup:
    """Return JSON that no HTML parser can leave: it holds no angle bracket, ampersand or line separator."""
    text = json.dumps(tree, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704


class View:
    """What the templates ask for beside the records."""

    def __init__(self, book: Book, evidence: Evidence) -> None:
        self._book = book
        self._evidence = evidence

    def claims(self, report: Report) -> tuple[Claim, ...]:
        """Return the claims of a report in the order of its text."""
        return self._book.claims_of_report.get(report.id, ())

    def text(self, report: Report) -> list[Any]:
        """Return the marked paragraphs of a report."""
        return list(paragraphs(report.text, self._evidence.marks.get(report.id, ())))

    def sentence(self, claim: Claim) -> tuple[str, str, str]:
        """Return the sentence of a claim as the words before its quote, the quote, and those after."""
        report = self._book.reports.get(claim.report)
        if report is None:
            return "", "", ""
        whole = words.sentence(report.text, claim.quote)
        text = report.text
        return text[whole.start : claim.quote.start], claim.quote.of(text), text[claim.quote.end : whole.end]

    def figures(self) -> list[tuple[str, list[Figure], list[Figure]]]:
        """Return figures by measure: those with something to compare, and those of one origin and number."""
        by_measure: dict[str, list[Figure]] = {}
        for figure in self._book.account.figures:
            by_measure.setdefault(figure.measure, []).append(figure)
        return [
            (
                measure,
                [figure for figure in found if _compares(figure, self._book)],
                [figure for figure in found if not _compares(figure, self._book)],
            )
            for measure, found in by_measure.items()
        ]

    def sides(self, dispute: Dispute) -> list[list[Claim]]:
        """Return the sides of a dispute; claims of one speaker that say the same stand together."""
        found: dict[tuple[str, str], list[Claim]] = {}
        for claim in self._book.known(dispute.claims):
            voice = words.chain_words(claim, self._book) + words.doubt_words(claim)
            found.setdefault((voice, words.claim_words(claim, self._book)), []).append(claim)
        return list(found.values())

    def speakers(self, figure: Figure) -> list[Claim]:
        """Return one claim for each speaker of a figure."""
        found: dict[str, Claim] = {}
        for claim in self._book.known(figure.claims):
            found.setdefault(words.chain_words(claim, self._book), claim)
        return list(found.values())

    def number_of(self, figure: Figure) -> int:
        """Return a figure's place in the list, from 0."""
        return self._book.account.figures.index(figure)

    def sources(self, claims: Iterable[str]) -> str:
        """Return the numbers of the reports that the claims stand in, such as "R1, R3"."""
        numbers = {self._book.report_numbers.get(claim.report, 0) for claim in self._book.known(claims)}
        return ", ".join(f"R{number}" for number in sorted(numbers) if number)

    def spread(self, event: Event) -> str:
        """Return how many reports tell of an event, and to how many texts they go back."""
        reports, strands = self._book.reports_of(event.claims), self._book.strands_of(event.claims)
        return f"{words.plural(len(reports), 'report')}, {words.plural(len(strands), 'strand')}"

    def beside(self, report: Report) -> str:
        """Return the numbers of the other reports that tell of the same happening."""
        numbers = (self._book.report_numbers.get(one, 0) for one in self._book.told_with.get(report.id, ()))
        return ", ".join(f"R{number}" for number in sorted(numbers) if number)

    def located(self, place: Place) -> bool:
        """Say whether a place has coordinates."""
        return located(place)

    def period(self) -> str:
        """Return when the reports were written."""
        days = [d for r in self._book.account.reports for d in (r.dated.earliest, r.dated.latest) if d]
        return words.when_words(min(days), max(days)) if days else words.NOT_KNOWN

    def safe_link(self, address: str | None) -> str | None:
        """Return an address that may be a link, None for one that is not plain http or https."""
        return address if address and address.lower().startswith(("https://", "http://")) else None


def _compares(figure: Figure, book: Book) -> bool:
    """Say whether there is something to compare: two origins, or one that gives two numbers."""
    numbers = {
        words.quantity_words(claim.detail.quantity)
        for claim in book.known(figure.claims)
        if isinstance(claim.detail, Toll)
    }
    return len(figure.origins) > 1 or len(numbers) > 1
