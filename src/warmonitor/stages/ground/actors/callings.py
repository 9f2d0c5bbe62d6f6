"""The side of the war that a report's own words give a group: "rebel forces led by X", "X rebels"."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from warmonitor.model import ActorKind
from warmonitor.stages.ground.actors.newnames import describing
from warmonitor.stages.ground.actors.reading import Reading, after, told_by
from warmonitor.stages.ground.actors.stand import Mention, Stand

_OTHERS = frozenset({"other", "allied"})
_LEADING = ("led", "by")
_LONGEST = 3


def share_sides(readings: Mapping[str, Reading]) -> dict[str, Reading]:
    """Return the readings, their groups with the side that the reports put them on.

    "Rebel forces led by X" and "X and other insurgent groups" count before what the register says; a
    description beside the name ("rebel group X", "X, a jihadist group,") where no side is known.
    """
    among: dict[str, str] = {}
    beside: dict[str, str] = {}
    for key, side, counted in (one for reading in readings.values() for one in told_by(reading, _sides)):
        sides = among if counted else beside
        sides[key] = min(side, sides.get(key, side))

    def sided(reading: Reading) -> Reading:
        groups = told_by(reading, _groups)
        told = tuple((key, among.get(key), beside.get(key)) for key in groups)
        return after(reading, _put_sides, told) if told else reading

    return {key: sided(reading) for key, reading in readings.items()}


def _groups(reading: Reading) -> tuple[str, ...]:
    return tuple(sorted({m.stand.key for m in reading.mentions if _is_group(m.stand)}))


def _sides(reading: Reading) -> tuple[tuple[str, str, bool], ...]:
    """Return groups with the side that the report puts them on, and whether it counts them among others."""
    found = []
    for mention in (m for m in reading.mentions if _is_group(m.stand)):
        if (side := _among(reading, mention)) is not None:
            found.append((mention.stand.key, side, True))
        elif (side := describing(reading, mention.first, mention.last)) is not None:
            found.append((mention.stand.key, side, False))
    return tuple(found)


def _put_sides(reading: Reading, told: tuple[tuple[str, str | None, str | None], ...]) -> None:
    among = {key: side for key, side, _ in told if side is not None}
    beside = {key: side for key, _, side in told if side is not None}
    reading.revise(lambda stand: _with_side(stand, among, beside))


def _is_group(stand: Stand) -> bool:
    return stand.named_group or (stand.key.startswith("name:") and stand.kind is ActorKind.UNKNOWN)


def _with_side(stand: Stand, among: dict[str, str], beside: dict[str, str]) -> Stand:
    """Return the group with its side; a new name with a side is a rebel group wherever it stands."""
    if not _is_group(stand):
        return stand
    side = among.get(stand.key) or stand.side or beside.get(stand.key)
    kind = stand.kind
    if side is not None and kind is ActorKind.UNKNOWN:
        kind = ActorKind.REBEL_GROUP
    return stand if (side, kind) == (stand.side, stand.kind) else replace(stand, side=side, kind=kind)


def _among(reading: Reading, mention: Mention) -> str | None:
    """Return the side that the group leads or is counted with."""
    return next((side for side in _sides_round(reading, mention) if side is not None), None)


def _sides_round(reading: Reading, mention: Mention) -> Iterator[str | None]:
    words = reading.words
    if tuple(w.folded for w in words[max(0, mention.first - 2) : mention.first]) == _LEADING:
        yield from (_side(reading, mention.first - 2 - size, size) for size in range(_LONGEST, 0, -1))
    start = mention.last + 1
    joined = [w.folded for w in words[start : start + 2]]
    if len(joined) > 1 and joined[0] == "and" and joined[1] in _OTHERS and not words[start].broken:
        yield from (_side(reading, start + 2, size) for size in range(_LONGEST, 0, -1))


def _side(reading: Reading, first: int, size: int) -> str | None:
    if first < 0 or first + size > len(reading.words):
        return None
    generic = reading.lexicon.generics.get(reading.folded(first, first + size - 1))
    return generic.side if generic is not None else None
