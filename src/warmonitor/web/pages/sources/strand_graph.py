"""A strand drawn: a row a report, the day of writing from left to right, lines from texts to their copies."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import listed, page_of

Record = Mapping[str, Any]

WIDTH, LABELS, ROW, HEAD = 760, 250, 34, 34
MOST = 60  # rows that are drawn
_LEFT, _RIGHT, _UNKNOWN, _BESIDE_DOT = 330, 695, 290, 34
_TICKS = 5


class Dot(Part):
    """A report as it is drawn: `x` by the day of writing, `begin` and `end` where the days are several."""

    report: str
    label: str
    days: str
    href: str
    x: float
    y: float
    begin: float
    end: float
    dated: bool
    first: bool
    outside: bool


class Line(Part):
    """A link as it is drawn, from the text to what repeats it; `main` is the one that a copy hangs on."""

    kind: str
    said: str
    share: str
    href: str
    path: str
    x: float
    y: float
    main: bool
    beside: bool


class Tick(Part):
    """A day on the axis."""

    x: float
    said: str


class Drawing(Part):
    """A strand as it is drawn; what is beyond `MOST` rows is in the table alone."""

    width: int = WIDTH
    height: float
    dots: list[Dot]
    lines: list[Line]
    ticks: list[Tick]
    unknown: bool
    whole: bool


def drawing(
    reports: Sequence[Record], links: Sequence[Record], beside: Sequence[Record], own: set[str]
) -> Drawing:
    """Draw reports (those of the strand first) in the order of their days."""
    rows = sorted(reports, key=lambda one: (one["id"] not in own, *_order(one)))[:MOST]
    scale = _Scale([day for one in rows for day in _days(one)])
    dots = {one["id"]: _dot(number, one, scale, own) for number, one in enumerate(rows)}
    main = {(one["id"], one["copy_of"]) for one in rows}
    lines = [
        _line(link, dots, main, number >= len(links))
        for number, link in enumerate([*links, *beside])
        if link["copy"] in dots and link["of"] in dots
    ]
    return Drawing(
        height=HEAD + ROW * len(rows) + 8,
        dots=list(dots.values()),
        lines=sorted(lines, key=lambda line: (line.main, line.path)),
        ticks=scale.ticks(),
        unknown=any(not one.dated for one in dots.values()),
        whole=len(rows) == len(reports),
    )


def _order(report: Record) -> tuple[str, bool, str]:
    return report["dated"]["earliest"] or "9999", bool(report["copy_of"]), report["id"]


def _days(report: Record) -> list[date]:
    return [date.fromisoformat(day) for end in ("earliest", "latest") if (day := report["dated"][end])]


class _Scale:
    """Days from left to right."""

    def __init__(self, days: Sequence[date]) -> None:
        self.first = min(days, default=None)
        self.last = max(days, default=None)

    def x(self, day: date) -> float:
        if self.first is None or self.last is None or self.first == self.last:
            return (_LEFT + _RIGHT) / 2
        share = (day - self.first).days / (self.last - self.first).days
        return round(_LEFT + share * (_RIGHT - _LEFT), 1)

    def ticks(self) -> list[Tick]:
        if self.first is None or self.last is None:
            return []
        span = (self.last - self.first).days
        parts = min(_TICKS - 1, span)
        days = (
            [self.first + timedelta(days=round(span * at / parts)) for at in range(parts + 1)]
            if parts
            else []
        )
        return [Tick(x=self.x(day), said=words.day(day.isoformat())) for day in days or [self.first]]


def _dot(number: int, report: Record, scale: _Scale, own: set[str]) -> Dot:
    xs = [scale.x(day) for day in _days(report)]
    begin, end = (min(xs), max(xs)) if xs else (_UNKNOWN, _UNKNOWN)
    return Dot(
        report=report["id"],
        label=label(report),
        days=words.when(report["dated"]),
        href=page_of("reports", report["id"]),
        x=(begin + end) / 2,
        y=HEAD + ROW * (number + 0.5),
        begin=begin,
        end=end,
        dated=bool(xs),
        first=not report["copy_of"],
        outside=report["id"] not in own,
    )


def label(report: Record) -> str:
    """Return by what a report goes: its outlet, or the agency that it credits, or its title."""
    agencies = ", ".join(report["agencies"])
    return report["outlet"] or (f"{agencies}, as credited" if agencies else None) or "outlet not known"


def _line(link: Record, dots: Mapping[str, Dot], main: set[tuple[str, Any]], beside: bool) -> Line:
    of, copy = dots[link["of"]], dots[link["copy"]]
    bend = max(abs(copy.x - of.x) / 2, 26)
    path = f"M{of.x} {of.y}C{of.x + bend:.1f} {of.y} {copy.x - bend:.1f} {copy.y} {copy.x} {copy.y}"
    return Line(
        kind=link["kind"],
        said=f"{copy.label}: {kind_words(link['kind'])} of {of.label}",
        share=share(link["shared"]),
        href=listed("/compare", one=link["of"], other=link["copy"]),
        path=path,
        x=copy.end + _BESIDE_DOT,
        y=copy.y,
        main=(link["copy"], link["of"]) in main,
        beside=beside,
    )


def share(shared: float) -> str:
    """Return a share in per cent; what is not all is never said to be."""
    whole = round(shared * 100)
    return f"{min(whole, 99) if shared < 1 else whole}%"


def kind_words(kind: str) -> str:
    """Return the kind of a link as it is said before "of"."""
    return {"quotation": "shares a quotation", "stock": "shares stock sentences"}.get(kind, kind)
