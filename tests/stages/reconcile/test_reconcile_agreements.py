"""Agreement claims of the same parties are one deal; posts and breaches are tied to it."""

from literal_claims import Paper, actor, at, between, claims_of, on, place, reports_of, strands_of

from warmonitor.model import Agreement
from warmonitor.stages.group import group
from warmonitor.stages.reconcile import reconcile

PLACES = [place("Lachin corridor", (39.6, 46.5))]
ACTORS = [
    actor("Armenia"),
    actor("Azerbaijan"),
    actor("Russia"),
    actor("Yerevan", part_of="Armenia"),
    actor("Russian peacekeepers", part_of="Russia"),
    actor("Iran"),
]


def agreements(*papers: Paper) -> tuple[Agreement, ...]:
    reports, strands = reports_of(papers), strands_of(papers)
    made = group(claims_of(papers), reports, PLACES, ACTORS)
    return reconcile(made.claims, made.events, reports, strands, PLACES, ACTORS).agreements


def test_the_same_parties_in_other_names_are_one_deal_with_its_posts() -> None:
    one, other = Paper("a", "2020-11-12"), Paper("b", "2020-12-01")
    first = one.says("Armenia, Azerbaijan and Russia signed a truce on 10 November.").deal(
        "Armenia", "Azerbaijan", "Russia", terms="truce", when=on("2020-11-10")
    )
    second = other.says("Under the deal of Yerevan, Russia and Baku the corridor is open.").deal(
        "Yerevan", "Russia", "Azerbaijan", terms="corridor open", where=[at("Lachin corridor")],
        when=between("2020-11-01", "2020-11-30"),
    )  # fmt: skip
    post = other.says("Russian peacekeepers keep a post in the corridor.").post(
        "Russian peacekeepers", where=[at("Lachin corridor")]
    )
    (deal,) = agreements(one, other)
    assert set(deal.claims) == {first.id, second.id}
    assert deal.parties == ("actor-Armenia", "actor-Azerbaijan", "actor-Russia")
    assert deal.terms == ("corridor open", "truce")
    assert deal.zone == "place-Lachin corridor"
    assert deal.posts == (post.id,)


def test_other_parties_or_another_year_are_other_deals() -> None:
    paper = Paper("a", "2023-10-01")
    paper.says("One.").deal("Armenia", "Azerbaijan", when=on("2020-11-10"))
    paper.says("Two.").deal("Armenia", "Azerbaijan", when=on("2023-09-20"))
    paper.says("Three.").deal("Armenia", "Iran", when=on("2023-09-20"))
    assert len(agreements(paper)) == 3


def test_a_post_that_two_deals_could_mean_is_tied_to_none() -> None:
    paper = Paper("a", "2023-10-01")
    paper.says("One.").deal("Russia", "Azerbaijan", when=on("2020-11-10"))
    paper.says("Two.").deal("Russia", "Azerbaijan", when=on("2023-09-20"))
    paper.says("Three.").post("Russian peacekeepers")
    assert [deal.posts for deal in agreements(paper)] == [(), ()]


def test_a_telling_of_one_party_joins_the_deal_of_that_time() -> None:
    one, other = Paper("a", "2020-11-12"), Paper("b", "2020-12-01")
    one.says("Armenia, Azerbaijan and Russia signed a truce on 10 November.").deal(
        "Armenia", "Azerbaijan", "Russia", when=on("2020-11-10")
    )
    other.says("The truce reached with Russia last month holds.").deal(
        "Russia", when=between("2020-11-01", "2020-11-30", "last month")
    )
    (deal,) = agreements(one, other)
    assert len(deal.claims) == 2
    assert len(deal.parties) == 3
