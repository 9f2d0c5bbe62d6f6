"""What the references know a name for: the register of actors, countries, places of some size."""

from functools import lru_cache

from warmonitor.language.en.mentions import Kind
from warmonitor.reference.actors import load_actors
from warmonitor.reference.gazetteer import MatchKind, load_gazetteer

_LEAST_PEOPLE = 20_000


@lru_cache(maxsize=10_000)
def known_kind(name: str) -> Kind | None:
    """Return what a name stands for where the references are sure of it, else None."""
    register = load_actors()
    if state := register.state(name):
        return Kind.PERSON if state[1] == "adjective" else Kind.PLACE
    if keys := register.named(name):
        return Kind.PERSON if keys[0] in register.holders else Kind.ORGANISATION
    return Kind.PLACE if _is_place(name) else None


def _is_place(name: str) -> bool:
    found = load_gazetteer().find(name)
    return any(
        one.match is MatchKind.EXACT and (one.entry.population >= _LEAST_PEOPLE or one.entry.radius_km)
        for one in found
    )
