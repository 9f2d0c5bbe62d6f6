"""Claims of happenings without force brought together: one demonstration, one wave of arrests at one place.

Of several sub-types of one family the happening has the one that ACLED's rules rank first: a demonstration
that turned violent is no peaceful protest.
"""

from collections.abc import Iterable
from functools import lru_cache

from warmonitor.model import Attack, Claim, ClaimKind
from warmonitor.stages.group.facts import Scene, load_families, order, sharp

NEXT_SENTENCES = 3


def happenings(claims: Iterable[Claim], scene: Scene) -> list[list[Claim]]:
    """Return the claims of kind event, those on one happening together."""
    groups: list[list[Claim]] = []
    shelves: dict[str, list[list[Claim]]] = {}
    for claim in sorted(claims, key=order):
        if claim.kind is not ClaimKind.EVENT or not isinstance(claim.detail, Attack):
            continue
        shelf = shelves.setdefault(_family(claim.detail.sub_type), [])
        home = next((group for group in shelf if any(_one(claim, told, scene) for told in group)), None)
        if home is None:
            home = []
            shelf.append(home)
            groups.append(home)
        home.append(claim)
    return groups


def kind_of(claims: Iterable[Claim]) -> tuple[str, str]:
    """Return the ACLED type and sub-type of a happening: of those told, the one that ranks first."""
    told = {(c.detail.type, c.detail.sub_type) for c in claims if isinstance(c.detail, Attack)}
    return min(told, key=lambda pair: (rank(pair[1]), pair))


def rank(sub_type: str) -> int:
    """Return how early a sub-type comes in ACLED's order where one happening has several."""
    return _ranks().get(sub_type, len(_ranks()))


@lru_cache
def _ranks() -> dict[str, int]:
    return {sub_type: n for n, sub_type in enumerate(load_families()["precedence"])}


def _family(sub_type: str) -> str:
    families: dict[str, list[str]] = load_families()["families"]
    return next((name for name, types in families.items() if sub_type in types), sub_type)


def _one(claim: Claim, told: Claim, scene: Scene) -> bool:
    if not claim.when.meets(told.when):
        return False
    here, there = ({named.id for named in one.where if named.id} for one in (claim, told))
    if claim.report == told.report:
        apart = abs(scene.sentence(claim) - scene.sentence(told))
        return apart <= NEXT_SENTENCES and (not here or not there or bool(here & there))
    return bool(here & there) and sharp(claim.when) and sharp(told.when)
