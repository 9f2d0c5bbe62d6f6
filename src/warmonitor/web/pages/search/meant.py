"""What may be meant by a name that fits no place or actor, or several: offered on a page to choose from."""

from collections.abc import Iterator, Mapping

from warmonitor.model import QueryError
from warmonitor.store.lookup import spelt
from warmonitor.store.reader import Reader
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.wording.named import RecordNamed, line

NAMES = {"place": "places", "actor": "actors"}
_OFFERS, _LOOKED_AT = 12, 200


class Meant(Part):
    """A place or an actor that is filtered by, or that may be meant by a name; `value` is what to ask for."""

    filter: str
    value: str
    record: RecordNamed


class Unclear(Page):
    """A page that cannot be shown for a name in its address: why, and what may be meant by it.

    `given` are the filters of places and actors that stand in the address.
    """

    trouble: str
    offers: list[Meant]
    given: list[str]


def unclear(reader: Reader, title: str, asked: Mapping[str, str | None], error: QueryError) -> Unclear:
    """Return what is shown in place of a page, `asked` by name of a place or an actor."""
    given = {name: said for name in NAMES if (said := asked.get(name))}
    offered = [one for name, said in given.items() for one in offers(reader, name, said)]
    return Unclear(title=title, trouble=trouble(error), offers=offered, given=list(given))


def trouble(error: QueryError) -> str:
    """Return what is said on a page, where what may be meant is offered below and not by ids."""
    several = error.code in {f"{name}-unclear" for name in NAMES}
    return f"{str(error).partition(';')[0]}: choose the one that is meant." if several else str(error)


def offers(reader: Reader, name: str, said: str) -> Iterator[Meant]:
    """Yield the places or actors in whose names some of what was said stands."""
    kind = NAMES[name]
    if not said.strip() or reader.get(kind, said.strip()):
        return
    try:
        hits = reader.search(said.replace('"', " "), limit=_LOOKED_AT, kind=kind).hits
    except QueryError:
        return
    wanted = spelt(said)
    for hit in sorted(hits, key=lambda one: (spelt(one.record["name"]) != wanted, one.id))[:_OFFERS]:
        yield Meant(filter=name, value=hit.id, record=line(kind, hit.record))
