"""Which records of the account are new, changed or gone within some days, each with what was said before."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, Literal

from fastapi import Query, Request, Response

from warmonitor.model import QueryError
from warmonitor.store.database import Database
from warmonitor.store.filters import Filters, filters_of
from warmonitor.store.reader import Reader, Record
from warmonitor.store.since import What, linked
from warmonitor.store.turns import MOST, Key, Turn, counts, kept_since, turns
from warmonitor.web.asked import Day
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.situation.came import many
from warmonitor.web.pages.situation.turned import FIRST, LISTS, SAID, first_days, telling
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import claim_address
from warmonitor.web.pages.wording.links import listed
from warmonitor.web.pages.wording.named import RecordNamed, line

router = paged("pages")
_PAGE, _FEW = 100, 10  # of one list, of each of several


class NewsLine(Part):
    """A record that turned, and the last day on which it did.

    `was` has what was said before in place of what is said now; where that is the same `more` tells it.
    """

    day: str
    id: str
    record: RecordNamed | None
    was: RecordNamed | None
    more: str


class Group(Part):
    """Records of a list that are new, changed or gone; `href` is the list of all of them."""

    kind: str
    said: str
    what: str
    total: str
    href: str
    lines: list[NewsLine]
    whole: bool


class NewsPage(Page):
    """Records that turned in some days, by list; `made` and `kept` are as on the first page."""

    title: str = "What is new"
    when: str
    groups: list[Group]
    made: str | None
    kept: str | None
    lists: list[tuple[str, str]]
    next: str | None


@router.get("/news", response_model=NewsPage)
def news(
    request: Request,
    since: Annotated[Day, Query(description="First day, by the clock of the server (UTC).")],
    until: Annotated[Day, Query(description="Last day.")],
    kind: Annotated[str | None, Query(alias="list", max_length=16, description="Which list.")] = None,
    what: Annotated[
        Literal["new", "changed", "gone", "details"] | None, Query(description="What became of them.")
    ] = None,
    after: Annotated[str | None, Query(max_length=90, description="The `next` of the page before.")] = None,
) -> Response:
    """List records of the account that are new, changed, gone, or changed in their details alone."""
    days, database = filters_of({"since": since, "until": until}), desk_of(request).store.database
    if kind is not None and kind not in LISTS:
        raise QueryError("kind-unknown", f"“{kind}” is no list of what turns; they are: {', '.join(LISTS)}.")
    whats = [each for each in SAID if SAID[each] == what] if what else FIRST
    wanted = [(one, each) for one in LISTS for each in whats if kind in {None, one}]
    moving = str(telling(database))
    return answer(
        request, "situation/news.html.j2", lambda reader: _page(reader, database, days, wanted, after), moving
    )


def _page(
    reader: Reader, database: Database, days: Filters, wanted: Sequence[Key], after: str | None
) -> NewsPage:
    if days.since is None or days.until is None:
        raise QueryError("days-missing", "Say both days.")
    first, last = days.since, days.until
    found = database.read(lambda connection: counts(connection, first, last))
    made, kept = first_days(database.read(kept_since), first.isoformat())
    groups, on = list[Group](), None
    for key in wanted:
        if key in found or len(wanted) == 1:
            some, on = _group(reader, database, days, key, found.get(key, 0), after, len(wanted) == 1)
            groups.append(some)
    return NewsPage(
        when=words.between(first.isoformat(), last.isoformat()),
        groups=[one for one in groups if one.lines],
        made=made,
        kept=kept,
        lists=list(LISTS.items()),
        next=on if len(wanted) == 1 else None,
    )


def _group(
    reader: Reader,
    database: Database,
    days: Filters,
    key: Key,
    total: int,
    after: str | None,
    alone: bool,
) -> tuple[Group, str | None]:
    first, last = days.since, days.until
    assert first
    assert last
    limit, start = (_PAGE, after) if alone else (_FEW, None)
    found, on = database.read(lambda connection: turns(connection, key, first, last, start, limit))
    kind, what = key
    href = listed("/news", list=kind, what=SAID[what], since=first.isoformat(), until=last.isoformat())
    lines = list(_lines(reader, kind, what, found))
    return (
        Group(
            kind=kind,
            said=LISTS[kind],
            what=SAID[what],
            total=many(total, MOST),
            href=href,
            lines=lines,
            whole=on is None,
        ),
        on,
    )


def _lines(reader: Reader, kind: str, what: What, found: Sequence[Turn]) -> Iterator[NewsLine]:
    there = {one["id"]: one for one in reader.some(kind, [one.id for one in found])}
    said = _sentences(reader, found) if kind == "figures" and what == What.GONE else {}
    for one in found:
        record = there.get(one.id)
        now = line(kind, record, one.id) if record else None
        was = line(kind, dict(one.was)) if one.was else None
        day = words.day(one.day.isoformat())
        if what == What.GONE and was:
            shown = was.model_copy(update={"href": said.get(one.id)})
            yield NewsLine(day=day, id=one.id, record=now or shown, was=None, more="")
        else:
            before = _before(now, was) if now and was else None
            more = _more(kind, record, one.was) if record and one.was and before is None else ""
            yield NewsLine(day=day, id=one.id, record=now, was=before, more=more)


def _before(now: RecordNamed, was: RecordNamed) -> RecordNamed | None:
    """Return what was said otherwise before, None where nothing was."""
    names = ("name", "number", "more", "days")
    other = {name: getattr(was, name) for name in names if getattr(was, name) != getattr(now, name)}
    if other.get("more") == "":
        other["more"] = "place not known"  # what is told of a figure beside its number and days
    return RecordNamed(**{"name": "", **other}) if other else None


def _more(kind: str, record: Record, was: Mapping[str, Any]) -> str:
    """Return in what a record changed of which the same is told in few words."""
    now, before = len(linked(kind, record)), was["links"]
    if now == before:
        return "in its details"
    return "it rests on more" if now > before else "it rests on less"


def _sentences(reader: Reader, found: Sequence[Turn]) -> dict[str, str]:
    """Return, by record, where a sentence stands on which it rested."""
    by = {one.id: list((one.was or {}).get("by", ())) for one in found}
    claims = {
        one["id"]: claim_address(one["report"], one["id"])
        for one in reader.some("claims", [claim for some in by.values() for claim in some[:3]])
    }
    firsts = {
        record: next((claims[one] for one in some if one in claims), None) for record, some in by.items()
    }
    return {record: href for record, href in firsts.items() if href}
