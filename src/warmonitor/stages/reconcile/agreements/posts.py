"""Posts by place and owner, with how they stood over time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from warmonitor.model import (
    ActorIndex,
    Agreed,
    Agreement,
    Claim,
    ClaimKind,
    Deal,
    DealAct,
    KeptPost,
    Modality,
    Post,
    PostState,
    PostTelling,
    Stance,
    When,
    make_id,
)
from warmonitor.stages.reconcile.agreements.times import by_day, narrowest

_OFFERED = frozenset({DealAct.PROPOSED, DealAct.REJECTED})
_OWN = frozenset({"his", "her", "its", "their", "our", "my"})
# Of two states told for one day the later in this row is the one that says more.
_SAYS_MORE = [
    PostState.KEPT, PostState.BUILT, PostState.REINFORCED, PostState.SHELLED, PostState.SURROUNDED,
    PostState.EVACUATED,
]  # fmt: skip


def kept_posts(
    claims: Iterable[Claim], first: Mapping[str, str], deals: Iterable[Agreement], actors: ActorIndex
) -> list[KeptPost]:
    """Return the posts of each owner at each place, sorted by id; a copy of a telling adds nothing.

    A post belongs to the deal whose words tell of it, else to the one deal that has its owner.
    """
    known = {claim.id: claim for claim in claims}
    shelves: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for key in sorted(known):
        claim = known[key]
        if claim.kind is ClaimKind.POST and first.get(key, key) == key and claim.where:
            shelves[_key(claim, actors)].append(claim)
    made = list(deals)
    posts = [_post(key, told, made, known) for key, told in shelves.items()]
    return sorted(posts, key=lambda one: one.id)


def _key(claim: Claim, actors: ActorIndex) -> tuple[str, str, str]:
    where = claim.where[0]
    owner = _owner(claim, actors)
    sort = claim.detail.sort if isinstance(claim.detail, Post) else ""
    watched = "observation post" if _watches(sort) else "post"
    return where.id or where.name or where.said, owner, watched


def _owner(claim: Claim, actors: ActorIndex) -> str:
    """Return whose post it is; "his country" and "its troops" are the speaker's own."""
    owners = claim.detail.parties if isinstance(claim.detail, Agreed) else ()
    if not owners:
        return ""
    own = owners[0].id is None and owners[0].said.split()[0].lower() in _OWN
    return actors.root(claim.attribution[-1].speaker if own and claim.attribution else owners[0])


def _watches(sort: str) -> bool:
    """Say whether a post is one to watch from, by its own words; an outpost may be either."""
    return any(word in sort for word in ("observation", "monitoring", "outpost"))


def _post(
    key: tuple[str, str, str], told: list[Claim], deals: list[Agreement], known: Mapping[str, Claim]
) -> KeptPost:
    place, owner, sort = key
    tellings = _tellings(told)
    firm = [one for one in tellings if one.claims and not _only_planned(one, known)]
    last = max(firm, key=lambda one: (by_day(one.when)[:1], _SAYS_MORE.index(one.state))) if firm else None
    numbers = [c.detail.number for c in told if isinstance(c.detail, Post) and c.detail.number]
    deal, because = _deal_of(told, owner, deals, known)
    return KeptPost(
        id=make_id("post", *key, *sorted(claim.id for claim in told)),
        place=place,
        owner=owner,
        sort=sort,
        number=max(numbers) if numbers else None,
        state=last.state if last else None,
        tellings=tellings,
        agreement=deal,
        because=because,
    )


def _only_planned(telling: PostTelling, known: Mapping[str, Claim]) -> bool:
    return all(known[claim].modality is not Modality.ACTUAL for claim in telling.claims)


def _tellings(told: list[Claim]) -> tuple[PostTelling, ...]:
    """Return the states told, each with the claims of days that meet, in the order of their days."""
    shelves: dict[PostState, list[list[Claim]]] = defaultdict(list)
    for claim in sorted(told, key=lambda one: (by_day(one.when), one.id)):
        state = claim.detail.state if isinstance(claim.detail, Post) else PostState.KEPT
        groups = shelves[state]
        home = next((g for g in groups if any(one.when.meets(claim.when) for one in g)), None)
        denied = claim.stance is Stance.DENIED
        if home is None and denied and groups:
            home = groups[-1]
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    found = [_telling(state, group) for state, groups in shelves.items() for group in groups]
    return tuple(sorted(found, key=lambda one: (by_day(one.when), _SAYS_MORE.index(one.state))))


def _telling(state: PostState, told: list[Claim]) -> PostTelling:
    says = tuple(sorted(one.id for one in told if one.stance is not Stance.DENIED))
    denials = tuple(sorted(one.id for one in told if one.stance is Stance.DENIED))
    return PostTelling(state, narrowest(one.when for one in told) or When(), says, denials)


def _deal_of(
    told: list[Claim], owner: str, deals: list[Agreement], known: Mapping[str, Claim]
) -> tuple[str | None, str]:
    """Return the deal that a post is kept under, with the reason; with several it stays open."""
    worded = {deal.id for deal in deals for key in deal.claims for c in told if _worded(known.get(key), c)}
    if len(worded) == 1:
        return worded.pop(), "the words of the deal tell of it"
    if not any(isinstance(c.detail, Post) and _watches(c.detail.sort) for c in told):
        return None, "no report says that it is kept under a deal"
    deals = [deal for deal in deals if deal.state not in _OFFERED]
    owned = {deal.id for deal in deals if owner in {*deal.parties, *deal.guarantors, *deal.monitors}}
    owned |= {deal.id for deal in deals if owner in deal.brokers}
    if len(owned) == 1:
        return owned.pop(), "its owner has a part in this deal alone"
    return None, "several deals have its owner" if owned else "no deal told of has its owner"


def _worded(deal: Claim | None, post: Claim) -> bool:
    """Say whether the terms that a claim gives of a deal have the words of a post in them."""
    if deal is None or deal.report != post.report or not isinstance(deal.detail, Deal):
        return False
    return any(term.span.meets(post.quote) for term in deal.detail.provisions)
