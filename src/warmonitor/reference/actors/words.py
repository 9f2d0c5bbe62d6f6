"""Words with their offsets, and the folded forms that names are compared in."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘ʿʼ`´][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’][sS]$")
_MARKS = re.compile(r"['’‘ʿʼ`´.]")
_GAP = re.compile(r"[ \t\r\n\-‐‑–'’‘ʿ`“”\"]*")
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"})
_ARTICLES = frozenset({"al", "el"})
_GLUED_ARTICLES = frozenset({"as", "ash", "ad", "adh", "an", "ar", "at", "ath", "az", "ul", "ud", "ur", "il"})


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: offsets in code points, the form compared, and how it stands.

    `possessive` words end in 's or are plurals before an apostrophe; `glued` words follow a hyphen;
    `broken` words follow a mark that no name runs across (comma, full stop, bracket, paragraph).
    """

    start: int
    end: int
    text: str
    folded: str
    possessive: bool = False
    glued: bool = False
    broken: bool = False

    @property
    def capital(self) -> bool:
        """Say whether it starts with a capital letter."""
        return self.text[:1].isupper()

    @property
    def uncased(self) -> bool:
        """Say whether it starts with a letter of a script without capitals."""
        first = self.text[:1]
        return first.isalpha() and first.lower() == first.upper()

    @property
    def initials(self) -> bool:
        """Say whether it is an abbreviation in capitals."""
        letters = _MARKS.sub("", self.text)
        large = sum(c.isupper() for c in letters)
        return 2 <= len(letters) <= 8 and (letters.isupper() or large * 3 >= len(letters) * 2)


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return a word in lower case, without accents, apostrophes and full stops."""
    plain = _MARKS.sub("", text.lower()).translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def read_words(text: str) -> tuple[Word, ...]:
    """Cut a text into words; a possessive ending stands outside its word's offsets."""
    words: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        word = match.group()
        bare = _POSSESSIVE.sub("", word)
        end = match.start() + len(bare)
        possessive = bare != word or (word[-1] in "sS" and text[match.end() : match.end() + 1] in {"'", "’"})
        gap = text[last : match.start()]
        broken = bool(words) and (not _GAP.fullmatch(gap) or "\n\n" in gap)
        words.append(Word(match.start(), end, bare, fold(bare), possessive, gap in {"-", "‐", "‑"}, broken))
        last = match.end()
    return tuple(words)


def is_article(word: Word, after: Word | None) -> bool:
    """Say whether the word is an article inside a name: "al", "ash-" or "the"."""
    if word.folded in _ARTICLES or word.folded == "the":
        return True
    return word.folded in _GLUED_ARTICLES and after is not None and after.glued and not word.text.isupper()


def content(words: Sequence[Word]) -> list[int]:
    """Return the positions of the words that are no articles."""
    return [i for i, w in enumerate(words) if not is_article(w, words[i + 1] if i + 1 < len(words) else None)]


@lru_cache(maxsize=1 << 14)
def fold_name(name: str) -> tuple[str, ...]:
    """Return a name's words in the form that is compared, articles left out."""
    words = read_words(name)
    kept = tuple(words[i].folded for i in content(words))
    return kept or tuple(w.folded for w in words)


_SOUNDS = (
    ("ph", "f"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ch", "sh"), ("tz", "z"),
    ("ts", "z"),
    ("q", "k"), ("c", "k"), ("x", "ks"), ("w", "u"), ("v", "f"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 14)
def skeleton(name: tuple[str, ...]) -> str:
    """Return a folded name with near sounds made one and each run of vowels a single mark.

    Spellings of one foreign name share it: "Jaish al-Noor", "Jaysh an-Nour".
    """
    joined = "".join(name)
    for sound, letter in _SOUNDS:
        joined = joined.replace(sound, letter)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("*", joined)).strip("*")


def consonants(bones: str) -> int:
    """Return how many consonants a skeleton has: how much it proves."""
    return len(bones) - bones.count("*")
