"""What was not understood or could not be read, as a list."""

from typing import Annotated

from fastapi import Query, Request, Response

from warmonitor.store.reader import Reader
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged

router = paged("pages")


class IssueLine(Part):
    """An issue: its code, what it is about, one plain sentence, and whether the thing was refused for it."""

    code: str
    item: str
    said: str
    fatal: bool


class IssuesPage(Page):
    """Issues in the account's order; `next` leads to the next page of them."""

    title: str = "What was not read"
    issues: list[IssueLine]
    next: str | None


@router.get("/issues", response_model=IssuesPage)
def issues(request: Request, asked: Annotated[asked_of("issues"), Query()]) -> Response:  # type: ignore[valid-type]
    """Show what was not understood or could not be read."""
    return answer(request, "reader/issues.html.j2", lambda reader: _issues(reader, asked))


def _issues(reader: Reader, asked: Asked) -> IssuesPage:
    found = reader.page("issues", asked.filters(), asked.after, asked.limit)
    lines = [IssueLine(**{name: one[name] for name in IssueLine.model_fields}) for one in found.records]
    return IssuesPage(issues=lines, next=found.after)
