"""Texts in capitals, as telexes and headlines are, to mixed case: a letter for a letter, no offset moves.

A part-of-speech tagger that has seen capitals says which words are names; counts from treebanks correct it
where a word is nearly always written in one way; who calls may know further names.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.language.en.parser import Parser
from warmonitor.language.en.sentences import sentences
from warmonitor.language.en.tokens import Token, tokens
from warmonitor.model import Span

LEAST_WORDS = 5  # fewer words in capitals among others are a heading's, an acronym's or somebody's name
_SHOUTED = 0.85  # share of capital letters above which a text is in capitals throughout
_BRACKETED = re.compile(r"[\[(]\s*([^\W\d_]{2,9})\s*[\])]")
_VOWELS = frozenset("AEIOUY")
_INSIDE = frozenset("OF THE AND FOR IN DE DEL LA LAS LOS Y EL".split())
_LINKS = frozenset({"OF", "DE", "DEL"})
_CAPITALS = re.compile(r"(?:\b[A-ZÀ-ÞΑ-ΩА-Я][A-ZÀ-ÞΑ-ΩА-Я'’.-]+[\s,\d]+){3}")
_QUOTES = frozenset({'"', "``", "“", "'", "‘"})
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 6  # letters of a word in brackets that may be initials of what stands there in another language
_FAR = 160  # letters before a bracket within which its words are looked for

Known = Callable[[str], str | None]


def _unknown(_word: str) -> str | None:
    return None


def shouts(text: str) -> bool:
    """Say whether a text is in capitals throughout."""
    capitals = sum(map(str.isupper, text))
    letters = capitals + sum(map(str.islower, text))
    return capitals > _SHOUTED * letters and len(text.split()) >= LEAST_WORDS


def fold_case(text: str, parser: Parser, known: Known = _unknown) -> str:
    """Return the text with what stands in capitals throughout in mixed case; offsets stay as they are.

    `known` gives the spelling in mixed case of a name's word, None where it knows none. A text in mixed
    case is returned as it is, but for whole sentences in capitals.
    """
    whole = shouts(text)
    if not whole and not _CAPITALS.search(text):
        return text
    spans = [s for s in sentences(text) if whole or shouts(s.of(text))]
    words = [tokens(s.of(text), s.start) for s in spans]
    tags = parser.parse_words([[t.text for t in row] for row in words])
    spelled = spelled_out(text)
    letters = list(text)
    for row, tree in zip(words, tags, strict=True):
        for token, form in zip(row, Line(row, tree.upos, spelled, known).forms(), strict=True):
            if len(form) == len(token.text):
                letters[token.start : token.end] = form
    return "".join(letters)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence in capitals with its tags; `spelled` holds initials and where their words stand."""

    row: Sequence[Token]
    upos: Sequence[str]
    spelled: dict[str, Span]
    known: Known

    def forms(self) -> Iterator[str]:
        """Return each word as it is to be written in mixed case."""
        for i in range(len(self.row)):
            form = self._form(i)
            yield _capital(form) if form.islower() and (self._opens(i) or self._in_title(i)) else form

    def _form(self, i: int) -> str:
        word = self.row[i].text
        low = word.lower()
        if not word.isupper() or low == "i" or _is_code(word):
            return word
        if word in self.spelled:
            return self.known(word) or word
        if word[0].isdigit():
            return low  # "39-YEAR-OLD", "68TH"
        if low in _words("both") and self.upos[i] == "PROPN":
            return word
        if (low in _words("small") and not self._in_name(i)) or self._is_one_of(i):
            return low
        if low in _words("upper") or (self.upos[i] == "PROPN" and word.isalpha() and not _VOWELS & set(word)):
            return word
        if (given := self.known(word)) is not None:
            return given
        return _capital(low) if self.upos[i] == "PROPN" or low in _words("capital") else low

    def _in_name(self, i: int) -> bool:
        """Say whether a common word is part of a name: "Front" between names, "President" before one."""
        near = [k for k in (i - 1, i + 1) if 0 <= k < len(self.row)]
        return self.upos[i] == "PROPN" and any(
            self.upos[k] == "PROPN" or self.row[k].text in _LINKS for k in near
        )

    def _is_one_of(self, i: int) -> bool:
        """Say whether "a" or "an" stands before a word that no noun follows: "a bank"."""
        alone = i + 1 == len(self.row) or self.upos[i + 1] not in {"PROPN", "NOUN", "ADJ"}
        return alone and i > 0 and self.row[i - 1].text in {"A", "AN"} and self.upos[i] in {"NOUN", "PROPN"}

    def _in_title(self, i: int) -> bool:
        """Say whether a word describes the common noun of a name, or is one that initials stand for."""
        if self.row[i].text in _INSIDE:
            return False
        if any(span.covers(self.row[i].span) for span in self.spelled.values()):
            return True
        after = i + 1
        return (
            self.upos[i] == "ADJ"
            and after < len(self.row)
            and self.upos[after] == "PROPN"
            and self.row[after].text.lower() in _words("small")
            and self._form(after)[:1].isupper()
        )

    def _opens(self, i: int) -> bool:
        """Say whether a word opens a sentence, or one that is quoted."""
        quoted = i > 0 and self.row[i - 1].text in _QUOTES
        return i == 0 or (quoted and (i == 1 or self.row[i - 2].text == ":"))


def _is_code(word: str) -> bool:
    """Say whether a word stays in capitals by its form: "M-16", "B52", "U.S.", one letter other than "a"."""
    dotted = "." in word and all(len(part) <= 1 for part in word.split("."))
    lettered = word[0].isalpha() and any(c.isdigit() for c in word)
    return lettered or dotted or (len(word) == 1 and word != "A")


def _capital(low: str) -> str:
    """Capitalise a word, after hyphens and "al-" too: "Abu-Salem", "O'Neill"."""
    return re.sub(r"(?:^|(?<=-)|(?<=\b[od]['’]))[^\W\d_]", lambda m: m.group().upper(), low)


def spelled_out(text: str) -> dict[str, Span]:
    """Return the initials in brackets, with the stretch of the words before them that they stand for."""
    found: dict[str, Span] = {}
    for match in _BRACKETED.finditer(text):
        short = match.group(1)
        if (span := _words_of(text, match.start(), short)) is not None:
            found.setdefault(short, span)
        elif len(short) <= _SHORT and short.lower() not in _words("small"):
            found.setdefault(short, Span(match.start(1), match.start(1)))
    return found


def _words_of(text: str, end: int, short: str) -> Span | None:
    """Return the words before a bracket whose first letters are its own, read from the last to the first."""
    letters = list(short.upper())
    start = end
    for match in reversed(list(_WORD.finditer(text, max(0, end - _FAR), end))):
        if letters and match.group()[0].upper() == letters[-1]:
            letters.pop()
            start = match.start()
        elif match.group().upper() not in _INSIDE or not letters:
            break
    return Span(start, end) if not letters else None


@lru_cache
def _words(way: str) -> frozenset[str]:
    return frozenset(load_lexicon("casing")[way].split())
