"""From the names in each report to places, one for all spellings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from warmonitor.model import RunnerUp
from warmonitor.reference.gazetteer import Candidate, Gazetteer, GazetteerEntry, MatchKind, PlaceKind
from warmonitor.reference.gazetteer.gazetteer import BEHIND
from warmonitor.reference.gazetteer.romanise import romanised
from warmonitor.reference.gazetteer.spelling import is_generic, norm, skeleton, sound
from warmonitor.stages.ground.places.choose import Choice, Context, choose, lies_in, may_lie_in
from warmonitor.stages.ground.places.join import Spelled, joined
from warmonitor.stages.ground.places.mentions import Mention
from warmonitor.stages.ground.places.theatre import Theatre, within
from warmonitor.stages.ground.places.within import wider

# Weaker matches of the gazetteer are taken only where they point at one place.
LONG_ENOUGH = {MatchKind.VARIANT: 5, MatchKind.FUZZY: 10, MatchKind.SCRIPT: 3, MatchKind.SKELETON: 5}
# A near name beside the division that is said needs this score.
FIRM = 0.62
_COUNTRIES_SEARCHED = 2
_WEAK = frozenset({MatchKind.FUZZY, MatchKind.SCRIPT, MatchKind.SKELETON})


# Wider places that a name is said to lie in, by name.
Around = dict[str, tuple[GazetteerEntry, ...]]


@dataclass(frozen=True, slots=True)
class Settled:
    """What a name stands for: `key` is the gazetteer's ref, or the bare name with its theatre.

    `name` is how a place without entry is written where no mention gives it; `namesakes` says how many
    places bear a name that nothing decides between, 0 where one was chosen.
    """

    key: str
    entry: GazetteerEntry | None
    country: str | None
    because: str
    kind: str | None = None
    runner_up: RunnerUp | None = None
    namesakes: int = 0
    name: str = ""


@dataclass(slots=True)
class Names:
    """The names of a set of reports, settled; by report, then by name and kind."""

    by_report: dict[str, dict[tuple[str, str | None], Settled]] = field(default_factory=dict)

    def of(self, report: str, mention: Mention, kind: str | None) -> Settled:
        """Return what a mention stands for."""
        return self.by_report[report][norm(mention.name), kind]


def wide_names(mentions: Mapping[str, Sequence[Mention]]) -> frozenset[str]:
    """Return the names that the reports call provinces or regions more often than towns."""
    votes: dict[str, float] = {}
    for _, listed in sorted(mentions.items()):
        for one in listed:
            key = norm(one.name)
            if one.kind in {"province", "region"}:
                votes[key] = votes.get(key, 0.0) + 1.0
            elif one.kind == "town":
                votes[key] = votes.get(key, 0.0) - 1.0
            elif one.sided:
                votes[key] = votes.get(key, 0.0) + 0.5
    return frozenset(key for key, vote in votes.items() if vote > 0)


def kind_of(mention: Mention, wide: frozenset[str]) -> str | None:
    """Return the kind that a mention is settled under."""
    if mention.kind not in {None, "any"}:
        return mention.kind
    if mention.sided or norm(mention.name) in wide:
        kinds = {one.entry.kind for one in mention.candidates}
        if kinds & {PlaceKind.PROVINCE, PlaceKind.REGION} or (not kinds and norm(mention.name) in wide):
            return "province"
    return None


def settle(
    mentions: Mapping[str, Sequence[Mention]], theatres: Mapping[str, Theatre], gazetteer: Gazetteer
) -> Names:
    """Settle every mention of every report."""
    wide = wide_names(mentions)
    names = Names()
    said = {report: _said(listed, gazetteer) for report, listed in sorted(mentions.items())}
    for report, listed in sorted(mentions.items()):
        others = {key: found for other in sorted(said, reverse=True) for key, found in said[other].items()}
        lent = {key: found for key, found in others.items() if _meets(found, theatres[report])}
        names.by_report[report] = _settled(listed, theatres[report], wide, gazetteer, lent | said[report])
    _join(names, mentions, wide)
    return names


def _said(listed: Sequence[Mention], gazetteer: Gazetteer) -> Around:
    """Return the wider places that a report says its names lie in, those of the first mention."""
    said = {norm(one.name): one.within for one in reversed(listed) if one.within}
    return {key: found for key, names in said.items() if (found := wider(names, gazetteer))}


def _meets(around: Sequence[GazetteerEntry], theatre: Theatre) -> bool:
    """Say whether what another report says of a name can hold in this one: both are about one country."""
    return any(set(entry.countries) & set(theatre.order) for entry in around)


def _settled(
    listed: Sequence[Mention],
    theatre: Theatre,
    wide: frozenset[str],
    gazetteer: Gazetteer,
    said: Around,
) -> dict[tuple[str, str | None], Settled]:
    anchors = tuple(_anchors(listed, theatre))
    context = Context(theatre, anchors, from_text=True)
    found: dict[tuple[str, str | None], Settled] = {}
    for mention in listed:
        kind = kind_of(mention, wide)
        key = (norm(mention.name), kind)
        if key not in found:
            around = said.get(norm(mention.name), ())
            named_else = len(_readings(mention, theatre)) > 1
            here = replace(context, said_within=around, named_else=named_else)
            found[key] = _one(mention, kind, here, gazetteer)
    return found


def _anchors(listed: Sequence[Mention], theatre: Theatre) -> list[GazetteerEntry]:
    """Return the places that only one reading inside the theatre is left for, each once."""
    found: dict[str, GazetteerEntry] = {}
    for mention in listed:
        exact = _readings(mention, theatre)
        if len(exact) == 1 and (mention.locative or mention.kind):
            found.update(exact)
    return [found[ref] for ref in sorted(found)]


def _readings(mention: Mention, theatre: Theatre) -> dict[str, GazetteerEntry]:
    """Return the towns and provinces where the report is about that a name may stand for, by ref."""
    inside = [one.entry for one in mention.candidates if within(one, theatre) and theatre.order]
    return {entry.ref: entry for entry in inside if entry.kind in {PlaceKind.TOWN, PlaceKind.PROVINCE}}


def _one(mention: Mention, kind: str | None, context: Context, gazetteer: Gazetteer) -> Settled:
    theatre = context.theatre
    choice = choose(mention.name, kind, mention.candidates, context)
    if choice.entry is None and not choice.namesakes and kind not in {"country", "site"}:
        weak = weak_choice(mention.name, kind, context, gazetteer)
        choice = weak or choice
    if choice.entry is not None:
        entry = choice.entry
        return Settled(entry.ref, entry, entry.country, choice.because, kind, choice.runner_up)
    key = f"{norm(mention.name)}@{theatre.main or ''}"
    return Settled(key, None, theatre.main, choice.because, kind, namesakes=choice.namesakes)


def choice_in_division(
    name: str, kind: str | None, context: Context, gazetteer: Gazetteer, least: float = 0.0
) -> Choice | None:
    """Return the one place of the division that a table names whose name is near this one.

    Inside a division names may be shorter than elsewhere, and every way of being near is tried: the firmest
    that points at one place wins, with a score of `least` or more.
    """
    near = gazetteer.near(name, context.theatre.order)
    inside = [one for one in near if one.score >= least and lies_in(one.entry, context.division)]
    beside = (
        one for one in near if one.score >= max(least, FIRM) and may_lie_in(one.entry, context.division)
    )
    inside = inside or list(beside)
    fit = [one for one in inside if choose(name, kind, [one], context).entry is not None]
    if not fit or is_generic(name):
        return None
    best = max(one.score for one in fit)
    return choose(name, kind, [one for one in fit if one.score >= best - BEHIND], context)


def weak_choice(name: str, kind: str | None, context: Context, gazetteer: Gazetteer) -> Choice | None:
    """Return a place of the theatre whose name is near this one, None where there is none or too many."""
    for country in context.theatre.order[: _COUNTRIES_SEARCHED if context.theatre.sure else 0]:
        if context.from_text and all(entry.country != country for entry in context.anchors):
            continue
        candidates: list[Candidate] = gazetteer.weak(name, [country])
        if not candidates:
            continue
        if not _firm_enough(name, candidates[0]):
            return None
        if candidates[0].match in _WEAK and len({one.entry.ref for one in candidates}) > 1:
            return Choice(None, f"“{name}” is near several names and is none of them")
        choice = choose(name, kind, candidates, context)
        if choice.entry is not None:
            return choice
    return None


def _firm_enough(name: str, one: Candidate) -> bool:
    """Say whether the name is long enough: most villages are in no gazetteer, and short names lie close."""
    key = norm(name)
    if is_generic(name):
        return False
    if not key.isascii():
        key = next((way.key for way in romanised(name)), key)
    lengths = {
        MatchKind.VARIANT: len(sound(key)),
        MatchKind.FUZZY: len(key),
        MatchKind.SCRIPT: len(skeleton(key)),
        MatchKind.SKELETON: len(skeleton(key)),
    }
    return lengths[one.match] >= LONG_ENOUGH[one.match] + (one.edits > 1) * 3


def _join(names: Names, mentions: Mapping[str, Sequence[Mention]], wide: frozenset[str]) -> None:
    spelled = _spelled(names, mentions, wide)
    # A weak match of the gazetteer gives way to a name that other reports write in full.
    loose = [
        one for one, settled in spelled if settled.entry is None and not _borne_twice(one, settled, spelled)
    ]
    firm = [
        one for one, settled in spelled if settled.entry is not None and settled.entry.kind is PlaceKind.TOWN
    ]
    moves = joined(loose, firm)
    by_key = {settled.key: settled for _, settled in spelled}
    for report, table in names.by_report.items():
        for place, settled in table.items():
            if settled.key in moves:
                key, why = moves[settled.key]
                names.by_report[report][place] = replace(by_key[key], because=why)


def _borne_twice(one: Spelled, settled: Settled, spelled: Sequence[tuple[Spelled, Settled]]) -> bool:
    """Say whether two known places of the reports bear a name that nothing decides: then it joins neither."""
    if not settled.namesakes:
        return False
    key = norm(one.name)
    return len({other.key for name, other in spelled if other.entry and norm(name.name) == key}) > 1


def _spelled(
    names: Names, mentions: Mapping[str, Sequence[Mention]], wide: frozenset[str]
) -> list[tuple[Spelled, Settled]]:
    counts: dict[tuple[str, str], dict[str, int]] = {}
    settled: dict[str, Settled] = {}
    for report, listed in sorted(mentions.items()):
        for mention in listed:
            one = names.of(report, mention, kind_of(mention, wide))
            settled.setdefault(one.key, one)
            tally = counts.setdefault((one.key, mention.name), {})
            tally[report] = tally.get(report, 0) + 1
    return [
        (Spelled(name, key, settled[key].country, tuple(sorted(tally.items()))), settled[key])
        for (key, name), tally in sorted(counts.items())
    ]
