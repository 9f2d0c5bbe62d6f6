"""Who reports on the campaign: voices with their access, bias and delay."""

from dataclasses import dataclass

from eval.campaign.land import Land
from eval.campaign.names import Names

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


@dataclass(frozen=True)
class Side:
    """The words for one side: names in the singular or plural, plurals alone, adjective, its speakers."""

    key: str
    names: tuple[str, ...]
    plurals: tuple[str, ...]
    adjective: str
    speakers: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class Outlet:
    """One who publishes; `kind` tells its access: agency, monitor, side, local, weekly, paper, reprint."""

    key: str
    name: str
    kind: str
    side: str | None = None


@dataclass(frozen=True)
class Cast:
    """The sides of the war and everybody who writes about it."""

    sides: dict[str, Side]
    outlets: tuple[Outlet, ...]
    monitor: str

    def of_kind(self, kind: str) -> list[Outlet]:
        """Return the outlets of a kind, in their order."""
        return [outlet for outlet in self.outlets if outlet.kind == kind]


def make_cast(land: Land, names: Names) -> Cast:
    """Return sides and outlets with invented names."""
    front, brigade = names.new("eth", "orn"), names.new("av", "isk")
    people = [f"{names.new()} {names.new()}" for _ in range(4)]
    country, adjective = land.country, land.adjective
    sides = {
        "state": Side("state", (f"the {adjective} army", "government forces", "government troops"),
                      ("government forces", "government troops"), "government",
                      (f"the {adjective} defence ministry", f"army spokesman {people[0]}",
                       "the army command"),
                      (country, adjective, f"{adjective} army", f"{adjective} government", "government",
                       "government forces", "government troops", "the army", f"{adjective} armed forces",
                       f"{adjective} military", f"{adjective} forces")),
        "rebels": Side("rebels", (f"the rebel {front} Front", "rebel fighters", "the rebels",
                        f"{front} Front fighters"),
                       ("rebel fighters", "rebels", f"{front} Front fighters"), "rebel",
                       (f"the {front} Front", f"{front} Front spokesman {people[1]}", "a rebel commander"),
                       (f"{front} Front", f"{front}", "rebels", "rebel fighters", f"{adjective} rebels",
                        "rebel forces", "insurgents", f"rebels of {country}")),
        "militia": Side("militia", (f"the {brigade} Brigades", f"fighters of the {brigade} Brigades"),
                        (f"fighters of the {brigade} Brigades", f"{brigade} fighters"), f"{brigade}",
                        (f"the {brigade} Brigades", f"{brigade} Brigades spokesman {people[2]}"),
                        (f"{brigade} Brigades", f"{brigade}", f"{brigade} fighters", f"{brigade} militia")),
    }  # fmt: skip
    monitor = f"{country} Conflict Observatory"
    outlets = (
        Outlet("wire", f"{names.new()} Press Agency", "agency"),
        Outlet("wire2", f"{names.new()} News Agency", "agency"),
        Outlet("monitor", monitor, "monitor"),
        Outlet("ministry", f"{adjective} State News", "side", "state"),
        Outlet("media", f"{front} Media Office", "side", "rebels"),
        Outlet("brigade", f"{brigade} Brigades Channel", "side", "militia"),
        Outlet("page1", f"{names.new()} Local Page", "local"),
        Outlet("page2", f"{names.new()} Town Diary", "local"),
        Outlet("institute", f"{names.new()} Institute for the Study of Fronts", "weekly"),
        Outlet("paper", f"The {names.new()} Courier", "paper"),
        Outlet("mirror", f"{names.new()} Mirror", "reprint"),
        Outlet("digest", f"{names.new()} World Digest", "reprint"),
    )
    return Cast(sides, outlets, monitor)
