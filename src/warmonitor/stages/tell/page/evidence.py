"""What a click opens: the claims, and the quoted speeches that are no claim, each with its token."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from warmonitor.model import Quote
from warmonitor.model.marked import Mark
from warmonitor.stages.tell.book import Book


@dataclass(frozen=True)
class Evidence:
    """Tokens for everything that a page can point at: "12" is claim 12, "q3" quotation 3."""

    book: Book

    @cached_property
    def quotes(self) -> dict[Quote, str]:
        """Tokens of the quoted words of statements."""
        found = [quote for statement in self.book.account.statements for quote in statement.quotes]
        return {quote: f"q{number}" for number, quote in enumerate(dict.fromkeys(found), 1)}

    def tokens(self, claims: Iterable[str]) -> str:
        """Return the tokens of the claims that the account holds, parted by spaces."""
        numbers = self.book.claim_numbers
        return " ".join(str(numbers[claim]) for claim in dict.fromkeys(claims) if claim in numbers)

    @cached_property
    def marks(self) -> dict[str, tuple[Mark, ...]]:
        """Marks of each report, in the order of its text, wider before narrower."""
        found: dict[str, list[Mark]] = {report.id: [] for report in self.book.account.reports}
        for claim in self.book.account.claims:
            token = str(self.book.claim_numbers[claim.id])
            spans = [(claim.quote, True), *((span, False) for span in claim.restated)]
            marks = found.setdefault(claim.report, [])
            marks += [Mark(token, claim.kind.value, span, first) for span, first in spans]
        for quote, token in self.quotes.items():
            found.setdefault(quote.report, []).append(Mark(token, "statement", quote.span))
        return {
            report: tuple(sorted(marks, key=lambda m: (m.span.start, -m.span.end, m.token)))
            for report, marks in found.items()
        }
