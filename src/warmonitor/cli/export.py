"""`warmonitor export`: an account in the forms that others use."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.folders import ReferencesFolder, references_folder
from warmonitor.cli.stores import RawFolderOption, trouble

DAY = ["%Y-%m-%d"]


class As(StrEnum):
    """The forms of an export."""

    ACLED = "acled"
    UCDP = "ucdp"
    HXL = "hxl"
    PARQUET = "parquet"
    GEOJSON = "geojson"
    FTM = "ftm"


def export(  # noqa: PLR0913, PLR0917  an option each
    shape: Annotated[As, typer.Option("--as", help="The form: its columns stand in docs/exports.md.")],
    out: Annotated[Path, typer.Option(help="Folder to write to; for acled, ucdp and ftm a file will do.")],
    account: Annotated[
        Path | None, typer.Option(help="Folder that `warmonitor account` wrote, or its account.json.")
    ] = None,
    store: Annotated[str | None, typer.Option(help="Folder of a store, or postgresql:// address.")] = None,
    raw: RawFolderOption = None,
    references: ReferencesFolder = references_folder(),  # noqa: B008
    since: Annotated[datetime | None, typer.Option(formats=DAY, help="First day, as 2019-08-20.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=DAY, help="Last day.")] = None,
    place: Annotated[str | None, typer.Option(help="A place, by a name or its id.")] = None,
) -> None:
    """Write an account as ACLED- or UCDP-shaped CSV, HXL, Parquet, GeoJSON or FollowTheMoney entities.

    The account of a store is the one that was last made in it. What reviewers rejected or marked sensitive is
    left out. Exit code 2: nothing was written.
    """
    from warmonitor.exports import Wanted
    from warmonitor.run.exporting import opened_folder, opened_store, write_export

    if (account is None) == (store is None):
        raise typer.BadParameter("Give the account by either --account or --store.")
    wanted = Wanted(since.date() if since else None, until.date() if until else None, place)
    with trouble(store or str(account)):
        opened = opened_store(store, raw, references) if store else opened_folder(account or Path())
        with opened as (source, made):
            paths = write_export(shape.value, source, made, wanted, out)
    for path in paths:
        typer.echo(path)
