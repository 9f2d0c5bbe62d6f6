"""Cut English text into tokens as the treebanks do, but never at a hyphen inside a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from warmonitor.language.en.lexicon import load_lexicon
from warmonitor.model import Span

# Characters that are not seen: soft hyphen, zero-width, direction marks.
_HIDDEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_JOINED = rf"[\w\u0300-\u036f{_HIDDEN}]"
_APOSTROPHE = "'’ʼ`"
_HYPHEN = "-‐‑–"


@lru_cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of one token; what it cannot name is a token of one character."""
    known = load_lexicon("sentences")
    short = {word for kind in ("titles", "abbreviations") for word in known[kind].split() if word.isalpha()}
    abbreviations = "|".join(sorted(short - {"no", "nos"}))
    return re.compile(
        rf"""
          [A-Za-z]+(?=[ ,])                                        # most words: nothing below goes further
        | (?:https?://|www\.)[^\s<>"“”]*[\w/]
        | [\w.+-]{{1,64}}+@[\w-]+(?:\.[\w-]+)+
        | [@\#]\w+
        | (?:[^\W\d_]\.){{2,}}(?:[{_HYPHEN}]\w{_JOINED}*)*           # U.S., a.m., U.S.-led
        | (?i:{abbreviations})\.(?=[\s,;:)])
        | (?i:nos?)\.(?=\s*\d)
        | [^\W\d_]\.(?=\s+[^\W\d_])                                # an initial: J. Alder
        | \d(?:[\d{_HIDDEN}]|[.,:/٫٬](?=[{_HIDDEN}]*\d))*{_JOINED}*(?:[{_HYPHEN}](?:\w|[.,](?=\d))+)*
        | \w{_JOINED}*(?:[{_HYPHEN}&]{_JOINED}*\w{_JOINED}*|[{_APOSTROPHE}]\w{_JOINED}*)*
        | (?P<mark>[^\w\s])(?P=mark){{2,}} | \.\. | -- | [!?]{{2,}} | `` | '' | << | >>
        | \S
        """,
        re.VERBOSE,
    )


_CLITIC = re.compile(rf"(?<=\w)(?:n[{_APOSTROPHE}]t|[{_APOSTROPHE}](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_ELISION = re.compile(rf"^(?:can(?=not$)|(?:d|l)(?=[{_APOSTROPHE}]ye$))", re.IGNORECASE)
_ELIDED = "cannot"  # the one word of letters alone that is cut
_ONLY_HIDDEN = re.compile(rf"[{_HIDDEN}]+$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: the characters at [start, end) of the text, in Unicode code points."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The token's place in the text."""
        return Span(self.start, self.end)


def tokens(text: str, start: int = 0) -> list[Token]:
    """Return the tokens of the text in order; offsets count from `start`.

    Clitics ('s, n't, 're) and marks stand alone; hyphenated words, figures ("2,000", "3.5", "10:30"),
    "U.S." and abbreviated titles and months stay whole. Invisible characters belong to the word they are
    in, and make none by themselves.
    """
    found: list[Token] = []
    for match in _pattern().finditer(text):
        first, last = match.span()
        word = match[0]
        if last - first == 1 or (word.isascii() and word.isalpha() and word.lower() != _ELIDED):
            if not _ONLY_HIDDEN.match(word):
                found.append(Token(word, first + start, last + start))
            continue
        for a, b in _pieces(text, first, last):
            found.append(Token(text[a:b], a + start, b + start))
    return found


def _pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut clitics off one match."""
    cuts = [first]
    word = text[first:last]
    front = _ELISION.match(word)
    if front:
        cuts.append(first + front.end())
    clitic = _CLITIC.search(word)
    if clitic and clitic.start() > 0:
        cuts.append(first + clitic.start())
    cuts.append(last)
    yield from pairwise(cuts)
