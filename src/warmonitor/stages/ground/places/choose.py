"""Which of the places of one name is meant."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from warmonitor.model import RunnerUp, haversine_km
from warmonitor.reference.gazetteer import Candidate, GazetteerEntry, MatchKind, PlaceKind, in_countries
from warmonitor.reference.gazetteer.spelling import is_generic, norm
from warmonitor.stages.ground.places.theatre import Theatre
from warmonitor.stages.ground.places.within import lies_within

KIND_FITS = 0.6
# A village that is placed by the name of a town lies this near to it at most.
WITHIN_KM = 60.0
NEAR_OTHERS = 0.6
NEAR_KM = 120.0
POPULATION = 0.4
BARE_COUNTRY = 0.9
BARE_REGION = 0.5
OWN_NAME = 0.3
# A bare name that a province shares means its seat, hardly a hamlet elsewhere.
BARE_TOWN = 0.5
BARE_HAMLET = 0.1
TOWNLIKE = 50_000
# Outside the theatre only a place that everybody knows is meant by its bare name.
WELL_KNOWN = 400_000
# Next door to the theatre, a town of this size is meant by its bare name, a smaller one only when close.
LARGE = 100_000
# A country with less than this share of the weightiest is treated like a neighbour.
MINOR = 0.25
# Where nothing sure tells of the theatre, a town has to be this large.
UNSURE_TOWN = 20_000
CLOSE = 0.2
# What the words beside a name say of where it lies counts for more than all else but the kind.
SAID_WITHIN = 0.8
FAR_AHEAD = 10
# Settlements of one name that are this little apart in score, and this far on the ground, are not told apart.
RIVAL = 0.1
SAME_KM = 10.0
SETTLED = frozenset({PlaceKind.TOWN, PlaceKind.SECTION})
# Names of divisions that are cities are used for the ring of so many kilometres around them, too.
CITY_KM = 30.0
# A division reaches so many times as far as most of its towns lie.
BEYOND = 1.5
SITES = frozenset({PlaceKind.SECTION, PlaceKind.SITE})
# Places of one name that are told where none is chosen.
TOLD = 3

FITS: dict[str, frozenset[PlaceKind]] = {
    "town": SETTLED,
    "section": SETTLED,
    "capital": frozenset({PlaceKind.TOWN}),
    "province": frozenset({PlaceKind.PROVINCE, PlaceKind.REGION, PlaceKind.DISTRICT}),
    "region": frozenset({PlaceKind.REGION, PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.WATER}),
    "country": frozenset({PlaceKind.COUNTRY}),
}


@dataclass(frozen=True, slots=True)
class Context:
    """What helps to choose: the theatre, places settled already, places that it is said to lie in.

    `said_within` are those that the texts say this one name lies in: they speak for, and forbid only a
    well-known place outside the theatre.
    `named_else` says that a settled place among the candidates is so under another name.
    `from_text` says that the theatre was weighed from a text: then names are guessed at only in countries
    of which the text names a certain place. `division` is where a table puts the place: it decides between
    places of one name.
    """

    theatre: Theatre
    anchors: tuple[GazetteerEntry, ...] = ()
    within: tuple[GazetteerEntry, ...] = ()
    from_text: bool = False
    division: tuple[GazetteerEntry, ...] = ()
    said_within: tuple[GazetteerEntry, ...] = ()
    named_else: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen, None where none may be; `because` names the runner-up where it is close.

    `runner_up` is the next place of the name; `namesakes` how many there are where nothing decides.
    """

    entry: GazetteerEntry | None
    because: str
    runner_up: RunnerUp | None = None
    namesakes: int = 0


def choose(name: str, kind: str | None, candidates: Sequence[Candidate], context: Context) -> Choice:
    """Pick the place by theatre, kind, the place it is said to lie in, nearness and population."""
    if kind == "site":
        candidates = [one for one in candidates if one.entry.kind in SITES]
        if not candidates:
            return Choice(None, f"“{name}” is the name of a street or building, which no gazetteer holds")
    fit = [one for one in candidates if _may(one, kind)]
    inside = [one for one in fit if not context.theatre.order or _at_hand(name, one, context)]
    pool = inside or [one for one in fit if _known_afar(name, one.entry, context)]
    pool = [one for one in pool if fits_within(one.entry, context.within)]
    if not pool:
        unsure = len(fit) > 1 and not context.theatre.sure and context.from_text
        return _undecided(name, fit) if unsure else Choice(None, _left_open(name, fit))
    if not context.theatre.order and not _stands_out(pool):
        return _undecided(name, pool)
    ranked = sorted(pool, key=lambda one: (-round(score(name, one, kind, context), 6), one.entry.ref))
    rivals = _rivals(name, ranked, kind, context)
    if len(rivals) > 1:
        inside = [one for one in rivals if lies_in(one.entry, context.division)]
        inside = inside or [one for one in rivals if may_lie_in(one.entry, context.division)]
        inside = inside if inside and not _apart(inside) else _province_of(name, kind, ranked)
        if not inside:
            return _undecided(name, rivals)
        ranked = [*inside, *(one for one in ranked if one not in inside)]
    second = runner_up(name, ranked, fit, kind, context)
    return Choice(ranked[0].entry, _because(name, ranked, kind, context), second)


