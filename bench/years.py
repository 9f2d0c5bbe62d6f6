"""Made reports of forty wars over five years: strikes, tolls, ground taken, reprints and later counts.

Towns are the larger ones of each country in the gazetteer; everything else is made. A happening is told of by
one to four reports within days; a fifth of all reports are reprints.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import numpy as np

import warmonitor
from warmonitor.model import RawReport
from warmonitor.stages.archive.made import raw_report

FIRST, DAYS, WARS, TOWNS = date(2021, 1, 1), 5 * 365, 40, 60
REPRINTED = 0.2
SENTENCES = 8  # sentences beside the news, each of parts put together anew, so that only reprints share much
_GAZETTEER = Path(warmonitor.__file__).parent / "reference" / "data" / "gazetteer.sqlite"
_TOWNS = """SELECT c.names, p.name FROM place p JOIN country c ON c.iso = p.country
WHERE p.kind = 'town' AND p.population > 20000 AND p.name NOT LIKE '% %' AND p.country = ?
ORDER BY p.population DESC LIMIT ?"""
_ARMS = (
    "shells",
    "rockets",
    "mortar rounds",
    "an air strike",
    "a car bomb",
    "artillery fire",
    "a drone",
    "two mines",
)
_HIT = ("a market", "a school", "a bakery", "a hospital", "a bus station", "a water plant", "two houses")
_WHO = ("the health ministry", "a local doctor", "the provincial governor", "the army", "a rebel spokesman",
        "the civil defence", "an aid worker", "the town council")  # fmt: skip
_LEADS = (
    "{what} in {town}, {country}, {when}, killing {killed} people, {who} said.",
    "{killed} people were killed {when} when {what} in {town} in {country}, {who} told reporters.",
    "According to {who}, {what} in {town} {when} and left {killed} dead in that part of {country}.",
    "{town}, {country} - {when} {what}. The dead number {killed}, said {who}.",
    "In {country}, {who} put the dead of {town} at {killed} after {what} {when}.",
)
_HURT = (
    "At least {hurt} people were wounded, {who} said.",
    "Hospitals took in {hurt} wounded.",
    "Another {hurt} were hurt, by the count of {who}.",
    "{who} spoke of {hurt} injured.",
)

_PARTS = tuple(
    tuple(part.split("/"))
    for part in """
Shopkeepers/Two teachers/A baker/Older farmers/Bus drivers/Nurses/Engineers/Three families
waited for/talked about/complained of/counted/carried/looked for/paid more for/asked for/sold
bread/fuel/clean water/blankets/generators/seed potatoes/school books/spare parts/medicine/firewood
near the old mill/behind the station/along the canal/at the cattle market/in the upper quarter/by the bridge
before dawn/until late at night/as in most weeks/for the second time/while it rained/without much hope/on foot
with their neighbours/as prices rose/during a short calm/despite the cold/in long queues/since spring
""".strip().split("\n")
)


@dataclass(slots=True)
class Years:
    """Makes one report after the other, in the order of their days; the same for a seed and a count."""

    count: int
    seed: int = 5
    wars: int = WARS
    _towns: list[tuple[str, list[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        with sqlite3.connect(f"file:{_GAZETTEER}?mode=ro", uri=True) as known:
            isos = [iso for (iso,) in known.execute("SELECT iso FROM country ORDER BY iso")]
            for iso in isos:
                rows = known.execute(_TOWNS, (iso, TOWNS)).fetchall()
                if len(rows) == TOWNS and len(self._towns) < self.wars:
                    self._towns.append(
                        (str(rows[0][0]).split("|")[0].strip('[]"').split('"')[0], [t for _, t in rows])
                    )
        known.close()

    def reports(self) -> Iterator[RawReport]:
        """Yield the reports, each with its bytes."""
        random, made = np.random.default_rng(self.seed), 0
        while made < self.count:
            day = FIRST + timedelta(days=int(DAYS * made / self.count))
            country, towns = self._towns[int(random.integers(len(self._towns)))]
            for text, title, written, site in self._happening(random, country, towns, day):
                if made < self.count:
                    yield _raw(made, text, title, written, site)
                    made += 1

    def _happening(
        self, random: np.random.Generator, country: str, towns: list[str], day: date
    ) -> Iterator[tuple[str, str, date, int]]:
        town, other = (towns[int(n)] for n in random.choice(len(towns), 2, replace=False))
        killed, arms, hit = int(random.integers(2, 60)), _pick(random, _ARMS), _pick(random, _HIT)
        text = ""
        for number in range(int(random.integers(1, 5))):
            written = day + timedelta(days=int(random.integers(0, 3)) if number else 0)
            site = int(random.integers(300))
            if not (text and random.random() < REPRINTED):
                told = killed + int(random.integers(0, 5)) * (number > 0)
                text = _told(random, country, town, other, told, f"{arms} hit {hit}", day, written)
            yield text, f"{killed} killed as {hit} is hit in {town}", written, site


def _told(  # noqa: PLR0913, PLR0917
    random: np.random.Generator,
    country: str,
    town: str,
    other: str,
    killed: int,
    what: str,
    day: date,
    written: date,
) -> str:
    when = "on " + f"{day:%A}" if written - day < timedelta(days=6) else f"on {day.day} {day:%B}"
    lead = _pick(random, _LEADS).format(
        what=what, town=town, country=country, when=when, killed=killed, who=_pick(random, _WHO)
    )
    hurt = _pick(random, _HURT).format(hurt=killed + 7, who=_pick(random, _WHO))
    ground = (
        f"Government forces took control of {other} {when}, {_pick(random, _WHO)} said."
        if random.random() < 0.3
        else f"Fighting went on around {other}."
    )
    rest = [" ".join(_pick(random, part) for part in _PARTS) + "." for _ in range(SENTENCES)]
    return "\n\n".join([lead, f"{hurt} {ground}", " ".join(rest[:4]), " ".join(rest[4:])])


def _raw(number: int, text: str, title: str, written: date, site: int) -> RawReport:
    address, outlet = f"https://site{site}.example/{number}", f"Site {site} News"
    hints = (("url", address), ("title", title), ("outlet", outlet), ("published", written.isoformat()))
    return raw_report(f"years.jsonl#{number}", "text/plain", text.encode(), hints)


def _pick(random: np.random.Generator, words: tuple[str, ...]) -> str:
    return words[int(random.integers(len(words)))]
