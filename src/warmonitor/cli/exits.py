"""What every command says of trouble: a line on standard error for each, and its exit code."""

import typer

from warmonitor.model import Issue

COMPLETE, NOTHING_READ, PARTIAL, DAMAGED, STALE = 0, 2, 3, 4, 5


def say(issue: Issue) -> None:
    """Print an issue as code, item and one plain sentence."""
    typer.echo(f"{issue.code}: {issue.item}: {issue.said}", err=True)


def one_line(text: str) -> str:
    """Return a text as one line that does nothing to a terminal."""
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())