def _province_of(name: str, kind: str | None, ranked: Sequence[Candidate]) -> list[Candidate]:
    """Return the province whose bare name hamlets share: it is meant sooner than one of them."""
    wide = [
        one for one in ranked if one.entry.kind is PlaceKind.PROVINCE and _by_its_own_name(name, one.entry)
    ]
    return wide[:1] if kind is None else []


def _undecided(name: str, bearers: Sequence[Candidate]) -> Choice:
    said = f"“{name}” is the name of {len(bearers)} places and nothing tells which: "
    told = "; ".join(_told(one.entry) for one in bearers[:TOLD])
    return Choice(None, said + told, namesakes=len(bearers))


def runner_up(
    name: str,
    ranked: Sequence[Candidate],
    fit: Sequence[Candidate],
    kind: str | None,
    context: Context,
) -> RunnerUp | None:
    """Return the next place of the name and why it was not chosen, None where there is no other."""
    if len(ranked) > 1:
        ahead = score(name, ranked[0], kind, context) - score(name, ranked[1], kind, context)
        because = "close: less speaks for it" if ahead < CLOSE else "far less speaks for it"
        return _second(ranked[1].entry, because)
    others = [one for one in fit if one.entry.ref != ranked[0].entry.ref]
    if not others:
        return None
    entry = min(others, key=lambda one: (-one.entry.population, one.entry.ref)).entry
    return _second(entry, "the report is about other countries")


def _second(entry: GazetteerEntry, because: str) -> RunnerUp:
    told = f"{entry.kind.value}; {because}"
    return RunnerUp(entry.name, entry.ref, entry.country, entry.province or None, told)


def _rivals(name: str, ranked: Sequence[Candidate], kind: str | None, context: Context) -> list[Candidate]:
    """Return the first and the settlements of its name elsewhere that nothing puts far enough behind it."""
    first = ranked[0]
    if first.entry.kind not in SETTLED:
        return [first]
    best = score(name, first, kind, context)
    level = [
        one for one in ranked if one.entry.kind in SETTLED and best - score(name, one, kind, context) < RIVAL
    ]
    return level if _apart(level) else [first]


def lies_in(entry: GazetteerEntry, division: Sequence[GazetteerEntry]) -> bool:
    """Say whether a place is said to lie in a division, or lies in the ring of one that is a city.

    Where nothing is said of the place, where it lies decides.
    """
    provinces = {norm(one.province or one.name) for one in division if one.kind is PlaceKind.PROVINCE}
    if norm(entry.province) in provinces:
        return True
    cities = [one for one in division if (one.radius_km or 0.0) < CITY_KM]
    return may_lie_in(entry, cities if entry.province and provinces else division)


def may_lie_in(entry: GazetteerEntry, division: Sequence[GazetteerEntry]) -> bool:
    """Say whether a place is near enough to the middle of a division, or in a city's ring."""
    here = (entry.latitude, entry.longitude)
    return any(
        haversine_km(here, (one.latitude, one.longitude)) <= max(CITY_KM, (one.radius_km or 0.0) * BEYOND)
        for one in division
    )


def _apart(level: Sequence[Candidate]) -> bool:
    first = level[0].entry
    return any(
        haversine_km((first.latitude, first.longitude), (one.entry.latitude, one.entry.longitude)) > SAME_KM
        for one in level
    )


def score(name: str, one: Candidate, kind: str | None, context: Context) -> float:
    """Return how well a candidate fits; only the order matters."""
    entry = one.entry
    total = one.score + context.theatre.share(entry.countries)
    if kind in FITS:
        total += KIND_FITS if entry.kind in FITS[kind] else 0.0
    elif entry.kind is PlaceKind.COUNTRY:
        total += BARE_COUNTRY
    elif entry.bare:
        total += BARE_REGION
    elif entry.kind in SETTLED:
        seat = norm(entry.province) == norm(name) or entry.population >= TOWNLIKE
        total += BARE_TOWN if seat else BARE_HAMLET
    if _by_its_own_name(name, entry):
        total += OWN_NAME
    distances = [
        haversine_km((entry.latitude, entry.longitude), (other.latitude, other.longitude))
        for other in context.anchors
        if other.ref != entry.ref or context.named_else
    ]
    if distances:
        total += NEAR_OTHERS * math.exp(-min(distances) / NEAR_KM)
    if any(lies_within(entry, wide) for wide in context.said_within):
        total += SAID_WITHIN
    return total + POPULATION * math.log10(entry.population + 1) / 7


