"""Any record of the account in one line: what it is called, its page, and what tells it from others."""

from collections.abc import Callable, Mapping

from warmonitor.store.reader import Record
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import claim_address
from warmonitor.web.pages.wording.links import page_of

KINDS = {
    "reports": "Report",
    "strands": "Strand",
    "claims": "Claim",
    "events": "Event",
    "coverage": "Coverage",
    "figures": "Figure",
    "control": "Control",
    "disputes": "Dispute",
    "statements": "Statement",
    "places": "Place",
    "actors": "Actor",
    "agreements": "Agreement",
    "posts": "Post",
    "origins": "Origin",
    "access": "Access",
    "roads": "Road",
    "issues": "Not read",
    "judgements": "Judgement",
}


class RecordNamed(Part):
    """A name with the page that it leads to, if any; `more` tells it from others, `number` is its number.

    A number leads to its sentences.
    """

    name: str
    href: str | None = None
    more: str = ""
    number: str | None = None
    days: str | None = None


def record_name(kind: str) -> str:
    """Return what a record of a list is called."""
    return KINDS.get(kind, kind)


def line(kind: str, record: Record, key: str | None = None) -> RecordNamed:
    """Return a record in one line; `key` is its id where its content has none."""
    made = _LINES.get(kind, _other)(record)
    return made.model_copy(update={"href": made.href or _page(kind, record, key)})


def _page(kind: str, record: Record, key: str | None) -> str | None:
    if kind == "issues":
        return "/issues"
    found = record.get("id") or key
    return page_of(kind, found) if found and kind != "roads" else None


def _place(record: Record) -> str | None:
    return words.called(record.get("place"))


def _report(one: Record) -> RecordNamed:
    name = one["title"] or "No title"
    return RecordNamed(name=name, more=one["outlet"] or "outlet not known", days=words.when(one["dated"]))


def _claim(one: Record) -> RecordNamed:
    said, href = words.claim_words(one), claim_address(one["report"], one["id"])
    return RecordNamed(name=said, href=href, number=said, days=words.when(one["when"]))


def _event(one: Record) -> RecordNamed:
    return RecordNamed(
        name=words.event_words(one), more=_place(one) or "place not known", days=words.when(one["when"])
    )


def _figure(one: Record) -> RecordNamed:
    more = _place(one) or ""
    number = words.figure_range(one)
    return RecordNamed(name=words.counted(one), number=number, more=more, days=words.when(one["when"]))


def _spell(one: Record) -> RecordNamed:
    more = ", ".join(filter(None, [_place(one), one["part"]]))
    return RecordNamed(name=words.spell_words(one), more=more, days=words.when(one))


def _dispute(one: Record) -> RecordNamed:
    return RecordNamed(name=one["about"], more=one["kind"])


def _statement(one: Record) -> RecordNamed:
    quote = one["quotes"][0]["text"] if one["quotes"] else ""
    return RecordNamed(name=words.called(one["speaker"]) or "speaker not known", more=words.shortened(quote))


def _called(one: Record) -> RecordNamed:
    more = (one.get(field) for field in ("inside", "country", "kind", "precision"))
    return RecordNamed(name=one["name"], more=", ".join(str(found) for found in more if found))


def _deal(one: Record) -> RecordNamed:
    name = next(iter(one["names"]), None) or f"{one['kind']} of {_listed(one['parties'])}"
    return RecordNamed(name=name, more=str(one["state"]), days=words.when(one["when"]))


def _listed(named: list[Record]) -> str:
    return " and ".join(filter(None, map(words.called, named))) or "parties not named"


def _post(one: Record) -> RecordNamed:
    owner = words.called(one["owner"]) or "owner not known"
    return RecordNamed(name=f"{one['sort']}, {owner}", more=_place(one) or "place not known")


def _access(one: Record) -> RecordNamed:
    more = ", ".join(filter(None, [one["computed"], one["holder"]]))
    return RecordNamed(name=_place(one) or "place not known", more=more, days=words.when(one))


def _issue(one: Record) -> RecordNamed:
    return RecordNamed(name=one["said"], more=one["item"])


def _strand(_: Record) -> RecordNamed:
    return RecordNamed(name="Reports that go back to one text")


def _coverage(_: Record) -> RecordNamed:
    return RecordNamed(name="Reports that tell of the same")


def _judgement(one: Record) -> RecordNamed:
    return RecordNamed(name=str(one.get("verdict") or "Judgement"), more=str(one.get("why") or ""))


def _other(one: Record) -> RecordNamed:
    return RecordNamed(name=str(one.get("name") or one.get("id") or "No name"))


_LINES: Mapping[str, Callable[[Record], RecordNamed]] = {
    "reports": _report,
    "strands": _strand,
    "claims": _claim,
    "events": _event,
    "coverage": _coverage,
    "figures": _figure,
    "control": _spell,
    "disputes": _dispute,
    "statements": _statement,
    "places": _called,
    "actors": _called,
    "agreements": _deal,
    "posts": _post,
    "access": _access,
    "issues": _issue,
    "judgements": _judgement,
}
