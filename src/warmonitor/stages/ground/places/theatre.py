"""Which countries a report is about, weighed from the places and peoples that it names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from warmonitor.model import Report
from warmonitor.model.memo import REPORTS, remembered
from warmonitor.reference.gazetteer import Candidate, Gazetteer, PlaceKind, in_countries
from warmonitor.stages.ground.places.mentions import Mention, find_place_names
from warmonitor.stages.ground.places.runs import runs

# A place inside a country says more of where things happen than the country's name, and both more than an
# adjective: reports name the states that meddle as often as the one at war.
PLACE_WEIGHT = 2.0
NAME_WEIGHT = 1.0
# However often it is named, a country without a place in it is hardly where things happen.
NAME_MOST = 1.5
PEOPLE_WEIGHT = 0.4
# Below this weight nothing sure can be said of where the report is about.
SURE = 2.0
CAPITAL_WEIGHT = 0.4
# A name that only one country knows, and that nothing else speaks for, may be chance.
CHANCE_WEIGHT = 0.5
STRAND_SHARE = 0.5
SET_SHARE = 0.1
# Countries below this share of the weightiest are not looked in.
FLOOR = 0.12


@dataclass(frozen=True, slots=True)
class Theatre:
    """Weights of countries, by ISO code; `order` has the weightiest first."""

    weights: Mapping[str, float]
    order: tuple[str, ...]
    neighbours: frozenset[str] = frozenset()
    sure: bool = True

    def share(self, countries: Sequence[str]) -> float:
        """Return the weight of the weightiest of the countries, 0 to 1."""
        top = self.weights[self.order[0]] if self.order else 0.0
        return max((self.weights.get(one, 0.0) / top for one in countries), default=0.0) if top else 0.0

    @property
    def main(self) -> str | None:
        """Return the weightiest country, None where too little speaks for any."""
        return self.order[0] if self.order and self.sure else None


def own_weights(report: Report, mentions: Sequence[Mention], gazetteer: Gazetteer) -> dict[str, float]:
    """Return the weights that one report's text gives."""
    weights: dict[str, float] = {}
    for iso, weight in _people(report.title, report.text, gazetteer):
        weights[iso] = weights.get(iso, 0.0) + weight
    named = _named_countries(mentions)
    for iso in named:
        weights[iso] = weights.get(iso, 0.0) + min(NAME_WEIGHT * named[iso], NAME_MOST)
    about = frozenset(weights)
    for mention in mentions:
        for iso, weight in _placed(mention, about):
            weights[iso] = weights.get(iso, 0.0) + weight
    return weights


def own_country(report: Report, gazetteer: Gazetteer) -> str:
    """Return the code of the country that weighs most by one report's own text, "" where none does."""
    weights = own_weights(report, find_place_names(report.text, gazetteer), gazetteer)
    return next(iter(_theatre(weights, gazetteer).order), "")


@remembered(REPORTS)
def _people(title: str | None, text: str, gazetteer: Gazetteer) -> tuple[tuple[str, float], ...]:
    """Return the countries whose people a report names, with what each naming weighs."""
    return tuple(_peoples("\n".join(filter(None, (title, text))), gazetteer))


def _peoples(text: str, gazetteer: Gazetteer) -> Iterable[tuple[str, float]]:
    for run in runs(text):
        for word in dict.fromkeys((run.name, *run.words())):
            found = gazetteer.countries.by_demonym(word)
            for country in found:
                yield country.iso, PEOPLE_WEIGHT / len(found)


def _named_countries(mentions: Sequence[Mention]) -> dict[str, int]:
    named: dict[str, int] = {}
    for mention in mentions:
        for one in mention.candidates[:1]:
            if one.entry.kind is PlaceKind.COUNTRY:
                iso = one.entry.countries[0]
                named[iso] = named.get(iso, 0) + 1
    return named


def _placed(mention: Mention, about: frozenset[str]) -> Iterable[tuple[str, float]]:
    inner = [one.entry for one in mention.candidates if one.entry.kind is not PlaceKind.COUNTRY]
    if not inner or (mention.candidates and mention.candidates[0].entry.kind is PlaceKind.COUNTRY):
        return
    isos = sorted({iso for entry in inner for iso in entry.countries})
    inside = [iso for iso in isos if iso in about]
    weight = PLACE_WEIGHT
    if not inside and len(isos) == 1:
        inside, weight = isos, CHANCE_WEIGHT
    if any(entry.capital for entry in inner) and not mention.locative:
        weight = CAPITAL_WEIGHT
    for iso in inside:
        yield iso, weight / len(inside)


def theatres(
    reports: Sequence[Report], mentions: Mapping[str, Sequence[Mention]], gazetteer: Gazetteer
) -> dict[str, Theatre]:
    """Return the theatre of each report: its own weights, those of its strand, and a little of the set's."""
    own = {report.id: own_weights(report, mentions[report.id], gazetteer) for report in reports}
    strands: dict[str, list[str]] = {}
    for report in sorted(reports, key=lambda one: one.id):
        strands.setdefault(report.strand or report.id, []).append(report.id)
    everything = _mixed([(_scaled(one), 1.0) for _, one in sorted(own.items())])
    made = {}
    for report in reports:
        mates = [one for one in strands[report.strand or report.id] if one != report.id]
        parts = [(_scaled(own[report.id]), _weight(own[report.id]))]
        parts += [(_scaled(own[mate]), STRAND_SHARE / len(mates)) for mate in mates]
        parts.append((_scaled(everything), SET_SHARE))
        raw = _mixed([(own[one], 1.0) for one in (report.id, *mates)])
        sure = max(raw.values(), default=0.0) >= SURE
        made[report.id] = replace(_theatre(_mixed(parts), gazetteer), sure=sure)
    return made


def _scaled(weights: Mapping[str, float]) -> dict[str, float]:
    top = max(weights.values(), default=0.0)
    return {iso: weight / top for iso, weight in weights.items()} if top else {}


def _weight(weights: Mapping[str, float]) -> float:
    """Return how much a report's own words count: less where they say little."""
    return min(1.0, max(weights.values(), default=0.0) / SURE)


def _mixed(parts: Sequence[tuple[Mapping[str, float], float]]) -> dict[str, float]:
    mixed: dict[str, float] = {}
    for weights, share in parts:
        for iso, weight in sorted(weights.items()):
            mixed[iso] = mixed.get(iso, 0.0) + share * weight
    return mixed


def _theatre(weights: dict[str, float], gazetteer: Gazetteer) -> Theatre:
    order = sorted(weights, key=lambda iso: (-round(weights[iso], 9), iso))
    kept = tuple(iso for iso in order if weights[iso] >= FLOOR * weights[order[0]])
    country = gazetteer.countries.get(kept[0]) if kept else None
    return Theatre(weights, kept, frozenset(country.neighbours if country else ()))


def given_theatre(countries: Sequence[str], gazetteer: Gazetteer) -> Theatre:
    """Return the theatre of countries that are known beforehand, the first the weightiest."""
    return _theatre({iso: 1.0 / rank for rank, iso in enumerate(countries, 1)}, gazetteer)


def within(candidate: Candidate, theatre: Theatre) -> bool:
    """Say whether a place lies where the report is about, or next door to it."""
    return in_countries(candidate.entry, {*theatre.order, *theatre.neighbours})
