"""Judgements that were made: their history, one of them, and taking one back."""

from typing import Annotated

from fastapi import BackgroundTasks, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse

from warmonitor.model import ConflictError, Held, Judged, JudgementError
from warmonitor.store.filters import Filters, filters_of
from warmonitor.store.judgement_pages import Wanted, page
from warmonitor.store.judgements import history, judge, undoing, version_of
from warmonitor.store.reader import Reader
from warmonitor.store.subjects import LISTS
from warmonitor.web.asked import Day
from warmonitor.web.desk import Desk, desk_of
from warmonitor.web.identity import asking
from warmonitor.web.judging import custody_now, held_of, moment
from warmonitor.web.pages.frame.answer import answer, shown
from warmonitor.web.pages.frame.forms import Form, field
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.review.conflict import Conflict, conflict_of
from warmonitor.web.pages.review.form import version_seen
from warmonitor.web.pages.review.told import Told, told
from warmonitor.web.pages.wording.links import inside, listed, page_of
from warmonitor.web.shapes import Id

router = paged("pages")
_PART, _NEAR, _WHY = 50, 12, 4_000
JudgementId = Annotated[Id, Path()]


class AskedJudgements(BaseModel):
    """Which judgements; the newest come first."""

    model_config = ConfigDict(extra="forbid")

    record: Id | None = Field(None, description="Id of a record that they are of.")
    by: Annotated[str, Field(max_length=200)] | None = Field(None, description="Name of a reviewer.")
    kind: Judged | None = Field(None, description="Of what.")
    standing: bool = Field(False, description="Those alone that stand.")
    since: Day | None = Field(None, description="First day on which they were made (UTC).")
    until: Day | None = Field(None, description="Last day.")
    after: int | None = Field(None, ge=0, le=10**17, description="The `next` of the page before.")


class JudgementsPage(Page):
    """Judgements, the newest first; `next` leads to those before."""

    title: str = "Judgements"
    judgements: list[Told]
    next: str | None


class Shown(Part):
    """A record that is judged, where it is, and where it is judged anew; without these where it is gone."""

    id: str
    href: str | None
    again: str | None


class JudgementPage(Page):
    """A judgement with all of its subject; `open` is why it no longer fits, None where it does.

    `version` is that of the subject now, to be sent when it is taken back; `near` are claims that the
    report of its words has now.
    """

    judgement: Told
    records: list[Shown]
    open: str | None
    near: list[Shown]
    history: list[Told]
    version: int
    why: str
    conflict: Conflict | None
    said: str | None
    next: str


@router.get("/judgements", response_model=JudgementsPage)
def list_judgements(request: Request, asked: Annotated[AskedJudgements, Query()]) -> Response:
    """Show what was judged, by whom, when and why."""
    store = desk_of(request).store
    given = {"since": asked.since, "until": asked.until}
    days = filters_of({name: day for name, day in given.items() if day})

    def made(_: Reader) -> JudgementsPage:
        which = asked.record, asked.by, asked.standing, asked.kind
        wanted = Wanted(*which, newest=True, since=days.since, until=days.until)
        found, on = page(store, wanted, asked.after or 0, _PART)
        return JudgementsPage(judgements=[told(one) for one in found], next=str(on) if on else None)

    return answer(request, "review/judgements.html.j2", made)


@router.get("/judgements/{id}", response_model=JudgementPage)
def judgement(
    request: Request,
    id: JudgementId,  # noqa: A002 - as it is called
) -> Response:
    """Show a judgement, with all that was judged of its subject."""
    desk = desk_of(request)
    return answer(request, "review/judgement.html.j2", lambda reader: _page(desk, reader, held_of(desk, id)))


@router.post("/judgements/{id}/undo", response_model=JudgementPage)
def undo(
    request: Request,
    later: BackgroundTasks,
    id: JudgementId,  # noqa: A002 - as it is called
    form: Form,
) -> Response:
    """Take a judgement back, one's own or another's, and go on to where one was."""
    desk, held = desk_of(request), held_of(desk_of(request), id)
    why = field(form, "why", _WHY)
    try:
        made = undoing(held, asking(request).member.name, moment(desk), why, version_seen(form))
        done = judge(desk.store, made, custody_now(desk))
    except ConflictError as error:
        return _refused(request, held, form, 412, conflict=conflict_of(error))
    except JudgementError as error:
        return _refused(request, held, form, 400, said=str(error))
    on = inside(field(form, "next")) if form.get("next") else f"/judgements/{done.id}"
    later.add_task(desk.refresh)
    return RedirectResponse(_judged(on, done.id), 303)


def _judged(on: str, judgement: str) -> str:
    """Return an address of the review with what was judged just now; others know nothing of it."""
    if not on.startswith("/review"):
        return on
    return f"{on}{'&' if '?' in on else '?'}judged={judgement}"


def _refused(
    request: Request,
    held: Held,
    form: dict[str, str],
    status: int,
    conflict: Conflict | None = None,
    said: str | None = None,
) -> Response:
    desk = desk_of(request)
    made = _page(desk, Reader(desk.store.database), held)
    again = {"why": form.get("why", ""), "conflict": conflict, "said": said, "next": form.get("next", "")}
    return shown(request, "review/judgement.html.j2", made.model_copy(update=again), status)


def _page(desk: Desk, reader: Reader, held: Held) -> JudgementPage:
    subject = held.judgement.subject
    issue = _open(reader, held)
    return JudgementPage(
        title="Judgement",
        judgement=told(held),
        records=[
            _record(reader, LISTS[subject.kind], one) for one in filter(None, (subject.id, subject.other))
        ],
        open=issue,
        near=_near(reader, held) if issue else [],
        history=[told(one) for one in history(desk.store, subject.key)[-_PART:]],
        version=version_of(desk.store, subject.key),
        why="",
        conflict=None,
        said=None,
        next="",
    )


def _record(reader: Reader, kind: str, record: str) -> Shown:
    if reader.get(kind, record) is None:
        return Shown(id=record, href=None, again=None)
    return Shown(id=record, href=page_of(kind, record), again=listed(f"/review/{kind}/{record}"))


def _open(reader: Reader, held: Held) -> str | None:
    """Return why a judgement no longer fits, as the account says."""
    found = reader.page("issues", Filters(type="judgement-open"), limit=1000).records
    return next((str(one["said"]) for one in found if held.id in one["said"]), None)


def _near(reader: Reader, held: Held) -> list[Shown]:
    """Return claims that stand now in the report from which the words of a judgement came."""
    cited = next(iter(held.judgement.subject.cited), None)
    if cited is None:
        return []
    found = reader.page("claims", Filters(report=cited.report), limit=200).records
    nearest = sorted(found, key=lambda one: (abs(one["quote"]["start"] - cited.start), one["id"]))[:_NEAR]
    return [
        Shown(id=one["quote"]["text"], href=page_of("claims", one["id"]), again=f"/review/claims/{one['id']}")
        for one in nearest
    ]
