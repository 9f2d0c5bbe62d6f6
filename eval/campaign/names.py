"""Invented names of a campaign: country, places, people, outlets, from syllables of no language."""

from random import Random

ONSETS = (
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gl",
    "h",
    "k",
    "kv",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sk",
    "t",
    "tr",
    "v",
    "z",
)
VOWELS = ("a", "e", "i", "o", "u", "ae", "ou")
CODAS = ("", "l", "m", "n", "r", "rk", "sh", "st", "v", "x", "nd")
ENDINGS = ("ok", "um", "eth", "orn", "isk", "av", "une", "ill", "adz", "upa")
SYLLABLES = (1, 1, 2)


class Names:
    """A maker of names that never gives one twice, nor one that begins like another."""

    def __init__(self, chance: Random) -> None:
        """Take the chance that names are drawn with."""
        self._chance = chance
        self._begun: set[str] = set()

    def new(self, *endings: str) -> str:
        """Return a name with one of the endings, capitalised."""
        while True:
            word = "".join(self._syllable() for _ in range(self._chance.choice(SYLLABLES)))
            word += self._chance.choice(ONSETS) + self._chance.choice(endings or ENDINGS)
            if 5 <= len(word) <= 10 and word[:3] not in self._begun:
                self._begun.add(word[:3])
                return word.capitalize()

    def _syllable(self) -> str:
        return self._chance.choice(ONSETS) + self._chance.choice(VOWELS) + self._chance.choice(CODAS)
