"""Addresses of every page that there is: none can be added to the table of roles and forgotten here."""

from collections.abc import Callable, Iterator
from urllib.parse import quote

from pages.visiting import Room
from warmonitor.store.fields import KINDS, record_id
from warmonitor.store.kept import LONGEST_TARGET, kept
from warmonitor.store.reader import Reader
from warmonitor.web.policy import rules

EACH = 3  # records of a list that are looked at
# Not pages: what is fetched by them, files to be saved, and the way in.
_NOT = ("/api/", "/static/", "/healthz", "/login", "/enter", "/tiles")
_FILES = (".md", ".docx", ".pdf", ".svg", ".png", "/raw", "/features")

Make = Callable[[Reader], Iterator[str]]


def addresses(room: Room) -> list[str]:
    """Addresses of all pages over a store, with records of theirs where it has any."""
    reader = Reader(room.office.store.database)
    found = [one for path in _paths() for one in _of(path, reader)]
    return list(dict.fromkeys(found))


def _paths() -> Iterator[str]:
    for route in sorted(rules()):
        method, _, path = route.partition(" ")
        if method == "GET" and not path.startswith(_NOT) and not path.endswith(_FILES):
            yield path


def _of(path: str, reader: Reader) -> Iterator[str]:
    if path in SPECIAL:
        yield from SPECIAL[path](reader)
    elif "{" not in path:
        yield path
    else:
        yield from _records(path, reader)


def _records(path: str, reader: Reader) -> Iterator[str]:
    kind = path.split("/")[1]
    assert kind in KINDS, f"{path}: say in addresses.py which addresses it has"
    for record in ids(reader, kind):
        yield path.replace("{id}", quote(record, safe=""))


def ids(reader: Reader, kind: str, most: int = EACH) -> list[str]:
    """Ids of records of a list: the first, one of the middle, the last of a page."""
    records = reader.page(kind, limit=100).records
    made = [
        (record_id(kind, one), "id" in one) for one in records
    ]  # a name that was poisoned makes another id
    found = [one for one, own in made if own or reader.get(kind, one)]
    return list(dict.fromkeys([*found[:1], *found[len(found) // 2 :][:1], *found[-1:]]))[:most]


def _claims(reader: Reader) -> Iterator[str]:
    for record in reader.page("claims", limit=100).records[::40]:
        yield f"/reports/{record['report']}?claim={record['id']}#{record['id']}"


def _search(reader: Reader) -> Iterator[str]:
    yield "/search"
    for record in reader.page("reports", limit=1).records:
        yield f"/search?words={quote(record['text'].split()[3])}"


def _changes(reader: Reader) -> Iterator[str]:
    days = [record["earliest"] for record in reader.page("control", limit=100).records if record["earliest"]]
    for what in ("began", "ended"):
        yield f"/changes?list=control&since={min(days, default='2000-01-01')}&until=2099-12-31&what={what}"


def _review(reader: Reader) -> Iterator[str]:
    for kind in ("reports", "claims", "places", "actors", "events", "figures", "disputes"):
        yield from (f"/review/{kind}/{record}" for record in ids(reader, kind, 2))


def _outlet(reader: Reader) -> Iterator[str]:
    found = {record["outlet"] or "" for record in reader.page("reports").records}
    for outlet in sorted(one for one in found if 0 < len(one) <= LONGEST_TARGET):
        yield f"/outlets/one?name={quote(kept(outlet))}"


def _road(reader: Reader) -> Iterator[str]:
    names = [
        one["name"]
        for one in reader.page("roads").records
        if one["name"] and kept(one["name"]) == one["name"]
    ]
    yield from (f"/roads/one?name={quote(name, safe='')}" for name in names[:EACH])


def _compare(reader: Reader) -> Iterator[str]:
    yield "/compare"
    for record in reader.page("strands").records:
        for link in record["links"][:1]:
            yield f"/compare?one={link['copy']}&other={link['of']}"


def _quotes(reader: Reader) -> Iterator[str]:
    records = [one for one in reader.page("origins", limit=20).records if len(one["name"]) <= LONGEST_TARGET]
    for record in records[:EACH]:
        yield f"/sources/quotes?speaker={quote(record['name'], safe='')}"


def _came(_: Reader) -> Iterator[str]:
    yield "/came?since=2026-01-01&until=2099-12-31"


def _news(_: Reader) -> Iterator[str]:
    yield "/news?since=2026-01-01&until=2099-12-31"
    yield "/news?since=2026-01-01&until=2099-12-31&list=events&what=new"


def _sitrep_parts(_: Reader) -> Iterator[str]:
    yield from (f"/sitrep/all?of={part}" for part in ("killed", "held", "disputed"))


# Of pages whose addresses no list gives: how they come about.
SPECIAL: dict[str, Make] = {
    "/claims/{id}": _claims,
    "/search": _search,
    "/sources/quotes": _quotes,
    "/outlets/one": _outlet,
    "/compare": _compare,
    "/roads/one": _road,
    "/review/{kind}/{id}": _review,
    "/changes": _changes,
    "/came": _came,
    "/news": _news,
    "/sitrep/all": _sitrep_parts,
}
