"""Names cut short in one report that another of its set has in full, where the report tells of their body."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache, partial

from warmonitor.model import ActorKind
from warmonitor.reference.actors import consonants, fold_name, skeleton
from warmonitor.stages.ground.actors.persons import name_end
from warmonitor.stages.ground.actors.reading import Reading, after, told_by
from warmonitor.stages.ground.actors.stand import Mention, Stand

_CONSONANTS = 3
_ALONE = frozenset({"observatory", "monitor", "watchdog"})


def share_shortened(readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Return the readings, each with those by their last names whom another names in full, with their body.

    A last name counts only where the report also names the body, and one person alone has both; so does
    the one word of a monitor's name ("the Observatory") that only one monitor of the set bears.
    """
    people = {stand.key: stand for one in readings.values() for stand in told_by(one, _in_office)}
    watches = {stand.key: stand for one in readings.values() for stand in told_by(one, _watching)}

    def shortened(reading: Reading) -> Reading:
        alone = _ALONE & reading.vocabulary
        near = tuple(one for one in watches.values() if not alone.isdisjoint(fold_name(one.name)))
        bodies = told_by(reading, _bodies) | {one.key for one in near}
        told = tuple(people[key] for key in sorted(people) if people[key].parent in bodies)
        return after(reading, _shorten, near, told) if near or told else reading

    return {key: shortened(reading) for key, reading in readings.items()}


def _shorten(reading: Reading, watches: tuple[Stand, ...], people: tuple[Stand, ...]) -> None:
    reading.add(list(_watches(reading, watches)))
    bodies = _bodies(reading)
    near = [stand for stand in people if stand.parent in bodies]
    reading.revise(partial(_in_full, near))
    reading.add(list(_last_names(reading, near)))


def _in_office(reading: Reading) -> tuple[Stand, ...]:
    """Return the persons in full with their body, as each is named last."""
    return tuple({m.stand.key: m.stand for m in reading.mentions if _has_body(m)}.values())


def _watching(reading: Reading) -> tuple[Stand, ...]:
    return tuple({m.stand.key: m.stand for m in reading.mentions if _is_watch(m.stand)}.values())


def _bodies(reading: Reading) -> frozenset[str]:
    return frozenset(m.stand.key for m in reading.mentions if m.stand.organisation)


def _has_body(mention: Mention) -> bool:
    return mention.person and mention.stand.parent is not None and len(fold_name(mention.stand.name)) > 1


def _is_watch(stand: Stand) -> bool:
    return stand.kind is ActorKind.OBSERVATORY and stand.key.startswith(("reg:", "name:"))


def _in_full(people: Iterable[Stand], stand: Stand) -> Stand:
    """Return who a person without a body is, by the last names of those known."""
    if stand.kind is not ActorKind.PERSON or stand.parent is not None:
        return stand
    full = _whose(people, stand.name)
    return stand if full is None else full


def _last_names(reading: Reading, people: Collection[Stand]) -> Iterator[Mention]:
    for index, word in enumerate(reading.words):
        if not word.capital or index in reading.by_word or not people:
            continue
        last = name_end(reading, index)
        full = _whose(people, reading.said(index, last)) if last is not None else None
        if last is not None and full is not None:
            yield Mention(index, last, full, index)


def _whose(people: Iterable[Stand], name: str) -> Stand | None:
    """Return the one person whose name ends in a name, in any spelling of the same sound."""
    bones = skeleton(fold_name(name))
    if consonants(bones) < _CONSONANTS:
        return None
    found = [s for s in people if bones in _tails(s.name)]
    if len(found) != 1:
        return None
    return found[0].why(f"“{name}” is short for {found[0].name}, named in another report")


@lru_cache(maxsize=1 << 14)
def _tails(name: str) -> frozenset[str]:
    words = fold_name(name)
    return frozenset(skeleton(words[start:]) for start in range(len(words)))


def _watches(reading: Reading, watches: Iterable[Stand]) -> Iterator[Mention]:
    """Yield "the Observatory" where one monitor alone of the set has the word in its name."""
    for index, word in enumerate(reading.words):
        after = reading.words[index + 1] if index + 1 < len(reading.words) else None
        longer = after is not None and after.capital and not after.broken
        if not word.capital or index in reading.by_word or word.folded not in _ALONE or longer:
            continue
        fits = [s for s in watches if word.folded in fold_name(s.name)]
        fits = [s for s in fits if s.key.startswith("reg:")] or fits
        if len(fits) == 1:
            because = f"“{word.text}” is short for {fits[0].name}, named in another report"
            yield Mention(index, index, fits[0].why(because), index)
