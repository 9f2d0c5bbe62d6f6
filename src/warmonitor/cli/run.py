"""`warmonitor run`: what is stale in a store made again, and how much that is said before."""

from typing import Annotated

import typer

from warmonitor.cli.exits import one_line
from warmonitor.cli.folders import ReferencesFolder, references_folder
from warmonitor.cli.progress import progress_bar
from warmonitor.cli.stores import RawFolderOption, StorePlace, trouble


def run(
    place: StorePlace,
    raw: RawFolderOption = None,
    references: ReferencesFolder = references_folder(),  # noqa: B008
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that read at the same time.")] = 1,
    look: Annotated[bool, typer.Option("--dry-run", help="Only say what is stale, and do nothing.")] = False,
    timings: Annotated[bool, typer.Option("--timings", help="Print how long each stage took.")] = False,
) -> None:
    """Bring the account of a store up to date: what new reports, judgements, look-ups or versions touch.

    How much is stale, and why, is said beforehand; then answers to saved questions. Killed at any point, it
    goes on where it was. Exit code 0: all is up to date; 2: the store cannot be used.
    """
    from warmonitor.run.questions.ask import ask_all
    from warmonitor.run.references import open_look_ups
    from warmonitor.run.refresh import refresh
    from warmonitor.run.stale import survey
    from warmonitor.run.timings import Timings
    from warmonitor.store.store import open_store

    times = Timings()
    with trouble(place), open_store(place, raw) as kept, progress_bar() as progress:
        look_ups = open_look_ups(references)
        if look:
            typer.echo("\n".join(survey(kept, look_ups).lines()))
            return
        done = refresh(kept, look_ups, references, workers, typer.echo, progress, times)
        answers = ask_all(kept)
    typer.echo(f"{done.documents} documents read, {done.blocks} blocks made, {done.units} units joined.")
    for one in answers:
        typer.echo(one_line(f"{one.question} {one.number}: {one.said}"))
    for stage, seconds in times.seconds.items() if timings else ():
        typer.echo(f"{stage:10} {seconds:7.2f} s")
