"""Deals, breaches and posts in plain words: what every output says of them."""

from collections.abc import Iterable, Iterator

from warmonitor.model import Agreement, Breach, DealAct, DealKind, KeptPost, Phase, PostTelling, Term
from warmonitor.stages.tell import words
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.line import Line, Part, line

STATE = {
    DealAct.PROPOSED: "proposed, not made",
    DealAct.REJECTED: "rejected, not made",
    DealAct.SIGNED: "made",
    DealAct.ANNOUNCED: "announced",
    DealAct.IN_FORCE: "in force",
    DealAct.KEPT: "said to hold",
    DealAct.EXTENDED: "extended",
    DealAct.SUSPENDED: "suspended",
    DealAct.ENDED: "ended",
    DealAct.BROKEN: "broken",
    DealAct.TOLD: "only referred to",
}
NOBODY = "parties not known"


def actors(ids: Iterable[str], book: Book) -> str:
    """Return names joined by commas, "" for none."""
    return ", ".join(book.actor_name(one) for one in ids)


def title(deal: Agreement, book: Book) -> str:
    """Return a heading: the deal's name or kind, and who is bound."""
    kind = "agreement" if deal.kind is DealKind.OTHER else deal.kind.value
    name = "; ".join(deal.names) or kind
    return f"{words.capital(name)}: {actors(deal.parties, book) or NOBODY}"


def state(deal: Agreement) -> str:
    """Return the state last told, and whether it is denied that the deal was made."""
    return STATE[deal.state] + (", which is denied" if deal.disputed else "")


def times(deal: Agreement) -> str:
    """Return when a deal was made, came into force and ends, as far as it is told."""
    told = [f"made {words.when(deal.when)}" if deal.when.known() else "when it was made is not known"]
    told += [f"in force {words.when(deal.in_force)}"] if deal.in_force else []
    told += [f"until {words.when(deal.until)}"] if deal.until else []
    told += [f"for {length}" if " " in length else length for length in deal.lasts]
    return "; ".join(told)


def term(one: Term, book: Book) -> str:
    """Return a term: its kind, who must do it, by when."""
    by = f", by {actors(one.by, book)}" if one.by else ""
    until = f", {one.until.said}" if one.until and one.until.said else ""
    return f"{one.kind.value}{by}{until}"


def told_of(one: Term, deal: Agreement) -> list[Breach]:
    """Return the breaches told that are tied to a term."""
    return [breach for breach in deal.breaches if breach.term is one.kind]


def phase(one: Phase) -> str:
    """Return what became of a deal, and whether it is only denied."""
    denied = "" if not one.denials else " (denied)" if one.claims else " is denied"
    return f"{STATE[one.act]}{denied}, {words.when(one.when)}"


def breach(one: Breach, book: Book) -> str:
    """Return a breach: of which term, by whom, how often."""
    of = one.term.value if one.term else "no term named"
    times_ = f", {one.count} times" if one.count else ""
    return f"{of}; by {actors(one.by, book) or 'a side not named'}{times_}"


def post(one: KeptPost, book: Book) -> str:
    """Return whose posts they are and how many."""
    number = f"{one.number} " if one.number and one.number > 1 else ""
    sort = f"{one.sort}s" if number else one.sort
    return f"{number}{sort} of {book.actor_name(one.owner)}"


def standing(one: PostTelling) -> str:
    """Return how a post stood at one time."""
    denied = "" if not one.denials else " (denied)" if one.claims else " (only denied)"
    return f"{one.state.value}{denied}, {words.when(one.when)}"


def lines(book: Book) -> Iterator[Line]:
    """Yield the situation report's sentences on deals, their terms, breaches and posts."""
    for deal in book.account.agreements:
        yield _deal(deal, book)
        yield from _terms(deal, book)
        yield from _breaches(deal, book)
    for one in book.account.posts:
        parts: list[Part | str] = [f"{words.capital(post(one, book))} at {book.place_label(one.place)}: "]
        for number, telling in enumerate(one.tellings):
            parts += ["; " if number else "", Part(standing(telling), (*telling.claims, *telling.denials))]
        yield line(*parts, ".")


def _deal(deal: Agreement, book: Book) -> Line:
    zone = (book.place_label(deal.zone) or deal.zone) if deal.zone else ""
    return line(
        Part(title(deal, book), deal.claims),
        f" ({state(deal)}); {times(deal)}",
        f"; brokered by {actors(deal.brokers, book)}" if deal.brokers else "",
        f"; guaranteed by {actors(deal.guarantors, book)}" if deal.guarantors else "",
        f"; watched by {actors(deal.monitors, book)}" if deal.monitors else "",
        f"; zone: {zone}" if zone else "",
        "" if deal.provisions else "; terms not known",
        ".",
    )


def _terms(deal: Agreement, book: Book) -> Iterator[Line]:
    for one in deal.provisions:
        yield line("Term: ", Part(term(one, book), one.claims), ".")


def _breaches(deal: Agreement, book: Book) -> Iterator[Line]:
    for one in deal.breaches:
        said = "Said to be a breach: " if one.claims else "A breach is denied: "
        parts: list[Part | str] = [said, f"{breach(one, book)}, {words.when(one.when)}: "]
        for number, claim in enumerate(book.known((*one.claims, *one.denials))):
            denied = "denied: " if one.claims and claim.id in one.denials else ""
            quoted = Part(f"“{book.quoted(claim)}”", (claim.id,))
            parts += ["; " if number else "", denied, quoted, f" ({words.chain_words(claim, book)})"]
        yield line(*parts, ".")
