"""One claim in full: who says it through whom, when, where, what it is part of, how it was judged."""

from collections.abc import Iterator

from warmonitor.store.filters import Filters
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import listed, page_of
from warmonitor.web.pages.wording.named import RecordNamed, line, record_name

MOST = 20  # records of one kind that a claim is part of
LEADS = ("events", "figures", "control", "disputes", "agreements", "posts", "access")
_TOLL = {"measure": "Counted for", "of": "Who is counted", "scope": "What part"}
_WHO = {
    "party": "Party",
    "counterparty": "Other party",
    "perpetrator": "Done by",
    "target": "Done to",
    "parties": "Parties",
    "brokers": "Brokers",
    "guarantors": "Guarantors",
    "monitors": "Monitors",
}
_PLAIN = {
    "change": "What changed",
    "type": "Type (ACLED)",
    "sub_type": "Sub-type (ACLED)",
    "weapon": "Weapon",
    "blame": "How it is blamed",
    "act": "What was done",
    "deal": "What kind of agreement",
    "name": "Called",
    "terms": "Terms",
    "ceasefire": "Class of ceasefire",
    "lasts": "Lasts",
    "sort": "Sort of post",
    "state": "How it stands",
    "bond": "Bond",
    "means": "By what",
    **_TOLL,
}
_TIES = {
    "copies": "copies",
    "credits": "credits",
    "quotes": "quotes",
    "was told by": "was told by",
    "was there through": "was there through",
    "speaks for": "speaks for",
}


class Detail(Part):
    """A field of a claim: what it is called, and what stands in it."""

    label: str
    values: list[RecordNamed]


class Step(Part):
    """A step back along a way of a claim: how it is tied to the step before, by which words, and why."""

    tie: str | None
    who: RecordNamed
    report: str | None
    words: str | None
    because: str


class Way(Part):
    """How a claim came to its report from an origin, the report first; `href` leads to the origin."""

    origin: str
    kind: str
    href: str
    steps: list[Step]


class Lead(Part):
    """The records of one kind that a claim is part of; `more` is the list of them where not all are here."""

    kind: str
    label: str
    records: list[RecordNamed]
    more: str | None = None


class Judged(Part):
    """A judgement that bears on a claim."""

    id: str
    verdict: str
    by: str
    when: str
    was: str


class Telling(Part):
    """A claim in full; `said` says it in our words, `href` leads to its words in the report."""

    claim: str
    kind: str
    said: str
    quote: str
    again: list[str]
    stance: str
    modality: str
    rejected: bool
    speakers: list[RecordNamed]
    when: str
    when_said: str | None
    precision: str
    where: list[RecordNamed]
    details: list[Detail]
    part_of: str | None
    ways: list[Way]
    leads: list[Lead]
    judged: list[Judged]
    href: str
    review: str


def telling(reader: Reader, claim: Record, href: str) -> Telling:
    """Return a claim in full."""
    when = claim["when"]
    return Telling(
        claim=claim["id"],
        kind=claim["kind"],
        said=words.claim_words(claim),
        quote=claim["quote"]["text"],
        again=[one["text"] for one in claim.get("restated", ())],
        stance=claim["stance"],
        modality=claim["modality"],
        rejected=bool(claim.get("rejected")),
        speakers=[_speaker(one) for one in claim["attribution"]],
        when=words.when(when),
        when_said=when.get("said"),
        precision=when.get("precision") or "unknown",
        where=[_where(one) for one in claim["where"]],
        details=list(_details(claim)),
        part_of=claim.get("part_of"),
        ways=[_way(one) for one in claim.get("paths", ())],
        leads=list(_leads(reader, claim["id"])),
        judged=[_judged(one) for one in claim.get("judgements", ())],
        href=href,
        review=f"/review{page_of('claims', claim['id'])}",
    )


def _speaker(link: Record) -> RecordNamed:
    via = link.get("via")
    told = words.called(via) if isinstance(via, dict) else via
    more = [f"as “{link['said']}”" if link["name"] and link["name"] != link["said"] else None]
    more.append(f"told to {told}" if told else None)
    return RecordNamed(
        name=link["name"] or link["said"],
        href=page_of("actors", link["actor"]) if link["actor"] else None,
        more=", ".join(filter(None, more)),
    )


def _where(one: Record) -> RecordNamed:
    more = [f"as “{one['said']}”" if one["name"] and one["said"] != one["name"] else None, one["precision"]]
    return RecordNamed(
        name=one["name"] or one["said"],
        href=page_of("places", one["place"]) if one["place"] else None,
        more=", ".join(filter(None, more)),
    )


def _details(claim: Record) -> Iterator[Detail]:
    for field, label in _WHO.items():
        given = claim.get(field)
        if found := [given] if isinstance(given, dict) else given:
            yield Detail(label=label, values=[_who(one) for one in found])
    for field, label in _PLAIN.items():
        if found := claim.get(field):
            yield Detail(label=label, values=[RecordNamed(name=str(found))])
    if found := claim.get("provisions"):
        values = [RecordNamed(name=one["kind"], more=f"“{one['words']['text']}”") for one in found]
        yield Detail(label="Provisions", values=values)


def _who(one: Record) -> RecordNamed:
    more = f"as “{one['said']}”" if one["name"] and one["name"] != one["said"] else ""
    href = page_of("actors", one["actor"]) if one["actor"] else None
    return RecordNamed(name=one["name"] or one["said"], href=href, more=more)


def _way(path: Record) -> Way:
    return Way(
        origin=path["origin"],
        kind=path["kind"],
        href=listed("/origins", origin=path["origin"]),
        steps=[_step(one) for one in path["steps"]],
    )


def _step(one: Record) -> Step:
    words_of = one.get("words")
    text = one["kind"] == "text"
    report = page_of("reports", one["report"]) if one["report"] else None
    actor = page_of("actors", one["actor"]) if one["actor"] else None
    return Step(
        tie=_TIES.get(one["tie"] or "", one["tie"]),
        who=RecordNamed(name="another report" if text else one["name"], href=report if text else actor),
        report=one["report"],
        words=words_of["text"] if words_of else None,
        because=one.get("because") or "",
    )


def _leads(reader: Reader, claim: str) -> Iterator[Lead]:
    for kind in LEADS:
        found = reader.page(kind, Filters(claim=claim), limit=MOST)
        if found.records:
            yield Lead(
                kind=kind,
                label=record_name(kind),
                records=[line(kind, one) for one in found.records],
                more=listed(f"/{kind}", claim=claim) if found.after else None,
            )


def _judged(one: Record) -> Judged:
    return Judged(
        id=one["id"], verdict=one["verdict"], by=one["by"], when=words.day(one["when"]), was=one["was"]
    )
