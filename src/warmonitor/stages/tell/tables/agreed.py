"""Deals, breaches and posts as rows."""

from warmonitor.model.cells import Cell, joined
from warmonitor.stages.tell import agreed, words
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.tables.lists import Rows

AGREEMENTS = tuple(
    """
    id kind names parties brokers guarantors monitors zone zone_id earliest latest in_force until lasts
    ceasefire state disputed terms term_kinds breaches because claims
    """.split()
)
BREACHES = tuple(
    """
    id agreement by term earliest latest place place_id count speakers denied_by quotes deeds because claims
    denials
    """.split()
)
POSTS = tuple(
    """
    id place place_id owner sort number state told earliest latest claims denials agreement because
    """.split()
)


def agreements(book: Book) -> Rows:
    """Yield one row a deal."""
    for one in book.account.agreements:
        yield [
            one.id, one.kind, joined(one.names), _actors(one.parties, book), _actors(one.brokers, book),
            _actors(one.guarantors, book), _actors(one.monitors, book),
            book.place_name(one.zone) if one.zone else None, one.zone, one.when.earliest, one.when.latest,
            one.in_force.latest if one.in_force else None, one.until.latest if one.until else None,
            joined(one.lasts), one.ceasefire, one.state, one.disputed,
            joined(book.words(quote.report, quote.span) for term in one.provisions for quote in term.quotes),
            joined(agreed.term(term, book) for term in one.provisions), len(one.breaches), one.because,
            joined(one.claims),
        ]  # fmt: skip


def breaches(book: Book) -> Rows:
    """Yield one row a breach that somebody tells of or denies."""
    for deal in book.account.agreements:
        for one in deal.breaches:
            said, denied = list(book.known(one.claims)), list(book.known(one.denials))
            yield [
                one.id, deal.id, _actors(one.by, book), one.term, one.when.earliest, one.when.latest,
                book.place_name(one.place) if one.place else None, one.place, one.count,
                joined(dict.fromkeys(words.chain_words(claim, book) for claim in said)),
                joined(dict.fromkeys(words.chain_words(claim, book) for claim in denied)),
                joined(book.quoted(claim) for claim in (*said, *denied)), joined(one.deeds), one.because,
                joined(one.claims), joined(one.denials),
            ]  # fmt: skip


def posts(book: Book) -> Rows:
    """Yield one row for each state in which a post was told to be."""
    for one in book.account.posts:
        for told in one.tellings:
            yield [
                one.id, book.place_name(one.place), one.place, book.actor_name(one.owner), one.sort,
                one.number, one.state, told.state, told.when.earliest, told.when.latest,
                joined(told.claims), joined(told.denials), one.agreement, one.because,
            ]  # fmt: skip


def _actors(ids: tuple[str, ...], book: Book) -> Cell:
    return joined(book.actor_name(one) for one in ids)
