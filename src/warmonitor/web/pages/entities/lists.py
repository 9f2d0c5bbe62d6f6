"""The lists of claims, events, agreements, disputes, statements and coverage."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

from pydantic import Field, create_model

from warmonitor.store.reader import Reader
from warmonitor.web.asked import Asked, asked_of
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
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording.evidence import Sentence, told

_DATED = ("events", "agreements")
_NEWEST = "by first day, the newest first; those without a day last"
Order = Annotated[
    Literal["newest", "account"], Field(description="The newest first, or in the account's order.")
]
Lines = Callable[[Reader, list[Any]], Sequence[Part]]


class ClaimsPage(ListPage):
    """Claims as sentences, in the account's order."""

    title: str = "Claims"
    lines: list[Sentence]


class EventsPage(ListPage):
    """Events, the newest first or in the account's order."""

    title: str = "Events"
    lines: list[EventLine]


class AgreementsPage(ListPage):
    """Agreements, the newest first or in the account's order."""

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


def asked_for(kind: str) -> Any:
    """Return what may be asked of a list: those of what has days may be sorted by them."""
    base = asked_of(kind)
    if kind not in _DATED:
        return base
    return create_model(f"{kind.title()}Asked", __base__=base, order=(Order, "newest"))


def list_page(reader: Reader, kind: str, asked: Asked) -> ListPage:
    """Return a page of a list, the newest first or in the account's order.

    Raises:
        QueryError: when what is asked cannot be.
    """
    made, lines = LISTS[kind]
    newest = getattr(asked, "order", "account") == "newest"
    pages = reader.from_newest if newest else reader.page
    found = pages(kind, asked.filters(), asked.after, asked.limit)
    shown = lines(reader, list(found.records))
    told = head(reader, kind, asked) | ({"sorted": _NEWEST} if newest else {})
    page: ListPage = made(**told, lines=shown, next=found.after)
    return page
