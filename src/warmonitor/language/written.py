"""Claims read from a text in mixed case, with their names as the report writes them."""

from dataclasses import fields, replace
from typing import Any

from warmonitor.model import Agreed, Alignment, Attack, Attribution, Claim, Control, Named, Toll

Detail = Toll | Control | Attack | Agreed | Alignment | None


def as_written(claim: Claim, text: str) -> Claim:
    """Return the claim with every name's words taken from `text`, whose offsets are the claim's."""
    where = tuple(_named(one, text) for one in claim.where)
    attribution = tuple(_speaker(one, text) for one in claim.attribution)
    return replace(claim, where=where, attribution=attribution, detail=_detail(claim, text))


def _named(one: Named, text: str) -> Named:
    return replace(one, said=one.span.of(text))


def _speaker(one: Attribution, text: str) -> Attribution:
    via = None if one.via is None else _named(one.via, text)
    return replace(one, speaker=_named(one.speaker, text), via=via)


def _detail(claim: Claim, text: str) -> Detail:
    """Return what the claim says, each name in it as written."""
    detail = claim.detail
    if detail is None:
        return None
    if isinstance(detail, Agreed):
        return detail.renamed([_named(one, text) for one in detail.names()])
    changed: dict[str, Any] = {}
    for field in fields(detail):
        value = getattr(detail, field.name)
        if isinstance(value, Named):
            changed[field.name] = _named(value, text)
        elif isinstance(value, tuple):
            changed[field.name] = tuple(_named(v, text) if isinstance(v, Named) else v for v in value)
    return replace(detail, **changed)
