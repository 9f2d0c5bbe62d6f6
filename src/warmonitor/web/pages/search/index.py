"""Search over everything: what was found, with its words marked, and filters in the address."""

from collections.abc import Iterator
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from warmonitor.model import Measure, QueryError
from warmonitor.store.filters import Filters, filters_of
from warmonitor.store.naming import named
from warmonitor.store.questions import Questions
from warmonitor.store.reader import Found, Hit, Reader, Record
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged, wants_page
from warmonitor.web.pages.search.meant import NAMES, Meant
from warmonitor.web.pages.search.meant import offers as offered
from warmonitor.web.pages.search.meant import trouble as told
from warmonitor.web.pages.wording.named import KINDS, RecordNamed, line, record_name

router = paged("pages")
_PAGE, _SAVED = 25, 50
_MOST = 1_000  # characters of a field
_FIELDS = (*NAMES, "outlet", "country", "measure", "type", "status", "since", "until")
Text = Annotated[str, Field(max_length=_MOST)]


class Sought(BaseModel):
    """What is looked for, as it was typed."""

    model_config = ConfigDict(extra="forbid")

    words: Text = Field("", description='All words, a "phrase", -word not, word* with any ending.')
    kind: Text = Field("", description="A list of the account; all of them if not said.")
    place: Text = Field("", description="Name or id of a place.")
    actor: Text = Field("", description="Name or id of an actor.")
    outlet: Text = Field("", description="Outlet of a report that it rests on.")
    country: Text = Field("", description="Country, by two letters.")
    measure: Text = Field("", description="What is counted.")
    type: Text = Field("", description="A word by which records of this kind are sorted.")
    status: Text = Field("", description="How it stands.")
    since: Text = Field("", description="First day, such as 2031-05-01.")
    until: Text = Field("", description="Last day.")
    after: Text = Field("", description="The `next` of the page before.")


class Words(Part):
    """Words in or around what was found; `found` says whether they were looked for."""

    text: str
    found: bool


class HitLine(Part):
    """A record that was found, in one line, and its words around what was looked for, cut to pieces.

    There are no words where the line says them already; `beside` is the report of a claim.
    """

    kind: str
    label: str
    record: RecordNamed
    field: str
    words: list[Words]
    beside: RecordNamed | None = None


class SavedQuestion(Part):
    """A saved question, and how many answers it was given."""

    name: str
    answers: int
    href: str


class SearchPage(Page):
    """What words found, the newest first; `next` leads on.

    `trouble` says why what is asked cannot be answered, `offers` what may be meant by a name,
    `set` the places and actors that are filtered by; `kinds` and `measures` are what may be chosen.
    """

    title: str = "Search"
    asked: bool
    narrowed: bool
    kinds: list[tuple[str, str]]
    measures: list[tuple[str, str]]
    hits: list[HitLine]
    next: str | None
    trouble: str | None
    offers: list[Meant]
    set: list[Meant]
    questions: list[SavedQuestion]


@router.get("/search", response_model=SearchPage)
def search(request: Request, sought: Annotated[Sought, Query()]) -> Response:
    """Find records of any kind by their words."""
    saved = _saved(request)
    strict = not wants_page(request)
    return answer(
        request, "search/index.html.j2", lambda reader: _page(reader, sought, saved, strict), *map(str, saved)
    )


def _saved(request: Request) -> list[SavedQuestion]:
    kept = Questions(desk_of(request).store.database)
    counts = kept.counts()
    return [
        SavedQuestion(
            name=one.name,
            answers=counts.get(one.name, 0),
            href=f"/api/1/questions/{quote(one.name, safe='')}/answers",
        )
        for one in kept.all()[:_SAVED]
    ]


def _page(reader: Reader, sought: Sought, saved: list[SavedQuestion], strict: bool) -> SearchPage:
    """Return what was found; `strict` has what cannot be asked raised rather than told on the page."""
    found, trouble, offers, chosen = Found(()), None, list[Meant](), dict[str, str]()
    try:
        chosen = {name: _chosen(reader, name, sought) for name in NAMES if getattr(sought, name)}
        found = _found(reader, sought, _filters(sought, chosen))
    except QueryError as error:
        if strict:
            raise
        trouble = told(error)
        offers = [one for name in NAMES for one in offered(reader, name, getattr(sought, name))]
    return SearchPage(
        asked=bool(sought.words.strip()),
        narrowed=any(getattr(sought, name) for name in _FIELDS),
        kinds=list(KINDS.items()),
        measures=[(one.value, one.value) for one in Measure],
        hits=list(_lines(reader, found)),
        next=found.after,
        trouble=trouble,
        offers=offers,
        set=[_meant(reader, name, value) for name, value in chosen.items()],
        questions=saved,
    )


def _chosen(reader: Reader, name: str, sought: Sought) -> str:
    """Return the id of the place or actor that is filtered by."""
    return named(reader, NAMES[name], getattr(sought, name).strip())


def _filters(sought: Sought, chosen: dict[str, str]) -> Filters:
    given = {name: word for name in _FIELDS if (word := getattr(sought, name).strip())}
    return filters_of({**given, **chosen})


def _found(reader: Reader, sought: Sought, filters: Filters) -> Found:
    return reader.search(sought.words, filters, sought.after or None, _PAGE, sought.kind or None)


def _meant(reader: Reader, name: str, value: str) -> Meant:
    found = reader.get(NAMES[name], value)
    return Meant(filter=name, value=value, record=line(NAMES[name], found or {"id": value, "name": value}))


def _lines(reader: Reader, found: Found) -> Iterator[HitLine]:
    reports = [hit.record["report"] for hit in found.hits if hit.kind == "claims"]
    known = {one["id"]: one for one in reader.some("reports", reports)}
    for hit in found.hits:
        yield _line(hit, known.get(hit.record.get("report", "")) if hit.kind == "claims" else None)


def _line(hit: Hit, report: Record | None) -> HitLine:
    record = line(hit.kind, hit.record, hit.id)
    said = hit.snippet.text in f"{record.name} {record.more}"
    return HitLine(
        kind=hit.kind,
        label=record_name(hit.kind),
        record=record,
        field=hit.snippet.field,
        words=[] if said else list(_words(hit.snippet.text, hit.snippet.marks)),
        beside=line("reports", report) if report else None,
    )


def _words(text: str, marks: Any) -> Iterator[Words]:
    """Yield text cut at the marks; joined, it is the text."""
    at = 0
    for start, end in marks:
        if start > at:
            yield Words(text=text[at:start], found=False)
        yield Words(text=text[start:end], found=True)
        at = end
    if at < len(text):
        yield Words(text=text[at:], found=False)
