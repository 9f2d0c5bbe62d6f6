"""What changed in the world by the account: counts of some days against others, and what turned."""

from collections.abc import Callable, Sequence
from datetime import date

from warmonitor.store.database import Database, Transaction
from warmonitor.store.filters import Filters
from warmonitor.store.paging import count
from warmonitor.store.reader import Reader, Record
from warmonitor.store.turning import began, count_began, ended, resting
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.situation.periods import Span, spans
from warmonitor.web.pages.situation.spells_told import Turn, turns
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import Sentence, told
from warmonitor.web.pages.wording.links import listed, page_of

CUT_OFF = "cut off"
_SHOWN, _LOOKED = 12, 200

Counter = Callable[[Transaction, Span], int]


class Count(Part):
    """How many records there are, and the list of them."""

    number: int
    href: str


class Compared(Part):
    """What is counted on a day, in the seven days to it and in the seven before; `trend` says it in words."""

    said: str
    day: Count
    week: Count
    before: Count
    trend: str


class CutOff(Part):
    """A place that no road leads out of since a day, and the page that says which are closed by whom."""

    day: str
    place: Record | None
    holder: str | None
    href: str
    because: str


class Act(Part):
    """What is told of an agreement, with its sentence: made, in force, broken; `agreement` is its id."""

    sentence: Sentence
    act: str
    agreement: str | None


class World(Part):
    """The world's clock: the days compared, counts of records, and what turned in the seven days."""

    day: str
    spans: list[str]
    counts: list[Compared]
    turns: list[Turn]
    turns_list: str
    cut_off: list[CutOff]
    acts: list[Act]


def world(database: Database, day: date) -> World:
    """Return what changed in the world up to a day."""
    today, week, before = spans(day)
    counts = database.read(lambda connection: _counts(connection, (today, week, before)))
    begun, over, cut = database.read(lambda connection: _turned(connection, week))
    return World(
        day=week.until,
        spans=[today.said, week.said, before.said],
        counts=counts,
        turns=turns(begun, over, _SHOWN),
        turns_list=_changes("control", "began", week),
        cut_off=[_cut_off(one) for one in cut[:_SHOWN]],
        acts=_acts(Reader(database), database, week),
    )


def _turned(connection: Transaction, week: Span) -> tuple[list[Record], ...]:
    days = week.first, week.last
    return (
        began(connection, "control", *days, _LOOKED),
        ended(connection, "control", *days, _LOOKED),
        began(connection, "access", *days, _SHOWN, CUT_OFF),
    )


def _counts(connection: Transaction, days: Sequence[Span]) -> list[Compared]:
    return [_compared(connection, *one, days) for one in _COUNTED]


def _compared(
    connection: Transaction, said: str, counter: Counter, href: Callable[[Span], str], days: Sequence[Span]
) -> Compared:
    day, week, before = (Count(number=counter(connection, one), href=href(one)) for one in days)
    return Compared(said=said, day=day, week=week, before=before, trend=_trend(week.number, before.number))


def _trend(now: int, before: int) -> str:
    if now == before:
        return "as many" if now else "none in either"
    return "more" if now > before else "fewer"


def _listing(kind: str, of: str | None = None) -> tuple[Counter, Callable[[Span], str]]:
    """Return how records of a kind, or of a type, are counted that last into some days, and their list."""
    return (
        lambda connection, span: count(connection, kind, Filters(type=of, since=span.first, until=span.last)),
        lambda span: listed(f"/{kind}", type=of, since=span.since, until=span.until),
    )


def _beginning(kind: str, status: str | None = None) -> tuple[Counter, Callable[[Span], str]]:
    return (
        lambda connection, span: count_began(connection, kind, span.first, span.last, status),
        lambda span: _changes(kind, "began", span),
    )


def _changes(kind: str, what: str, span: Span) -> str:
    return listed("/changes", list=kind, what=what, since=span.since, until=span.until)


_COUNTED = (
    ("Events", *_listing("events")),
    ("Spells of control that began", *_beginning("control")),
    ("Places cut off since then", *_beginning("access", CUT_OFF)),
    ("Figures", *_listing("figures")),
    ("Claims of agreements and breaches", *_listing("claims", "agreement")),
    ("Reports written", *_listing("reports")),
)


def _cut_off(access: Record) -> CutOff:
    return CutOff(
        day=words.day(access["earliest"]),
        place=access["place"],
        holder=access["holder"],
        href=page_of("access", access["id"]),
        because=access["because"],
    )


def _acts(reader: Reader, database: Database, week: Span) -> list[Act]:
    """Return what claims tell of agreements in some days, the latest first."""
    asked = Filters(type="agreement", since=week.first, until=week.last)
    found = sorted(reader.page("claims", asked, limit=_LOOKED).records, key=_last, reverse=True)[:_SHOWN]
    known = database.read(lambda connection: resting(connection, "agreements", [one["id"] for one in found]))
    acts = {one["id"]: str(one["act"]) for one in found}
    return [
        Act(sentence=one, act=acts[one.claim], agreement=known.get(one.claim)) for one in told(reader, found)
    ]


def _last(claim: Record) -> tuple[str, str]:
    return claim["when"]["latest"] or "", claim["id"]
