"""`warmonitor roads`: roads of one's own, from which is computed which places are cut off."""

from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.exits import COMPLETE, NOTHING_READ, PARTIAL, say
from warmonitor.cli.folders import ReferencesFolder, references_folder
from warmonitor.model import Issue, ReferenceKind, WarmonitorError

roads = typer.Typer(no_args_is_help=True, help="Add, list and remove roads of your own.")


@roads.command()
def add(
    file: Annotated[
        Path,
        typer.Argument(
            help="OpenStreetMap extract (.osm.pbf, .osm, .osm.bz2) or GeoJSON.", show_default=False
        ),
    ],
    licence: Annotated[str, typer.Option(help="Terms under which it may be used; told with every account.")],
    name: Annotated[str, typer.Option(help="What to call it; the file's name where none is given.")] = "",
    references: ReferencesFolder = references_folder(),  # noqa: B008
) -> None:
    """Compile a file of roads and use it from now on.

    Prints how many pieces of road were taken, and on standard error what is odd about the file. Exit code 0:
    every road was taken; 3: some were refused and the rest was taken; 2: nothing was taken.
    """
    from warmonitor.run.roads import add_roads

    try:
        kept, issues = add_roads(references, file, licence, name)
    except WarmonitorError as error:
        say(Issue(error.code, str(file), str(error)))
        raise typer.Exit(NOTHING_READ) from None
    for issue in issues:
        say(issue)
    typer.echo(f"{kept.rows:,} pieces of road taken as “{kept.name}” ({kept.licence}).")
    raise typer.Exit(PARTIAL if any(issue.fatal for issue in issues) else COMPLETE)


@roads.command("list")
def list_(references: ReferencesFolder = references_folder()) -> None:  # noqa: B008
    """Print name, pieces of road and licence of each file that was added."""
    from warmonitor.run.references import kept_in

    try:
        for one in kept_in(references, ReferenceKind.ROADS):
            typer.echo(f"{one.name}\t{one.rows:,} pieces of road\t{one.licence}")
    except WarmonitorError as error:
        say(Issue(error.code, str(references), str(error)))
        raise typer.Exit(NOTHING_READ) from None


@roads.command()
def remove(
    name: Annotated[str, typer.Argument(help="The name that the list shows.", show_default=False)],
    references: ReferencesFolder = references_folder(),  # noqa: B008
) -> None:
    """Forget roads that were added; exit code 2 where there are none of this name."""
    from warmonitor.run.references import remove_from

    try:
        found = remove_from(references, ReferenceKind.ROADS, name)
    except WarmonitorError as error:
        say(Issue(error.code, str(references), str(error)))
        raise typer.Exit(NOTHING_READ) from None
    if not found:
        say(Issue("reference-unknown", name, f"No roads of this name are kept in {references}."))
        raise typer.Exit(NOTHING_READ)
