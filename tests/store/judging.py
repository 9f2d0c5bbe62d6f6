"""Judgements of made claims, and processes of their own that make many of them at once.

`python judging.py STORE RAW WHO TIMES RECORDS` judges in turn and prints how many were applied and refused.
"""

import sys
from pathlib import Path

from kept_documents import NOW, Place

from warmonitor.model import (
    Amended,
    Cited,
    ClaimKind,
    ConflictError,
    Judged,
    Judgement,
    Subject,
    Verdict,
)
from warmonitor.store.judgements import judge, version_of

WHEN = "2031-03-04T05:06:07+00:00"
WORDS = "Shelling of the ferry landing killed 12 people"


def cited(number: int = 1, start: int = 0) -> Cited:
    claim = f"claim-{number:016x}"
    return Cited(
        f"report-{number:016x}", ClaimKind.TOLL, WORDS, start, start + len(WORDS), claim, "killed 12"
    )


def claim(number: int = 1) -> Subject:
    return Subject(Judged.CLAIM, f"claim-{number:016x}", cited=(cited(number),))


def amend(
    version: int = 0, best: int = 13, by: str = "Ivo", number: int = 1, why: str = "misread"
) -> Judgement:
    return Judgement(claim(number), Verdict.AMEND, by, WHEN, why, version, Amended(best=best))


def say(verdict: Verdict, version: int = 0, by: str = "Ivo", number: int = 1, why: str = "seen") -> Judgement:
    return Judgement(claim(number), verdict, by, WHEN, why, version)


def main(store: str, raw: str, who: str, times: int, records: int) -> None:
    """Look, then judge what was seen, as often as was asked; a stale judgement is not made again."""
    applied = refused = 0
    with Place(store, Path(raw) if raw else None).open(create=False) as opened:
        for at in range(times):
            number = 1 + (at // 4 + len(who) % 2) % records
            version = version_of(opened, claim(number).key)
            try:
                judge(opened, amend(version, at % 50, who, number, f"{who} {at}"), NOW)
                applied += 1
            except ConflictError:
                refused += 1
    sys.stdout.write(f"{applied} {refused}\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
