"""`warmonitor compare`: reports that arrive, each held against all that came before."""

from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.exits import COMPLETE, NOTHING_READ, PARTIAL, say
from warmonitor.cli.progress import progress_bar
from warmonitor.model import Issue, WarmonitorError


def compare(
    sources: Annotated[
        list[str], typer.Argument(help="Files or folders: HTML, text, Markdown, JSON lines, WARC, feeds.")
    ],
    index: Annotated[Path, typer.Option(help="Folder that keeps the reports so far; made if need be.")],
) -> None:
    """Tell of each new report which earlier ones its text goes back to, and keep it.

    Every report is safe in the folder once its line is printed. Exit code 0: everything was read; 3:
    something was refused and the rest was read; 2: nothing was read, or the folder cannot be used.
    """
    from warmonitor.run.arrivals import arrive
    from warmonitor.run.index import ReportIndex
    from warmonitor.run.reading import read_reports
    from warmonitor.run.timings import Timings

    with progress_bar() as progress:
        reports, issues = read_reports(sources, progress, Timings())
    for issue in issues:
        say(issue)
    try:
        with ReportIndex(index) as kept:
            for arrival in arrive(kept, reports):
                typer.echo("\n".join(arrival.lines()))
    except (WarmonitorError, OSError) as error:
        code = error.code if isinstance(error, WarmonitorError) else "index-unusable"
        say(Issue(code, str(index), str(error)))
        raise typer.Exit(NOTHING_READ) from None
    if not reports:
        raise typer.Exit(NOTHING_READ)
    raise typer.Exit(PARTIAL if any(issue.fatal for issue in issues) else COMPLETE)
