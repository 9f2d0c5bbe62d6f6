"""`warmonitor watch`: sources fetched when they are due, and all of it kept."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warmonitor import __version__
from warmonitor.cli.exits import COMPLETE, NOTHING_READ, PARTIAL, one_line, say
from warmonitor.cli.folders import ReferencesFolder, references_folder
from warmonitor.cli.stores import RawFolderOption, shown
from warmonitor.model import Fetch, Issue, Outcome, RawReport, WarmonitorError

if TYPE_CHECKING:
    from warmonitor.run.watching import Into
    from warmonitor.store.store import Store

_WORDS = {Outcome.NEW: "new", Outcome.CHANGED: "changed"}


def watch(
    sources: Annotated[Path, typer.Argument(help="File of sources in YAML: feeds, sitemaps, pages.")],
    out: Annotated[
        Path | None, typer.Option(help="Folder that keeps what is fetched; made if need be.")
    ] = None,
    store: Annotated[
        str | None, typer.Option("--store", help="Store that what is fetched goes to: folder or address.")
    ] = None,
    raw: RawFolderOption = None,
    readers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read for the store.")] = 1,
    references: ReferencesFolder = references_folder(),  # noqa: B008
    once: Annotated[
        bool, typer.Option("--once", help="Ask every source once and end, as for a timer.")
    ] = False,
) -> None:
    """Fetch reports from feeds, sitemaps and pages, and keep every byte with how it came.

    Give a folder (--out), a store (--store) or both. Without --once it goes on until it is interrupted.
    `warmonitor account` reads the folder's warc/; into a store, each report is read as it comes.
    Exit code 0: everything was fetched; 3: something was refused and the rest was fetched; 2: nothing was
    fetched, or the sources or the folder cannot be used.
    """
    from warmonitor.run.sources import read_plan
    from warmonitor.run.watching import watching

    if out is None and store is None:
        raise typer.BadParameter("give a folder (--out) or a store (--store)")
    place = shown(store) if store else str(out)
    try:
        plan, issues = read_plan(sources)
        for issue in issues:
            say(issue)
        with (
            _keeping(out, store, raw, readers, references) as kept,
            watching(plan, kept, time.time, time.sleep, _told, __version__) as watched,
        ):
            _until_stopped(watched.once if once else watched.on)
    except (WarmonitorError, OSError) as error:
        code = error.code if isinstance(error, WarmonitorError) else "folder-unusable"
        say(Issue(code, str(sources) if code == "source-unreadable" else place, str(error)))
        raise typer.Exit(NOTHING_READ) from None
    tally = watched.tally
    typer.echo(
        f"{tally.count(Outcome.NEW)} new pages, {tally.count(Outcome.CHANGED)} changed, "
        f"{tally.count(Outcome.SAME, Outcome.SAME_TEXT)} unchanged, {tally.count(Outcome.GONE)} gone, "
        f"{tally.issues} issues: {place}"
    )
    if not tally.working:
        raise typer.Exit(NOTHING_READ)
    raise typer.Exit(PARTIAL if issues or tally.refused else COMPLETE)


@contextmanager
def _keeping(
    out: Path | None, place: str | None, raw: Path | None, readers: int, references: Path
) -> "Iterator[Path | Into]":
    """Give where a watch keeps what it fetches."""
    from warmonitor.run.readers import Readers
    from warmonitor.run.watching import Into
    from warmonitor.store.store import open_store

    if place is None:
        assert out is not None
        yield out
        return
    with open_store(place, raw, create=True) as kept, Readers(readers, references) as reading:
        yield Into(kept, reading, _kept, _renewing(kept, references, readers), out)


def _renewing(kept: "Store", references: Path, readers: int) -> Callable[[], None]:
    """Return what brings the account of a store up to date and asks its saved questions."""
    from warmonitor.run.questions.ask import ask_all
    from warmonitor.run.references import Opened
    from warmonitor.run.refresh import refresh

    look_ups = Opened(references)

    def renew() -> None:
        refresh(kept, look_ups.now(), references, readers)
        for one in ask_all(kept):
            typer.echo(one_line(f"{one.question} {one.number}: {one.said}"))

    return renew


def _kept(one: RawReport, new: bool) -> None:
    print(f"{one.source}: {'kept as' if new else 'was there already as'} {one.report_id}", flush=True)  # noqa: T201


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
