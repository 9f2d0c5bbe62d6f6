"""Sentences on agreements, their terms and breaches, and posts."""

from collections.abc import Iterator

from warmonitor.exports.sitrep.record import Line, Piece
from warmonitor.store.reader import Record
from warmonitor.web.sitrep.notebook import Notebook
from warmonitor.web.sitrep.pieces import days, line, listed, name, names, number, place, words

STATES = {
    "proposed": "proposed, not made",
    "rejected": "rejected, not made",
    "signed": "made",
    "kept": "said to hold",
    "told": "only referred to",
}
_MOST = 5  # terms or breaches of one deal, days of one post


def deals(records: tuple[Record, ...], book: Notebook) -> tuple[Line, ...]:
    """Return sentences on each deal, its terms and its breaches."""
    made = (told for one in records for told in _deal(one, book))
    return tuple(told for told in made if told)


def posts(records: tuple[Record, ...], book: Notebook) -> tuple[Line, ...]:
    """Return how posts stood, as it is told."""
    made = (_post(one, book) for one in records)
    return tuple(told for told in made if told)


def _deal(deal: Record, book: Notebook) -> Iterator[Line | None]:
    yield _title(deal, book)
    for one in deal["provisions"][:_MOST]:
        yield _term(one, book)
    for one in deal["breaches"][:_MOST]:
        yield _breach(one, book)


def _title(deal: Record, book: Notebook) -> Line | None:
    called = "; ".join(deal["names"]) or ("agreement" if deal["kind"] == "other" else str(deal["kind"]))
    title = name(called[:1].upper() + called[1:], "agreements", deal["id"], book.notes(deal["claims"]))
    parties = names(deal["parties"]) or [words("parties not known")]
    state = str(STATES.get(deal["state"], deal["state"])) + (", which is denied" if deal["disputed"] else "")
    roles = [piece for role in _ROLES for piece in _role(deal, *role)]
    return line(book, [title, words(": "), *parties, words(f" ({state})"), *_made(deal), *roles, words(".")])


def _made(deal: Record) -> list[Piece]:
    if deal["when"]["earliest"] or deal["when"]["latest"]:
        return [words("; made "), days(deal["when"])]
    return [words("; when it was made is not known")]


def _term(one: Record, book: Notebook) -> Line | None:
    by = [words(", by "), *names(one["by"])] if one["by"] else []
    until = [words(", "), name(one["until"]["said"])] if one["until"] and one["until"]["said"] else []
    kind = name(one["kind"], notes=book.notes(one["claims"]))
    return line(book, words("term: "), kind, by, until, words("."))


_ROLES = (("brokers", "; brokered by "), ("guarantors", "; guaranteed by "), ("monitors", "; watched by "))


def _role(deal: Record, role: str, told: str) -> list[Piece]:
    return [words(told), *names(deal[role])] if deal[role] else []


def _breach(one: Record, book: Notebook) -> Line | None:
    by = names(one["by"]) or [words("a side not named")]
    said = words("said to be a breach: " if one["claims"] else "a breach is denied: ")
    of = name(one["term"] or "no term named")
    return line(
        book,
        [said, of, words(", by "), *by, *place(one["place"]), words(", "), days(one["when"])],
        [*_quotes(one, book), words(".")],
    )


def _quotes(breach: Record, book: Notebook) -> list[Piece]:
    """Return the words by which a breach is told or denied, and whose they are."""
    told: list[Piece] = []
    for claim in book.known((*breach["claims"], *breach["denials"])):
        told.append(words("; " if told else ": "))
        told += [words("denied: ")] if breach["claims"] and claim["id"] in breach["denials"] else []
        quote = " ".join(claim["quote"]["text"].split())
        told += [
            name(f"“{quote}”", notes=book.notes([claim["id"]])),
            words(" ("),
            name(book.who(claim)),
            words(")"),
        ]
    return told


def _post(one: Record, book: Notebook) -> Line | None:
    told: list[Piece] = []
    for telling in one["tellings"][-_MOST:]:
        notes = book.notes((*telling["claims"], *telling["denials"]))
        stands = (telling["state"] or "told of") + (" (denied)" if telling["denials"] else "")
        told += [words("; ")] if told else []
        told += [name(stands, notes=notes), words(", "), days(telling["when"])]
    known = [note for piece in told for note in piece.notes]
    several = one["number"] and one["number"] > 1 and known
    many = [number(f"{one['number']}", tuple(known[:1])), words(" ")] if several else []
    sort = name(f"{one['sort']}s" if several else one["sort"], "posts", one["id"])
    owner = names([one["owner"]]) if one["owner"] else [listed(["an owner not known"])]
    return line(
        book,
        [*many, sort, words(" of "), *owner, *place(one["place"], " at "), words(": "), *told, words(".")],
    )
