"""An agreement: parties, what became of it, terms as they are worded, breaches by who tells of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from warmonitor.model.spoken import number
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.entities.lines import (
    DisputeLine,
    EventLine,
    Named,
    PostLine,
    agreement_title,
    dispute_line,
    event_line,
    names,
    post_line,
    some_name,
)
from warmonitor.web.pages.entities.ways import Way, review_of, ways
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import Sentence, sentences
from warmonitor.web.pages.wording.links import page_of
from warmonitor.web.pages.wording.prose import Piece, pieces
from warmonitor.web.records import record_of

_PHASES, _TERMS, _BREACHES, _EACH, _SHOWN = 50, 50, 60, 10, 30


class Phase(Part):
    """What became of a deal at one time, with the sentences that say so and those that deny it."""

    act: str
    when: str
    sentences: list[Sentence]
    denials: list[Sentence]


class Quote(Part):
    """A term as one report words it, and where it stands."""

    text: str
    outlet: str | None
    href: str


class Term(Part):
    """A term of a deal: of what kind, who must do it, until when, in all its wordings."""

    kind: str
    by: list[Named]
    until: str | None
    quotes: list[Quote]


class Breach(Part):
    """A breach that somebody tells of, with the sentences that tell and those that deny it."""

    id: str
    by: list[Named]
    term: str | None
    when: str
    place: Named | None
    because: list[Piece]
    sentences: list[Sentence]
    denials: list[Sentence]
    number: str | None


class BySpeaker(Part):
    """The breaches that one speaker tells of."""

    speaker: str
    breaches: list[Breach]


class AgreementPage(Page):
    """An agreement; of its breaches up to 60 of `breaches_total` are shown."""

    id: str
    kind: str
    names: list[str]
    parties: list[Named]
    guarantors: list[Named]
    brokers: list[Named]
    monitors: list[Named]
    when: str
    zone: str | None
    terms: list[str]
    ceasefire: str | None
    in_force: str | None
    until: str | None
    lasts: list[str]
    state: str
    disputed: bool
    because: list[Piece]
    phases: list[Phase]
    provisions: list[Term]
    breaches: list[BySpeaker]
    breaches_total: int
    posts: list[PostLine]
    events: list[EventLine]
    disputes: list[DisputeLine]
    claims: list[Sentence]
    claims_total: int
    review: str | None
    ways: list[Way]


def agreement_page(reader: Reader, record: str) -> AgreementPage:
    """Return the page of an agreement.

    Raises:
        Trouble: 404 when it is not there.
    """
    deal = record_of(reader, "agreements", record, "agreement")
    said = _said(reader, deal)
    return AgreementPage(
        title=agreement_title(deal),
        id=record,
        **_facts(deal),
        because=pieces(deal["because"]),
        phases=[_phase(one, said) for one in deal["phases"][:_PHASES]],
        provisions=_terms(reader, deal["provisions"][:_TERMS], said),
        breaches=_breaches(deal["breaches"][:_BREACHES], said),
        breaches_total=len(deal["breaches"]),
        **_beside(reader, deal),
        claims=_others(deal, said),
        claims_total=len(deal["claims"]),
        review=review_of("agreements", record),
        ways=ways("agreements", id=record),
    )


def _facts(deal: Record) -> dict[str, Any]:
    """Return what a deal is, who has a part in it, and its days."""
    own = ("kind", "names", "zone", "terms", "ceasefire", "lasts", "state", "disputed")
    days = ("when", "in_force", "until")
    return {
        **{name: deal[name] for name in own},
        **{role: names(deal[role]) for role in ("parties", "guarantors", "brokers", "monitors")},
        **{name: deal[name] and words.when(deal[name]) for name in days},
    }


def _said(reader: Reader, deal: Record) -> dict[str, Sentence]:
    """Return the sentences that the page shows, read together."""
    told = [*deal["phases"][:_PHASES], *deal["breaches"][:_BREACHES]]
    wanted = [one for part in told for field in ("claims", "denials") for one in part[field][:_EACH]]
    wanted += [one for term in deal["provisions"][:_TERMS] for one in term["claims"][:_EACH]]
    shown = {one for part in told for field in ("claims", "denials") for one in part[field]}
    wanted += [one for one in deal["claims"] if one not in shown][:_SHOWN]
    return {one.claim: one for one in sentences(reader, wanted, len(wanted))}


def _some(claims: Sequence[str], said: Mapping[str, Sentence], most: int = _EACH) -> list[Sentence]:
    return [said[one] for one in claims[:most] if one in said]


def _others(deal: Record, said: Mapping[str, Sentence]) -> list[Sentence]:
    """Return sentences of claims of a deal that tell neither what became of it nor of a breach."""
    told = [*deal["phases"], *deal["breaches"]]
    shown = {one for part in told for field in ("claims", "denials") for one in part[field]}
    return _some([one for one in deal["claims"] if one not in shown], said, _SHOWN)


def _phase(phase: Record, said: Mapping[str, Sentence]) -> Phase:
    return Phase(
        act=phase["act"],
        when=words.when(phase["when"]),
        sentences=_some(phase["claims"], said),
        denials=_some(phase["denials"], said),
    )


def _terms(reader: Reader, terms: Sequence[Record], said: Mapping[str, Sentence]) -> list[Term]:
    wanted = [quote["report"] for term in terms for quote in term["quotes"][:_EACH]]
    outlets = {one["id"]: one["outlet"] for one in reader.some("reports", wanted)}
    return [_term(one, said, outlets) for one in terms]


def _term(term: Record, said: Mapping[str, Sentence], outlets: Mapping[str, str | None]) -> Term:
    where = {one.report: one.href for one in reversed(_some(term["claims"], said))}
    quotes = [
        Quote(
            text=quote["text"],
            outlet=outlets.get(quote["report"]),
            href=where.get(quote["report"], page_of("reports", quote["report"])),
        )
        for quote in term["quotes"][:_EACH]
    ]
    until = term["until"] and words.when(term["until"])
    return Term(kind=term["kind"], by=names(term["by"]), until=until, quotes=quotes)


def _breaches(breaches: Sequence[Record], said: Mapping[str, Sentence]) -> list[BySpeaker]:
    """Return breaches by the first speaker who tells of each."""
    found: dict[str, list[Breach]] = {}
    for one in breaches:
        made = _breach(one, said)
        speaker = made.sentences[0].speakers if made.sentences else "speaker not known"
        found.setdefault(speaker, []).append(made)
    return [BySpeaker(speaker=one, breaches=found[one]) for one in sorted(found)]


def _breach(breach: Record, said: Mapping[str, Sentence]) -> Breach:
    return Breach(
        id=breach["id"],
        by=names(breach["by"]),
        term=breach["term"],
        when=words.when(breach["when"]),
        place=some_name(breach["place"]),
        because=pieces(breach["because"]),
        sentences=_some(breach["claims"], said),
        denials=_some(breach["denials"], said),
        number=None if breach["count"] is None else number(breach["count"]),
    )


def _beside(reader: Reader, deal: Record) -> dict[str, Any]:
    """Return the posts kept under a deal, the events of its breaches, and disputes about it."""
    ids = deal["claims"][:200]
    deeds = [one for breach in deal["breaches"][:_BREACHES] for one in breach["deeds"]]
    posts = reader.naming("posts", "claim", deal["posts"][:200], _SHOWN)
    return {
        "posts": [post_line(one) for one in posts if one["agreement"] in {None, deal["id"]}],
        "events": list(map(event_line, reader.naming("events", "claim", deeds, _SHOWN))),
        "disputes": list(map(dispute_line, reader.naming("disputes", "claim", ids, _SHOWN))),
    }
