"""A made account of any size, a few days at a time: as skewed as real ones, its ids and quotes sound.

`Rooms(100_000)` has about 300,000 claims. The same number gives the same account.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from bench import made_parts as parts
from bench import made_words as words
from bench.made_gathered import Gathered
from bench.made_over import over
from bench.made_parts import MARK, Tree, lasting_id, made_id

FIRST, DAYS = date(2012, 1, 1), 1_826
OUTLETS, SPEAKERS = 400, 300
_UNIT = 270  # reports that are made together
_KINDS = ("toll",) * 34 + ("attack",) * 25 + ("control",) * 12 + ("event",) * 8 + ("statement",) * 7 + (
    "movement",) * 5 + ("agreement",) * 3 + ("alliance",) * 3 + ("access",) * 2 + ("post",)  # fmt: skip
_FILLED = 11  # sentences of a report that tell nothing

Lists = dict[str, list[Tree]]


@dataclass
class Rooms:
    """An account of so many reports, made for some days and then again and again for the days after.

    What stands over all days is gathered while its parts are made.
    """

    reports: int
    copies: int = 1
    places: int = 3_000
    actors: int = 500
    gathered: Gathered = field(default_factory=Gathered)

    def __post_init__(self) -> None:
        chance = Random("rooms")
        self.grounds = [
            _place(chance, at, name) for at, name in enumerate(words.names("places", self.places))
        ]
        self.parties = [_actor(at, name) for at, name in enumerate(words.names("actors", self.actors))]
        self.outlets = [f"The {name} Herald" for name in words.names("outlets", OUTLETS)]
        self.speakers = [_speaker(at, name) for at, name in enumerate(words.names("speakers", SPEAKERS))]

    @property
    def days(self) -> int:
        """Return how many days are made before they are made again."""
        return DAYS // self.copies

    def units(self) -> Iterator[tuple[str, Lists]]:
        """Yield units of work with their records for the first days."""
        whole = self.reports // self.copies
        count = max(1, whole // _UNIT)
        for number in range(count):
            first = FIRST + timedelta(days=number * self.days // count)
            made = _Unit(self, number, first, max(1, self.days // count))
            yield (
                f"made-{number:05}{MARK}",
                made.lists(whole * (number + 1) // count - whole * number // count),
            )

    def over(self) -> Iterator[tuple[str, Lists]]:
        """Yield the units over all days, once those of the first days were made."""
        gathered = self.gathered
        self.gathered = Gathered()
        for copy in range(self.copies):
            self.gathered.add(gathered.again(copy, self.days))
        yield from over(self)


class _Unit:
    """The records of some days, whose stories nobody else tells."""

    def __init__(self, rooms: Rooms, number: int, first: date, days: int) -> None:
        self._rooms, self._number, self._first, self._days = rooms, number, first, days
        self._chance = Random(number)
        self._made: Lists = {
            name: []
            for name in (
                "reports",
                "strands",
                "claims",
                "events",
                "coverage",
                "figures",
                "disputes",
                "statements",
            )
        }

    def lists(self, reports: int) -> Lists:
        """Return so many reports with all that rests on them."""
        while (left := reports - len(self._made["reports"])) > 0:
            self._story(min(left, 1 + words.skewed(self._chance, 6, 2)))
        return self._made

    def _story(self, count: int) -> None:
        """Tell of one place and day in some reports, of which some are copies."""
        chance, rooms = self._chance, self._rooms
        at = words.skewed(chance, rooms.places)
        by, other = (rooms.parties[words.skewed(chance, rooms.actors)] for _ in range(2))
        day = self._first + timedelta(days=chance.randrange(self._days))
        number, kinds = 1 + words.skewed(chance, 400, 5), [words.pick(chance, _KINDS) for _ in range(3)]
        made: list[Tree] = []
        claims: list[Tree] = []
        while len(made) < count:
            copies = min(count - len(made), 1 + words.skewed(chance, 3))
            told, found = self._strand(copies, at, by, other, str(day), number + chance.randrange(4), kinds)
            made, claims = made + told, claims + found
        self._joined(at, day, by, other, made, claims)

    def _strand(
        self, copies: int, at: int, by: Tree, other: Tree, day: str, number: int, kinds: Sequence[str]
    ) -> tuple[list[Tree], list[Tree]]:
        rooms, chance = self._rooms, self._chance
        spoken, text = self._text(at, by, other, number, kinds)
        made: list[Tree] = []
        claims: list[Tree] = []
        name = made_id("strand", self._number, len(self._made["reports"]))
        for _ in range(copies):
            serial = self._number * 10_000 + len(self._made["reports"])
            outlet = rooms.outlets[words.skewed(chance, OUTLETS, 3)]
            one = parts.report(
                made_id("report", serial), serial, outlet, day, text, name, made[0]["id"] if made else None
            )
            rooms.gathered.dated[one["id"]] = {"id": one["id"], "outlet": outlet, "dated": one["dated"]}
            made.append(one)
            self._made["reports"].append(one)
            claims += [self._claim(one, day, at, by, other, number, *told) for told in spoken]
        self._made["strands"].append(parts.strand(name, made))
        return made, claims

    def _text(
        self, at: int, by: Tree, other: Tree, number: int, kinds: Sequence[str]
    ) -> tuple[list[tuple[int, str, str, str, str, Tree | None]], str]:
        """Return what is told, each with where its words begin, and the whole text."""
        rooms, chance = self._rooms, self._chance
        spoken: list[tuple[int, str, str, str, str, Tree | None]] = []
        text, fill = "", words.fillers()
        for kind in kinds:
            text += " ".join(words.pick(chance, fill) for _ in range(_FILLED // len(kinds))) + " "
            speaker = (
                rooms.speakers[words.skewed(chance, SPEAKERS)]
                if chance.random() < 0.7 or kind == "statement"
                else None
            )
            of, what = words.pick(chance, words.PEOPLE), _what(chance, kind)
            place = rooms.grounds[at]["name"]
            before, quote, after = words.told(
                chance,
                kind,
                place,
                by["name"],
                other["name"],
                speaker["name"] if speaker else "a witness",
                number,
                of,
                what,
            )
            spoken.append((len(text) + len(before), quote, kind, of, what, speaker))
            text += f"{before}{quote}{after}\n"
        return spoken, text.rstrip("\n")

    def _claim(
        self, of: Tree, day: str, at: int, by: Tree, other: Tree, number: int, start: int, quote: str,
        kind: str,
        people: str, what: str, speaker: Tree | None
    ) -> Tree:  # fmt: skip
        rooms, chance = self._rooms, self._chance
        name = made_id("claim", of["id"], start)
        one = parts.claim(name, of, start, quote, kind, day, rooms.grounds[at], speaker)
        one |= parts.own(kind, by, other, number, people, what, number // 5 * (chance.random() < 0.3))
        if chance.random() < 0.06:
            one["stance"] = words.pick(chance, ("denied", "alleged"))
        self._made["claims"].append(one)
        rooms.gathered.claims[name] = {"id": name, "report": of["id"], "when": one["when"]}
        rooms.gathered.by_origin.setdefault(one["paths"][0]["origin"], []).append(name)
        _gather(rooms, at, kind, one, chance)
        return one

    def _joined(
        self, at: int, day: date, by: Tree, other: Tree, made: list[Tree], claims: list[Tree]
    ) -> None:
        place, story = self._rooms.grounds[at], claims[0]["id"]
        groups = [
            [one for one in claims if one["kind"] in kinds]
            for kinds in (("toll", "attack"), ("event", "control"))
        ]
        events = []
        for group in filter(None, groups):
            name = made_id("event", group[0]["id"])
            when = parts.day_of(str(day), str(day + timedelta(days=self._chance.choice((0, 0, 0, 1, 6)))))
            strands = sorted({one["strand"] for one in made})
            events.append(parts.event(name, group, place, when, (by, other), strands))
        self._made["events"] += events
        tolls = [one for one in claims if one["kind"] == "toll"]
        for measure in ("killed", "injured", "displaced"):
            if of := [one for one in tolls if one["measure"] == measure]:
                apart = [one["id"] for one in tolls if one["measure"] != measure][:3]
                self._made["figures"].append(
                    parts.figure(made_id("figure", story, measure), of, place, parts.day_of(str(day)), apart)
                )
        self._told_together(made, claims, events, tolls, story)

    def _told_together(
        self, made: list[Tree], claims: list[Tree], events: list[Tree], tolls: list[Tree], story: str
    ) -> None:
        if len(made) > 1:
            ids = [one["id"] for one in made]
            self._made["coverage"].append(
                parts.coverage(made_id("coverage", story), ids, [one["id"] for one in events])
            )
        denied = [one for one in claims if one["stance"] == "denied"]
        rest = [one for one in claims if one["stance"] != "denied"]
        if denied and rest:
            self._made["disputes"].append(parts.dispute(made_id("dispute", story), rest, "denial", denied))
        elif len({one["best"] for one in tolls}) > 2:
            self._made["disputes"].append(parts.dispute(made_id("dispute", story), tolls, "figure"))
        speeches = [one for one in claims if one["kind"] == "statement" and one["attribution"]]
        if len(speeches) > 1:
            self._made["statements"].append(parts.statement(made_id("statement", story), speeches))


def _gather(rooms: Rooms, at: int, kind: str, one: Tree, chance: Random) -> None:
    """Keep what is told of over all blocks."""
    known = rooms.gathered
    lists = {"control": known.by_place, "access": known.shut, "agreement": known.deals, "post": known.posts}
    keys = {"agreement": chance.randrange(300), "post": chance.randrange(200)}
    if kind in lists:
        lists[kind].setdefault(str(keys.get(kind, at)), []).append(one)


def _what(chance: Random, kind: str) -> str:
    choices: dict[str, Sequence[str]] = {
        "toll": words.MEASURES,
        "control": tuple(words.HELD),
        "agreement": tuple(words.ACTS),
    }
    return words.pick(chance, choices.get(kind, ("",)))


def _place(chance: Random, at: int, name: str) -> Tree:
    sort = ("exact", "exact", "exact", "exact", "near", "province", "unknown")[at % 7]
    told = {
        "exact": (1, 1, 3.0),
        "near": (2, 2, 12.0),
        "province": (4, 3, 60.0),
        "unknown": (None, None, None),
    }[sort]
    known = sort != "unknown"
    return {
        "id": lasting_id("place", at), "name": name, "names_seen": [name, f"{name[:3]}-{name[3:]}"],
        "latitude": round(30 + 7 * chance.random(), 5) if known else None,
        "longitude": round(35 + 10 * chance.random(), 5) if known else None,
        "gazetteer": f"made:{at}" if sort == "exact" else None, "precision": sort, "where_prec": told[0],
        "geo_precision": told[1], "radius_km": told[2], "inside": f"Province {at % 14 + 1}", "of": None,
        "country": ("XA", "XB", "XC")[at % 3], "because": f"“{name}” is a town of that name",
        "runner_up": None,
    }  # fmt: skip


def _actor(at: int, name: str) -> Tree:
    kind, inter, side = (
        ("rebel group", 2, "opposition"),
        ("government", 1, "government"),
        ("militia", 3, None),
    )[at % 3]
    return {
        "id": lasting_id("actor", at), "name": f"{name} Front" if kind != "government" else f"{name} army",
        "names_seen": [name, f"the {name}s"], "kind": kind, "inter": inter, "side": side, "wikidata": None,
        "country": ("XA", "XB", "XC")[at % 3],
        "part_of": lasting_id("actor", at % 20) if at >= 20 and at % 5 == 0 else None,
        "backers": [], "status": "new" if at % 25 == 24 else "known", "because": "it is told by that name",
    }  # fmt: skip


def _speaker(at: int, name: str) -> Tree:
    return {
        "id": lasting_id("actor", "speaker", at), "name": f"{name} Observatory",
        "names_seen": [f"{name} Observatory"],
        "kind": "observatory", "inter": None, "side": None, "wikidata": None, "country": None,
        "part_of": None, "backers": [], "status": "known", "because": "it is told by that name",
    }  # fmt: skip
