"""The pages that are led to from everywhere, in the order of a day's work."""

from dataclasses import dataclass

from warmonitor.store.membership import Member
from warmonitor.web.policy import rules

# Each with its address, and the beginnings of addresses that belong to it.
_PAGES = (
    ("Situation", "/", ("/news", "/came", "/changes")),
    ("Map", "/map", ("/control", "/access", "/posts", "/roads")),
    ("Timeline", "/timeline", ()),
    ("Figures", "/figures", ()),
    ("Events", "/events", ("/coverage",)),
    ("Disputes", "/disputes", ("/statements",)),
    ("Places", "/places", ()),
    ("Actors", "/actors", ()),
    ("Agreements", "/agreements", ()),
    ("Sources", "/sources", ("/strands", "/origins", "/outlets")),
    ("Reports", "/reports", ("/claims", "/issues")),
    ("Review", "/review", ("/judgements",)),
    ("Sitrep", "/sitrep", ()),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that is led to."""

    name: str
    address: str
    beginnings: tuple[str, ...]

    def holds(self, path: str) -> bool:
        """Say whether a path is this page or belongs to it."""
        return path == self.address or any(
            path == one or path.startswith(f"{one}/")
            for one in (self.address, *self.beginnings)
            if one != "/"
        )


def entries(member: Member | None) -> list[Entry]:
    """Return the pages that a member may open; nobody is led anywhere."""
    if member is None:
        return []
    return [Entry(*one) for one in _PAGES if _may(member, one[1])]


def _may(member: Member, address: str) -> bool:
    rule = rules().get(f"GET {address}")
    return rule is not None and rule.role is not None and member.role.covers(rule.role)
