"""Claims accepted, rejected or amended: found again in their reports, once what is said twice is joined."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from warmonitor.model import Actor, Claim, Held, Named, Place, Verdict
from warmonitor.run.judged.amending import Seen, amended_by, was
from warmonitor.run.judged.finding import finder, missing
from warmonitor.run.judged.records import Minutes, shown
from warmonitor.run.walk import with_every
from warmonitor.stages.group.facts import Scene
from warmonitor.stages.group.restate import join_restated


@dataclass(frozen=True, slots=True)
class Heard:
    """The claims that count, those that a reviewer rejected, and who and what reviewers brought in."""

    live: list[Claim]
    rejected: list[Claim]
    added: list[Place | Actor]


@dataclass(frozen=True, slots=True)
class Known:
    """Places and actors of the account by id, others that reviewers named, and which stands for an id."""

    records: Seen
    others: Seen
    head: Callable[[str], str]


def judged_claims(
    claims: Sequence[Claim],
    scene: Scene,
    texts: Mapping[str, str],
    subjects: Iterable[Sequence[Held]],
    known: Known,
    minutes: Minutes,
) -> Heard:
    """Return the claims as reviewers judge them; those of reports that nobody judged stay as they are.

    `subjects` are the judgements of each claim in their order. A claim that is amended after it was rejected
    stays rejected until it is accepted or the rejection undone.
    """
    mine = [held for held in subjects if held[0].judgement.subject.cited[0].report in texts]
    reports = {held[0].judgement.subject.cited[0].report for held in mine}
    if not reports:
        return Heard(list(claims), [], [])
    rest = [claim for claim in claims if claim.report not in reports]
    told = join_restated([claim for claim in claims if claim.report in reports], scene)
    made = {claim.id: claim for claim in told}
    rejected: set[str] = set()
    added: dict[str, Place | Actor] = {}
    find = finder(told, texts)
    for held in mine:
        cited = held[-1].judgement.subject.cited[0]
        claim = find(cited)
        if claim is None:
            for one in held:
                minutes.wait(one, cited.report, f"of {shown(cited)}, {missing(cited, texts)}")
            continue
        seen = {**{one.id: one for by in held for one in by.judgement.seen}, **known.others, **known.records}
        made[claim.id] = amended_by(made[claim.id], held, known.head, seen)
        added.update(
            {key: seen[key] for key in ids_in(made[claim.id]) if key in seen and key not in known.records}
        )
        for one in held:
            amended = one.judgement.amended
            minutes.bear(one, [claim.id], was(claim, amended) if amended else "")
        last = [one.judgement.verdict for one in held if one.judgement.verdict is not Verdict.AMEND]
        if last:
            (rejected.add if last[-1] is Verdict.REJECT else rejected.discard)(claim.id)
    return Heard(
        [*rest, *(made[claim.id] for claim in told if claim.id not in rejected)],
        [made[claim.id] for claim in told if claim.id in rejected],
        [added[key] for key in sorted(added)],
    )


def ids_in(claim: Claim) -> set[str]:
    """Return the ids of places and actors that a claim names."""
    found: set[str] = set()

    def noted(named: Named) -> Named:
        found.update(filter(None, (named.id,)))
        return named

    with_every(claim, Named, noted)
    return found
