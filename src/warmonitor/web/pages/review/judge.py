"""One record to be judged: what it says, what it rests on, the form, and what was judged of it before."""

from typing import Annotated, Any

from fastapi import BackgroundTasks, Path, Query, Request, Response
from starlette.responses import RedirectResponse

from warmonitor.model import ConflictError, Judged, JudgementError, QueryError
from warmonitor.store.judgement_pages import Wanted, page
from warmonitor.store.judgements import judge
from warmonitor.store.queued import waits
from warmonitor.store.reader import Reader, Record
from warmonitor.store.subjects import LISTS as KINDS
from warmonitor.web.desk import Desk, desk_of
from warmonitor.web.identity import asking
from warmonitor.web.judging import custody_now
from warmonitor.web.pages.frame.answer import answer, shown
from warmonitor.web.pages.frame.forms import Form
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.review.conflict import Conflict, conflict_of
from warmonitor.web.pages.review.figure import LeftOut, Origin, left_out, origins_of
from warmonitor.web.pages.review.form import FormPart, form_of, judgement_sent
from warmonitor.web.pages.review.index import WHY, behind
from warmonitor.web.pages.review.notice import Notice, notice_of
from warmonitor.web.pages.review.others import PAIRED, Other, found_other, others
from warmonitor.web.pages.review.sides import Side, called, claims_of, side
from warmonitor.web.pages.review.told import Told, told
from warmonitor.web.pages.review.walks import (
    LISTS,
    Looked,
    neighbours,
    onward,
    queue_address,
    record_address,
    with_claims,
)
from warmonitor.web.pages.wording.evidence import Sentence, sentences
from warmonitor.web.records import record_of
from warmonitor.web.reviewing import Of
from warmonitor.web.shapes import Id

router = paged("pages")
MOST = 20  # judgements of a record that are shown with it
Kind = Annotated[str, Path(pattern=f"^({'|'.join(LISTS)})$")]
RecordId = Annotated[Id, Path()]
_JUDGED = {listed: kind for kind, listed in KINDS.items()}
_NAMING = {"places", "actors"}


class Row(Part):
    """A claim of a record that can be judged with it, and whether it is the one that is looked at."""

    sentence: Sentence
    href: str
    chosen: bool


class JudgePage(Page):
    """A record to be judged.

    `sides` are what stands side by side, `rows` claims of it, one of which can be looked at, `others` records
    that might be the same, `form` is None while it is not clear what is judged. `before`, `next` and `queue`
    lead on; `why` is why it waits, None where it does not.
    """

    kind: str
    id: str
    why: str | None
    sides: list[Side]
    rows: list[Row]
    origins: list[Origin]
    apart: list[LeftOut]
    others: list[Other]
    asks: str | None
    form: FormPart | None
    conflict: Conflict | None
    said: str | None
    history: list[Told]
    notice: Notice | None
    before: str | None
    next: str | None
    queue: str
    here: str
    behind: int


@router.get("/review/{kind}/{id}", response_model=JudgePage)
def look(
    request: Request,
    kind: Kind,
    id: RecordId,  # noqa: A002 - as it is called
    looked: Annotated[Looked, Query()],
) -> Response:
    """Show a record to be judged."""
    desk = desk_of(request)
    return answer(
        request, "review/judge.html.j2", lambda _: _Desk(desk, kind, id, looked).page(), str(behind(desk))
    )


@router.post("/review/{kind}/{id}", response_model=JudgePage)
def send(
    request: Request,
    later: BackgroundTasks,
    kind: Kind,
    id: RecordId,  # noqa: A002 - as it is called
    looked: Annotated[Looked, Query()],
    form: Form,
) -> Response:
    """Judge, and go on to the next; what is refused is shown with the form as it was filled in."""
    desk = desk_of(request)
    here = _Desk(desk, kind, id, looked)
    try:
        given = judgement_sent(desk, here.of_or_trouble(), form, asking(request).member.name)
        held = judge(desk.store, given, custody_now(desk))
    except ConflictError as error:
        return shown(request, "review/judge.html.j2", here.page(form, conflict=conflict_of(error)), 412)
    except (JudgementError, QueryError) as error:
        return shown(request, "review/judge.html.j2", here.page(form, said=str(error)), 400)
    later.add_task(desk.refresh)
    return RedirectResponse(onward(desk, looked, kind, id, held.id), 303)


