"""The numbers of a figure: each with who says it, what each origin said in order, and parts under totals."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from warmonitor.store.database import Database
from warmonitor.store.reader import Reader, Record
from warmonitor.store.resting import resting
from warmonitor.web.pages.figures.parts import Beside, CountLine, Limb, Linked, Misprinted, OriginLine, Told
from warmonitor.web.pages.wording import words
from warmonitor.web.pages.wording.evidence import claim_address
from warmonitor.web.pages.wording.links import listed, page_of

MOST = 500  # numbers of one figure that are read
_DEEPEST = 4
_UNNAMED = "strand-"  # an origin that is one text whose source has no name


class Numbers:
    """The numbers that a figure names, as their claims give them."""

    def __init__(self, reader: Reader, ids: Iterable[str]) -> None:
        self.claims = {one["id"]: one for one in reader.some("claims", list(dict.fromkeys(ids))[:MOST])}
        reports = dict.fromkeys(one["report"] for one in self.claims.values())
        self._outlets = {one["id"]: one["outlet"] for one in reader.some("reports", list(reports))}

    def told(self, claim: str) -> Told | None:
        """Return a number, None where its claim is no toll of the account."""
        one = self.claims.get(claim)
        if one is None or one["kind"] != "toll":
            return None
        outlet = self._outlets.get(one["report"])
        return Told(
            claim=claim,
            words=words.quantity(one),
            said=words.claim_words(one),
            low=one["low"],
            best=one["best"],
            high=one["high"],
            speakers=words.speakers(one, outlet),
            outlet=outlet,
            href=claim_address(one["report"], claim),
        )


def named(figure: Record) -> Iterator[str]:
    """Yield the ids of claims that a figure names, those that count first."""
    yield from figure["claims"]
    yield from (count["claim"] for row in figure["history"] for count in row["counts"])
    yield from (one["claim"] for one in figure["apart"])
    yield from (one[name] for one in figure["changed"] for name in ("claim", "of"))


def origin(name: str) -> Linked:
    """Return an origin with where more is said of it."""
    if name.startswith(_UNNAMED):
        return Linked(id=name, name="one text, its source not named", href=page_of("strands", name))
    return Linked(id=name, name=name, href=listed("/origins", origin=name))


def history(figure: Record, numbers: Numbers) -> list[OriginLine]:
    """Return what each origin said, in order."""
    return [
        OriginLine(origin=origin(row["origin"]), counts=list(_counts(row, numbers)))
        for row in figure["history"]
    ]


def _counts(row: Record, numbers: Numbers) -> Iterator[CountLine]:
    for one in row["counts"]:
        if told := numbers.told(one["claim"]):
            yield CountLine(
                told=one["told"],
                day=words.day(one["told"]),
                mark=one["mark"],
                stands=one["claim"] in row["stands"],
                count=told,
            )


def apart(figure: Record, numbers: Numbers) -> list[Beside]:
    """Return what was looked at and set apart, with why."""
    found = ((numbers.told(one["claim"]), one["because"]) for one in figure["apart"])
    return [Beside(because=because, count=told) for told, because in found if told]


def changed(figure: Record, numbers: Numbers) -> list[Misprinted]:
    """Return numbers that were changed in copies."""
    found = ((numbers.told(one["claim"]), one) for one in figure["changed"])
    return [
        Misprinted(because=one["because"], count=told, of=numbers.told(one["of"]))
        for told, one in found
        if told
    ]


def tree(reader: Reader, database: Database, figure: Record) -> list[Limb]:
    """Return totals with their parts below, where a number of the figure is one or the other."""
    mine = list(figure["claims"])[:MOST]
    above = _above(reader, mine)
    known = {one["id"]: one for one in above}
    level = [*known, *mine]
    for _ in range(_DEEPEST):
        found = resting(database, "claims", level, MOST)
        known |= {one["id"]: one for one in found if one["id"] in level or one.get("part_of") in level}
        level = [one["id"] for one in found if one.get("part_of") in level]
        if not level:
            break
    return _limbs(known, set(mine), Numbers(reader, known))


def _above(reader: Reader, claims: Sequence[str]) -> list[Record]:
    """Return the totals of which claims are parts, the outermost too."""
    found: list[Record] = []
    level = list(claims)
    for _ in range(_DEEPEST):
        wanted = [one["part_of"] for one in reader.some("claims", level) if one.get("part_of")]
        level = [one for one in dict.fromkeys(wanted) if one not in {there["id"] for there in found}]
        if not level:
            break
        found += reader.some("claims", level)
    return found


def _limbs(known: Mapping[str, Record], mine: set[str], numbers: Numbers) -> list[Limb]:
    parts: dict[str, list[str]] = {}
    for one in known.values():
        if (total := one.get("part_of")) in known:
            parts.setdefault(str(total), []).append(one["id"])
    tops = [one for one in parts if known[one].get("part_of") not in known]
    return [limb for top in sorted(tops) for limb in _below(top, parts, mine, numbers, 0)]


def _below(
    claim: str, parts: Mapping[str, list[str]], mine: set[str], numbers: Numbers, depth: int
) -> Iterator[Limb]:
    if told := numbers.told(claim):
        yield Limb(depth=depth, here=claim in mine, count=told)
    if depth < _DEEPEST:
        for part in sorted(parts.get(claim, ())):
            yield from _below(part, parts, mine, numbers, depth + 1)
