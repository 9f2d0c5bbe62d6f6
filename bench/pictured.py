"""The addresses that pictures are taken of: each page there is, and of each list the record that has most."""

from collections.abc import Callable, Iterator
from itertools import combinations

from warmonitor.store.fields import KINDS, record_id
from warmonitor.store.reader import Reader, Record
from warmonitor.web.pages.review.walks import LISTS
from warmonitor.web.pages.wording.links import listed, page_of
from warmonitor.web.policy import rules

# What is no page, and the way in, which is seen by nobody who is in.
_NOT = ("/api/", "/static/", "/healthz", "/enter", "/tiles", "/map/")
_FILES = (".md", ".docx", ".pdf")
_ALWAYS = ("/not-there", "/search?words=zzzzzz", "/search?words=%22open", "/reports/none")
_DAYS = {"since": "2000-01-01", "until": "2099-12-31"}
_MOST = 200  # records of a list that are looked through

Found = Callable[[Reader], Iterator[str]]


def addresses(reader: Reader) -> Iterator[tuple[str, str]]:
    """Yield a name for each picture, and the address of its page."""
    for number, address in enumerate(dict.fromkeys((*_all(reader), *_ALWAYS))):
        words = "".join(one if one.isalnum() else "-" for one in address.partition("?")[0].strip("/"))
        yield f"{number:02}-{words[:30] or 'situation'}", address


def _all(reader: Reader) -> Iterator[str]:
    for route in sorted(rules()):
        method, _, path = route.partition(" ")
        if method == "GET" and not path.startswith(_NOT) and not path.endswith(_FILES):
            yield from _SPECIAL.get(path, _plain(path))(reader)


def _plain(path: str) -> Found:
    def found(reader: Reader) -> Iterator[str]:
        before, has, after = path.partition("{id}")
        if not has:
            yield path
        elif one := fullest(reader, before.strip("/")):
            yield page_of(before.strip("/"), record_id(before.strip("/"), one)) + after

    return found


def fullest(reader: Reader, kind: str) -> Record | None:
    """Return the record of a list of which most is told."""
    assert kind in KINDS, f"{kind}: say in pictured.py which addresses it has"
    return max(reader.page(kind, limit=_MOST).records, key=lambda one: len(str(one)), default=None)


def _search(reader: Reader) -> Iterator[str]:
    yield "/search"
    for report in reader.page("reports", limit=1).records:
        yield listed("/search", words=report["text"].split()[3])


def _claims(reader: Reader) -> Iterator[str]:
    if claim := fullest(reader, "claims"):
        yield page_of("reports", claim["report"], claim=claim["id"])


def _changes(_: Reader) -> Iterator[str]:
    yield from (listed("/changes", list="control", **_DAYS, what=what) for what in ("began", "ended"))


def _in_days(path: str) -> Found:
    return lambda _: iter([listed(path, **_DAYS)])


def _sitrep_part(_: Reader) -> Iterator[str]:
    yield listed("/sitrep/all", of="killed")


def _outlet(reader: Reader) -> Iterator[str]:
    if (report := fullest(reader, "reports")) and report["outlet"]:
        yield listed("/outlets/one", name=report["outlet"])


def _compare(reader: Reader) -> Iterator[str]:
    yield "/compare"
    if strand := fullest(reader, "strands"):
        pairs = combinations(strand["reports"], 2)
        yield from (listed("/compare", one=one, other=other) for one, other in list(pairs)[:1])


def _quotes(reader: Reader) -> Iterator[str]:
    if origin := fullest(reader, "origins"):
        yield listed("/sources/quotes", speaker=origin["name"])


def _review(reader: Reader) -> Iterator[str]:
    found = ((kind, fullest(reader, kind)) for kind in LISTS)
    yield from (f"/review{page_of(kind, record_id(kind, one))}" for kind, one in found if one)


def _timeline(reader: Reader) -> Iterator[str]:
    yield from ("/timeline", "/timeline?lane=place")
    if place := fullest(reader, "places"):
        yield listed("/timeline", place=place["id"])


_SPECIAL: dict[str, Found] = {
    "/search": _search,
    "/claims/{id}": _claims,
    "/changes": _changes,
    "/came": _in_days("/came"),
    "/news": _in_days("/news"),
    "/sitrep/all": _sitrep_part,
    "/outlets/one": _outlet,
    "/compare": _compare,
    "/sources/quotes": _quotes,
    "/review/{kind}/{id}": _review,
    "/timeline": _timeline,
}
