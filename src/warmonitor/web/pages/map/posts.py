"""Posts: whose they are, where, how they stand by each telling, and under which deal."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import Path, Query, Request, Response

from warmonitor.store.reader import Reader
from warmonitor.web.asked import Asked, asked_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.map.territory import Ends, PlaceNamed, Record, on_map, place_of
from warmonitor.web.pages.wording.evidence import MOST, Sentence, sentences
from warmonitor.web.records import record_of
from warmonitor.web.shapes import Id

router = paged("pages")
_TELLINGS = 60  # of one post that are shown


class OwnerNamed(Part):
    """Whose a post is."""

    id: str | None
    name: str | None


class PostLine(Part):
    """A post: of which sort, whose, where, how it stood last, and on which days it is told of."""

    id: str
    sort: str | None
    number: str | None
    owner: OwnerNamed | None
    place: PlaceNamed
    state: str | None
    when: Ends
    agreement: str | None


class PostsPage(Page):
    """Posts in the account's order; `next` leads to the next page of them."""

    title: str = "Posts"
    posts: list[PostLine]
    next: str | None


class Telling(Part):
    """A telling of a post: its state, its days, the sentences that say it and those that deny it."""

    state: str | None
    when: Ends
    sentences: list[Sentence]
    denials: list[Sentence]


class PostPage(PostLine, Page):
    """A post with its tellings."""

    because: str
    tellings: list[Telling]
    map: str


@router.get("/posts", response_model=PostsPage)
def posts(request: Request, asked: Annotated[asked_of("posts"), Query()]) -> Response:  # type: ignore[valid-type]
    """Show posts."""
    return answer(request, "map/posts.html.j2", lambda reader: _posts(reader, asked))


@router.get("/posts/{id}", response_model=PostPage)
def post(request: Request, id: Annotated[Id, Path()]) -> Response:  # noqa: A002 - as it is called
    """Show a post and what is told of it."""
    return answer(request, "map/post.html.j2", lambda reader: _post(reader, id))


def _posts(reader: Reader, asked: Asked) -> PostsPage:
    found = reader.page("posts", asked.filters(), asked.after, asked.limit)
    return PostsPage(posts=[_line(one) for one in found.records], next=found.after)


def _line(one: Record) -> PostLine:
    starts = [told["when"]["earliest"] for told in one["tellings"] if told["when"]["earliest"]]
    stops = [told["when"]["latest"] for told in one["tellings"] if told["when"]["latest"]]
    return PostLine(
        id=one["id"],
        sort=one["sort"],
        number=None if one["number"] is None else str(one["number"]),
        owner=OwnerNamed(**one["owner"]) if one["owner"] else None,
        place=place_of(one),
        state=one["state"],
        when=Ends(earliest=min(starts, default=None), latest=max(stops, default=None)),
        agreement=one["agreement"],
    )


def _post(reader: Reader, record: str) -> PostPage:
    one = record_of(reader, "posts", record, "post")
    line = _line(one)
    return PostPage(
        title=_title(line),
        **dict(line),
        because=one["because"],
        tellings=_tellings(reader, one["tellings"][:_TELLINGS]),
        map=on_map(line.when.latest, record),
    )


def _title(line: PostLine) -> str:
    whose = f" of {line.owner.name}" if line.owner and line.owner.name else ""
    sort = line.sort or "post"
    return f"{sort[:1].upper()}{sort[1:]}{whose}: {line.place.name or 'place not known'}"


def _tellings(reader: Reader, tellings: Sequence[Record]) -> list[Telling]:
    """Return tellings with their sentences, all of them read at once."""
    sides = [told[side][:MOST] for told in tellings for side in ("claims", "denials")]
    claims = [claim for side in sides for claim in side]
    known = {one.claim: one for one in sentences(reader, claims, len(claims))}
    return [_telling(told, known) for told in tellings]


def _telling(told: Record, known: Mapping[str, Sentence]) -> Telling:
    return Telling(
        state=told["state"],
        when=Ends(earliest=told["when"]["earliest"], latest=told["when"]["latest"]),
        sentences=[known[claim] for claim in told["claims"][:MOST] if claim in known],
        denials=[known[claim] for claim in told["denials"][:MOST] if claim in known],
    )
