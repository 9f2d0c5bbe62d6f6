"""The options by which every command names a store, and how trouble with one is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.exits import NOTHING_READ, say
from warmonitor.model import Issue, WarmonitorError

StorePlace = Annotated[str, typer.Option("--store", help="Folder of the store, or postgresql:// address.")]
RawFolderOption = Annotated[
    Path | None, typer.Option("--raw", help="Folder of the raw bytes, for a store in PostgreSQL.")
]


@contextmanager
def trouble(place: str) -> Iterator[None]:
    """End with one line on standard error where the store cannot be used."""
    try:
        yield
    except (WarmonitorError, OSError) as error:
        code = error.code if isinstance(error, WarmonitorError) else "store-unusable"
        say(Issue(code, shown(place), str(error)))
        raise typer.Exit(NOTHING_READ) from None


def shown(place: str) -> str:
    """Return the place of a store without a password in it."""
    scheme, mark, rest = place.partition("://")
    user, at, host = rest.rpartition("@")
    return f"{scheme}{mark}{user.split(':')[0]}{at}{host}" if mark else place
