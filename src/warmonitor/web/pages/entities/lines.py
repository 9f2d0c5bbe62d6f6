"""Records of the account as lines of lists, as every page of records shows them."""

from collections.abc import Iterable

from warmonitor.model.spoken import range_words
from warmonitor.store.reader import Record
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.links import page_of


class Named(Part):
    """A place or an actor by name; the id is null for a name that no record stands behind."""

    id: str | None
    name: str


class Number(Part):
    """A number in words, what it counts, and where its sentences are."""

    said: str
    of: str
    href: str


class EventLine(Part):
    """An event: what, where, when, who, how many were hurt, and how well it is told."""

    id: str
    said: str
    type: str
    place: Named | None
    when: str
    actors: list[Named]
    numbers: list[Number]
    grade: str | None
    harm: str | None
    origins: int
    reports: int


class FigureLine(Part):
    """A figure: what is counted, its range by the rule chosen, where and when, and by how many origins."""

    id: str
    counted: str
    range: str
    place: Named | None
    when: str
    origins: int
    rule: str


class PostLine(Part):
    """A post: whose, where, of what sort, and how it stood last; null where all is denied."""

    id: str
    sort: str
    owner: Named | None
    place: Named | None
    state: str | None


class AccessLine(Part):
    """Whether a place had a road out on some days, as computed, and why."""

    id: str
    holder: str | None
    place: Named
    when: str
    computed: str
    because: str


class AgreementLine(Part):
    """An agreement: its names, kind, parties, zone and days, and how it stands."""

    id: str
    title: str
    kind: str
    parties: list[Named]
    zone: str | None
    when: str
    state: str
    disputed: bool
    breaches: int
    claims: int


class DisputeLine(Part):
    """A dispute: what it is about, of what kind, and how many claims stand against each other."""

    id: str
    about: str
    kind: str
    claims: int
    denials: int


def some_name(one: Record | None) -> Named | None:
    """Return a place or an actor that a record names, null where it names none."""
    return Named(id=one["id"], name=one["name"]) if one else None


def names(them: Iterable[Record]) -> list[Named]:
    """Return places or actors that a record names."""
    return [Named(id=one["id"], name=one["name"]) for one in them]


def event_line(event: Record) -> EventLine:
    """Return an event as a line."""
    grade, harm = event["grade"], event["harm"]
    return EventLine(
        id=event["id"],
        said=words.event_words(event),
        type=event["type"],
        place=some_name(event["place"]),
        when=words.when(event["when"]),
        actors=names(event["actors"]),
        numbers=[casualties(event, one) for one in event["casualties"]],
        grade=grade and f"{grade['source']}{grade['information']}",
        harm=harm and harm["grade"],
        origins=len(event["origins"]),
        reports=len(event["reports"]),
    )


def casualties(event: Record, told: Record) -> Number:
    """Return the range of those killed or hurt in an event; its page has the sentences."""
    said = range_words(told["low"], told["high"])
    return Number(said=said, of=told["measure"], href=f"{page_of('events', event['id'])}#{told['measure']}")


def figure_line(figure: Record) -> FigureLine:
    """Return a figure as a line."""
    return FigureLine(
        id=figure["id"],
        counted=words.counted(figure),
        range=words.figure_range(figure),
        place=some_name(figure["place"]),
        when=words.when(figure["when"]),
        origins=len(figure["origins"]),
        rule=figure["rule"],
    )


def post_line(post: Record) -> PostLine:
    """Return a post as a line."""
    owner, place = some_name(post["owner"]), some_name(post["place"])
    return PostLine(id=post["id"], sort=post["sort"], owner=owner, place=place, state=post["state"])


def access_line(access: Record) -> AccessLine:
    """Return the access of a place as a line."""
    return AccessLine(
        id=access["id"],
        holder=access["holder"],
        place=Named(id=access["place"]["id"], name=access["place"]["name"]),
        when=words.when(access),
        computed=access["computed"],
        because=access["because"],
    )


def agreement_title(deal: Record) -> str:
    """Return what an agreement is called: by its name, else its kind with its parties."""
    if deal["names"]:
        return str(deal["names"][0])
    kind = "agreement" if deal["kind"] == "other" else deal["kind"]
    parties = " and ".join(one["name"] for one in deal["parties"])
    told = f"{kind} of {parties}" if parties else f"{kind}, parties not known"
    return told[:1].upper() + told[1:]


def agreement_line(deal: Record) -> AgreementLine:
    """Return an agreement as a line."""
    return AgreementLine(
        id=deal["id"],
        title=agreement_title(deal),
        kind=deal["kind"],
        parties=names(deal["parties"]),
        zone=deal["zone"],
        when=words.when(deal["when"]),
        state=deal["state"],
        disputed=deal["disputed"],
        breaches=len(deal["breaches"]),
        claims=len(deal["claims"]),
    )


def dispute_line(dispute: Record) -> DisputeLine:
    """Return a dispute as a line."""
    counts = {name: len(dispute[name]) for name in ("claims", "denials")}
    return DisputeLine(id=dispute["id"], about=dispute["about"], kind=dispute["kind"], **counts)
