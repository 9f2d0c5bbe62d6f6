"""What somebody looks for, read from their words: nothing of it reaches a database as it was written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from warmonitor.model import QueryError
from warmonitor.store.words import Word, words

LONGEST = 1_000  # characters of what is looked for
LEAST = 3  # letters of a beginning of words
_QUOTES = str.maketrans("“”„«»", '"""""')
_PARTS = re.compile(r'(-?)"([^"]*)"?|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand one after the other, or must not (`without`); `prefix`: the last may go on."""

    words: tuple[str, ...]
    prefix: bool = False
    without: bool = False

    def met(self, text: Sequence[Word], at: int) -> bool:
        """Say whether the term stands in a text from a word on."""
        here = [word.folded for word in text[at : at + len(self.words)]]
        if self.prefix and len(here) == len(self.words) and here[-1].startswith(self.words[-1]):
            here[-1] = self.words[-1]
        return tuple(here) == self.words


def terms_of(asked: str) -> tuple[Term, ...]:
    """Read words, "phrases", -words to leave out, and beginnings of words with a star.

    What has no letter or digit asks for nothing.

    Raises:
        QueryError: when it is too long, or a beginning too short.
    """
    if len(asked) > LONGEST:
        raise QueryError("words-too-long", f"What is looked for has more than {LONGEST} characters.")
    return tuple(dict.fromkeys(_terms(asked)))


def _terms(asked: str) -> Iterator[Term]:
    for minus, phrase, plain in _PARTS.findall(asked.translate(_QUOTES)):
        if told := list(words(phrase or plain)):
            without = bool(minus) or (bool(plain) and plain.startswith("-"))
            prefix = bool(plain) and plain.endswith("*")
            if prefix and told[-1].end - told[-1].start < LEAST:
                said = f"“{plain}” begins too many words: write {LEAST} letters or more before a star."
                raise QueryError("words-too-wide", said)
            yield Term(tuple(word.folded for word in told), prefix, without)


def fts5(wanted: Sequence[Term], facets: Sequence[str]) -> str:
    """Return the terms in the language of SQLite's FTS5; facets are words of the index that must be there."""
    some = [*(f'"{one}"' for one in facets), *(_quoted(term) for term in wanted if not term.without)]
    none = [_quoted(term) for term in wanted if term.without]
    left_out = f" NOT ({' OR '.join(none)})" if none else ""
    return f"({' AND '.join(some)}){left_out}"


def tsquery(wanted: Sequence[Term], facets: Sequence[str]) -> str:
    """Return the terms in the language of PostgreSQL's tsquery: phrases only as far as their words go."""
    some = [f"'{one}'" for one in facets]
    for term in wanted:
        if not term.without:
            some += [f"'{one}'" for one in term.words]
            some[-1] += ":*" if term.prefix else ""
        elif len(term.words) == 1:
            some.append(f"!'{term.words[0]}'{':*' if term.prefix else ''}")
    return " & ".join(some)


def _quoted(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.prefix else ""}'
