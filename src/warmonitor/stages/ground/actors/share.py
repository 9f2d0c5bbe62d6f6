"""What the reports of a set tell one another: unknown states, names in full, who leads a state."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import partial

from warmonitor.stages.ground.actors.nation import name_nations
from warmonitor.stages.ground.actors.newnames import find_short_names
from warmonitor.stages.ground.actors.persons import find_known_persons, home_state
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.stand import Mention, Stand

_RULE = frozenset("regime government troops jets warplanes army administration".split())


def share_nations(readings: Collection[Reading]) -> None:
    """Let every report know the states that any report finds by how it speaks of their army."""
    found = {key: stand for reading in readings for key, stand in sorted(reading.nations.items())}
    for reading in readings:
        name_nations(reading, [reading.nations.get(key, found[key]) for key in sorted(found)])


def share_names(readings: Collection[Reading]) -> None:
    """Let every report know the abbreviations of what another one names in full."""
    found = {m.stand.key: m.stand for r in readings for m in r.mentions if _has_full_name(m)}
    for reading in readings:
        find_short_names(reading, [found[key] for key in sorted(found)])


def _has_full_name(mention: Mention) -> bool:
    return mention.stand.key.startswith("name:") and mention.last > mention.first


def share_leaders(readings: Collection[Reading], persons: Collection[str]) -> None:
    """Give a person the body that another report names; who has a regime leads the state reported on."""
    bodies: dict[str, set[tuple[str, str | None]]] = {}
    for mention in (m for reading in readings for m in reading.mentions if m.person):
        if mention.stand.parent is not None:
            bodies.setdefault(mention.stand.key, set()).add((mention.stand.parent, mention.stand.country))
    rulers = {name for reading in readings for name in _rulers(reading)} & set(persons)
    for reading in readings:
        reading.revise(partial(_with_body, reading, bodies, rulers))
    _share_persons(readings)


def _share_persons(readings: Collection[Reading]) -> None:
    """Let every report know the persons that another one introduces with the body they speak for."""
    best: dict[str, Stand] = {}
    for stand in (m.stand for reading in readings for m in reading.mentions if m.person):
        known = best.get(stand.key)
        if stand.parent is not None and (known is None or _rank(stand) > _rank(known)):
            best[stand.key] = stand
    for reading in readings:
        find_known_persons(reading, [best[key] for key in sorted(best)])


def _rank(stand: Stand) -> tuple[str, str]:
    return (stand.parent or "", stand.name)


def _with_body(
    reading: Reading, bodies: dict[str, set[tuple[str, str | None]]], rulers: Collection[str], stand: Stand
) -> Stand:
    if not stand.key.startswith("person:") or stand.parent is not None:
        return stand
    known = sorted(bodies.get(stand.key, ()), key=str)
    if len(known) == 1:
        return replace(stand, parent=known[0][0], country=known[0][1])
    home = home_state(reading) if stand.key.rpartition(" ")[2] in rulers else None
    return replace(stand, parent=home.key, country=home.country) if home is not None else stand


def _rulers(reading: Reading) -> Iterator[str]:
    """Yield the folded surnames before "regime", "troops" or the like."""
    for index, word in enumerate(reading.words[1:], start=1):
        before = reading.words[index - 1]
        if word.folded in _RULE and not word.broken and before.capital:
            yield before.folded
