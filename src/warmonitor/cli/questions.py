"""`warmonitor questions`: what is asked of all that comes, and what it was answered."""

import json
import secrets
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from warmonitor import __version__
from warmonitor.cli.exits import COMPLETE, PARTIAL, one_line, say
from warmonitor.cli.stores import RawFolderOption, StorePlace, trouble

questions = typer.Typer(no_args_is_help=True, help="Save questions, and be told what they are answered.")
Name = Annotated[str, typer.Argument(help="Name of a question.")]


@questions.command()
def add(
    file: Annotated[Path, typer.Argument(help="File of questions in YAML or JSON.")],
    place: StorePlace,
    raw: RawFolderOption = None,
) -> None:
    """Save the questions of a file, to be asked of all that changes from now on.

    For each webhook its secret is printed, once. Exit code 0: all are saved; 2: none is, or not all could be.
    """
    from warmonitor.run.questions.form import read_questions
    from warmonitor.store.questions import Questions
    from warmonitor.store.store import open_store

    with trouble(place), open_store(place, raw) as kept:
        for question in read_questions(file):
            secret = secrets.token_hex(32) if question.webhook else ""
            Questions(kept.database).add(question, secret)
            signed = f"; its webhook's secret is {secret}" if secret else ""
            typer.echo(f"{question.name} is asked from now on{signed}")


@questions.command(name="list")
def listed(place: StorePlace, raw: RawFolderOption = None) -> None:
    """Print the questions of a store, a JSON object a line, with how many answers each has."""
    from warmonitor.store.questions import Questions
    from warmonitor.store.store import open_store

    with trouble(place), open_store(place, raw) as kept:
        counts = Questions(kept.database).counts()
        for one in Questions(kept.database).all():
            told = {name: value for name, value in asdict(one).items() if value is not None}
            typer.echo(json.dumps({**told, "answers": counts[one.name]}))


@questions.command()
def remove(name: Name, place: StorePlace, raw: RawFolderOption = None) -> None:
    """Forget a question and its answers."""
    from warmonitor.store.questions import Questions
    from warmonitor.store.store import open_store

    with trouble(place), open_store(place, raw) as kept:
        Questions(kept.database).remove(name)
    typer.echo(f"{name} is not asked any more")


@questions.command()
def answers(
    name: Name,
    place: StorePlace,
    raw: RawFolderOption = None,
    after: Annotated[int, typer.Option(help="Only answers with a higher number.")] = 0,
    feed: Annotated[bool, typer.Option("--atom", help="Print the newest 100 as an Atom feed.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object a line.")] = False,
) -> None:
    """Print what a question was answered so far, in the order of coming."""
    from warmonitor.exports.atom import atom
    from warmonitor.store.questions import Questions
    from warmonitor.store.store import open_store

    with trouble(place), open_store(place, raw) as kept:
        asked = Questions(kept.database)
        question = asked.get(name)
        if feed:
            sys.stdout.buffer.write(atom(question, asked.answers(name, newest=True)))
            return
        while found := asked.answers(name, after):
            for one in found:
                typer.echo(json.dumps(asdict(one)) if as_json else one_line(f"{one.number} {one.said}"))
            after = found[-1].number


@questions.command()
def run(
    place: StorePlace,
    raw: RawFolderOption = None,
    allow: Annotated[
        list[str] | None,
        typer.Option(
            help="HOST:PORT of a webhook that may be private or on another port; as many as need be."
        ),
    ] = None,
) -> None:
    """Ask every question of what changed since it was asked last, print what is new, and send it to webhooks.

    Exit code 0: all was asked and sent; 3: something could not be sent, and is sent again later; 2: the store
    cannot be used.
    """
    from warmonitor.run.questions.ask import ask_all
    from warmonitor.run.questions.send import hook_getter, send_all
    from warmonitor.store.store import open_store

    with trouble(place), open_store(place, raw) as kept:
        getter = hook_getter(allow or (), __version__)
        for one in ask_all(kept):
            typer.echo(one_line(f"{one.question} {one.number}: {one.said}"))
        issues = send_all(kept, getter, time.time)
    for issue in issues:
        say(issue)
    raise typer.Exit(PARTIAL if issues else COMPLETE)
