"""Who may ask what: a table of routes and roles, read from policy.yml; what is not in it is denied."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from warmonitor.store.membership import Role

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
DOCUMENT = "GET /api/1/openapi.json"
_PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may ask a route: `role` is None where everybody may."""

    role: Role | None
    session_only: bool
    when_read_only: bool


@cache
def rules() -> dict[str, Rule]:
    """Return the rule of each route, by its method and path as it is declared."""
    table = yaml.safe_load(Path(__file__).with_name("policy.yml").read_text("utf-8"))
    only, still = set(table["session_only"]), set(table["when_read_only"])
    made: dict[str, Rule] = {}
    for role in (None, *Role):
        for route in table[role.value if role else _PUBLIC]:
            safe = route.partition(" ")[0] in SAFE
            made[route] = Rule(role, route in only, safe or route in still)
    return made


def rule_of(route: str, public_document: bool = False) -> Rule:
    """Return the rule of a route.

    Raises:
        KeyError: when it is not in the table.
    """
    if route == DOCUMENT and public_document:
        return Rule(None, session_only=False, when_read_only=True)
    return rules()[route]
