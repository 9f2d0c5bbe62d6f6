"""Judgements that bear on nothing of a whole account: each is asked for again, never silence."""

from dataclasses import replace

from warmonitor.model import Account, Held, Issue, Judged
from warmonitor.run.judged.records import Judgements, Minutes


def with_unheard(account: Account, judgements: Judgements) -> Account:
    """Return the account of all reports with an issue for each judgement that neither bears nor waits."""
    heard = {one.judgement for one in account.judged}
    waiting = " ".join(issue.said for issue in account.issues if issue.code == "judgement-open")
    lost = [one for one in _asked(judgements) if one.id not in heard and one.id not in waiting]
    return replace(account, issues=tuple(sorted({*account.issues, *_issues(lost)}))) if lost else account


def _asked(judgements: Judgements) -> list[Held]:
    """Return the judgements that are applied: of a pair or a figure the last alone."""
    claims = [one for told in judgements.of(Judged.CLAIM) for one in told]
    kinds = (kind for kind in Judged if kind is not Judged.CLAIM)
    return [*claims, *(one for kind in kinds for one in judgements.last(kind))]


def _issues(lost: list[Held]) -> list[Issue]:
    minutes = Minutes()
    for one in lost:
        minutes.wait(one, one.judgement.subject.key, "the account has nothing that it is of")
    return minutes.issues
