"""Sources: who quotes whom, how outlets stand, and which strands they have in common."""

from collections import Counter
from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from warmonitor.store.database import Database
from warmonitor.store.filters import filters_of
from warmonitor.store.outlets import standings
from warmonitor.store.quoting import Chain, of_all, of_days, of_outlet, of_speaker
from warmonitor.web.asked import Day, Word
from warmonitor.web.desk import desk_of
from warmonitor.web.pages.frame.answer import answer
from warmonitor.web.pages.frame.page import Page
from warmonitor.web.pages.frame.route import paged
from warmonitor.web.pages.sources.outlets import OutletLine, line
from warmonitor.web.pages.sources.quoting import Quoting, quoting

router = paged("pages")
_OUTLETS = 10
_LINES, _FEW = 100, 20  # ways from speakers to print that are listed, and where nobody is chosen


class AskedQuoting(BaseModel):
    """Whose claims are counted: those of an outlet, of an origin, of some days, or all."""

    model_config = ConfigDict(extra="forbid")
    outlet: Word | None = Field(None, description="Outlet that prints them.")
    origin: Word | None = Field(None, description="Whose words they are.")
    since: Day | None = Field(None, description="First day that they tell of.")
    until: Day | None = Field(None, description="Last day.")


class SourcesPage(Page):
    """Outlets with most reports, and who quotes whom."""

    title: str = "Sources"
    outlets: list[OutletLine]
    quoting: Quoting


@router.get("/sources", response_model=SourcesPage)
def sources(request: Request, asked: Annotated[AskedQuoting, Query()]) -> Response:
    """Show who quotes whom, and how outlets stand."""
    database = desk_of(request).store.database
    return answer(request, "sources/index.html.j2", lambda _: _sources(database, asked))


def _sources(database: Database, asked: AskedQuoting) -> SourcesPage:
    chains, whole = _chains(database, asked)
    most = _LINES if asked.outlet or asked.origin else _FEW
    return SourcesPage(
        outlets=[line(one) for one in standings(database, _OUTLETS)],
        quoting=quoting(chains, whole, most, since=asked.since, until=asked.until),
    )


def _chains(database: Database, asked: AskedQuoting) -> tuple[Counter[Chain], bool]:
    days = {name: day for name in ("since", "until") if (day := getattr(asked, name))}
    whole = True
    if days:
        found, whole = of_days(database, filters_of(days))
    elif asked.outlet:
        found = of_outlet(database, asked.outlet)
    elif asked.origin:
        found = of_speaker(database, asked.origin)
    else:
        found = of_all(database)
    if asked.outlet or asked.origin:
        found = Counter({chain: count for chain, count in found.items() if _fits(chain, asked)})
    return found, whole


def _fits(chain: Chain, asked: AskedQuoting) -> bool:
    wanted = Chain(asked.outlet or chain.outlet, chain.agency, asked.origin or chain.speaker)
    return chain.quotes == wanted.quotes
