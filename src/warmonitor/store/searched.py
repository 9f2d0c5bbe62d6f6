"""The index of words over the shelf: FTS5 in SQLite, tsvector in PostgreSQL, over the same folded words."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, text

from warmonitor.store.fields import FACETS, texts
from warmonitor.store.words import MOST, folded

# Two words that no text has stand between its parts, so that no phrase runs from one into the next.
_BETWEEN = "zgap"
_LEARN = {
    "sqlite": "INSERT INTO shelf_words (rowid, words) VALUES (:number, :words)",
    "postgresql": "INSERT INTO shelf_words (number, words, found) "
    "VALUES (:number, :words, array_to_tsvector(string_to_array(:words, ' ')))",
}
_FORGET = {
    "sqlite": "DELETE FROM shelf_words WHERE rowid IN :numbers",
    "postgresql": "DELETE FROM shelf_words WHERE number IN :numbers",
}


def learn(connection: Connection, records: Sequence[tuple[int, str]]) -> None:
    """Put records, by their number on the shelf, with their words into the index."""
    told = [{"number": number, "words": words} for number, words in records]
    connection.execute(text(_LEARN[connection.dialect.name]), told)


def forget(connection: Connection, numbers: Sequence[int]) -> None:
    """Take the words of records out of the index."""
    asked = text(_FORGET[connection.dialect.name]).bindparams(bindparam("numbers", expanding=True))
    connection.execute(asked, {"numbers": list(numbers)})


def indexed(kind: str, content: Mapping[str, Any], links: Iterable[tuple[str, str]]) -> str:
    """Return the words of a record as the index has them, those that it is filtered by first."""
    found, length = [kind_word(kind), *sorted({facet_word(*one) for one in links if one[0] in FACETS})], 0
    for _, said in texts(kind, content):
        found.append(_BETWEEN)
        for word in folded(said):
            length += len(word) + 1
            if length > MOST:
                return " ".join(found)
            found.append(word)
    return " ".join(found)


def kind_word(kind: str) -> str:
    """Return the word that every record of a kind has in the index, and no text can have."""
    return f"zk{kind}"


def facet_word(role: str, target: str) -> str:
    """Return the word that every record with a link has in the index, and no text can have."""
    return f"zl{hashlib.sha256(f'{role} {target}'.encode()).hexdigest()[:12]}"
