"""How a reviewer goes from record to record: by the queue, or by what nobody has judged yet."""

from functools import partial
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from warmonitor.model import Judged, Subject
from warmonitor.store.accepted import accepted
from warmonitor.store.queued import Line, Order, beside, open_judgement, pending, rank_of
from warmonitor.store.reader import Reader, Record
from warmonitor.store.waiting import DOUBTED, Waiting
from warmonitor.web.desk import Desk
from warmonitor.web.pages.wording.links import asked, listed
from warmonitor.web.shapes import Id

LISTS = ("reports", "claims", "places", "actors", "events", "figures", "disputes")
MOST_UNJUDGED = 2_000  # records that are looked at for one that nobody has judged
_TOGETHER = 50


class Walk(BaseModel):
    """Which records come one after the other; `unjudged` are those of a list that nobody has judged."""

    model_config = ConfigDict(extra="forbid")

    order: Order = Field(Order.WEIGHT, description="What the queue is sorted by.")
    only: Annotated[str, Field(pattern=f"^({'|'.join(DOUBTED)})$")] | None = Field(
        None, description="Of one list of the account alone."
    )
    unjudged: Annotated[str, Field(pattern=f"^({'|'.join(LISTS[:-1])})$")] | None = Field(
        None, description="All that nobody has judged of a list, instead of the queue."
    )

    @property
    def line(self) -> Line:
        """The queue that is walked."""
        return Line(self.order, self.only)

    def told(self) -> dict[str, str | None]:
        """Return what stands in addresses for it; what is usual is left out."""
        order = None if self.order is Order.WEIGHT else self.order.value
        return {"order": order, "only": self.only, "unjudged": self.unjudged}


class Looked(Walk):
    """What of a record is looked at: another beside it, claims of it, and what was judged just now."""

    other: Annotated[str, Field(max_length=300)] | None = Field(
        None, description="Id or name of another record of the kind."
    )
    claim: Annotated[list[Id], Field(max_length=64)] = Field(
        [], description="Claims that name it or tell of it."
    )
    judged: Id | None = Field(None, description="The judgement that was made just now.")


def queue_address(walk: Walk) -> str:
    """Return where the list is that is walked."""
    return listed("/review", **walk.told())


def record_address(walk: Walk, kind: str, record: str, **more: str | None) -> str:
    """Return where a record is judged."""
    return f"/review/{kind}/{record}{asked({**walk.told(), **more})}"


def subject_address(walk: Walk, subject: Subject) -> str:
    """Return where a subject is judged: a record, beside another, or with claims that are not of it."""
    address = record_address(walk, f"{subject.kind.value}s", subject.id, other=subject.other)
    if subject.other or subject.kind in {Judged.CLAIM, Judged.FIGURE}:
        return address
    claims = subject.others if subject.kind is Judged.EVENT else subject.cited
    return with_claims(address, [one.claim for one in claims])


def with_claims(address: str, claims: list[str]) -> str:
    """Return an address with claims that are looked at."""
    told = "&".join(f"claim={one}" for one in claims)
    return f"{address}{'&' if '?' in address else '?'}{told}" if told else address


def waiting_address(walk: Walk, one: Waiting, **more: str | None) -> str:
    """Return where what waits is judged; a judgement that no longer fits has its own page."""
    if one.kind == "issues":
        open_one = open_judgement(one.called)
        return f"/judgements/{open_one}{asked(more)}" if open_one else "/issues?type=judgement-open"
    return record_address(walk, one.kind, one.id, **more)


def neighbours(desk: Desk, walk: Walk, kind: str, record: str) -> tuple[str | None, str | None]:
    """Return the addresses of what comes before and after a record in the walk."""
    if walk.unjudged:
        on = next(iter(unjudged(desk, walk.unjudged, record, 1)[0]), None)
        return None, record_address(walk, walk.unjudged, on["id"]) if on else None
    found = desk.store.database.read(lambda connection: beside(connection, walk.line, kind, record))
    before, after = (waiting_address(walk, one) if one else None for one in found)
    return before, after


def onward(desk: Desk, walk: Walk, kind: str, record: str, judgement: str) -> str:
    """Return where one goes once a record is judged: to the next, or back to the list."""
    _, on = neighbours(desk, walk, kind, record)
    on = on or queue_address(walk)
    return f"{on}{'&' if '?' in on else '?'}judged={judgement}"


def unjudged(desk: Desk, kind: str, after: str | None, limit: int) -> tuple[list[Record], str | None]:
    """Return records that nobody has judged after one by its id, and the last looked at if more follow."""
    reader = Reader(desk.store.database)
    judged = desk.store.database.read(pending).records
    found: list[Record] = []
    start = desk.store.database.read(lambda connection: rank_of(connection, kind, after or ""))
    cursor = start.hex() if start else None
    for _ in range(MOST_UNJUDGED // _TOGETHER):
        part = reader.page(kind, after=cursor, limit=_TOGETHER)
        told = {one["id"]: one for one in part.records}
        fits = desk.store.database.read(partial(accepted, kind=kind, records=told))
        for one in part.records:
            if not (one.get("judgements") or (kind, one["id"]) in judged or fits.get(one["id"])):
                found.append(one)
            if len(found) == limit:
                return found, one["id"]
        if (cursor := part.after) is None:
            return found, None
    return found, part.records[-1]["id"]
