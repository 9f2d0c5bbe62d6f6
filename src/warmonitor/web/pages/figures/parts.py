"""The parts of the records of figures."""

from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.wording.evidence import Sentence


class Linked(Part):
    """A record by id and name, with the address of its page."""

    id: str
    name: str
    href: str


class FigureLine(Part):
    """A figure in a list: who is counted for what, where and when, its range by the rule that is chosen."""

    id: str
    counted: str
    place: Linked | None
    when: str
    range: str
    rule: str
    origins: int
    differ: bool
    apart: int
    href: str


class FiguresPage(Page):
    """Figures in the account's order; `next` leads to the next page of them."""

    title: str = "Figures"
    place: Linked | None
    measures: list[str]
    figures: list[FigureLine]
    next: str | None


class RuleLine(Part):
    """What a rule means, and what it gives here; `origins` are those whose numbers these are."""

    rule: str
    means: str
    range: str
    origins: list[Linked]
    chosen: bool


class Told(Part):
    """A number of a claim: as its words give it, who says it and where that is read."""

    claim: str
    words: str
    said: str
    low: int | None
    best: int | None
    high: int | None
    speakers: str
    outlet: str | None
    href: str


class CountLine(Part):
    """One number of an origin: the day on which it was told, what it is to those before, if it holds now."""

    told: str | None
    day: str
    mark: str
    stands: bool
    count: Told


class OriginLine(Part):
    """What one independent origin said, one after the other."""

    origin: Linked
    counts: list[CountLine]


class Limb(Part):
    """A number in the tree of parts: `depth` 0 is a total, a deeper one a part of the last less deep."""

    depth: int
    here: bool
    count: Told


class Beside(Part):
    """A number that was looked at and does not count, and why."""

    because: str
    count: Told


class Misprinted(Part):
    """A number that a copy gives otherwise than the text that it copies."""

    because: str
    count: Told
    of: Told | None


class Judged(Part):
    """A judgement on the figure: by whom, what, why, and whether it holds."""

    id: str
    verdict: str
    by: str
    why: str
    at: str
    in_force: bool
    href: str


class FigurePage(Page):
    """A figure: its range, what each origin said, what rules give, parts, what was set apart, judgements.

    `agreement` is `one` (a single origin), `all`, `most` (by majority) or `none`. `sentences` are the first
    of `claims` in all.
    """

    id: str
    counted: str
    measure: str
    place: Linked | None
    when: str
    range: str
    rule: str
    means: str
    agreement: str
    agreed: str | None
    grade: str | None
    grade_because: list[str]
    rules: list[RuleLine]
    history: list[OriginLine]
    tree: list[Limb]
    apart: list[Beside]
    changed: list[Misprinted]
    judgements: list[Judged]
    events: list[Linked]
    disputes: list[Linked]
    sentences: list[Sentence]
    claims: int
    review: str
