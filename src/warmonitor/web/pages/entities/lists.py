"""The lists of claims, events, agreements, disputes, statements and coverage."""

from collections.abc import Callable, Sequence
from typing import Any

from warmonitor.store.reader import Reader
from warmonitor.web.asked import Asked
from warmonitor.web.pages.entities.coverage import CoverageLine, coverage_lines
from warmonitor.web.pages.entities.lines import (
    AgreementLine,
    DisputeLine,
    EventLine,
    agreement_line,
    dispute_line,
    event_line,
)
from warmonitor.web.pages.entities.listing import ListPage, head
from warmonitor.web.pages.entities.statement import StatementLine, statement_lines
from warmonitor.web.pages.evidence import Sentence, told
from warmonitor.web.pages.page import Part

Lines = Callable[[Reader, list[Any]], Sequence[Part]]


class ClaimsPage(ListPage):
    """Claims as sentences, in the account's order."""

    title: str = "Claims"
    lines: list[Sentence]


class EventsPage(ListPage):
    """Events in the account's order."""

    title: str = "Events"
    lines: list[EventLine]


class AgreementsPage(ListPage):
    """Agreements in the account's order."""

    title: str = "Agreements"
    lines: list[AgreementLine]


class DisputesPage(ListPage):
    """Disputes in the account's order."""

    title: str = "Disputes"
    lines: list[DisputeLine]


class StatementsPage(ListPage):
    """Statements in the account's order."""

    title: str = "Statements"
    lines: list[StatementLine]


class CoveragesPage(ListPage):
    """Coverage in the account's order."""

    title: str = "Coverage"
    lines: list[CoverageLine]


LISTS: dict[str, tuple[Any, Lines]] = {
    "claims": (ClaimsPage, lambda reader, found: list(told(reader, found))),
    "events": (EventsPage, lambda _, found: list(map(event_line, found))),
    "agreements": (AgreementsPage, lambda _, found: list(map(agreement_line, found))),
    "disputes": (DisputesPage, lambda _, found: list(map(dispute_line, found))),
    "statements": (StatementsPage, statement_lines),
    "coverage": (CoveragesPage, coverage_lines),
}


def list_page(reader: Reader, kind: str, asked: Asked) -> ListPage:
    """Return a page of a list in the account's order.

    Raises:
        QueryError: when what is asked cannot be.
    """
    made, lines = LISTS[kind]
    found = reader.page(kind, asked.filters(), asked.after, asked.limit)
    shown = lines(reader, list(found.records))
    page: ListPage = made(**head(reader, kind, asked), lines=shown, next=found.after)
    return page
