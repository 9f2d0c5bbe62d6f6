"""`warmonitor review`: what reviewers judge, kept beside what was read."""

from typing import Annotated

import typer

from warmonitor.cli.reviewing import Asked, judged, lines, refused, shown_line
from warmonitor.cli.stores import RawFolderOption, StorePlace
from warmonitor.model import JudgementError, Verdict

By = Annotated[str, typer.Option("--by", help="The name of who judges.")]
Why = Annotated[str, typer.Option("--why", help="The reason, in words.")]
Version = Annotated[
    int | None,
    typer.Option("--seen", help="The version that was looked at; a later one is not judged over."),
]
One = Annotated[str, typer.Argument(help="Id of a record of account.json.")]

review = typer.Typer(
    no_args_is_help=True,
    help="Judge what was read; none of it is changed. Exit code 5: somebody judged the same since; both "
    "are shown, and nothing is kept.",
)  # fmt: skip


@review.command()
def accept(
    record: One, place: StorePlace, by: By, why: Why = "", seen: Version = None, raw: RawFolderOption = None
) -> None:
    """Accept a claim as it was read, or one that was rejected; a place, an actor or a figure as it stands."""
    judged(Asked(place, raw, by, why, seen), Verdict.ACCEPT, lambda drafts: drafts.whole(record))


@review.command()
def reject(
    claim: One, place: StorePlace, by: By, why: Why, seen: Version = None, raw: RawFolderOption = None
) -> None:
    """Reject a claim: it is shown as rejected, and counts nowhere."""
    judged(Asked(place, raw, by, why, seen), Verdict.REJECT, lambda drafts: (drafts.claim(claim), ()))


@review.command()
def amend(
    claim: One,
    given: Annotated[list[str], typer.Argument(help="FIELD=VALUE, such as best=14; FIELD= leaves it open.")],
    place: StorePlace,
    by: By,
    why: Why,
    seen: Version = None,
    raw: RawFolderOption = None,
) -> None:
    """Give fields of a claim otherwise; its words stay.

    Fields: low, best, high, approximate (yes, no), measure, of, scope, stance, modality, earliest, latest,
    place, speaker, party, counterparty, perpetrator, target, change, type, sub_type.
    """
    words = dict(one.partition("=")[::2] for one in given)
    judged(
        Asked(place, raw, by, why, seen, amended=words),
        Verdict.AMEND,
        lambda drafts: (drafts.claim(claim), ()),
    )


@review.command()
def same(
    one: One,
    other: One,
    place: StorePlace,
    by: By,
    why: Why,
    seen: Version = None,
    raw: RawFolderOption = None,
) -> None:
    """Judge two reports, places, actors or events to be one."""
    judged(Asked(place, raw, by, why, seen), Verdict.SAME, lambda drafts: drafts.pair(one, other))


@review.command()
def different(
    one: One,
    other: Annotated[str, typer.Argument(help="Another of the kind, or the claim that is not of it.")],
    place: StorePlace,
    by: By,
    why: Why,
    seen: Version = None,
    raw: RawFolderOption = None,
) -> None:
    """Judge two of a kind to be different, or a claim to name, or to tell of, another."""
    judged(Asked(place, raw, by, why, seen), Verdict.DIFFERENT, lambda drafts: drafts.pair(one, other))


@review.command()
def rule(  # noqa: PLR0913, PLR0917  an option each
    figure: One,
    chosen: Annotated[
        str, typer.Argument(help="range, median, majority, latest, highest, lowest or claim.", metavar="RULE")
    ],
    place: StorePlace,
    by: By,
    why: Why,
    claim: Annotated[str | None, typer.Option(help="The claim that counts, for the rule “claim”.")] = None,
    seen: Version = None,
    raw: RawFolderOption = None,
) -> None:
    """Set the rule by which a figure is shown."""
    asked = Asked(place, raw, by, why, seen, rule=chosen, claim=claim)
    judged(asked, Verdict.RULE, lambda drafts: (drafts.figure(figure), ()))


@review.command()
def undo(
    judgement: Annotated[str, typer.Argument(help="Id of a judgement that stands.")],
    place: StorePlace,
    by: By,
    why: Why,
    seen: Version = None,
    raw: RawFolderOption = None,
) -> None:
    """Take a judgement back, or one that took another back."""
    from warmonitor.run.ingest import custody
    from warmonitor.store.judgement_faults import now
    from warmonitor.store.judgements import judge, kept, undoing, version_of
    from warmonitor.store.store import open_store

    with refused(place), open_store(place, raw) as store:
        held = kept(store, judgement)
        if held is None:
            raise JudgementError("judgement-unknown", f"There is no judgement “{judgement}”.")
        version = version_of(store, held.judgement.subject.key) if seen is None else seen
        typer.echo(shown_line(judge(store, undoing(held, by, now(), why, version), custody())))


@review.command(name="list")
def list_(place: StorePlace, raw: RawFolderOption = None) -> None:
    """Print the judgements that stand, in the order in which they were made."""
    from warmonitor.store.judgements import in_force

    lines(place, raw, in_force)


@review.command()
def history(
    subject: Annotated[
        str, typer.Argument(help="Key of a subject, as `review list` prints it, or a claim's or figure's id.")
    ],
    place: StorePlace,
    raw: RawFolderOption = None,
) -> None:
    """Print all judgements of a subject, those undone with the others."""
    from warmonitor.store.drafting import key_of
    from warmonitor.store.judgements import history as told

    lines(place, raw, lambda store: told(store, key_of(store, subject)))


@review.command()
def queue(
    place: StorePlace,
    limit: Annotated[int, typer.Option(min=1, help="How many are shown at most.")] = 50,
    raw: RawFolderOption = None,
) -> None:
    """Print what waits for a judgement, the weightiest first: why, what it is, and what rests on it."""
    from warmonitor.store.store import open_store
    from warmonitor.store.weighing import queue as waiting
    from warmonitor.store.weighing import weigh_again

    with refused(place), open_store(place, raw) as store:
        weigh_again(store.database)
        found, total = store.database.read(lambda connection: waiting(connection, 0, limit))
    for one in found:
        rests = f"{one.deaths} killed, {one.events} events"
        called = " ".join("".join(c if c.isprintable() else " " for c in one.called).split())
        typer.echo(f"{one.doubt.name.lower()} {one.id} ({rests}): {called}")
    typer.echo(f"{total} wait", err=True)
