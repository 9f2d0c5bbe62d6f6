"""What questions are answered from what changed: a pure function of question, changes and the shelf."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from warmonitor.model import Answer, Asked, Question
from warmonitor.run.questions.fitting import Fitting
from warmonitor.run.questions.pairs import Pair, found_again, latest, overlap
from warmonitor.run.questions.telling import (
    answer,
    called,
    counted,
    days,
    outlet,
    place_name,
    short,
    told,
    told_by,
)
from warmonitor.run.questions.where import Where
from warmonitor.store.lookup import Lookup
from warmonitor.store.questions import News

Record = Mapping[str, Any]
_STATUS = {
    "held": "holds",
    "claimed": "claims to hold",
    "contested": "contests",
    "surrounded": "is surrounded in",
}
_MOVED = {"events": "claims"}  # lists whose ids move when claims join, and what then stays


def answers(question: Question, news: News, lookup: Lookup) -> Iterator[Answer]:
    """Yield what a question is answered by what changed, in a fixed order."""
    yield from _BY_KIND[question.ask](question, news, lookup)


def _control(question: Question, news: News, lookup: Lookup) -> Iterator[Answer]:
    """Yield places that somebody else is said to hold, or that are held otherwise, than was said before."""
    where = Where(question, lookup)
    for before, after, _ in found_again(latest(news(("control",))), _same_spell):
        if after is None or not where.holds(after["place"]["id"]):
            continue
        if before and (before["holder"], before["status"]) == (after["holder"], after["status"]):
            continue
        by = f" (by {after['by']})" if after["by"] else ""
        at = f"{after['part']} of {place_name(after)}" if after["part"] else place_name(after)
        said = f"{_holder(after)} {at}{by} {days(after)}."
        key = (after["place"]["id"], after["part"], after["holder"], after["status"], after["earliest"])
        yield answer(question, "control", after["id"], said, told_by(after["claims"], lookup), key)


def _holder(spell: Record) -> str:
    if spell["holder"] is None:
        return f"Nobody is known to hold ({spell['status']})"
    verb = _STATUS.get(spell["status"], f"({spell['status']}) is told of at")
    return f"{spell['holder']} {verb}"


def _same_spell(one: Record, other: Record) -> bool:
    alike = ("part", "holder", "status")
    same = one["place"]["id"] == other["place"]["id"] and all(one[name] == other[name] for name in alike)
    return same and overlap(one, other)


def _figure(question: Question, news: News, lookup: Lookup) -> Iterator[Answer]:
    """Yield figures whose range is wider than it was, or which reach a new high."""
    where, fitting = Where(question, lookup), Fitting(question, lookup)
    for before, after, _ in found_again(latest(news(("figures",))), _same_figure):
        if before is None or after is None or not fitting.fits("figures", after):
            continue
        place = after["place"]["id"] if after["place"] else None
        if not where.holds(place) or not _wider(before, after):
            continue
        at = f" at {place_name(after)}" if place else ""
        was, now = (counted(one["low"], one["high"]) for one in (before, after))
        said = f"{after['of']} {after['measure']}{at} {days(after['when'])}: {now}, where it was {was}."
        more = [one for one in after["claims"] if one not in before["claims"]] or after["claims"]
        key = (after["measure"], after["of"], place, after["low"], after["high"], after["when"]["earliest"])
        yield answer(
            question, "figures", after["id"], said[:1].upper() + said[1:], told_by(more, lookup), key
        )


def _wider(before: Record, after: Record) -> bool:
    """Say whether an end moved outwards; one that was left open and is told now has not moved."""
    lower = None not in {before["low"], after["low"]} and after["low"] < before["low"]
    return lower or (None not in {before["high"], after["high"]} and after["high"] > before["high"])


def _same_figure(one: Record, other: Record) -> bool:
    places = [record["place"]["id"] if record["place"] else None for record in (one, other)]
    same = places[0] == places[1] and all(one[name] == other[name] for name in ("measure", "of"))
    return same and overlap(one["when"], other["when"])


def _denial(question: Question, news: News, lookup: Lookup) -> Iterator[Answer]:
    """Yield claims by which somebody denies something, and of an event those that deny what is told of it."""
    where, fitting = Where(question, lookup), Fitting(question, lookup)
    event = lookup.get("events", question.event) if question.event else None
    of_event = set(event["claims"]) if event else set()
    denying: dict[str, Record] = {}
    for _, after, _ in latest(news(("disputes",))):
        if after and after["kind"] == "denial" and of_event & {*after["claims"]} - {*after["denials"]}:
            denying |= {one: found for one in after["denials"] if (found := lookup.get("claims", one))}
    if not question.event:
        for before, after, record in latest(news(("claims",))):
            if after and after["stance"] == "denied" and (before is None or before["stance"] != "denied"):
                denying[record] = after
    for claim in denying.values():
        places = [one["place"] for one in claim["where"] if one["place"]]
        if where.any(places) and fitting.fits("claims", claim):
            said = f"{called(claim, lookup)} denies: “{short(claim['quote']['text'])}”"
            yield answer(question, "claims", claim["id"], said, [told(claim)], (claim["id"],))


def _new(question: Question, news: News, lookup: Lookup) -> Iterator[Answer]:
    """Yield records that were not there before and fit."""
    where, fitting, kind = Where(question, lookup), Fitting(question, lookup), question.list
    pairs: Iterator[Pair] | list[Pair] = latest(news((kind,)))
    if kind in _MOVED:
        pairs = found_again(pairs, lambda one, other: bool({*one[_MOVED[kind]]} & {*other[_MOVED[kind]]}))
    for before, after, record in pairs:
        if before is None and after and fitting.fits(kind, after) and where.any(fitting.places(kind, after)):
            words = [told(after)] if kind == "claims" else told_by(after.get("claims", ()), lookup)
            yield answer(question, kind, record, _described(kind, after, lookup), words, (kind, record))


def _described(kind: str, record: Record, lookup: Lookup) -> str:
    if kind == "claims":
        return f"{called(record, lookup)}: “{short(record['quote']['text'])}”"
    if kind == "events":
        at = f" at {place_name(record)}" if record["place"] else ""
        return f"{record['sub_type'] or record['type']}{at} {days(record['when'])}."
    if kind == "reports":
        return f"{record['outlet'] or record['source']}: {short(record['title'] or record['text'])}"
    about = record.get("about") or record.get("name") or record.get("said") or record.get("because") or ""
    return f"New in {kind}: {short(str(about))}"


def _copies(question: Question, news: News, lookup: Lookup) -> Iterator[Answer]:
    """Yield copies that say another figure than the text they copy, by the words of both."""
    for before, after, record in latest(news(("strands",))):
        known = {_change_key(link, change) for link, change in _changes(before)}
        for link, change in _changes(after):
            if _change_key(link, change) in known:
                continue
            names = [outlet(link[end], lookup) for end in ("copy", "of")]
            if question.outlet and question.outlet not in names:
                continue
            said = (
                f"{names[0]} copies {names[1]} and says “{short(change['copy']['text'])}” "
                f"where that says “{short(change['of']['text'])}”."
            )
            words = [told({"report": link[end], "quote": change[end]}) for end in ("copy", "of")]
            yield answer(question, "strands", record, said, words, _change_key(link, change))


def _changes(strand: Record | None) -> Iterator[tuple[Record, Record]]:
    if strand:
        yield from ((link, change) for link in strand["links"] for change in link["changes"])


def _change_key(link: Record, change: Record) -> tuple[object, ...]:
    return (link["copy"], link["of"], *(change[end][at] for end in ("copy", "of") for at in ("start", "end")))


_BY_KIND: Mapping[Asked, Callable[[Question, News, Lookup], Iterator[Answer]]] = {
    Asked.CONTROL: _control,
    Asked.FIGURE: _figure,
    Asked.DENIAL: _denial,
    Asked.NEW: _new,
    Asked.COPIES: _copies,
}
