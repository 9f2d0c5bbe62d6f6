"""The sheet that a scorer fills: one row a question, right of asked, with what was missed."""

from dataclasses import dataclass, field


@dataclass
class Rows:
    """Counts by row name; `misses` keeps one line for each thing that was not right."""

    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, row: str, right: bool, miss: str = "") -> None:
        """Note one answer to the row's question, and what was missed where it is wrong."""
        hits, asked = self.counts.get(row, (0, 0))
        self.counts[row] = (hits + right, asked + 1)
        if not right and miss:
            self.misses.append(f"{row}: {miss}")

    def add(self, other: "Rows") -> None:
        """Pool another sheet's counts into this one."""
        for row, (hits, asked) in other.counts.items():
            mine = self.counts.get(row, (0, 0))
            self.counts[row] = (mine[0] + hits, mine[1] + asked)
        self.misses.extend(other.misses)

    def shares(self) -> dict[str, float]:
        """Return right / asked for each row, rows in the alphabet's order."""
        return {row: hits / asked for row, (hits, asked) in sorted(self.counts.items()) if asked}

    def mean(self) -> float:
        """Return the plain mean of the rows' shares, 0.0 for an empty sheet."""
        shares = self.shares()
        return sum(shares.values()) / len(shares) if shares else 0.0

    def table(self) -> str:
        """Return the sheet as text, a row a line."""
        return "\n".join(
            f"{row:22} {hits:4} / {asked:<4} {hits / asked:6.1%}"
            for row, (hits, asked) in sorted(self.counts.items())
            if asked
        )
