"""Register of news agencies and outlets of the world: who they are, by name, domain and credit."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from urllib.parse import urlsplit

import yaml

from warmonitor.model import Owned
from warmonitor.reference.ownership import owners

_DATA = "data/outlets"
_SHORT = 5  # a name of so few letters counts only in the case that it is written in


class OutletKind(StrEnum):
    """What sort of house it is."""

    AGENCY = "agency"
    PAPER = "paper"
    BROADCASTER = "broadcaster"
    ONLINE = "online"


class Owner(StrEnum):
    """Who owns it: a government, the public under a statute for its newsroom, or private hands."""

    STATE = "state"
    PUBLIC = "public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One agency or outlet; `country` is ISO 3166-1 alpha-2, `domains` are registered, `owned` its owners."""

    name: str
    kind: OutletKind
    country: str
    owner: Owner
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owned: tuple[Owned, ...] = ()

    @property
    def state_owned(self) -> bool:
        """Say whether a government runs it."""
        return self.owner is Owner.STATE

    @property
    def names(self) -> tuple[str, ...]:
        """Return the common name, then the others."""
        return (self.name, *self.aliases)


def _key(name: str) -> str:
    """Fold a name for look-up: short names keep their case, long ones lose it and a leading "the"."""
    words = " ".join(name.replace("’", "'").split())
    return words if len(words) <= _SHORT else words.casefold().removeprefix("the ")


def _host(address: str) -> str:
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return ""
    return (host or "").rstrip(".")


@dataclass(frozen=True)
class OutletRegister:
    """Read-only look-up over outlets; a name that two of them share names neither."""

    outlets: tuple[Outlet, ...]
    _by_name: Mapping[str, Outlet | None] = field(init=False, repr=False, compare=False)
    _by_domain: Mapping[str, Outlet] = field(init=False, repr=False, compare=False)
    _credit: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, Outlet | None] = {}
        for outlet in self.outlets:
            for key in sorted({_key(name) for name in outlet.names}):
                by_name[key] = outlet if by_name.get(key, outlet) is outlet else None
        object.__setattr__(self, "_by_name", by_name)
        object.__setattr__(self, "_by_domain", {d: o for o in self.outlets for d in o.domains})
        names = {n for o in self.agencies() for n in o.names if by_name[_key(n)]}
        listed = "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
        object.__setattr__(self, "_credit", re.compile(rf"(?<![\w-])(?:{listed or '(?!)'})(?![\w-])"))

    def named(self, name: str) -> Outlet | None:
        """Return the outlet of that name or alias; names up to five letters only in their own case."""
        return self._by_name.get(_key(name))

    def at(self, address: str) -> Outlet | None:
        """Return the outlet that a URL or host name belongs to, subdomains included."""
        labels = _host(address).split(".")
        tails = (".".join(labels[i:]) for i in range(len(labels)))
        return next((self._by_domain[tail] for tail in tails if tail in self._by_domain), None)

    def agencies(self) -> tuple[Outlet, ...]:
        """Return the news agencies."""
        return tuple(o for o in self.outlets if o.kind is OutletKind.AGENCY)

    def agencies_in(self, words: str) -> tuple[str, ...]:
        """Return the common names of the agencies that a credit line names, in its order, each once.

        Meant for credits ("Omar K./SANA via AP"), never for running text: "map" and "trend" are words.
        """
        found = (self.named(match.group()) for match in self._credit.finditer(words))
        return tuple(dict.fromkeys(outlet.name for outlet in found if outlet))


def _read(entry: Mapping[str, object], kind: str) -> Outlet:
    many = {key: _texts(entry.get(key, ())) for key in ("aliases", "domains")}
    return Outlet(
        name=str(entry["name"]),
        kind=OutletKind(str(entry.get("kind", kind))),
        country=str(entry["country"]),
        owner=Owner(str(entry["owner"])),
        aliases=many["aliases"],
        domains=many["domains"],
        owned=owners().get(str(entry["name"]), ()),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, Iterable) else ()


@lru_cache(maxsize=1)
def load_outlets() -> OutletRegister:
    """Return the register shipped with the program."""
    folder = resources.files("warmonitor.reference") / _DATA
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".yml")), key=lambda f: f.name)
    entries: list[Outlet] = []
    for file in files:
        rows = yaml.load(file.read_text("utf-8"), Loader=_LOADER)  # noqa: S506  a safe loader, in C
        entries.extend(_read(row, OutletKind.AGENCY) for row in rows)
    return OutletRegister(tuple(sorted(entries, key=lambda outlet: outlet.name)))


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
