"""What is judged as a reviewer sees it: what the account says of a record, and the sentences it rests on."""

from collections.abc import Iterator

from warmonitor.model.spoken import range_words
from warmonitor.store.filters import Filters
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.frame.page import Part
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import Sentence, claim_address, sentences
from warmonitor.web.pages.wording.links import page_of

MOST = 12  # sentences beside a record
_TEXT = 1_200  # letters of a report
_NAMING = {"places": "place", "actors": "actor"}
_WHO = ("party", "counterparty", "perpetrator", "target")


class Fact(Part):
    """One thing that the account says of a record; `numeric` where it is a number, which leads to `href`."""

    name: str
    said: str
    href: str | None = None
    numeric: bool = False
    days: bool = False


class Side(Part):
    """A record as it stands; `more` says that further sentences are on its page, `text` begins a report."""

    kind: str
    id: str
    said: str
    href: str
    facts: list[Fact]
    sentences: list[Sentence]
    more: bool = False
    text: str | None = None


def side(reader: Reader, kind: str, record: Record) -> Side:
    """Return a record with what is said of it."""
    claims, more = claims_of(reader, kind, record)
    return Side(
        kind=kind,
        id=record["id"],
        said=called(kind, record),
        href=page_of(kind, record["id"]),
        facts=list(_facts(kind, record)),
        sentences=sentences(reader, claims),
        more=more,
        text=record["text"][:_TEXT] if kind == "reports" else None,
    )


def called(kind: str, record: Record) -> str:
    """Return words for a record."""
    match kind:
        case "claims":
            return words.claim_words(record)
        case "figures":
            told = words.figure_range(record)
            return f"{told} {words.counted(record, told)}"
        case "events":
            return words.event_words(record)
        case "disputes":
            return str(record["about"])
        case "reports":
            return str(record["title"] or "Report without a title")
    return str(record["name"])


def claims_of(reader: Reader, kind: str, record: Record) -> tuple[list[str], bool]:
    """Return the claims that are shown, and whether there are more."""
    if kind == "claims":
        return [record["id"]], False
    if kind == "reports":
        return [], False
    if kind in _NAMING:
        found = reader.page("claims", Filters(**{_NAMING[kind]: record["id"]}), limit=MOST)
        return [one["id"] for one in found.records], found.after is not None
    return record["claims"][:MOST], len(record["claims"]) > MOST


def _facts(kind: str, record: Record) -> Iterator[Fact]:
    told = {
        "claims": _claim,
        "figures": _figure,
        "places": _place,
        "actors": _actor,
        "events": _event,
        "reports": _report,
        "disputes": _dispute,
    }
    yield from told[kind](record)


def _claim(one: Record) -> Iterator[Fact]:
    href = claim_address(one["report"], one["id"])
    yield Fact(name="Kind", said=str(words.KINDS.get(one["kind"], one["kind"])))
    if one["kind"] == "toll":
        told = words.quantity(one)
        said = f"{told} {words.counted(one, told)}"
        yield Fact(name="Count", said=said, href=href, numeric=True)
        yield Fact(name="Counts", said=one["scope"])
    for name in ("change", "type", "sub_type", "weapon"):
        if one.get(name):
            yield Fact(name=name.replace("_", "-").capitalize(), said=str(one[name]))
    for name in _WHO:
        if one.get(name):
            yield _named(name.capitalize(), "actors", one[name].get("actor"), words.called(one[name]))
    yield Fact(name="When", said=words.when(one["when"]), days=True)
    for where in one["where"]:
        yield _named("Where", "places", where["place"], where["name"] or where["said"])
    yield Fact(name="Said as", said=f"{one['stance']}, {one['modality']}")
    if one.get("rejected"):
        yield Fact(name="Judged", said="rejected: it counts nowhere")


def _named(name: str, kind: str, record: str | None, said: str | None) -> Fact:
    return Fact(name=name, said=said or "not known", href=page_of(kind, record) if record else None)


def _figure(one: Record) -> Iterator[Fact]:
    place = one["place"]
    yield _named("Where", "places", place["id"] if place else None, place["name"] if place else None)
    yield Fact(name="When", said=words.when(one["when"]), days=True)
    yield Fact(name="Shown by", said=one["rule"])
    yield Fact(name="Origins", said=", ".join(one["origins"]) or "none named")


def _place(one: Record) -> Iterator[Fact]:
    yield Fact(name="Names seen", said=", ".join(one["names_seen"]) or "none")
    yield Fact(name="Inside", said=", ".join(filter(None, (one["inside"], one["country"]))) or "not known")
    if one["latitude"] is None:
        yield Fact(name="Located", said="no: where it lies is not known")
    else:
        said = f"{one['latitude']:.3f}, {one['longitude']:.3f}"
        yield Fact(name="Located", said=said, href=page_of("places", one["id"]), numeric=True)
    yield Fact(name="Precision", said=str(one["precision"]))
    yield Fact(name="Why", said=str(one["because"]))
    if other := one["runner_up"]:
        where = ", ".join(filter(None, (other["name"], other["province"], other["country"])))
        yield Fact(name="Could be", said=f"{where}: {other['because']}")


def _actor(one: Record) -> Iterator[Fact]:
    yield Fact(name="Names seen", said=", ".join(one["names_seen"]) or "none")
    yield Fact(name="Kind", said=str(one["kind"]))
    yield Fact(name="Side", said=str(one["side"] or "not known"))
    yield Fact(name="Country", said=str(one["country"] or "not known"))
    yield Fact(name="Register", said="not in it" if one["status"] == "new" else str(one["status"]))
    yield Fact(name="Why", said=str(one["because"]))


def _event(one: Record) -> Iterator[Fact]:
    place = one["place"]
    yield Fact(name="Type", said=str(one["type"] or "not known"))
    yield _named("Where", "places", place["id"] if place else None, place["name"] if place else None)
    yield Fact(name="When", said=words.when(one["when"]), days=True)
    for actor in one["actors"]:
        yield _named("Actor", "actors", actor["id"], actor["name"])
    for count in one["casualties"]:
        said = f"{range_words(count['low'], count['high'])} {count['measure']}"
        yield Fact(name="Casualties", said=said, href=page_of("events", one["id"]), numeric=True)
    yield Fact(name="Origins", said=", ".join(one["origins"]) or "none named")


def _report(one: Record) -> Iterator[Fact]:
    yield Fact(name="Outlet", said=str(one["outlet"] or "not known"))
    yield Fact(name="Written", said=words.when(one["dated"]), days=True)
    yield Fact(name="Agencies", said=", ".join(one["agencies"]) or "none named")
    if one["copy_of"]:
        yield Fact(name="Copies", said="another report", href=page_of("reports", one["copy_of"]))


def _dispute(one: Record) -> Iterator[Fact]:
    kinds = {"figure": "numbers differ", "denial": "somebody denies it"}
    yield Fact(name="Kind", said=kinds.get(one["kind"], str(one["kind"])))
    if one["because"]:
        yield Fact(name="Why", said=str(one["because"]))
