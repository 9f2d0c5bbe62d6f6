"""The table of contents: the eight stages in order, what each takes and what it gives.

Read this first, then `run/account.py`, which joins them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its name is that of its folder; `unit` is what it can work on alone."""

    name: str
    takes: str
    gives: str
    unit: str


FLOW = (
    Stage("archive", "sources", "RawReport, Issue", "source"),
    Stage("clean", "RawReport", "Report, Issue", "report"),
    Stage("compare", "Report", "Report (dated, copy_of, strand), Strand", "all reports"),
    Stage("extract", "Report", "Claim", "report"),
    Stage("ground", "Report, Claim", "Claim (names resolved), Place, Actor", "all reports"),
    Stage(
        "group", "Report, Claim, Place, Actor", "Claim (restatements joined), Event, Coverage", "all claims"
    ),
    Stage("reconcile", "Claim, Event, Strand", "Figure, ControlSpell, Dispute, …", "all claims"),
    Stage("tell", "Account", "files", "account"),
)
