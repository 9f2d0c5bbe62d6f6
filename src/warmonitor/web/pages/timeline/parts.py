"""The parts of the timeline's record."""

from warmonitor.web.pages.frame.page import Page, Part


class Tick(Part):
    """A year, a month or a day on the axis: its beginning, in percent.

    Its name is written where it is `named`, where there is little room only if it is not `fine`.
    """

    at: str
    words: str
    x: float
    width: float
    named: bool
    fine: bool
    href: str


class OfType(Part):
    """How many events of a type; `href` lists them."""

    type: str
    events: int
    href: str


class Column(Part):
    """The events of a lane in a part of the days: in all and by type; `x` and `width` in percent."""

    at: str
    words: str
    x: float
    width: float
    events: int
    href: str
    types: list[OfType]


class Bar(Part):
    """One event in a lane; `sort` says what its days are: `day`, `lasting`, or `open` for one of them."""

    event: str
    words: str
    x: float
    width: float
    row: int
    type: str
    sort: str
    href: str


class LaneShown(Part):
    """A lane: how many events last into the days, and by part; single events where they are few.

    `alone` is the view with this lane's events only, `page` the page of its place or actor.
    """

    id: str
    name: str
    events: int
    href: str
    page: str | None
    alone: str | None
    columns: list[Column]
    bars: list[Bar]
    rows: int


class Stretch(Part):
    """Days of a course, in percent, and what they rest on: `told`, `interpolated` or `carried` on."""

    x: float
    width: float
    evidence: str


class Course(Part):
    """What lasted: who held a place, or an agreement; with the stretches of its days that are shown."""

    id: str
    subject: str
    subject_href: str | None
    words: str
    earliest: str | None
    latest: str | None
    status: str
    href: str
    stretches: list[Stretch]


class Casualties(Part):
    """How many were killed or injured by an event, in words."""

    words: str
    href: str


class EventLine(Part):
    """One event: its days as told, what happened, where, by whom; `said` are the words for its time."""

    id: str
    earliest: str | None
    latest: str | None
    when: str
    said: str | None
    precision: str | None
    type: str
    words: str
    href: str
    place: dict[str, str | None] | None
    actors: list[dict[str, str | None]]
    casualties: list[Casualties]


class PartOfDay(Part):
    """The events of a day of which the hour, or the part of the day, is told."""

    words: str
    told: bool
    events: list[EventLine]


class Moves(Part):
    """Where one may go from here: addresses, None where there is no way on."""

    earlier: str | None
    later: str | None
    closer: str | None
    wider: str | None
    all: str


class Choice(Part):
    """What may be chosen in a filter."""

    value: str
    name: str


class TimelinePage(Page):
    """Events over time in lanes; `first` and `last` are None where no event has a day.

    `unit` is what the days are cut into: `year`, `month`, `day`, or `hour` for one day. `events` are single
    events in order where they are few, `hours` the same by part of the day where one day is shown. `met` are
    the types that lanes show, `tallest` the most events of a column.
    """

    title: str = "Timeline"
    lane: str
    place: Choice | None
    actor: Choice | None
    first: str | None
    last: str | None
    unit: str
    total: int
    listed: str
    most: int
    ticks: list[Tick]
    lanes: list[LaneShown]
    met: list[str]
    tallest: int
    further: int
    more: str | None
    control: list[Course]
    agreements: list[Course]
    events: list[EventLine]
    hours: list[PartOfDay]
    moves: Moves
    places: list[Choice]
    actors: list[Choice]
    types: list[str]
