"""What the course of places costs: spells of control from made claims.

    python -m bench.control [--places N] [--claims N]

Each place has claims of gain, loss, entry, holding and siege over two years, told by twenty outlets and two
sides, and of every tenth a quarter is told of. Prints the seconds of one core, for a tenth of the places and
for all, and what a claim costs in each: alike where the time is linear in the claims.
"""

import argparse
import time
from datetime import date, timedelta
from random import Random

from warmonitor.model import (
    Actor,
    ActorIndex,
    ActorKind,
    Attribution,
    Change,
    Claim,
    ClaimKind,
    Control,
    Dated,
    DatedHow,
    Modality,
    Named,
    Place,
    PlaceIndex,
    PlacePrecision,
    Report,
    Span,
    Stance,
    When,
    WhenPrecision,
    make_id,
)
from warmonitor.stages.reconcile.control import ground_held
from warmonitor.stages.reconcile.origins import Origins

BEGUN, DAYS, OUTLETS = date(2031, 1, 1), 730, 20
ACTORS = (
    Actor("actor-army", "Varen army", ("Varen army",), ActorKind.STATE_FORCES, "government"),
    Actor("actor-front", "Harl Front", ("Harl Front",), ActorKind.REBEL_GROUP, "opposition"),
)
CHANGES = (Change.HOLDS, Change.HOLDS, Change.GAINED, Change.LOST, Change.ENTERED, Change.SURROUNDED)
TEXT = "They told of it."
QUOTE = Span(0, len(TEXT))


def made_reports() -> list[Report]:
    """Return a report of each day and outlet."""
    found = []
    for day in range(DAYS):
        on = BEGUN + timedelta(days=day)
        for outlet in range(OUTLETS):
            name = f"report-{day:03}-{outlet:02}"
            dated = Dated(on, on, DatedHow.STATED)
            found.append(
                Report(name, name, make_id("sha", name), TEXT, outlet=f"Outlet {outlet}", dated=dated)
            )
    return found


def made_claims(places: int, claims: int, chance: Random) -> list[Claim]:
    """Return that many claims of each place."""
    return [_claim(f"{place:06}", number, chance) for place in range(places) for number in range(claims)]


def _claim(place: str, number: int, chance: Random) -> Claim:
    day, outlet = chance.randrange(DAYS), chance.randrange(OUTLETS)
    on = BEGUN + timedelta(days=day)
    party, other = chance.sample([_named(actor.name, actor.id) for actor in ACTORS], 2)
    said = f"the old town of Town {place}" if chance.random() < 0.1 else f"Town {place}"
    where = Named(said, Span(0, 4), f"Town {place}", f"place-{place}", "exact")
    speaker = (Attribution(party),) if chance.random() < 0.3 else ()
    return Claim(
        make_id("claim", place, number), f"report-{day:03}-{outlet:02}", ClaimKind.CONTROL, QUOTE,
        speaker, Stance.ASSERTED, Modality.ACTUAL, When(on, on, "on that day", WhenPrecision.DAY), (where,),
        Control(chance.choice(CHANGES), party, other if chance.random() < 0.5 else None),
    )  # fmt: skip


def _named(name: str, actor: str) -> Named:
    return Named(name, Span(0, 0), name, actor)


def made_places(number: int) -> PlaceIndex:
    """Return that many towns."""
    return PlaceIndex.of(
        Place(f"place-{n:06}", f"Town {n:06}", (f"Town {n:06}",), 10.0, 20.0, precision=PlacePrecision.EXACT)
        for n in range(number)
    )


def seconds(places: int, claims: int) -> tuple[float, int]:
    """Return the seconds of one core for all spells of so many places, and how many spells there are."""
    told = made_claims(places, claims, Random(7))  # noqa: S311 - made claims, no secrets
    reports, cast = made_reports(), ActorIndex.of(ACTORS)
    atlas, origins = made_places(places), Origins.of(reports, [], cast)
    origins.follow(told)
    start = time.process_time()
    spells = ground_held(told, atlas, cast, origins).spells
    return time.process_time() - start, len(spells)


def main() -> None:
    """Print a line for a tenth of the places and one for all."""
    parser = argparse.ArgumentParser(prog="python -m bench.control", description="Who holds what.")
    parser.add_argument("--places", type=int, default=10_000)
    parser.add_argument("--claims", type=int, default=50)
    given = parser.parse_args()
    for places in (max(1, given.places // 10), given.places):
        taken, spells = seconds(places, given.claims)
        each = taken / (places * given.claims) * 1e6
        told = f"{places} places x {given.claims} claims, {spells} spells"
        print(f"{told:50} {taken:8.2f} s   {each:7.1f} us a claim", flush=True)


if __name__ == "__main__":
    main()
