"""`warmonitor watch`: sources fetched when they are due, and all of it kept."""

import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from warmonitor import __version__
from warmonitor.cli.exits import COMPLETE, NOTHING_READ, PARTIAL, say
from warmonitor.model import Fetch, Issue, Outcome, WarmonitorError

_WORDS = {Outcome.NEW: "new", Outcome.CHANGED: "changed"}


def watch(
    sources: Annotated[Path, typer.Argument(help="File of sources in YAML: feeds, sitemaps, pages.")],
    out: Annotated[Path, typer.Option(help="Folder that keeps what is fetched; made if need be.")],
    once: Annotated[
        bool, typer.Option("--once", help="Ask every source once and end, as for a timer.")
    ] = False,
) -> None:
    """Fetch reports from feeds, sitemaps and pages, and keep every byte with how it came.

    Without --once it goes on until it is interrupted. `warmonitor account` reads the folder's warc/.
    Exit code 0: everything was fetched; 3: something was refused and the rest was fetched; 2: nothing was
    fetched, or the sources or the folder cannot be used.
    """
    from warmonitor.run.sources import read_plan
    from warmonitor.run.watching import watching

    try:
        plan, issues = read_plan(sources)
        for issue in issues:
            say(issue)
        with watching(plan, out, time.time, time.sleep, _told, __version__) as watched:
            _until_stopped(watched.once if once else watched.on)
    except (WarmonitorError, OSError) as error:
        code = error.code if isinstance(error, WarmonitorError) else "folder-unusable"
        say(Issue(code, str(sources if code == "source-unreadable" else out), str(error)))
        raise typer.Exit(NOTHING_READ) from None
    tally = watched.tally
    typer.echo(
        f"{tally.count(Outcome.NEW)} new pages, {tally.count(Outcome.CHANGED)} changed, "
        f"{tally.count(Outcome.SAME, Outcome.SAME_TEXT)} unchanged, {tally.count(Outcome.GONE)} gone, "
        f"{tally.issues} issues: {out}"
    )
    if not tally.working:
        raise typer.Exit(NOTHING_READ)
    raise typer.Exit(PARTIAL if issues or tally.refused else COMPLETE)


def _told(what: Fetch | Issue, title: str) -> None:
    """Print a new or changed page with its title, and an issue on standard error."""
    if isinstance(what, Issue):
        say(what)
    elif what.kind in {"page", "entry"} and what.outcome in _WORDS:
        typer.echo(f"{_WORDS[what.outcome]}: {what.address}" + (f" ({title})" if title else ""))


def _until_stopped(work: Callable[[], None]) -> None:
    """Work until it is done or somebody stops it; what runs is then ended in good order."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        work()
    except KeyboardInterrupt:
        typer.echo("Stopped.", err=True)
    finally:
        signal.signal(signal.SIGTERM, before)
