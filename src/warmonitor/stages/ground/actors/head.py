"""The head word of a phrase: what kind of description it is and what stands before it."""

from dataclasses import dataclass

from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.stand import Mention, Stand

_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Head:
    """Words `first` to `last` of a reading, of which those from `at` on are a describing phrase.

    `kind` is institution, loyalists, unit, group, generic, office, forces, government, speaker,
    unnamed, or "" where no describing phrase ends the words; then `at` is one past the last.
    """

    reading: Reading
    first: int
    last: int
    at: int
    kind: str

    @property
    def phrase(self) -> str:
        """Return the describing phrase, folded."""
        return self.reading.folded(self.at, self.last)

    @property
    def said(self) -> str:
        """Return all the words as written."""
        return self.reading.said(self.first, self.last)

    @property
    def plain(self) -> str:
        """Return all the words without the capital of a sentence's start."""
        return plain(self.reading, self.first, self.last)

    @property
    def modifiers(self) -> list[str]:
        """Return the folded words before the phrase, "pro" and "anti" joined to what follows them."""
        made: list[str] = []
        for word in self.reading.words[self.first : self.at]:
            if word.glued and made and made[-1] in {"pro", "anti"}:
                made[-1] += "-" + word.folded
            else:
                made.append(word.folded)
        return made

    @property
    def led_by(self) -> str:
        """Return the folded word before all of it."""
        return self.reading.words[self.first - 1].folded if self.first else ""

    @property
    def stranger(self) -> bool:
        """Say whether a capital word that nothing explains stands before the phrase ("Tigray's")."""
        common = self.reading.lexicon.common
        words = [(i, self.reading.words[i]) for i in range(self.first, self.at)]
        return any(
            w.capital and w.folded not in common and (w.possessive or not self.reading.starts_sentence(i))
            for i, w in words
            if i not in self.reading.by_word
        )

    def after_owner(self) -> int:
        """Return the first word after the last name before the phrase."""
        named = [i for i in range(self.first, self.at) if i in self.reading.by_word]
        return named[-1] + 1 if named else self.first


def find_head(reading: Reading, first: int, last: int) -> Head:
    """Return the longest describing phrase that ends the words."""
    lexicon = reading.lexicon
    kinds = (
        ("institution", reading.register.institution_words), ("loyalists", lexicon.loyalists),
        ("unit", lexicon.units), ("group", lexicon.groups), ("generic", lexicon.generics),
        ("office", reading.register.offices), ("forces", lexicon.forces),
        ("government", lexicon.government), ("speaker", lexicon.speakers), ("unnamed", lexicon.unnamed),
    )  # fmt: skip
    if last in reading.by_word:
        return Head(reading, first, last, last + 1, "")
    for size in range(min(_LONGEST, last - first + 1), 0, -1):
        at = last - size + 1
        if any(reading.words[i].broken for i in range(at + 1, last + 1)):
            continue
        phrase = reading.folded(at, last)
        for kind, words in kinds:
            if phrase in words:
                return Head(reading, first, last, at, kind)
    return Head(reading, first, last, last + 1, "")


def plain(reading: Reading, first: int, last: int) -> str:
    """Return words as written, without the capital of a sentence's start."""
    said = reading.said(first, last)
    opening = reading.starts_sentence(first) or reading.starts_sentence(max(0, first - 1))
    if first in reading.by_word or not opening or reading.words[first].initials:
        return said
    return said[:1].lower() + said[1:]


def adjective(reading: Reading, stand: Stand) -> str:
    """Return how an owner's name stands before a noun: "Syrian", "Liberation Front"."""
    if stand.key.startswith("nation:"):
        return stand.name.removesuffix(" government")
    country = reading.register.countries.get(stand.country or "")
    return country.adjective if stand.state and country is not None else stand.name


def last_name(reading: Reading, first: int, last: int) -> Mention | None:
    """Return the last named mention among the words that is no mere modifier ("X-backed")."""
    for at in range(last, first - 1, -1):
        mention = reading.by_word.get(at)
        if mention is not None and not mention.modifier:
            return mention
    return None
