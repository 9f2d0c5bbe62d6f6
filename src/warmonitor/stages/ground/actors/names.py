"""Finds the names that the register knows, and decides between namesakes."""

from collections.abc import Iterator

from warmonitor.model import ActorKind
from warmonitor.reference.actors import Hit, Standing
from warmonitor.stages.ground.actors.officials import CIVIL
from warmonitor.stages.ground.actors.reading import Reading, count_countries
from warmonitor.stages.ground.actors.stand import ARMED, Mention, Stand
from warmonitor.stages.ground.actors.times import is_absent, stand_on

_GLUED_MODIFIERS = frozenset(
    (
        "led backed linked affiliated aligned allied run controlled held based dominated occupied "
        "supported funded trained armed sponsored era born administered made style supplied brokered "
        "mediated mandated recognised"
    ).split()
)
_SHORT = 6


def find_theatre(reading: Reading) -> None:
    """Find the known names of the text, count the countries that they belong to, and decide the theatre."""
    reading.hits = reading.register.scan(reading.words)
    count_countries(reading, _countries(reading, reading.hits))


def find_names(reading: Reading) -> None:
    """Put every registered name and state of the text into the reading, of namesakes the nearest."""
    hits = reading.hits
    kept = [h for h in hits if _likely(reading, h, hits)]
    reading.add(mention for h in kept if (mention := _mention(reading, h)) is not None)


def _countries(reading: Reading, hits: tuple[Hit, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield (first, last, country) for states named and for the homes of groups named by one key."""
    for hit in hits:
        if len(hit.keys) > 1:
            continue
        key = hit.keys[0]
        if key.startswith("state:"):
            yield hit.first, hit.last, key.removeprefix("state:").partition("/")[0]
        elif reading.register.exists(key) is not Standing.THERE:
            continue
        elif (entry := reading.register.entry(key)) and entry.countries and entry.kind in ARMED:
            yield hit.first, hit.last, entry.countries[0]
            if not reading.words[hit.first].initials:
                yield hit.first, hit.last, entry.countries[0]


def _likely(reading: Reading, hit: Hit, hits: tuple[Hit, ...]) -> bool:
    """Refuse a person called like a capital, and initials whose country and full name no word mentions."""
    word = reading.words[hit.first]
    if hit.how == "capital" and hit.first and not word.broken and _is_title(reading, hit.first - 1):
        return False
    if hit.first != hit.last or not word.initials or len(word.text) > _SHORT:
        return True
    return any(_at_home(reading, key) or _in_full(reading, key, hits) for key in hit.keys)


def _is_title(reading: Reading, index: int) -> bool:
    """Say whether a word is a title before a name: "Mr Kingston" is no state."""
    word = reading.words[index]
    return word.folded in CIVIL or (word.capital and word.folded in reading.lexicon.titles)


def _at_home(reading: Reading, key: str) -> bool:
    entry = reading.register.entry(key)
    if entry is None or not entry.countries or entry.kind not in ARMED | {ActorKind.GOVERNMENT}:
        return True
    return any(code in reading.countries for code in entry.countries)


def _in_full(reading: Reading, key: str, hits: tuple[Hit, ...]) -> bool:
    return any(key in h.keys and not (h.first == h.last and reading.words[h.first].initials) for h in hits)


def _mention(reading: Reading, hit: Hit) -> Mention | None:
    stand = choose(reading, hit)
    if stand is None:
        return None
    after = reading.words[hit.last + 1] if hit.last + 1 < len(reading.words) else None
    glued = after is not None and after.glued and after.folded in _GLUED_MODIFIERS
    glued = glued or (after is not None and not after.broken and after.folded == "based")
    before = (
        hit.first > 0
        and reading.words[hit.first].glued
        and reading.words[hit.first - 1].folded in {"anti", "pro", "ex"}
    )
    last = reading.words[hit.last]
    plural = last.folded.endswith("s") and hit.first == hit.last and not last.initials
    return Mention(hit.first, hit.last, stand, hit.first, plural=plural, modifier=glued or before)


def choose(reading: Reading, hit: Hit) -> Stand | None:
    """Return what a hit stands for; of namesakes the one whose countries the report is about."""
    if len(hit.keys) > 1:
        return _of_namesakes(reading, hit)
    key, words = hit.keys[0], reading.said(hit.first, hit.last)
    because = (
        f"“{words}” is a {hit.how}" if hit.how.endswith("name") else f"“{words}” names a state ({hit.how})"
    )
    return stand_on(reading, key, words, because)


def _of_namesakes(reading: Reading, hit: Hit) -> Stand | None:
    """Return the namesake that was there when the report was written, its war the one reported on."""
    words = reading.said(hit.first, hit.last)
    near = {key: _nearness(reading, key) for key in hit.keys}
    absent = {key: is_absent(reading, key, words) for key in hit.keys}
    ranked = sorted(hit.keys, key=lambda key: (absent[key], not near[key][1], -near[key][0], key))
    by = "countries of the report"
    if len(set(absent.values())) > 1:
        there = sum(not gone for gone in absent.values())
        by = "day of the report" if there == 1 else "countries and the day of the report"
    because = f"“{words}” is a {hit.how}, chosen of {len(ranked)} namesakes by the {by}"
    return stand_on(reading, ranked[0], words, because)


def _nearness(reading: Reading, key: str) -> tuple[int, bool]:
    """Return how much the report is about the countries of a key, and whether its war is there."""
    entry = reading.register.entry(key)
    holder = reading.register.holders.get(key)
    codes = entry.countries if entry else ((holder.country,) if holder and holder.country else ())
    return sum(reading.countries[code] for code in codes), reading.theatre in codes
