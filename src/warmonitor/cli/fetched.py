"""`warmonitor fetched`: how each byte of a watch came, and whether it is still there."""

import json
from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.exits import COMPLETE, DAMAGED, NOTHING_READ, say
from warmonitor.model import Issue, WarmonitorError


def fetched(
    folder: Annotated[Path, typer.Argument(help="Folder of a watch.")],
    address: Annotated[str, typer.Option(help="Only what was fetched from this address.")] = "",
    check: Annotated[
        bool, typer.Option("--check", help="Look for bytes that are gone or were changed instead.")
    ] = False,
) -> None:
    """Print the custody records of a watch, one JSON object a line, in the order in which they were made.

    Exit code 0: all is well; 4: --check found something wrong; 2: the folder cannot be used.
    """
    from warmonitor.store.captures import Captures

    wrong = 0
    try:
        if not (folder / "custody.log").is_file():
            say(Issue("source-missing", str(folder), "There is no watch in this folder.", fatal=True))
            raise typer.Exit(NOTHING_READ)
        with Captures(folder) as captures:
            for issue in captures.check() if check else ():
                say(issue)
                wrong += 1
            for record in () if check else captures.records():
                if address in {"", record["address"]}:
                    typer.echo(json.dumps(record))
    except (WarmonitorError, OSError) as error:
        code = error.code if isinstance(error, WarmonitorError) else "folder-unusable"
        say(Issue(code, str(folder), str(error)))
        raise typer.Exit(NOTHING_READ) from None
    raise typer.Exit(DAMAGED if wrong else COMPLETE)
