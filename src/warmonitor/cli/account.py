"""`warmonitor account`: reports in, their account out."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.exits import COMPLETE, NOTHING_READ, PARTIAL, say
from warmonitor.cli.folders import ReferencesFolder, references_folder
from warmonitor.cli.opening import open_in_browser
from warmonitor.cli.progress import progress_bar
from warmonitor.model import Account, Issue, WarmonitorError
from warmonitor.run.timings import Timings


def account(
    sources: Annotated[
        list[str], typer.Argument(help="Files or folders: HTML, text, Markdown, JSON lines, WARC, feeds.")
    ],
    out: Annotated[Path, typer.Option(help="Folder that the account is written to.")],
    references: ReferencesFolder = references_folder(),  # noqa: B008
    timings: Annotated[bool, typer.Option("--timings", help="Print how long each stage took.")] = False,
    show: Annotated[
        bool, typer.Option("--open", help="Open the page in a browser when it is written.")
    ] = False,
) -> None:
    """Turn a pile of reports into the account of what they say.

    Writes account.json, index.html, sitrep.md and tables/ into the folder. Exit code 0: everything was
    read; 3: something was refused and the rest was read; 2: nothing was read.
    """
    from warmonitor.run.account import make_account, told

    times = Timings()
    try:
        with progress_bar() as progress:
            made = make_account(sources, progress, times, references)
            files = told(made, times) if made.reports else {}
    except WarmonitorError as error:
        say(Issue(error.code, str(references), str(error)))
        raise typer.Exit(NOTHING_READ) from None
    finish(made, files, out, times if timings else None, show)


def finish(
    made: Account, files: dict[str, bytes], out: Path, times: Timings | None, show: bool = False
) -> None:
    """Write an account, tell of it, and end with its exit code."""
    for issue in made.issues:
        say(issue)
    if not made.reports:
        typer.echo("Nothing was read: no source holds an article in a language that is read.", err=True)
        raise typer.Exit(NOTHING_READ)
    _write(out, files)
    typer.echo(_summary(made, out))
    if show:
        open_in_browser((out / "index.html").resolve().as_uri())
    for stage, seconds in times.seconds.items() if times else ():
        typer.echo(f"{stage:10} {seconds:7.2f} s")
    raise typer.Exit(PARTIAL if any(issue.fatal for issue in made.issues) else COMPLETE)


def _write(out: Path, files: dict[str, bytes]) -> None:
    try:
        for path, content in files.items():
            target = out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    except OSError as error:
        typer.echo(f"out-unwritable: {out}: {error.strerror or error}.", err=True)
        sys.exit(NOTHING_READ)


def _summary(made: Account, out: Path) -> str:
    strands = len(made.strands)
    return (
        f"{len(made.reports)} reports in {strands} strands, {len(made.claims)} claims, "
        f"{len(made.events)} events, {len(made.figures)} figures, {len(made.disputes)} disputes, "
        f"{len(made.issues)} issues: {out}"
    )
