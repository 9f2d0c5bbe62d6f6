"""What a judgement touches: the reports, places and actors by which stale work is found."""

from dataclasses import dataclass

from warmonitor.model import Held, Judged, Judgement, Verdict
from warmonitor.run.judged.pairs import Sets, pairs_of
from warmonitor.run.judged.records import NONE, Judgements


@dataclass(frozen=True, slots=True)
class Touched:
    """Ids of reports, of places and of actors."""

    reports: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()


def touched(judgement: Judgement, standing: Judgements = NONE) -> Touched:
    """Return what a judgement touches; an undoing touches what it undoes, as it has the same subject.

    The account of any reports among which none is touched, and that names none of the places and actors, is
    the same with the judgement and without. `standing` are the others that stand: what they judge to be one
    with a place or an actor is touched with it.
    """
    subject = judgement.subject
    cited = {one.report for one in (*subject.cited, *subject.others)}
    if judgement.ruled and judgement.ruled.claim:
        cited.add(judgement.ruled.claim.report)
    pair = frozenset(filter(None, (subject.id, subject.other)))
    reports = frozenset(cited) | (pair if subject.kind is Judged.REPORT else frozenset())
    one = _one_with(pair, subject.kind, standing) if subject.other else frozenset()
    return Touched(
        reports,
        one if subject.kind is Judged.PLACE else frozenset(),
        one if subject.kind is Judged.ACTOR else frozenset(),
    )


def _one_with(pair: frozenset[str], kind: Judged, standing: Judgements) -> frozenset[str]:
    """Return all that is judged to be one with either of a pair."""
    sets = Sets()
    known = set(pair)
    for one, other, _ in pairs_of(_of(kind, standing), Verdict.SAME):
        sets.join(one, other)
        known |= {one, other}
    homes = {sets.home(one) for one in pair}
    return frozenset(one for one in known if sets.home(one) in homes)


def _of(kind: Judged, standing: Judgements) -> list[Held]:
    return [held for held in standing.held if held.judgement.subject.kind is kind]
