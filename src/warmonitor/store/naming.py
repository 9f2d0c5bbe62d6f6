"""The place or actor that somebody names: by its id, or by any of its spellings."""

from collections.abc import Mapping
from typing import Any

from warmonitor.model import QueryError
from warmonitor.store.fields import texts
from warmonitor.store.reader import MOST, Reader
from warmonitor.store.words import words

_ONE = {"places": "place", "actors": "actor"}
_SHOWN = 5


def named(reader: Reader, kind: str, said: str) -> str:
    """Return the id of the place (kind `places`) or actor (`actors`) that a name stands for.

    Raises:
        QueryError: when none has the name, or several have it and it is the first name of not just one.
    """
    if reader.get(kind, said):
        return said
    wanted = _folded(said)
    hits = reader.search(f'"{said.replace(chr(34), " ")}"', limit=MOST, kind=kind).hits if wanted else ()
    found = [hit.record for hit in hits if wanted in {_folded(text) for _, text in texts(kind, hit.record)}]
    first = [one for one in found if _folded(str(one["name"])) == wanted]
    if len(first or found) == 1:
        return str((first or found)[0]["id"])
    what = _ONE[kind]
    if not found:
        raise QueryError(f"{what}-unknown", f"No {what} of the account is called “{said}”.")
    listed = "; ".join(sorted(map(_shown, first or found))[:_SHOWN])
    raise QueryError(f"{what}-unclear", f"Several are called “{said}”; name one by its id: {listed}.")


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))


def _shown(record: Mapping[str, Any]) -> str:
    more = [str(record[key]) for key in ("inside", "country", "kind") if record.get(key)]
    return f"{record['id']} ({', '.join([str(record['name']), *more])})"
