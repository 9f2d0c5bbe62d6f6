"""Places surrounded or cut off in words: what is told beside what roads and control give."""

from collections.abc import Iterable, Iterator

from warmonitor.model import Access, Closure, ControlSpell, ControlStatus, Reach, Way
from warmonitor.stages.tell import words
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.line import Line, Part, line

LEAST = "the way over least ground of others: "
SHOWN = 4  # roads named of a way
REACH = {
    Reach.OPEN: "a road out over own ground",
    Reach.THROUGH: "a road out, through the ground of others",
    Reach.CUT_OFF: "no road out",
    Reach.UNKNOWN: "not known whether a road leads out",
}


def lines(book: Book) -> Iterator[Line]:
    """Yield a line for each siege told of, and for the roads of a place that are not simply open."""
    for spell in sieges(book):
        yield line(
            f"{book.place_label(spell.place)}, {words.when(spell.when)}: ",
            Part(words.spell_words(spell), spell.claims),
            f" by {spell.by}." if spell.by else ".",
        )
    for one in parted(book.account.access)[0]:
        yield line(
            f"{book.place_label(one.place)}, {words.when(one.when)}: ",
            Part(f"computed: {REACH[one.computed]}", one.claims),
            f"; {LEAST if one.computed is Reach.CUT_OFF else ''}{way_words(one.way)}" if one.way else "",
            "; reported: " if one.reported else "",
            *_reported(one, book),
            f"; {agreed_words(one)}." if one.reported else ".",
        )


def parted(found: Iterable[Access]) -> tuple[list[Access], list[Access]]:
    """Part what readers look for from places not known to be shut, of which nothing is reported."""
    every = list(found)
    plain = [one for one in every if one.computed in {Reach.OPEN, Reach.UNKNOWN} and not one.reported]
    return [one for one in every if one not in plain], plain


def sieges(book: Book) -> list[ControlSpell]:
    """Return the spells in which a place is said to be surrounded."""
    return [one for one in book.account.control if one.status is ControlStatus.SURROUNDED]


def _reported(one: Access, book: Book) -> Iterator[Part]:
    for place, claim in enumerate(book.known(one.reported)):
        who = "; ".join(filter(None, (words.chain_words(claim, book), words.doubt_words(claim))))
        yield Part(f"{', ' if place else ''}“{book.quoted(claim)}” ({who})", (claim.id,))


def agreed_words(one: Access) -> str:
    """Return whether the computed answer and the reports agree."""
    if one.agrees is None:
        return "not computed" if one.computed is Reach.UNKNOWN else "the reports differ"
    return "both agree" if one.agrees else "the two do not agree"


def way_words(way: Way) -> str:
    """Return where the road out leads, by which roads, and whose ground it crosses."""
    more = len(way.roads) - SHOWN
    shown = [*way.roads[:SHOWN], f"{more} more"] if more > 1 else way.roads
    roads = f" by {', '.join(shown)}" if way.roads else ""
    through = ", ".join(f"the ground of {who}" if who else "ground of no known holder" for who in way.through)
    return f"to {way.to}{roads}, {way.km:g} km" + (f", through {through}" if through else "")


def closure_words(one: Closure, book: Book) -> str:
    """Return where a road is closed and by whom."""
    return f"{one.road} at {book.place_label(one.place)} ({one.holder or 'holder not known'})"
