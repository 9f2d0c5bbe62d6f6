"""One figure: its range by source over time, what each rule gives, parts, what was set apart, judgements."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Annotated

import yaml
from fastapi import Path, Request, Response

from warmonitor.model import Held
from warmonitor.model.spoken import range_words
from warmonitor.store.judgement_pages import Wanted, page
from warmonitor.store.reader import Reader, Record
from warmonitor.store.resting import resting
from warmonitor.store.store import Store
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.figures.counts import Numbers, apart, changed, history, named, origin, tree
from warmonitor.web.pages.figures.index import place_of
from warmonitor.web.pages.figures.parts import FigurePage, Judged, Linked, RuleLine
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import MOST
from warmonitor.web.pages.wording.evidence import told as sentences_of
from warmonitor.web.pages.wording.links import page_of
from warmonitor.web.records import record_of
from warmonitor.web.shapes import Id

router = paged("pages")
_BESIDE = 50  # events, disputes and judgements


@router.get("/figures/{id}", response_model=FigurePage)
def figure(request: Request, id: Annotated[Id, Path()]) -> Response:  # noqa: A002 - as it is called
    """Show a figure."""
    store = desk_of(request).store

    def make(reader: Reader) -> FigurePage:
        found = record_of(reader, "figures", id, "figure")
        return _page(reader, store, found)

    return answer(request, "figures/figure.html.j2", make)


def _page(reader: Reader, store: Store, found: Record) -> FigurePage:
    numbers = Numbers(reader, named(found))
    place = place_of(found["place"])
    counts = [numbers.claims[one] for one in found["claims"] if one in numbers.claims]
    state, agreed = _agreement(found)
    return FigurePage(
        title=_title(found, place),
        id=found["id"],
        counted=words.counted(found),
        measure=found["measure"],
        place=place,
        when=words.when(found["when"]),
        range=words.figure_range(found),
        rule=found["rule"],
        means=_meaning(found["rule"]),
        agreement=state,
        agreed=agreed,
        grade=_grade(found),
        grade_because=_because(found),
        rules=list(_rules(found)),
        history=history(found, numbers),
        tree=tree(reader, store.database, found),
        apart=apart(found, numbers),
        changed=changed(found, numbers),
        judgements=list(_judged(store, found["id"])),
        events=list(_events(store, found)),
        disputes=list(_disputes(store, found)),
        sentences=list(sentences_of(reader, counts[:MOST])),
        claims=len(found["claims"]),
        review=f"/review/figures/{found['id']}",
    )


def _title(found: Record, place: Linked | None) -> str:
    where = place.name if place else "place not known"
    counted = words.counted(found)
    return f"{counted[:1].upper()}{counted[1:]}, {where}"


def _agreement(found: Record) -> tuple[str, str | None]:
    """Say whether origins agree: `one` alone, `all`, `most`, or `none`; and on what most do."""
    majority = found["majority"]
    agreed = range_words(majority["low"], majority["high"]) if majority else None
    if len(found["origins"]) == 1:
        return "one", None
    if found["low"] is not None and found["low"] == found["high"]:
        return "all", agreed
    return ("most", agreed) if majority else ("none", None)


def _grade(found: Record) -> str | None:
    grade = found["grade"]
    return f"{grade['source']}{grade['information']}" if grade else None


def _because(found: Record) -> list[str]:
    grade = found["grade"]
    return [grade["source_because"], grade["information_because"]] if grade else []


def _rules(found: Record) -> Iterator[RuleLine]:
    for one in found["rules"]:
        yield RuleLine(
            rule=one["rule"],
            means=_meaning(one["rule"]),
            range=range_words(one["low"], one["high"]),
            origins=[origin(name) for name in one["origins"]],
            chosen=one["rule"] == found["rule"],
        )


def _judged(store: Store, record: str) -> Iterator[Judged]:
    held, _ = page(store, Wanted(record=record), -1, _BESIDE)
    return map(_judgement, held)


def _judgement(held: Held) -> Judged:
    one = held.judgement
    return Judged(
        id=held.id,
        verdict=one.verdict.value,
        by=one.by,
        why=one.why,
        at=words.day(one.when),
        in_force=held.in_force,
        href=page_of("judgements", held.id),
    )


def _events(store: Store, found: Record) -> Iterator[Linked]:
    for one in resting(store.database, "events", found["claims"], _BESIDE):
        told = f"{words.event_words(one)}, {words.when(one['when'])}"
        yield Linked(id=one["id"], name=told, href=page_of("events", one["id"]))


def _disputes(store: Store, found: Record) -> Iterator[Linked]:
    for one in resting(store.database, "disputes", found["claims"], _BESIDE):
        yield Linked(id=one["id"], name=one["about"], href=page_of("disputes", one["id"]))


def _meaning(rule: str) -> str:
    return _meanings().get(rule, "")


@cache
def _meanings() -> dict[str, str]:
    text = files("warmonitor.web.pages.figures").joinpath("rules.yml").read_text(encoding="utf-8")
    told: dict[str, str] = yaml.safe_load(text)
    return told
