"""Deals with the posts kept under them, from all claims of a set of reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from warmonitor.model import ActorIndex, Agreement, Claim, KeptPost
from warmonitor.stages.reconcile.agreements.deals import agreements
from warmonitor.stages.reconcile.agreements.posts import kept_posts


@dataclass(frozen=True, slots=True)
class AgreedOn:
    """The deals and the posts that reports tell of, each sorted by id."""

    agreements: tuple[Agreement, ...]
    posts: tuple[KeptPost, ...]


def agreed_on(claims: Iterable[Claim], first: Mapping[str, str], actors: ActorIndex) -> AgreedOn:
    """Return deals and posts; `first` maps claims to their first telling, so that copies add nothing."""
    told = list(claims)
    deals = agreements(told, first, actors)
    posts = kept_posts(told, first, deals, actors)
    under: dict[str, list[str]] = defaultdict(list)
    for post in posts:
        if post.agreement is not None:
            under[post.agreement] += (claim for one in post.tellings for claim in one.claims)
    made = (replace(deal, posts=tuple(sorted(under[deal.id]))) for deal in deals)
    return AgreedOn(tuple(made), tuple(posts))
