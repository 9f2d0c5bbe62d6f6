"""Whom a source without a name speaks for: the body it is placed at, the source before, who made a report."""

from warmonitor.model import ActorKind
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.stand import Asked, Mention, Stand

_FIRST_TOLD = frozenset({"a", "an", "one", "another", "some", "several", "other"})
_REACH = 8
_NEAR = 2
_NOT_NAMED = "reports not named"


def is_bare(stand: Stand | None) -> bool:
    """Say whether nothing is known of a source but its words."""
    return stand is not None and stand.key.startswith("unnamed:") and stand.parent is None


def refer_source(reading: Reading, index: int) -> Stand | None:
    """Return the source that "the source", "the reporter" at a word goes back to, where it has a body."""
    word = reading.words[index].folded
    for mention in reversed(reading.mentions):
        if mention.last >= index or not _ends_in(reading, mention, word):
            continue
        if reading.sentence[index] - reading.sentence[mention.last] > _REACH:
            return None
        if not is_bare(mention.stand):
            said = reading.said(mention.first, mention.last)
            return mention.stand.why(f"“the {word}” is “{said}” before it")
        if mention.first and reading.words[mention.first - 1].folded in _FIRST_TOLD:
            return None
    return None


def refer_titled(reading: Reading, word: str) -> Stand | None:
    """Return the one person whom the report names with a title, "Governor Karin Toll", for "the governor"."""
    if word not in reading.lexicon.titles:
        return None
    found = {
        m.stand.key: m.stand
        for m in reading.mentions
        if m.person and any(w.folded == word for w in reading.words[max(0, m.name_first - 1) : m.name_first])
    }
    if len(found) != 1:
        return None
    stand = next(iter(found.values()))
    return stand.why(f"“the {word}” is {stand.name}, whom the report names so")


def _ends_in(reading: Reading, mention: Mention, word: str) -> bool:
    said = reading.words[mention.last].folded
    return mention.stand.kind is not ActorKind.PERSON and said in {word, f"{word}s", word.removesuffix("s")}


def channel(reading: Reading, asked: Asked) -> Stand:
    """Return who made "the report": the body that spoke just before; else "reports not named"."""
    said = reading.said(asked.first, asked.last)
    before = reading.words[asked.first - 1].folded if asked.first else ""
    maker = _maker(reading, asked.first) if before == "the" else None
    if maker is not None:
        return maker.why(f"“the {said}” is that of {maker.name}, who spoke before")
    because = f"“{said}” passes on what somebody said, and nobody is named"
    return Stand("unnamed:reports", _NOT_NAMED, ActorKind.UNNAMED, because=because)


def _maker(reading: Reading, index: int) -> Stand | None:
    for mention in reversed(reading.mentions):
        near = mention.last < index and reading.sentence[index] - reading.sentence[mention.last] <= _NEAR
        body = mention.stand.organisation and not mention.stand.state and not mention.modifier
        if near and body and (mention.speaks or mention.subject):
            return mention.stand
    return None
