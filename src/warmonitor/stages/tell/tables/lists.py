"""Reports, claims, figures, spells, disputes, places and actors as rows."""

from collections.abc import Iterable, Iterator

from warmonitor.model import (
    Agreed,
    Alignment,
    Attack,
    Claim,
    Control,
    Figure,
    History,
    Named,
    Rule,
    RunnerUp,
    Settled,
    Toll,
)
from warmonitor.model.cells import Cell, joined
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.tables.acled import geo_precision, inter_code
from warmonitor.stages.tell.words import ways_words

Rows = Iterator[list[Cell]]

REPORTS = tuple(
    """
    id source url outlet title language byline agencies stated_date dated_earliest dated_latest
    dated_how dated_because copy_of strand sha256
    """.split()
)
CLAIMS = tuple(
    """
    id report kind quote start end speakers told_to origins paths stance modality earliest latest when_said
    when_precision places place_ids measure of low best high approximate part_of party change
    counterparty type sub_type perpetrator target weapon blame parties terms bond means ended
    """.split()
)
FIGURES = tuple(
    """
    id measure of place place_id earliest latest low median high origins_count origins claims set_apart
    rule majority_low majority_high majority_origins latest_low latest_high history changed
    """.split()
)
FIGURES_HXL = tuple(
    """
    #meta+id #indicator+type #group+affected+type #loc+name #loc+code #date+start #date+end #affected+min
    #affected+median #affected+max #meta+origins+num #meta+origins #meta+claims #meta+apart
    #meta+rule #affected+majority+min #affected+majority+max #meta+origins+majority #affected+latest+min
    #affected+latest+max #meta+history #meta+changed
    """.split()
)
SPELLS = tuple(
    """
    id place place_id part holder status by earliest latest claimed confirmed lag_days told_until because
    claims
    """.split()
)
SPELLS_HXL = tuple(
    """
    #meta+id #loc+name #loc+code #loc+part #group+name #status #group+name+by #date+start #date+end
    #date+claimed #date+confirmed #meta+lag+days #date+told #description #meta+claims
    """.split()
)
DISPUTES = ("id", "about", "kind", "claim", "report", "speakers", "stance", "quote", "because")
PLACES = tuple(
    """
    id name names_seen latitude longitude radius_km precision where_prec geo_precision gazetteer inside of
    country_iso2 because runner_up runner_up_because
    """.split()
)
PLACES_HXL = tuple(
    """
    #loc+code #loc+name #loc+name+alt #geo+lat #geo+lon #geo+radius #geo+precision #geo+precision+ucdp
    #geo+precision+acled #loc+code+gazetteer #adm1+name #loc+code+of #country+code+v_iso2 #description
    #loc+name+runner #description+runner
    """.split()
)
ACTORS = tuple(
    "id name names_seen kind inter side wikidata country_iso2 part_of backers status because".split()
)


def reports(book: Book) -> Rows:
    """Yield one row a report, without its text."""
    for one in book.account.reports:
        yield [
            one.id, one.source, one.url, one.outlet, one.title, one.language, joined(one.byline),
            joined(one.agencies), one.stated_date, one.dated.earliest, one.dated.latest, one.dated.how,
            one.dated.because, one.copy_of, one.strand, one.sha256,
        ]  # fmt: skip


def claims(book: Book) -> Rows:
    """Yield one row a claim; columns of other kinds are empty."""
    for one in book.account.claims:
        said = [book.called(link.speaker) for link in one.attribution]
        told = [book.called(link.via) for link in one.attribution if link.via]
        yield [
            one.id, one.report, one.kind, book.quoted(one), one.quote.start, one.quote.end,
            joined(said),
            joined(told), joined(path.origin for path in book.paths.get(one.id, ())),
            ways_words(one, book),
            one.stance, one.modality, one.when.earliest, one.when.latest, one.when.said,
            one.when.precision, _names(one.where, book), joined(w.id for w in one.where if w.id),
            *_detail(one, book),
        ]  # fmt: skip


