"""Who quotes whom: claims counted by outlet, agency and speaker, as a bounded table of both and a list."""

from collections import Counter
from typing import Annotated, TypeVar

from fastapi import Query, Request, Response
from pydantic import Field

from warmonitor.store.filters import Filters
from warmonitor.store.quoting import Chain
from warmonitor.store.reader import Reader
from warmonitor.web.asked import Asked, Day, Word
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page, Part
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.sources.naming import SourceNamed, is_text, outlet_named, speaker_named
from warmonitor.web.pages.wording.evidence import Sentence, told
from warmonitor.web.pages.wording.links import listed

router = paged("pages")
QUOTES = "/sources/quotes"
_T = TypeVar("_T")
_ROWS, _COLUMNS, _CHAINS = 15, 8, 100


class ChainLine(Part):
    """How many claims came by one chain; `href` leads to their sentences."""

    outlet: SourceNamed
    agency: str
    speaker: SourceNamed
    own: bool
    claims: int
    href: str


class MatrixRow(Part):
    """An outlet with the agency that it credits; `cells` are None where no claim came so."""

    outlet: SourceNamed
    agency: str
    cells: list[ChainLine | None]


class Quoting(Part):
    """Who quotes whom: the greatest as a table of outlets by speakers, and as a list; `chains` counts all."""

    speakers: list[SourceNamed]
    rows: list[MatrixRow]
    lines: list[ChainLine]
    claims: int
    chains: int
    whole: bool


class AskedChain(Asked):
    """One chain; what is not said is none, or not known."""

    outlet: Word | None = Field(None, description="Outlet; without it, reports whose outlet is not known.")
    agency: Word | None = Field(None, description="Agency that is credited; without it, none.")
    speaker: Word = Field(description="Whose words they are, as an origin is called.")
    since: Day | None = Field(None, description="First day.")
    until: Day | None = Field(None, description="Last day.")
    limit: int = Field(50, ge=1, le=200, description="How many at most.")


class QuotesPage(Page):
    """The sentences that came by one chain; `next` leads on."""

    outlet: SourceNamed
    agency: str
    speaker: SourceNamed
    sentences: list[Sentence]
    next: str | None


@router.get(QUOTES, response_model=QuotesPage)
def quotes(request: Request, asked: Annotated[AskedChain, Query()]) -> Response:
    """Show the sentences that an outlet has from a speaker, through an agency or none."""
    return answer(request, "sources/quotes.html.j2", lambda reader: _quotes(reader, asked))


def _quotes(reader: Reader, asked: AskedChain) -> QuotesPage:
    chain = Chain(asked.outlet or "", asked.agency or "", asked.speaker)
    days = Filters(**{name: getattr(asked.filters(), name) for name in ("since", "until")})
    filters = Filters(quotes=chain.quotes, since=days.since, until=days.until)
    found = reader.page("claims", filters, asked.after, asked.limit)
    return QuotesPage(
        title="Who says it, and who prints it",
        outlet=outlet_named(asked.outlet),
        agency=chain.agency,
        speaker=speaker_named(asked.speaker),
        sentences=list(told(reader, found.records)),
        next=found.after,
    )


def quoting(
    told_chains: Counter[Chain], whole: bool = True, most: int = _CHAINS, **days: str | None
) -> Quoting:
    """Return chains as a table of the greatest, and as a list of up to `most`."""
    by_size = sorted(told_chains.items(), key=lambda one: (-one[1], one[0]))
    rows, columns = Counter[tuple[str, str]](), Counter[str]()
    for chain, claims in by_size:
        rows[chain.outlet, chain.agency] += claims
        if not _own(chain):
            columns[chain.speaker] += claims
    speakers = [name for name, _ in _greatest(columns)[:_COLUMNS]]
    return Quoting(
        speakers=[speaker_named(name) for name in speakers],
        rows=[
            MatrixRow(
                outlet=outlet_named(outlet),
                agency=agency,
                cells=[_cell(told_chains, Chain(outlet, agency, one), days) for one in speakers],
            )
            for (outlet, agency), _ in _greatest(rows)[:_ROWS]
        ],
        lines=[_line(chain, claims, days) for chain, claims in by_size[:most]],
        claims=sum(told_chains.values()),
        chains=len(told_chains),
        whole=whole,
    )


def _greatest(counted: Counter[_T]) -> list[tuple[_T, int]]:
    return sorted(counted.items(), key=lambda one: (-one[1], str(one[0])))


def _own(chain: Chain) -> bool:
    return chain.speaker in {chain.outlet, chain.agency} or (not chain.outlet and is_text(chain.speaker))


def _cell(told_chains: Counter[Chain], chain: Chain, days: dict[str, str | None]) -> ChainLine | None:
    return _line(chain, told_chains[chain], days) if chain in told_chains else None


def _line(chain: Chain, claims: int, days: dict[str, str | None]) -> ChainLine:
    return ChainLine(
        outlet=outlet_named(chain.outlet),
        agency=chain.agency,
        speaker=speaker_named(chain.speaker),
        own=_own(chain),
        claims=claims,
        href=listed(QUOTES, outlet=chain.outlet, agency=chain.agency, speaker=chain.speaker, **days),
    )
