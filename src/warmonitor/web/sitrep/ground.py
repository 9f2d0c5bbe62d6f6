"""Sentences on who holds what, what changed hands, and what is surrounded or cut off."""

from warmonitor.exports.sitrep.record import Line, Piece
from warmonitor.store.reader import Record
from warmonitor.web.pages.wording import words as said
from warmonitor.web.sitrep.notebook import Notebook
from warmonitor.web.sitrep.pieces import days, denied, line, listed, name, number, place, words

REACH = {
    "open": "a road out over own ground",
    "through others": "a road out, through the ground of others",
    "cut off": "no road out",
    "unknown": "not known whether a road leads out",
}
_AGREES = {True: "both agree", False: "the two do not agree", None: "the two were not compared"}


def changes(records: tuple[Record, ...], book: Notebook) -> tuple[Line, ...]:
    """Return a sentence for each spell that began in the period."""
    made = (
        line(book, [_day(one["earliest"]), words(": "), *_where(one)], _state(one, book), words("."))
        for one in records
    )
    return tuple(told for told in made if told)


def held(records: tuple[Record, ...], book: Notebook) -> tuple[Line, ...]:
    """Return how places stood on the last day, and how old that knowledge is."""
    made = (line(book, _where(one), _state(one, book), _age(one, book), words(".")) for one in records)
    return tuple(told for told in made if told)


def surrounded(records: tuple[Record, ...], book: Notebook) -> tuple[Line, ...]:
    """Return a sentence for each siege told of."""
    made = (
        line(book, [days(one), words(", "), *_where(one)], _state(one, book), _by(one), words("."))
        for one in records
    )
    return tuple(told for told in made if told)


def roads(records: tuple[Record, ...], book: Notebook) -> tuple[Line, ...]:
    """Return what roads and control give for places, beside what is reported."""
    made = (_road(one, book) for one in records)
    return tuple(told for told in made if told)


def _day(iso: str | None) -> Piece:
    return Piece(text=said.day(iso), kind="days")


def _where(spell: Record) -> list[Piece]:
    part = [words(" ("), name(spell["part"]), words(")")] if spell["part"] else []
    return [*place(spell["place"], ""), *part, words(": ")]


def _state(spell: Record, book: Notebook) -> list[Piece]:
    told = name(said.spell_words(spell), "control", spell["id"], book.notes(spell["claims"]))
    return [told, *denied(spell["claims"], book)]


def _by(spell: Record) -> list[Piece]:
    return [words(", by "), name(spell["by"])] if spell["by"] else []


def _age(spell: Record, book: Notebook) -> list[Piece]:
    """Return since when nothing was told of a spell, by the last day of the period."""
    last = book.gathered.scope.until.isoformat()
    ends = [one["latest"] for one in spell["stretches"] if one["evidence"] == "told" and one["latest"]]
    told = max((end for end in ends if end <= last), default=None)
    if told is None or told == last:
        return []
    after = any(end > last for end in ends)
    means = "; nothing told of that day, the same before and after" if after else "; nothing told since "
    return [words(means)] if after else [words(means), _day(told)]


def _road(one: Record, book: Notebook) -> Line | None:
    computed = name(
        f"by roads and control: {REACH.get(one['computed'], one['computed'])}",
        "access",
        one["id"],
        book.notes(one["claims"]),
    )
    reported = book.known(one["reported"])
    told = [words("; reported: "), *_reported(reported, book)] if reported else []
    agrees = [words(f"; {_AGREES[one['agrees']]}")] if reported else []
    return line(
        book,
        [*place(one["place"], ""), words(", "), days(one), words(": "), computed, *_way(one, book)],
        [*told, *agrees, words(".")],
    )


def _way(one: Record, book: Notebook) -> list[Piece]:
    way, notes = one["way"], book.notes(one["claims"])
    if not way or not notes:
        return []
    least = "; the way over least ground of others: to " if one["computed"] == "cut off" else "; to "
    by = [words(" by "), listed(way["roads"])] if way["roads"] else []
    through = [who or "no known holder" for who in way["through"]]
    over = [words(", through the ground of "), listed(through)] if through else []
    return [words(least), name(way["to"]), *by, words(", "), number(f"{way['km']:g} km", notes), *over]


def _reported(claims: list[Record], book: Notebook) -> list[Piece]:
    """Return what is reported; the same words of one speaker are told once."""
    said_: dict[tuple[str, str], list[str]] = {}
    for claim in claims:
        key = " ".join(claim["quote"]["text"].split()), book.who(claim)
        said_.setdefault(key, []).append(claim["id"])
    told: list[Piece] = []
    for (quote, who), found in said_.items():
        told += [words(", ")] if told else []
        told += [name(f"“{quote}”", notes=book.notes(found)), words(" ("), name(who), words(")")]
    return told
