"""`warmonitor doctor`: whether machine and store are fit for use."""

import typer

from warmonitor.cli.exits import COMPLETE, DAMAGED
from warmonitor.cli.stores import RawFolderOption, trouble


def doctor(
    place: str = typer.Option("", "--store", help="Folder of a store, or postgresql:// address, to look at."),
    raw: RawFolderOption = None,
) -> None:
    """Say of versions, settings, permissions and space how they stand: ok, warn or bad.

    Exit code 0: nothing is bad; 4: something is; 2: the store cannot be used.
    """
    from warmonitor.run.references import open_look_ups
    from warmonitor.store.doctor import State, of_machine, of_store
    from warmonitor.store.store import open_store

    with trouble(place or "gazetteer"):
        open_look_ups()
        found = list(of_machine())
        if place:
            with open_store(place, raw) as kept:
                found += of_store(kept)
    for one in found:
        typer.echo(f"{one.state:4} {one.about}: {one.said}")
    raise typer.Exit(DAMAGED if any(one.state is State.BAD for one in found) else COMPLETE)
