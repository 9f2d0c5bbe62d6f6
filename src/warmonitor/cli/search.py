"""`warmonitor search`: records of a store's account that words find."""

import json
from typing import Annotated

import typer

from warmonitor.cli.exits import COMPLETE, NOTHING_READ, one_line
from warmonitor.cli.stores import RawFolderOption, StorePlace, trouble

_NAMED = {"place": "places", "actor": "actors"}


def search(  # noqa: PLR0913, PLR0917  an option each
    words: Annotated[list[str], typer.Argument(help='Words that must all stand; "a phrase", -not, begin*.')],
    place: StorePlace,
    raw: RawFolderOption = None,
    kind: Annotated[str | None, typer.Option(help="A list of account.json, such as claims.")] = None,
    at: Annotated[str | None, typer.Option("--place", help="A place, by name or id.")] = None,
    actor: Annotated[str | None, typer.Option(help="An actor, by name or id.")] = None,
    since: Annotated[str | None, typer.Option(help="From this day on, as 2015-05-31.")] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(help="NAME=VALUE, for until, outlet, report, measure, type, status, country …"),
    ] = None,
    limit: Annotated[int, typer.Option(help="How many are shown at most.")] = 20,
    after: Annotated[str | None, typer.Option(help="Go on from where the last search ended.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON object a line.")] = False,
) -> None:
    """Print the records in which words stand, the newest first, with some words around.

    The store is searched as it was when its account was last made. Exit code 0: something was found;
    2: nothing was, or it cannot be looked for.
    """
    from warmonitor.store.filters import filters_of
    from warmonitor.store.naming import named
    from warmonitor.store.reader import Reader
    from warmonitor.store.store import open_store

    with trouble(place), open_store(place, raw) as kept:
        reader = Reader(kept.database)
        given = {"place": at, "actor": actor, "since": since}
        asked = {name: said for name, said in given.items() if said is not None}
        asked |= dict(_pair(one) for one in only or ())
        for role, records in _NAMED.items():
            if role in asked:
                asked[role] = named(reader, records, asked[role])
        found = reader.search(" ".join(words), filters_of(asked), after, limit, kind)
    for hit in found.hits:
        told = {"kind": hit.kind, "id": hit.id, "field": hit.snippet.field, "text": hit.snippet.text,
                "start": hit.snippet.start, "marks": hit.snippet.marks}  # fmt: skip
        typer.echo(json.dumps(told) if as_json else f"{hit.kind} {hit.id}: {one_line(hit.snippet.text)}")
    if found.after:
        typer.echo(f"There is more: --after {found.after}", err=True)
    raise typer.Exit(COMPLETE if found.hits else NOTHING_READ)


def _pair(said: str) -> tuple[str, str]:
    name, _, value = said.partition("=")
    return name.strip(), value.strip()
