"""What the reports of a set tell one another: unknown states, names in full, who leads a state.

Each reading is told what bears on its own words and nothing else, so that it is changed anew only where that
has changed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from warmonitor.reference.actors import fold_name
from warmonitor.stages.ground.actors.nation import name_nations, stems
from warmonitor.stages.ground.actors.newnames import abbreviates, find_short_names, unknown_initials
from warmonitor.stages.ground.actors.persons import find_known_persons, home_state
from warmonitor.stages.ground.actors.reading import Reading, after, told_by
from warmonitor.stages.ground.actors.stand import Stand

_RULE = frozenset("regime government troops jets warplanes army administration".split())

Readings = Mapping[str, Reading]
Body = tuple[str, str | None]


def share_nations(readings: Readings) -> dict[str, Reading]:
    """Return the readings, each with the states that any report finds by how it speaks of their army."""
    found = {key: stand for one in readings.values() for key, stand in sorted(one.nations.items())}

    def named(reading: Reading) -> Reading:
        words = told_by(reading, stems) if found else frozenset[str]()
        own = tuple(found[key] for key in sorted(found) if key.removeprefix("nation:") in words)
        return after(reading, _name_nations, own) if own else reading

    return {key: named(reading) for key, reading in readings.items()}


def _name_nations(reading: Reading, nations: tuple[Stand, ...]) -> None:
    name_nations(reading, [reading.nations.get(nation.key, nation) for nation in nations])


def share_names(readings: Readings) -> dict[str, Reading]:
    """Return the readings, each with the abbreviations of what another one names in full."""
    found = {stand.key: stand for one in readings.values() for stand in told_by(one, _full_names)}
    others = [found[key] for key in sorted(found)]

    def shortened(reading: Reading) -> Reading:
        shorts = told_by(reading, unknown_initials)
        fits = tuple(one for one in others if any(abbreviates(short, one.name) for short in shorts))
        return after(reading, find_short_names, fits)

    return {key: shortened(reading) for key, reading in readings.items()}


def _full_names(reading: Reading) -> tuple[Stand, ...]:
    return tuple(m.stand for m in reading.mentions if m.stand.key.startswith("name:") and m.last > m.first)


def share_leaders(readings: Readings, persons: frozenset[str]) -> dict[str, Reading]:
    """Give a person the body that another report names; who has a regime leads the state reported on."""
    bodies: dict[str, set[Body]] = {}
    for key, body in (one for reading in readings.values() for one in told_by(reading, _bodies)):
        bodies.setdefault(key, set()).add(body)
    rulers = {name for reading in readings.values() for name in told_by(reading, _rulers)} & persons

    def led(reading: Reading) -> Reading:
        told = tuple(
            (key, tuple(sorted(bodies.get(key, ()), key=str)), key.rpartition(" ")[2] in rulers)
            for key in told_by(reading, _without_body)
        )
        return after(reading, _put_bodies, told) if told else reading

    return _share_persons({key: led(reading) for key, reading in readings.items()})


def _bodies(reading: Reading) -> tuple[tuple[str, Body], ...]:
    """Return the persons with a body, each with that and its country."""
    led = (m.stand for m in reading.mentions if m.person and m.stand.parent is not None)
    return tuple((stand.key, (stand.parent or "", stand.country)) for stand in led)


def _without_body(reading: Reading) -> tuple[str, ...]:
    return tuple(sorted({m.stand.key for m in reading.mentions if _is_alone(m.stand)}))


def _is_alone(stand: Stand) -> bool:
    return stand.key.startswith("person:") and stand.parent is None


def _put_bodies(reading: Reading, told: tuple[tuple[str, tuple[Body, ...], bool], ...]) -> None:
    known = {key: (bodies, rules) for key, bodies, rules in told}
    reading.revise(partial(_with_body, reading, known))


def _with_body(reading: Reading, known: Mapping[str, tuple[tuple[Body, ...], bool]], stand: Stand) -> Stand:
    if not _is_alone(stand):
        return stand
    bodies, rules = known[stand.key]
    if len(bodies) == 1:
        return replace(stand, parent=bodies[0][0], country=bodies[0][1])
    home = home_state(reading) if rules else None
    return replace(stand, parent=home.key, country=home.country) if home is not None else stand


def _share_persons(readings: Readings) -> dict[str, Reading]:
    """Return the readings, each with the persons whom another one introduces with the body they speak for."""
    best: dict[str, Stand] = {}
    for stand in (stand for reading in readings.values() for stand in told_by(reading, _speakers)):
        known = best.get(stand.key)
        if known is None or _rank(stand) > _rank(known):
            best[stand.key] = stand
    others = [(best[key], fold_name(best[key].name)[-1:]) for key in sorted(best)]

    def introduced(reading: Reading) -> Reading:
        own = tuple(stand for stand, last in others if reading.vocabulary.issuperset(last))
        return after(reading, find_known_persons, own)

    return {key: introduced(reading) for key, reading in readings.items()}


def _speakers(reading: Reading) -> tuple[Stand, ...]:
    found: dict[Stand, None] = {}
    for mention in reading.mentions:
        if mention.person and mention.stand.parent is not None:
            found[mention.stand] = None
    return tuple(found)


def _rank(stand: Stand) -> tuple[str, str]:
    return (stand.parent or "", stand.name)


def _rulers(reading: Reading) -> frozenset[str]:
    """Return the folded surnames before "regime", "troops" or the like."""
    return frozenset(_ruling(reading))


def _ruling(reading: Reading) -> Iterator[str]:
    for index, word in enumerate(reading.words[1:], start=1):
        before = reading.words[index - 1]
        if word.folded in _RULE and not word.broken and before.capital:
            yield before.folded
