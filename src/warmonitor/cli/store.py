"""`warmonitor store`: reports kept for years, and the account of them."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from warmonitor.cli.account import finish
from warmonitor.cli.exits import COMPLETE, DAMAGED, NOTHING_READ, PARTIAL, say
from warmonitor.cli.folders import ReferencesFolder, references_folder
from warmonitor.cli.progress import progress_bar
from warmonitor.cli.stores import RawFolderOption, StorePlace, trouble
from warmonitor.model import Issue, RawReport

store = typer.Typer(no_args_is_help=True, help="Keep reports for years, and give the account of them.")


@store.command()
def add(
    sources: Annotated[
        list[str], typer.Argument(help="Files or folders: HTML, text, Markdown, JSON lines, WARC, feeds.")
    ],
    place: StorePlace,
    raw: RawFolderOption = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read at the same time.")] = 1,
    references: ReferencesFolder = references_folder(),  # noqa: B008
) -> None:
    """Keep reports with their bytes and claims; a store that is not there is made.

    Every report is safe once its line is printed. Exit code 0: everything was read; 3: something was
    refused and the rest was read; 2: nothing was read, or the store cannot be used.
    """
    from warmonitor.run.ingest import ingest
    from warmonitor.run.readers import Readers
    from warmonitor.run.references import open_look_ups
    from warmonitor.store.store import open_store

    with trouble(place), open_store(place, raw, create=True) as kept, progress_bar() as progress:
        look_ups = open_look_ups(references).kept
        with Readers(workers, references) as readers:
            tally = ingest(kept, sources, readers, _acknowledge, look_ups, progress)
        head = kept.head()
    for issue in tally.issues:
        say(issue)
    typer.echo(f"{tally.added} added, {tally.known} were there already; the chain ends at {head}")
    if not tally.added + tally.known:
        raise typer.Exit(NOTHING_READ)
    raise typer.Exit(PARTIAL if any(issue.fatal for issue in tally.issues) else COMPLETE)


def _acknowledge(one: RawReport, new: bool) -> None:
    print(f"{one.source}: {'kept as' if new else 'was there already as'} {one.report_id}", flush=True)  # noqa: T201


@store.command()
def account(
    place: StorePlace,
    out: Annotated[Path, typer.Option(help="Folder that the account is written to.")],
    raw: RawFolderOption = None,
    references: ReferencesFolder = references_folder(),  # noqa: B008
    timings: Annotated[bool, typer.Option("--timings", help="Print how long each stage took.")] = False,
) -> None:
    """Write the account of all reports in a store, as `warmonitor account` does of the same sources.

    What another version made is made anew, and how much that is is said before. Exit codes are those of
    `warmonitor account`.
    """
    from warmonitor.run.account import told
    from warmonitor.run.kept import account_of_store
    from warmonitor.run.timings import Timings
    from warmonitor.store.store import open_store

    times = Timings()
    with trouble(place), open_store(place, raw) as kept, progress_bar() as progress:
        made = account_of_store(kept, references, _say, progress, times)
        files = told(made, times) if made.reports else {}
    finish(made, files, out, times if timings else None)


def _say(words: str) -> None:
    typer.echo(words, err=True)


@store.command()
def verify(
    place: StorePlace,
    raw: RawFolderOption = None,
    head: Annotated[
        str | None, typer.Option(help="A head that was kept elsewhere, such as that of a situation report.")
    ] = None,
) -> None:
    """Find any change from outside to the chain of given records, raw bytes and what was made.

    Records cut off at the end of the chain are found only beside a head that was kept. Exit code 0: nothing
    is wrong; 4: something is; 2: the store cannot be used.
    """
    from warmonitor.store.chain import Head
    from warmonitor.store.check import check
    from warmonitor.store.store import open_store

    wrong = 0
    with trouble(place), open_store(place, raw) as kept:
        for issue in check(kept, Head.of(head) if head else None):
            say(issue)
            wrong += 1
        typer.echo(f"{wrong} wrong; the chain ends at {kept.head()}")
    raise typer.Exit(DAMAGED if wrong else COMPLETE)


@store.command()
def dump(
    place: StorePlace,
    raw: RawFolderOption = None,
) -> None:
    """Print all records, sorted, a line of JSON each: the same for the same records in any database."""
    from warmonitor.store.dump import dump as lines
    from warmonitor.store.store import open_store

    with trouble(place), open_store(place, raw) as kept:
        sys.stdout.writelines(f"{line}\n" for line in lines(kept))


@store.command()
def backup(
    place: StorePlace,
    out: Annotated[Path, typer.Option(help="Folder to be made for the copy.")],
    raw: RawFolderOption = None,
) -> None:
    """Copy a store while it may be written to, and check the copy; a copy that is not sound gets no name.

    PostgreSQL is copied by its own pg_dump. Exit codes are those of `store verify`.
    """
    from warmonitor.store.backup import back_up
    from warmonitor.store.store import open_store

    with trouble(place), open_store(place, raw) as kept:
        _told(back_up(kept, out), f"copied to {out}")


@store.command()
def restore(
    copy: Annotated[Path, typer.Argument(help="Folder that `store backup` made.")],
    place: StorePlace,
    raw: RawFolderOption = None,
) -> None:
    """Make a store anew from a copy, where there is none, and check it.

    Exit codes are those of `store verify`.
    """
    from warmonitor.store.backup import restore as restored

    with trouble(place):
        _told(restored(copy, place, raw), f"restored from {copy}")


def _told(wrong: list[Issue], done: str) -> None:
    for issue in wrong:
        say(issue)
    typer.echo(f"{len(wrong)} wrong; {done}")
    raise typer.Exit(DAMAGED if wrong else COMPLETE)
