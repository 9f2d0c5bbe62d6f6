"""Judgements in plain words, as histories and notices say them."""

from collections.abc import Iterator
from dataclasses import fields

from warmonitor.model import Held, Judged, Judgement, Verdict
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of

_SAID = {
    Verdict.SAME: "the same",
    Verdict.DIFFERENT: "different",
    Verdict.ACCEPT: "accepted",
    Verdict.REJECT: "rejected",
    Verdict.AMEND: "amended",
    Verdict.RULE: "rule chosen",
    Verdict.UNDO: "taken back",
}


class Given(Part):
    """A field that a judgement gives; `said` is None where it is left open."""

    name: str
    said: str | None


class Told(Part):
    """A judgement in words: of what, which verdict, by whom, when, why, and whether it stands.

    `cited` are the words of the claims by which its subject is found again, `version` that of its subject
    once it was made, `undoes` the judgement that it takes back.
    """

    id: str
    verdict: str
    said: str
    kind: str
    records: list[str]
    hrefs: list[str]
    by: str
    when: str
    why: str
    version: int
    seen: int
    in_force: bool
    undoes: str | None
    given: list[Given]
    cited: list[str]
    href: str


def told(held: Held) -> Told:
    """Return a judgement in words."""
    one = held.judgement
    records = [record for record in (one.subject.id, one.subject.other) if record]
    listed = f"{one.subject.kind.value}s"
    return Told(
        id=held.id,
        verdict=one.verdict.value,
        said=said_of(one),
        kind=one.subject.kind.value,
        records=records,
        hrefs=[page_of(listed, record) for record in records],
        by=one.by,
        when=one.when,
        why=one.why,
        version=held.version,
        seen=one.version,
        in_force=held.in_force,
        undoes=one.undoes,
        given=list(_given(one)),
        cited=[words.shortened(cited.words) for cited in (*one.subject.cited, *one.subject.others)],
        href=f"/judgements/{held.id}" if held.id else "",
    )


def said_of(one: Judgement) -> str:
    """Return the verdict in words."""
    if one.verdict is Verdict.DIFFERENT and one.subject.other is None:
        return "told of elsewhere" if one.subject.kind is Judged.EVENT else "names another"
    return _SAID[one.verdict]


def _given(one: Judgement) -> Iterator[Given]:
    if one.ruled:
        yield Given(name="rule", said=one.ruled.rule.value)
        if one.ruled.claim:
            yield Given(name="claim", said=words.shortened(one.ruled.claim.words))
    if one.amended is None:
        return
    names = {seen.id: seen.name for seen in one.seen}
    for field in fields(one.amended):
        value = getattr(one.amended, field.name)
        if field.name != "cleared" and value is not None:
            yield Given(name=field.name, said=_value(names.get(str(value), value)))
    for name in one.amended.cleared:
        yield Given(name=name, said=None)


def _value(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
