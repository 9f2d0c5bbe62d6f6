"""What a block gives to the deals of one country and year, with the posts under them; how they are joined."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from warmonitor.language.tellings import first_tellings
from warmonitor.model import (
    ActorIndex,
    Agreement,
    Claim,
    ClaimKind,
    DealsPart,
    KeptPost,
    When,
)
from warmonitor.run.across.gather import Record
from warmonitor.run.across.merge import merged
from warmonitor.run.across.thin import Block
from warmonitor.stages.reconcile.agreements import agreed_on

DEALS = frozenset({ClaimKind.AGREEMENT, ClaimKind.POST})


@dataclass
class _Unit:
    """What is gathered of one unit."""

    agreements: list[Agreement] = field(default_factory=list)
    posts: list[KeptPost] = field(default_factory=list)
    claims: set[str] = field(default_factory=set)


def deals_parts(block: Block) -> Iterator[tuple[str, DealsPart]]:
    """Yield the deals of a block by the country that it is most about and the year of their making."""
    units: dict[str, _Unit] = defaultdict(_Unit)
    country = _country(block)
    home: dict[str, str] = {}
    for deal in block.part.agreements:
        unit = f"deals:{country}:{_year(deal.when, deal.claims, block)}"
        units[unit].agreements.append(deal)
        home.update(dict.fromkeys(deal.claims, unit))
    for post in block.part.posts:
        ids = tuple(key for one in post.tellings for key in (*one.claims, *one.denials))
        unit = f"deals:{country}:{_year(post.tellings[0].when, ids, block)}"
        units[unit].posts.append(post)
        home.update({key: home.get(key, unit) for key in ids})
    for claim in block.part.claims:
        if claim.kind in DEALS and claim.id not in home:
            home[claim.id] = f"deals:{country}:{_year(claim.when, (claim.id,), block)}"
    for key, unit in home.items():
        units[unit].claims.add(key)
    for unit, one in sorted(units.items()):
        told = block.told(_with_deeds(block, one.claims))
        yield unit, DealsPart(tuple(one.agreements), tuple(one.posts), told)


def deals_records(parts: Sequence[DealsPart]) -> tuple[Record, ...]:
    """Return the deals and posts of a unit; those of one block are its own."""
    if len(parts) == 1:
        return (*parts[0].agreements, *parts[0].posts)
    told = merged([part.told for part in parts])
    first = first_tellings(told.claims, told.reports)
    made = agreed_on(told.claims, first, ActorIndex.of(told.actors))
    return (*made.agreements, *made.posts)


def _with_deeds(block: Block, ids: set[str]) -> list[Claim]:
    """Return claims of deals with all that stands in the same words: the deeds that break them."""
    deals = [block.claims[key] for key in sorted(ids) if key in block.claims]
    words = defaultdict(list)
    for one in deals:
        words[one.report].append(one.quote)
    beside = [
        claim
        for claim in block.part.claims
        if claim.kind not in DEALS and any(claim.quote.meets(span) for span in words.get(claim.report, ()))
    ]
    return [*deals, *beside]


def _year(when: When, claims: Sequence[str], block: Block) -> str:
    """Return the year of a deal, else that in which it is first told of, "" where neither is known."""
    day = when.earliest or when.latest
    known = [block.claims[key].report for key in claims if key in block.claims]
    written = [one for key in known if (one := block.reports[key].dated.latest)]
    first = day or min(written, default=None)
    return f"{first.year:04}" if first else ""


def _country(block: Block) -> str:
    told = Counter(
        place.country
        for claim in block.part.claims
        for named in claim.where
        if (place := block.atlas.known.get(named.id or "")) and place.country
    )
    return min(told, key=lambda one: (-told[one], one)) if told else ""
