"""`warmonitor export`: an account in the forms that others use."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.exits import NOTHING_READ, say
from warmonitor.model import Issue, WarmonitorError

DAY = ["%Y-%m-%d"]


class As(StrEnum):
    """The forms of an export."""

    ACLED = "acled"
    UCDP = "ucdp"
    HXL = "hxl"
    PARQUET = "parquet"
    GEOJSON = "geojson"
    FTM = "ftm"


def export(
    shape: Annotated[As, typer.Option("--as", help="The form: its columns stand in docs/exports.md.")],
    out: Annotated[Path, typer.Option(help="Folder to write to; for acled, ucdp and ftm a file will do.")],
    account: Annotated[
        Path, typer.Option(help="Folder that `warmonitor account` wrote, or its account.json.")
    ],
    since: Annotated[datetime | None, typer.Option(formats=DAY, help="First day, as 2019-08-20.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=DAY, help="Last day.")] = None,
    place: Annotated[str | None, typer.Option(help="A place, by a name or its id.")] = None,
) -> None:
    """Write an account as ACLED- or UCDP-shaped CSV, HXL, Parquet, GeoJSON or FollowTheMoney entities.

    What reviewers rejected or marked sensitive is left out. Exit code 2: nothing was written.
    """
    from warmonitor.exports import Wanted
    from warmonitor.run.exporting import opened_folder, write_export

    wanted = Wanted(since.date() if since else None, until.date() if until else None, place)
    try:
        with opened_folder(account) as (source, made):
            paths = write_export(shape.value, source, made, wanted, out)
    except WarmonitorError as error:
        say(Issue(error.code, str(account), str(error)))
        raise typer.Exit(NOTHING_READ) from None
    for path in paths:
        typer.echo(path)