def _detail(claim: Claim, book: Book) -> list[Cell]:
    toll: list[Cell] = [None] * 7
    control: list[Cell] = [None] * 3
    attack: list[Cell] = [None] * 6
    deal: list[Cell] = [None] * 2
    bond: list[Cell] = [None] * 3
    match claim.detail:
        case Toll(measure, of, count, perpetrator, part_of):
            toll = [measure, of, count.low, count.best, count.high, count.approximate, part_of]
            attack[2] = _name(perpetrator, book)
        case Control(change, party, other):
            control = [_name(party, book), change, _name(other, book)]
        case Attack(type_, sub_type, perpetrator, target, weapon, blame):
            attack = [type_, sub_type, _name(perpetrator, book), _name(target, book), weapon, blame]
        case Agreed(parties, terms):
            deal = [_names(parties, book), terms]
        case Alignment(bond_, party, other, means, ended):
            control = [_name(party, book), None, _name(other, book)]
            bond = [bond_, means, ended]
    return [*toll, *control, *attack, *deal, *bond]


def figures(book: Book) -> Rows:
    """Yield one row a figure."""
    for one in book.account.figures:
        apart = joined(f"{left.claim}: {left.because}" for left in one.apart)
        yield [
            one.id, one.measure, one.of, book.place_name(one.place), one.place, one.when.earliest,
            one.when.latest,
            one.low, one.median, one.high, len(one.origins), joined(one.origins),
            joined(one.claims), apart, *_beside(one),
        ]  # fmt: skip


def _beside(one: Figure) -> list[Cell]:
    """Return the rule, the majority, the latest count, what origins said in order, and misprints."""
    by_rule = {given.rule: given for given in one.rules}
    nothing = Settled(one.rule, None, None)
    most, last = by_rule.get(Rule.MAJORITY, nothing), by_rule.get(Rule.LATEST, nothing)
    history = joined(_history(row) for row in one.history if len(row.counts) > 1)
    changed = joined(f"{left.claim}: {left.because}" for left in one.changed)
    return [one.rule, most.low, most.high, joined(most.origins), last.low, last.high, history, changed]


def _history(row: History) -> str:
    steps = (f"{count.told or 'undated'} {count.claim} {count.mark}" for count in row.counts)
    return f"{row.origin}: {', '.join(steps)}"


def spells(book: Book) -> Rows:
    """Yield one row a control spell."""
    for one in book.account.control:
        yield [
            one.id, book.place_name(one.place), one.place, one.part, one.holder, one.status, one.by,
            one.when.earliest, one.when.latest, one.claimed, one.confirmed, one.lag_days, one.told_until,
            one.because, joined(one.claims),
        ]  # fmt: skip


def disputes(book: Book) -> Rows:
    """Yield one row a claim of each dispute."""
    for one in book.account.disputes:
        for claim in book.known(one.claims):
            said = joined(book.called(link.speaker) for link in claim.attribution)
            yield [
                one.id,
                one.about,
                one.kind,
                claim.id,
                claim.report,
                said,
                claim.stance,
                book.quoted(claim),
                one.because,
            ]


def places(book: Book) -> Rows:
    """Yield one row a place; one that was not located has no coordinates."""
    for one in book.account.places:
        yield [
            one.id, one.name, joined(one.names_seen), one.latitude, one.longitude, one.radius_km,
            one.precision, one.where_prec, geo_precision(one), one.gazetteer, one.inside, one.of, one.country,
            one.because, *_runner_up(one.runner_up),
        ]  # fmt: skip


def _runner_up(one: RunnerUp | None) -> tuple[Cell, Cell]:
    if one is None:
        return None, None
    return ", ".join(filter(None, (one.name, one.province, one.country))), one.because


def actors(book: Book) -> Rows:
    """Yield one row an actor."""
    for one in book.account.actors:
        yield [
            one.id, one.name, joined(one.names_seen), one.kind, inter_code(one), one.side, one.wikidata,
            one.country, one.part_of, joined(one.backers), one.status, one.because,
        ]  # fmt: skip


def _name(named: Named | None, book: Book) -> str | None:
    return book.called(named) if named else None


def _names(named: Iterable[Named], book: Book) -> str:
    return joined(book.called(one) for one in named)
