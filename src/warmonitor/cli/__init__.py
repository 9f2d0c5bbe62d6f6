"""The command line: one verb a job; `warmonitor account` does the whole way."""

import os

import typer

from warmonitor import __version__
from warmonitor.cli.account import account
from warmonitor.cli.compare import compare
from warmonitor.cli.doctor import doctor
from warmonitor.cli.export import export
from warmonitor.cli.fetched import fetched
from warmonitor.cli.gazetteer import gazetteer
from warmonitor.cli.members import members
from warmonitor.cli.questions import questions
from warmonitor.cli.review import review
from warmonitor.cli.roads import roads
from warmonitor.cli.run import run
from warmonitor.cli.search import search
from warmonitor.cli.serve import serve
from warmonitor.cli.store import store
from warmonitor.cli.watch import watch

# The parser's matrices are small: threads of the linear algebra cost more than they bring, on a busy machine
# ten times more. Set before numpy is loaded; whoever has set it keeps his own.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command()(account)
app.command()(compare)
app.add_typer(gazetteer, name="gazetteer")
app.add_typer(roads, name="roads")
app.command()(doctor)
app.command()(run)
app.add_typer(store, name="store")
app.add_typer(review, name="review")
app.add_typer(members, name="members")
app.command()(serve)
app.command()(search)
app.add_typer(questions, name="questions")
app.command()(watch)
app.command()(fetched)
app.command()(export)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def warmonitor(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Print the version."
    ),
) -> None:
    """Read reports of a war and give the account of what they say."""


def main() -> None:
    """Run the command line."""
    app()
