"""Places cut off or surrounded, and roads out, as rows: computed beside reported."""

from warmonitor.model import Access, ControlStatus
from warmonitor.model.cells import joined
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.tables.lists import Rows

ACCESS = tuple(
    """
    id place place_id holder earliest latest computed way_to way_roads way_through way_km closed_by
    reported agrees because claims
    """.split()
)
ACCESS_HXL = tuple(
    """
    #meta+id #loc+name #loc+code #group+name #date+start #date+end #access+computed #loc+name+way
    #access+roads #group+name+way #access+km #access+closures #meta+claims+reported #meta+agrees
    #description #meta+claims
    """.split()
)
SIEGES = ("id", "place", "place_id", "part", "inside", "by", "earliest", "latest", "because", "claims")


def access(book: Book) -> Rows:
    """Yield one row for each stretch of days of a place whose roads were looked at."""
    for one in book.account.access:
        way = one.way
        yield [
            one.id, book.place_name(one.place), one.place, one.holder, one.when.earliest, one.when.latest,
            one.computed,
            way.to if way else None, joined(way.roads) if way else None,
            joined(who or "not known" for who in way.through) if way else None, way.km if way else None,
            _closures(one, book), joined(one.reported), one.agrees, one.because, joined(one.claims),
        ]  # fmt: skip


def _closures(one: Access, book: Book) -> str:
    return joined(
        f"{shut.road} at {book.place_name(shut.place)}: {shut.holder or 'not known'}" for shut in one.closures
    )


def sieges(book: Book) -> Rows:
    """Yield one row for each spell in which a place is said to be surrounded."""
    for one in book.account.control:
        if one.status is ControlStatus.SURROUNDED:
            yield [
                one.id, book.place_name(one.place), one.place, one.part, one.holder, one.by,
                one.when.earliest, one.when.latest, one.because, joined(one.claims),
            ]  # fmt: skip
