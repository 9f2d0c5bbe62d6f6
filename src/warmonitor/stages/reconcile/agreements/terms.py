"""The terms of a deal: every wording of one term together, who must do it, by when."""

from collections import defaultdict
from collections.abc import Iterable

from warmonitor.model import ActorIndex, Claim, Deal, Provision, ProvisionKind, Quote, Term
from warmonitor.stages.reconcile.agreements.times import narrowest

_Worded = tuple[Claim, Provision]


def terms_of(claims: Iterable[Claim], actors: ActorIndex) -> tuple[Term, ...]:
    """Return the terms that claims of one deal lay down; what binds another side is another term."""
    shelves: dict[tuple[ProvisionKind, tuple[str, ...]], list[_Worded]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: one.id):
        if isinstance(claim.detail, Deal):
            for one in claim.detail.provisions:
                bound: tuple[str, ...] = (actors.root(one.by),) if one.by is not None else ()
                shelves[one.kind, bound].append((claim, one))
    for kind, by in sorted(shelves, key=lambda key: (key[0], key[1])):
        _open_joins(shelves, kind, by)
    terms = [_term(kind, by, worded) for (kind, by), worded in shelves.items() if worded]
    return tuple(sorted(terms, key=lambda term: (term.kind, term.by, term.claims)))


def _open_joins(
    shelves: dict[tuple[ProvisionKind, tuple[str, ...]], list[_Worded]],
    kind: ProvisionKind,
    by: tuple[str, ...],
) -> None:
    """Let a wording that names nobody go with the one term of its kind that names somebody."""
    named = [key for key in sorted(shelves) if key[0] is kind and key[1]]
    if not by and len(named) == 1 and kind is not ProvisionKind.OTHER:
        shelves[named[0]] += shelves[kind, ()]
        shelves[kind, ()] = []


def _term(kind: ProvisionKind, by: tuple[str, ...], worded: list[_Worded]) -> Term:
    quotes = sorted(
        {Quote(claim.report, one.span) for claim, one in worded}, key=lambda q: (q.report, q.span)
    )
    until = narrowest(one.until for _, one in worded)
    return Term(kind, tuple(quotes), by, until, tuple(sorted({claim.id for claim, _ in worded})))
