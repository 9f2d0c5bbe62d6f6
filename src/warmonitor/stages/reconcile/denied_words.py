"""What a denied claim says, in the few words in which a dispute tells of it."""

from functools import lru_cache
from importlib.resources import files

import yaml

from warmonitor.model import Alignment, Attack, Claim, Control, Deal, Post, Toll


def denied_words(claim: Claim) -> str:
    """Return what a denial is of, after "denies that"; in general terms where the claim gives no more."""
    match claim.detail:
        case Control(change=change, party=party):
            who = (party.name or party.said) if party else "a party"
            return f"{who} {change.value.replace('_', ' ')} {_place(claim) or 'the place'}"
        case Attack(sub_type=sub_type, perpetrator=by):
            return f"{(by.name or by.said) if by else 'anybody'} carried out the {sub_type.lower()}"
        case Toll(measure=measure, of=of):
            return f"{of} were {measure.value}"
        case Alignment(bond=bond, party=party, counterparty=other):
            return f"{party.name or party.said} is {bond} {other.name or other.said}"
    return _general(claim)


def _general(claim: Claim) -> str:
    table = _table()
    said = table["kinds"][claim.kind.value]
    match claim.detail:
        case Deal(act=act):
            said = table["deals"].get(act.value, said)
        case Post(state=state):
            said = table["posts"].get(state.value, said)
    place = _place(claim)
    return said.replace("{where}", f" at {place}" if place else "")


def _place(claim: Claim) -> str:
    return claim.where[0].name or claim.where[0].said if claim.where else ""


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    text = files("warmonitor.stages.reconcile").joinpath("data", "denied.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))