class _Desk:
    """What is looked at of one record."""

    def __init__(self, desk: Desk, kind: str, record: str, looked: Looked) -> None:
        self._desk, self._kind, self._looked = desk, kind, looked
        self._reader = Reader(desk.store.database)
        found = record_of(self._reader, kind, record)
        self._record: Record = found
        self._other = (
            found_other(self._reader, kind, looked.other) if looked.other and kind in PAIRED else None
        )
        self._rows = [] if kind in {"claims", "reports"} else self._found_rows()

    def of_or_trouble(self) -> Of:
        """Return what is judged.

        Raises:
            JudgementError: when it is not clear.
        """
        if (of := self._of()) is None:
            raise JudgementError("subject-unclear", "It is not clear yet what is to be judged of it.")
        return of

    def _of(self) -> Of | None:
        """Return what is judged, None where another record or a claim is to be chosen first."""
        claims = self._looked.claim
        if self._kind == "disputes":
            chosen = next((row.sentence.claim for row in self._rows if row.chosen), None)
            return Of(kind=Judged.CLAIM, id=chosen) if chosen else None
        of = Of(kind=_JUDGED[self._kind], id=self._record["id"], other=self._other)
        if self._other or self._kind in {"claims", "figures"}:
            return of
        if claims and self._kind in {*_NAMING, "events"}:
            return of.model_copy(update={"claims": claims if self._kind == "events" else claims[:1]})
        return of if self._kind in _NAMING else None

    @property
    def _chooses(self) -> bool:
        """Whether another record or a claim can still be chosen."""
        return self._kind in _ASKS and not self._other and not self._looked.claim

    def page(
        self, sent: dict[str, str] | None = None, conflict: Conflict | None = None, said: str | None = None
    ) -> JudgePage:
        """Return the page, with what was sent where it was refused."""
        kind, record, looked = self._kind, self._record, self._looked
        before, on = neighbours(self._desk, looked, kind, record["id"])
        pair = [record, *self._reader.some(kind, [self._other] if self._other else [])]
        sides = [side(self._reader, kind, one) for one in pair]
        waiting = self._desk.store.database.read(lambda one: waits(one, kind, record["id"]))
        form = self._form(sent or {})
        return JudgePage(
            title=f"Review: {called(kind, record)}",
            kind=kind,
            id=record["id"],
            why=WHY[waiting.doubt] if waiting else None,
            sides=sides,
            rows=self._rows,
            origins=origins_of(self._reader, record) if kind == "figures" else [],
            apart=left_out(self._reader, record) if kind == "figures" else [],
            others=others(self._reader, looked, kind, record) if self._chooses else [],
            asks=_ASKS[kind] if self._chooses else None,
            form=form,
            conflict=conflict,
            said=said,
            history=self._history(),
            notice=notice_of(self._desk, looked.judged, looked),
            before=before,
            next=on,
            queue=queue_address(looked),
            here=record_address(looked, kind, record["id"]),
            behind=behind(self._desk),
        )

    def _here(self, **more: str | None) -> str:
        return record_address(self._looked, self._kind, self._record["id"], **more)

    def _form(self, sent: dict[str, str]) -> FormPart | None:
        of = self._of()
        if of is None:
            return None
        claims = self._looked.claim
        action = self._here(other=self._other) if self._other else with_claims(self._here(), claims)
        record = self._record
        if self._kind == "disputes":
            record = self._reader.some("claims", [of.id])[0]
        about = called("claims", record) if of.kind is Judged.CLAIM else called(self._kind, record)
        return form_of(self._desk, of, about, action, record, sent)

    def _found_rows(self) -> list[Row]:
        """Return claims of the record that are judged with it, the one that is looked at marked."""
        if self._kind == "figures" or self._other:
            return []
        found = sentences(self._reader, claims_of(self._reader, self._kind, self._record)[0])
        chosen = set(self._looked.claim)
        if self._kind == "disputes" and not chosen & {one.claim for one in found}:
            chosen = {one.claim for one in found[:1]}
        return [
            Row(sentence=one, href=with_claims(self._here(), [one.claim]), chosen=one.claim in chosen)
            for one in found
        ]

    def _history(self) -> list[Told]:
        ids = [self._record["id"]]
        if self._kind == "disputes":
            ids = [row.sentence.claim for row in self._rows]
        wanted = [Wanted(record=one, newest=True) for one in ids]
        held = [one for asked in wanted for one in page(self._desk.store, asked, 0, MOST)[0]]
        return [told(one) for one in held[:MOST]]


_ASKS: dict[str, Any] = {
    "reports": "Choose a report beside it: are the two one text?",
    "places": "Or choose a place beside it that may be the same, or a claim that names another.",
    "actors": "Or choose an actor beside it that may be the same, or a claim that names another.",
    "events": "Choose an event beside it that may be the same, or claims that tell of another.",
}
