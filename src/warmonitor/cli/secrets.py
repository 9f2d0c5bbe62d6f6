"""Where the secret of an installation lies, and passwords typed in."""

import sys
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from warmonitor.store.store import Store


def secret_of(store: "Store") -> bytes:
    """Return the secret beside a store: in its folder, or with the raw bytes where it is in PostgreSQL."""
    from warmonitor.store.secret import install_secret

    database = store.database
    return install_secret(store.raw.folder if database.server else database.file.parent)


def typed_password() -> str:
    """Return a password that is typed twice, or the first line where nobody types."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")
