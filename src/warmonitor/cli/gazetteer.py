"""`warmonitor gazetteer`: place names of one's own, added to those that come with the program."""

from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.exits import COMPLETE, NOTHING_READ, PARTIAL, say
from warmonitor.cli.folders import ReferencesFolder, references_folder
from warmonitor.model import Issue, ReferenceKind, WarmonitorError

gazetteer = typer.Typer(no_args_is_help=True, help="Add, list and remove gazetteers of your own.")


@gazetteer.command()
def add(
    file: Annotated[
        Path,
        typer.Argument(
            help="GeoNames dump (zip or txt), p-code table (CSV), or GeoJSON.", show_default=False
        ),
    ],
    licence: Annotated[str, typer.Option(help="Terms under which it may be used; told with every account.")],
    name: Annotated[str, typer.Option(help="What to call it; the file's name where none is given.")] = "",
    alternate_names: Annotated[
        Path | None, typer.Option(help="GeoNames' alternateNamesV2 for the same places.")
    ] = None,
    country: Annotated[str, typer.Option(help="Two-letter code of the country of rows that name none.")] = "",
    references: ReferencesFolder = references_folder(),  # noqa: B008
) -> None:
    """Compile a file of places and use it from now on, with what comes with the program.

    Prints how many places were taken, and on standard error what was not. Exit code 0: every row was
    taken; 3: some were refused and the rest was taken; 2: nothing was taken.
    """
    from warmonitor.run.gazetteers import Wanted, add_to

    try:
        kept, issues = add_to(references, Wanted(file, licence, name, alternate_names, country))
    except WarmonitorError as error:
        say(Issue(error.code, str(file), str(error)))
        raise typer.Exit(NOTHING_READ) from None
    for issue in issues:
        say(issue)
    typer.echo(f"{kept.rows:,} places taken as “{kept.name}” ({kept.licence}).")
    raise typer.Exit(PARTIAL if issues else COMPLETE)


@gazetteer.command("list")
def list_(references: ReferencesFolder = references_folder()) -> None:  # noqa: B008
    """Print name, places and licence of each gazetteer that was added."""
    from warmonitor.run.references import kept_in

    try:
        for one in kept_in(references, ReferenceKind.GAZETTEER):
            typer.echo(f"{one.name}\t{one.rows:,} places\t{one.licence}")
    except WarmonitorError as error:
        say(Issue(error.code, str(references), str(error)))
        raise typer.Exit(NOTHING_READ) from None


@gazetteer.command()
def remove(
    name: Annotated[str, typer.Argument(help="The name that the list shows.", show_default=False)],
    references: ReferencesFolder = references_folder(),  # noqa: B008
) -> None:
    """Forget a gazetteer that was added; exit code 2 where there is none of this name."""
    from warmonitor.run.references import remove_from

    try:
        found = remove_from(references, ReferenceKind.GAZETTEER, name)
    except WarmonitorError as error:
        say(Issue(error.code, str(references), str(error)))
        raise typer.Exit(NOTHING_READ) from None
    if not found:
        say(Issue("reference-unknown", name, f"No gazetteer of this name is kept in {references}."))
        raise typer.Exit(NOTHING_READ)
