"""What the codes of the account mean, read from terms.yml."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def terms() -> dict[str, Any]:
    """Return the meanings of codes by the list that they belong to."""
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("terms.yml").read_text("utf-8"))
    return found


def meaning(group: str, code: Any) -> str | None:
    """Return what a code of a list means, None where it has no meaning there."""
    found = terms()[group].get(code)
    return str(found) if found is not None else None


def options(group: str) -> list[tuple[str, str]]:
    """Return the codes of a list with what they mean, as choices of a form have them."""
    return [
        (str(code), f"{code}: {said}" if said != code else str(said)) for code, said in terms()[group].items()
    ]


def sureness(share: float) -> str:
    """Return in words how surely reports tell of one happening, by a share from 0 to 1."""
    return next(str(said) for least, said in terms()["sureness"] if share >= least)


def gazetteer(entry: str | None) -> str | None:
    """Return whose gazetteer an entry stands in and under which licence, None where that is not known."""
    return meaning("gazetteer", entry.partition(":")[0]) if entry else None
