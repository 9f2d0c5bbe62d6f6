"""An index of reports that grows by one at a time: each is told which earlier ones share words with it.

Copies, excerpts and quotations are found alike: by runs of words, however long the texts around them are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from warmonitor.model import Report
from warmonitor.stages.compare.candidates import Parts, absent, carriers, shift
from warmonitor.stages.compare.hashes import RUN
from warmonitor.stages.compare.neighbours import EACH, LEAST
from warmonitor.stages.compare.postings import TOKEN, TOKEN_BITS, Keys, joined, keys_of, token_of
from warmonitor.stages.compare.twins import identity

# Names how keys are made: a change to folding, hashing, or to what a token is made of needs another name.
ALGORITHM = f"runs of {RUN} words, hash 1, 32 bits and 32 bits"
MATES = 64  # reports of one token that are looked up


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """An earlier report, by id, how many runs of six words tie it, and its number in the shelf."""

    id: str
    runs: int
    number: int = field(compare=False)


class Shelf(Protocol):
    """Where reports and their keys are kept; `runs` by their words, `names` by their tokens."""

    @property
    def runs(self) -> Parts: ...  # noqa: D102

    @property
    def names(self) -> Parts: ...  # noqa: D102

    def __len__(self) -> int: ...

    def __getitem__(self, number: int) -> Report: ...

    def append(self, reports: Sequence[Report]) -> None: ...  # noqa: D102


class Index:
    """Reports in a shelf, by their tokens (a hash of text and date; very rarely two have the same)."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def add(self, report: Report) -> list[Candidate]:
        """Keep a report; return the earlier ones that share runs of words with it, by id.

        A run that more than twelve reports have names the two nearest on either side, in the order of tokens.
        """
        token, found, fresh = self._look_up(report)
        if report.id not in {one.id for one in found}:
            number = len(self.shelf)
            self.shelf.append([report])
            self._enter(number, token, fresh)
        return [one for one in found if one.id != report.id]

    def _enter(self, number: int, token: int, fresh: Keys) -> None:
        self.shelf.runs.add(fresh)
        self.shelf.names.add(np.array([token << int(TOKEN_BITS) | number], np.uint64))

    def enter_all(self, number: int, reports: Sequence[Report]) -> None:
        """Add the keys of reports that the shelf has, from a number on."""
        tokens = [_token(report) for report in reports]
        keys = joined([keys_of([report.text for report in reports], tokens)[0]])
        self.shelf.runs.add(absent(self.shelf.runs, keys))
        names = np.array(tokens, np.uint64) << TOKEN_BITS | np.arange(
            number, number + len(reports), dtype=np.uint64
        )
        self.shelf.names.add(joined([names]))

    def candidates(self, report: Report) -> list[Candidate]:
        """Return the reports that share runs of words with one, by id; itself is none."""
        return [one for one in self._look_up(report)[1] if one.id != report.id]

    def _look_up(self, report: Report) -> tuple[int, list[Candidate], Keys]:
        """Return a report's token, all that it is tied to, itself too if it is known, and its new keys."""
        token = _token(report)
        found, sizes = keys_of([report.text], [token])
        least = min(LEAST, max(1, int(sizes[0]) // EACH))
        keys = joined([found])
        change = shift(self.shelf.runs, keys)
        ties = {other: runs for other, runs in change.gained.items() if runs >= least}
        return token, self._named({**ties, token: len(keys)}), change.fresh

    def _named(self, ties: Mapping[int, int]) -> list[Candidate]:
        runs: Keys = np.array(sorted(ties), np.uint64) << TOKEN_BITS
        names = carriers(self.shelf.names, runs, MATES)
        pairs = zip((names >> TOKEN_BITS).tolist(), (names & TOKEN).tolist(), strict=True)
        return sorted(Candidate(self.shelf[number].id, ties[token], number) for token, number in pairs)


def _token(report: Report) -> int:
    return token_of("\n".join(identity(report)))
