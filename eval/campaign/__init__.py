"""A made campaign with known truth: thirty places, sixty days, two hundred reports, from a seed.

Rules may be worked on with the seeds of `DEV`; of those of `HELD` only shares are looked at. The gate runs
the first of each; `python -m eval.campaign` runs any.
"""

from collections.abc import Mapping
from pathlib import Path

from eval.campaign.ask import ask

DATA: tuple[str, ...] = ()  # needs none: it is made
KEPT = (Path(__file__).parent,)  # what its floors rest on comes with the project
DEV, HELD = (1, 2, 3, 4), (11, 12, 13, 14)
FLOORED = ("dev.holder", "held.holder")


def score(_data: Path | None = None) -> Mapping[str, float]:
    """Return the shares of one seed to work with and one that is held."""
    shares = {"dev": ask(DEV[0]).shares(), "held": ask(HELD[0]).shares()}
    return {f"{part}.{row}": share for part, rows in shares.items() for row, share in rows.items()}
