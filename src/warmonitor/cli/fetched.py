"""`warmonitor fetched`: how each byte of a watch came, and whether it is still there."""

import json
from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.exits import COMPLETE, DAMAGED, NOTHING_READ, say
from warmonitor.model import Issue, WarmonitorError


def fetched(
    folder: Annotated[Path, typer.Argument(help="Folder of a watch, or of a store that one writes to.")],
    address: Annotated[str, typer.Option(help="Only what was fetched from this address.")] = "",
    check: Annotated[
        bool, typer.Option("--check", help="Look for bytes and records that were changed instead.")
    ] = False,
    head: Annotated[
        str | None, typer.Option(help="A head of the log that was kept elsewhere, to check against.")
    ] = None,
) -> None:
    """Print the custody records of a watch, one JSON object a line, in the order in which they were made.

    Each record bears the hash of the log up to it; --check ends with the head of that chain. Records cut
    off at the end are found only beside a head that was kept. Exit code 0: all is well; 4: --check found
    something wrong; 2: the folder cannot be used.
    """
    from warmonitor.store.captures import Captures
    from warmonitor.store.chain import Head

    found = next((one for one in (folder, *_inside(folder)) if (one / "custody.log").is_file()), None)
    if found is None:
        say(Issue("source-missing", str(folder), "There is no watch in this folder.", fatal=True))
        raise typer.Exit(NOTHING_READ)
    wrong = 0
    try:
        saved = Head.of(head) if head else None
        with Captures(found) as captures:
            for issue in captures.check(saved) if check else ():
                say(issue)
                wrong += 1
            if check:
                typer.echo(f"{wrong} wrong; the log ends at {captures.head}")
            for record in () if check else captures.records():
                if address in {"", record["address"]}:
                    typer.echo(json.dumps(record))
    except (WarmonitorError, OSError) as error:
        code = error.code if isinstance(error, WarmonitorError) else "folder-unusable"
        say(Issue(code, str(folder), str(error)))
        raise typer.Exit(NOTHING_READ) from None
    raise typer.Exit(DAMAGED if wrong else COMPLETE)


def _inside(store: Path) -> tuple[Path, ...]:
    """Return where a watch keeps its captures in a store."""
    from warmonitor.store.rawfolder import CAPTURES

    return store / CAPTURES, store / "raw" / CAPTURES
