"""Holders of public offices whom the register knows: by name, by title and surname, by the office alone."""

from collections.abc import Iterator

from warmonitor.reference.actors import Holder, fold_name
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.stand import Mention, Stand, stand_of_holder

CIVIL = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady"})
_RULERS = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "emir", "sultan", "supreme leader"}
)
_SAME = {"premier": "prime minister"}
_OTHERS = frozenset(
    (
        "former ex late then vice deputy acting interim future next previous old first current new "
        "elected ousted deposed exiled"
    ).split()
)
_LONGEST = 4


def by_name(reading: Reading, name: str) -> Stand | None:
    """Return the office holder of a full name, of namesakes who was in office on the day of the report."""
    keys = [k for k in reading.register.named(name) if k in reading.register.holders]
    known = [h for k in keys if (h := reading.register.holder(k)) is not None]
    holder = next((h for h in known if reading.register.sits(h)), known[0] if known else None)
    because = f"“{name}” is a registered office holder"
    return stand_of_holder(holder, because) if holder is not None else None


def by_title(reading: Reading, title: str, name: str) -> Stand | None:
    """Return the one holder whom title and surname fit: of several who was in office on that day."""
    found = [h for h in reading.register.by_surname(fold_name(name)[-1]) if _fits(reading, h, title)]
    sitting = [h for h in found if reading.register.sits(h)] if len(found) > 1 else found
    if len(sitting) != 1:
        return None
    because = f"{title} “{name}” is the registered {sitting[0].office}"
    if len(found) > 1:
        because += f" of the day, of {len(found)} with that surname"
    return stand_of_holder(sitting[0], because)


def _fits(reading: Reading, holder: Holder, title: str) -> bool:
    if holder.country is not None and holder.country not in reading.countries:
        return False
    return title in CIVIL or title in holder.office or holder.office in title


def find_incumbents(reading: Reading) -> None:
    """Put "the president of X" and "X's defence minister" into the reading as who held the office then."""
    if reading.register.period is not None:
        for mention in list(_incumbents(reading)):
            reading.put(mention)


def _incumbents(reading: Reading) -> Iterator[Mention]:
    for index, word in enumerate(reading.words):
        if word.folded not in reading.register.office_words or index in reading.by_word:
            continue
        found = _office_at(reading, index)
        if found is None:
            continue
        office, last = found
        span = _of_country(reading, index, last) or _country_before(reading, index, last)
        holder = _sitting(reading, office, span[2]) if span is not None else None
        if span is not None and holder is not None:
            because = f"“{reading.said(span[0], span[1])}” was {holder.name} on the day of the report"
            yield Mention(span[0], span[1], stand_of_holder(holder, because), span[0], human=True)


def _office_at(reading: Reading, index: int) -> tuple[str, int] | None:
    """Return the office whose words start at a word, and its last word."""
    for size in range(min(_LONGEST, len(reading.words) - index), 0, -1):
        phrase = reading.folded(index, index + size - 1)
        broken = any(w.broken for w in reading.words[index + 1 : index + size])
        if not broken and (phrase in _RULERS or phrase in reading.register.offices):
            return phrase, index + size - 1
    return None


def _of_country(reading: Reading, first: int, last: int) -> tuple[int, int, Stand] | None:
    """Return (first, last, state) of "the president of X"."""
    words = reading.words
    at = last + 2
    if first == 0 or at >= len(words) or words[last + 1].folded != "of" or words[first - 1].folded != "the":
        return None
    at += words[at].folded == "the"
    mention = reading.by_word.get(at)
    if mention is None or mention.first != at or not mention.stand.state or mention.modifier:
        return None
    owned = words[mention.last].possessive or any(words[i].broken for i in range(first + 1, at + 1))
    return None if owned else (first, mention.last, mention.stand)


def _country_before(reading: Reading, first: int, last: int) -> tuple[int, int, Stand] | None:
    """Return (first, last, state) of "X's president" and "the Xian president", no name behind it."""
    words, mention = reading.words, reading.by_word.get(first - 1)
    if mention is None or not mention.stand.state or mention.modifier or words[first].broken:
        return None
    before = words[mention.first - 1].folded if mention.first else ""
    after = words[last + 1] if last + 1 < len(words) else None
    named = after is not None and not after.broken and (after.capital or after.folded == "of" or after.glued)
    if named or words[last].possessive or before in _OTHERS:
        return None
    return mention.first, last, mention.stand


def _sitting(reading: Reading, office: str, state: Stand) -> Holder | None:
    """Return who held an office of a state on the day of the report."""
    register = reading.register
    if office in _RULERS:
        return register.incumbent(state.key, _SAME.get(office, office))
    part = register.offices[office]
    held = [register.incumbent(f"{state.key}/{part}", one) for one in register.institutions[part].offices]
    known = {h.key: h for h in held if h is not None}
    return next(iter(known.values())) if len(known) == 1 else None
