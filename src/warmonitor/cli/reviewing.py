"""How every command of a review keeps a judgement, prints one, and tells of one that was refused."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from warmonitor.cli.exits import STALE, say
from warmonitor.cli.stores import trouble
from warmonitor.model import Actor, ConflictError, Held, Issue, Judgement, Place, Subject, Verdict

if TYPE_CHECKING:
    from warmonitor.store.drafting import Drafts
    from warmonitor.store.store import Store

Draft = Callable[["Drafts"], tuple[Subject, tuple[Place | Actor, ...]]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command was given: the store, who judges, why, and the version that was looked at."""

    place: str
    raw: Path | None
    by: str
    why: str
    seen: int | None
    amended: Mapping[str, str] | None = None
    rule: str | None = None
    claim: str | None = None


def judged(asked: Asked, verdict: Verdict, draft: Draft) -> None:
    """Keep a judgement and print it with its version."""
    from warmonitor.run.ingest import custody
    from warmonitor.store.drafting import Drafts
    from warmonitor.store.judgement_faults import now
    from warmonitor.store.judgements import judge, version_of
    from warmonitor.store.store import open_store

    with refused(asked.place), open_store(asked.place, asked.raw) as store:
        drafts = Drafts(store)
        subject, seen = draft(drafts)
        version = version_of(store, subject.key) if asked.seen is None else asked.seen
        given, named = drafts.amended(asked.amended) if asked.amended is not None else (None, ())
        ruled = drafts.rule(asked.rule, asked.claim) if asked.rule is not None else None
        made = Judgement(
            subject, verdict, asked.by, now(), asked.why, version, given, ruled, seen=(*seen, *named)
        )
        typer.echo(shown_line(judge(store, made, custody())))


def lines(place: str, raw: Path | None, of: Callable[["Store"], Sequence[Held]]) -> None:
    """Print judgements of a store, a line each."""
    from warmonitor.store.store import open_store

    with refused(place), open_store(place, raw) as store:
        for one in of(store):
            typer.echo(shown_line(one))


@contextmanager
def refused(place: str) -> Iterator[None]:
    """End with both versions where somebody else judged the same since, and with a line for other trouble."""
    with trouble(place):
        try:
            yield
        except ConflictError as error:
            say(Issue(error.code, error.theirs.subject.key, str(error)))
            typer.echo(f"refused: {_line(error.theirs)}", err=True)
            for one in error.stands:
                typer.echo(f"stands: {shown_line(one)}", err=True)
            raise typer.Exit(STALE) from None


def shown_line(held: Held) -> str:
    """Return a judgement as one line: its id, the version that it made, and what it says."""
    undone = "" if held.in_force else " (undone)"
    return f"{held.id} version {held.version}{undone}: {_line(held.judgement)}"


def _line(one: Judgement) -> str:
    said = f"{one.when} {one.by}: {one.verdict} {one.subject.key}{_given(one)}"
    return _plain(f"{said}: {one.why}" if one.why else said)


def _given(one: Judgement) -> str:
    if one.undoes:
        return f" {one.undoes}"
    if one.ruled:
        return f" {one.ruled.rule}" + (f" {one.ruled.claim.claim}" if one.ruled.claim else "")
    if not one.amended:
        return ""
    told = {f.name: getattr(one.amended, f.name) for f in fields(one.amended) if f.name != "cleared"}
    given = [f"{name}={value}" for name, value in told.items() if value is not None]
    return " " + " ".join([*given, *(f"{name}=" for name in one.amended.cleared)])


def _plain(text: str) -> str:
    """Return a text as one line that does nothing to a terminal."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