def _may(one: Candidate, kind: str | None) -> bool:
    """A noun beside the name forbids the other kinds, but a region's name may go with any but a town's."""
    if one.match is not MatchKind.EXACT and is_generic(one.entry.name):
        return False
    if kind in {"town", "section", "capital"}:
        return one.entry.kind in FITS[kind]
    if kind in {"province", "region"}:
        return one.entry.kind is not PlaceKind.COUNTRY
    return True


def _at_hand(name: str, one: Candidate, context: Context) -> bool:
    """Say whether a place lies in the theatre, or next door and close to where it happens or large."""
    entry = one.entry
    if entry.kind is PlaceKind.COUNTRY:
        return True
    main = not entry.countries or context.theatre.share(entry.countries) >= MINOR
    if in_countries(entry, context.theatre.order) and main:
        large = entry.population >= UNSURE_TOWN or entry.kind is not PlaceKind.TOWN
        return context.theatre.sure or (large and _by_its_own_name(name, entry))
    if not in_countries(entry, {*context.theatre.order, *context.theatre.neighbours}):
        return False
    near = any(
        other.kind is PlaceKind.TOWN
        and haversine_km((entry.latitude, entry.longitude), (other.latitude, other.longitude)) < NEAR_KM
        for other in context.anchors
        if other.ref != entry.ref
    )
    large = _well_known(entry) or entry.population >= LARGE or entry.kind is not PlaceKind.TOWN
    return near or (large and _by_its_own_name(name, entry))


def _known_afar(name: str, entry: GazetteerEntry, context: Context) -> bool:
    """Say whether everybody knows the place by this name, and no words beside it put it elsewhere."""
    elsewhere = context.said_within and not any(lies_within(entry, wide) for wide in context.said_within)
    return _well_known(entry) and _by_its_own_name(name, entry) and not elsewhere


def _by_its_own_name(name: str, entry: GazetteerEntry) -> bool:
    """Say whether it is the usual name: far from the theatre, one of a city's many spellings is chance."""
    return entry.kind is PlaceKind.COUNTRY or norm(name) in {norm(entry.name), norm(entry.ascii_name)}


def fits_within(entry: GazetteerEntry, within: Sequence[GazetteerEntry]) -> bool:
    """Say whether a place can lie in one of the places that the phrase puts it in; any does without them."""
    if not within:
        return True
    for other in within:
        km = haversine_km((entry.latitude, entry.longitude), (other.latitude, other.longitude))
        inside = other.kind is not PlaceKind.TOWN and set(entry.countries) & set(other.countries)
        reach = WITHIN_KM if other.kind is PlaceKind.TOWN else (other.radius_km or 0.0) * 1.5
        if km <= reach or (inside and entry.province == other.province and entry.province):
            return True
    return False


def _well_known(entry: GazetteerEntry) -> bool:
    known = entry.kind in {PlaceKind.COUNTRY, PlaceKind.WATER} or entry.bare or entry.capital
    return known or entry.population >= WELL_KNOWN


def _stands_out(pool: Sequence[Candidate]) -> bool:
    if len({one.entry.countries for one in pool}) == 1:
        return True
    if any(one.entry.kind is PlaceKind.COUNTRY or one.entry.bare for one in pool):
        return True
    sizes = sorted((one.entry.population for one in pool if one.entry.kind is PlaceKind.TOWN), reverse=True)
    return len(sizes) < 2 or sizes[0] >= max(1, sizes[1]) * FAR_AHEAD


def _left_open(name: str, fit: Sequence[Candidate]) -> str:
    if not fit:
        return f"no gazetteer entry for “{name}”"
    where = ", ".join(sorted({iso for one in fit for iso in one.entry.countries})[:5])
    return f"places called “{name}” are known only elsewhere ({where})"


def _because(name: str, ranked: Sequence[Candidate], kind: str | None, context: Context) -> str:
    first = ranked[0]
    reason = first.reason
    if len(ranked) > 1:
        ahead = score(name, first, kind, context) - score(name, ranked[1], kind, context)
        if ahead < CLOSE:
            reason += f"; nearly {_told(ranked[1].entry)}"
    return reason


def _told(entry: GazetteerEntry) -> str:
    inside = ", ".join(part for part in (entry.province, "/".join(entry.countries)) if part)
    return f"{entry.name} ({entry.kind.value}, {inside})"
