"""Parts of lists that are too long for a page: how many are shown of how many, and the way to the rest."""

from warmonitor.store.reader import Reader
from warmonitor.web.pages.page import Part

MOST = 10_000  # records that are counted one by one


class More(Part):
    """How many are shown of how many, and where all of them are; without an address all are shown here."""

    shown: int
    total: int
    href: str | None = None


def tallied(reader: Reader, role: str, target: str, kinds: tuple[str, ...]) -> dict[str, int]:
    """Return how many records of each kind are linked to a target in a role, 0 where none are."""
    found = reader.tallies(role, [target], kinds).get(target, {})
    return {kind: found.get(kind, 0) for kind in kinds}
