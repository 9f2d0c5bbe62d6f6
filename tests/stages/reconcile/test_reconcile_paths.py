"""The way back of a claim: outlet, agency, spokesman, organisation, and what is counted at its end."""

from dataclasses import replace

import pytest
from literal_claims import Paper, actor, claims_of, copy_of, on, reports_of, strands_of, who

from warmonitor.model import (
    ActorIndex,
    ActorKind,
    Claim,
    CopyKind,
    CopyLink,
    Passage,
    Span,
    Strand,
    Tie,
    VoiceKind,
)
from warmonitor.stages.reconcile.origins import Origins

ACTORS = ActorIndex.of(
    [
        actor("Watchers", kind=ActorKind.OBSERVATORY),
        actor("head of the Watchers", part_of="Watchers", kind=ActorKind.PERSON),
        actor("Korvan", kind=ActorKind.STATE_FORCES),
        actor("Korvan ministry", part_of="Korvan", kind=ActorKind.GOVERNMENT),
        actor("ministry spokesman", part_of="Korvan ministry", kind=ActorKind.UNNAMED),
        actor("Korvan Wire", part_of="Korvan", kind=ActorKind.AGENCY),
        actor("Tern", kind=ActorKind.OUTLET),
        actor("residents", kind=ActorKind.UNNAMED),
        actor("a local source", kind=ActorKind.UNNAMED),
        actor("a diplomat", kind=ActorKind.UNNAMED),
        actor("a hospital source", kind=ActorKind.UNNAMED),
    ]
)


def paper(name: str, sentence: str, *speakers: str, via: str | None = None, **more: str) -> Paper:
    made = Paper(name, "2031-03-12", more.get("outlet", f"Outlet {name}"), url=more.get("url"))
    claim = made.says(sentence).toll(40, "people", by=speakers, when=on("2031-03-11"))
    if via:
        links = tuple(replace(link, via=who(via)) for link in claim.attribution)
        made.claims[-1] = replace(claim, attribution=links)
    return made


def own(name: str, outlet: str | None = None) -> Paper:
    return paper(name, "Forty people died.", outlet=outlet or f"Outlet {name}")


def quoting(name: str, *speakers: str, outlet: str | None = None) -> Paper:
    return paper(
        name, f"Forty people died, said {' citing '.join(speakers)}.", *speakers, outlet=outlet or name
    )


def origins(*papers: Paper, strands: list[Strand] | None = None) -> Origins:
    return Origins.of(reports_of(papers), strands_of(papers) if strands is None else strands, ACTORS)


def counted(*papers: Paper) -> tuple[str, ...]:
    return origins(*papers).of_all(claims_of(papers))


def way(*papers: Paper) -> list[tuple[str, Tie | None]]:
    (path,) = origins(*papers).paths(papers[-1].claims[0])
    return [(step.name, step.tie) for step in path.steps]


def test_the_way_back_goes_from_outlet_to_organisation() -> None:
    sentence = "Forty people died, head of the Watchers told Korvan Wire."
    told = paper("a", sentence, "head of the Watchers", via="Korvan Wire")
    assert way(told) == [
        ("Outlet a", None),
        ("Korvan Wire", Tie.QUOTES),
        ("head of the Watchers", Tie.TOLD_BY),
        ("Watchers", Tie.SPEAKS_FOR),
    ]
    (path,) = origins(told).paths(told.claims[0])
    assert path.steps[2].span is not None
    assert path.steps[2].span.of(told.report().text) == "head of the Watchers"


def test_a_copy_leads_to_the_text_and_its_agency() -> None:
    wired = Paper("a", "2031-03-12", "Daily", agencies=("Korvan Wire",))
    wired.says("MARAT (Korvan Wire) - Forty people died.").toll(40, "people")
    copied = copy_of(wired, "b", "Weekly")
    assert way(wired, copied) == [("Weekly", None), ("Daily", Tie.COPIES), ("Korvan Wire", Tie.CREDITS)]


@pytest.mark.parametrize("chain", [("Korvan Wire", "Watchers"), ("Watchers", "Korvan Wire")])
def test_an_agency_passes_on_what_others_say_wherever_it_stands(chain: tuple[str, str]) -> None:
    assert counted(quoting("a", *chain)) == ("Watchers",)


def test_two_outlets_that_speak_together_are_two() -> None:
    told = paper("a", "Forty died, Tern and Korvan Wire said.", "Tern", "Korvan Wire")
    assert counted(told) == ("Korvan Wire", "Tern")


def test_an_agency_in_its_own_voice_is_the_root_and_not_its_owner() -> None:
    assert counted(quoting("a", "Korvan Wire")) == ("Korvan Wire",)


def test_a_ministry_that_a_state_agency_quotes_is_the_root() -> None:
    told = quoting("a", "Korvan Wire", "ministry spokesman")
    assert [name for name, _ in way(told)] == [
        "a",
        "Korvan Wire",
        "ministry spokesman",
        "Korvan ministry",
        "Korvan",
    ]
    assert counted(told) == ("Korvan",)


def test_somebody_told_who_is_no_agency_passes_nothing_on() -> None:
    assert way(paper("a", "The Watchers warned Korvan.", "Watchers", via="Korvan"))[1:] == [
        ("Watchers", Tie.QUOTES)
    ]


def test_a_reporter_on_the_spot_is_the_outlets_own_origin() -> None:
    there = paper("a", "Our correspondent in Marat saw 40 bodies.", "Our correspondent in Marat")
    (path,) = origins(there).paths(replace_speaker(there, known=False))
    assert (path.origin, path.steps[-1].kind) == ("Outlet a", VoiceKind.CORRESPONDENT)
    assert counted(own("b", "Outlet a"), there) == ("Outlet a",)


def replace_speaker(told: Paper, *, known: bool) -> Claim:
    (claim,) = told.claims
    (link,) = claim.attribution
    speaker = link.speaker if known else replace(link.speaker, id=None)
    told.claims[0] = replace(claim, attribution=(replace(link, speaker=speaker),))
    return told.claims[0]


def test_a_reporter_of_a_paper_that_rewrites_an_agency_adds_one() -> None:
    wired = own("a", "Korvan Wire")
    there = Paper("b", "2031-03-13", "Tern", strand="strand-a", copy_of="report-a")
    there.says("Forty people died.").toll(40, "people")
    seen = there.says("Our correspondent in Marat saw 38 bodies.")
    seen.toll(38, "people", by=("Our correspondent in Marat",))
    passage = Passage(Span(0, 18), Span(0, 18))
    strand = Strand("strand-a", ("report-a", "report-b"),
                    (CopyLink("report-b", "report-a", CopyKind.REWRITE, 0.4, (passage,)),))  # fmt: skip
    found = origins(wired, there, strands=[strand])
    assert found.of_all(claims_of([wired, there])) == ("Korvan Wire", "Tern")
    whole = replace(strand, links=(replace(strand.links[0], passages=(Passage(Span(0, 60), Span(0, 60)),)),))
    assert origins(wired, there, strands=[whole]).of_all(claims_of([wired, there])) == ("Korvan Wire",)


def test_an_outlet_that_only_quotes_another_leads_to_whom_that_one_quotes() -> None:
    second_hand = quoting("a", "Tern")
    assert counted(second_hand) == ("Tern",)
    assert counted(second_hand, quoting("b", "Watchers", outlet="Tern")) == ("Watchers",)
    assert counted(second_hand, own("b", "Tern")) == ("Tern",)


def test_two_that_quote_each_other_are_one_and_shown_as_a_circle() -> None:
    one, other = quoting("a", "Tern", outlet="Marsh Herald"), quoting("b", "Marsh Herald", outlet="Tern")
    replace_speaker(other, known=False)
    found = origins(one, other)
    assert found.of_all(claims_of([one, other])) == ("Marsh Herald and Tern, who quote one another",)
    assert [circle.voices for circle in found.circles.values()] == [("Marsh Herald", "Tern")]


def test_unnamed_sources_that_nothing_tells_apart_are_one() -> None:
    assert counted(quoting("a", "residents"), quoting("b", "a local source")) == ("residents",)
    assert counted(quoting("a", "a local source"), quoting("b", "a local source")) == ("a local source",)


def test_unnamed_sources_that_speak_together_are_two() -> None:
    told = paper("a", "Forty died, a diplomat and a hospital source said.", "a diplomat", "a hospital source")
    assert counted(told) == ("a diplomat", "a hospital source")


def test_somebody_called_he_is_nobody_named_and_adds_nothing_to_others() -> None:
    told = paper("a", "Forty people died, he said.", "he")
    replace_speaker(told, known=False)
    assert counted(told) == ("a person not named in strand-a",)
    assert counted(told, quoting("b", "Watchers")) == ("Watchers",)


def test_two_feeds_of_a_publisher_count_once() -> None:
    world = paper("a", "Forty people died.", outlet="Herald World", url="https://herald.example/world/1")
    home = paper("b", "Forty were killed.", outlet="Herald", url="https://herald.example/home/2")
    assert counted(world, home) == ("Herald",)


def test_an_outlet_called_for_short_is_no_other() -> None:
    paper_itself = quoting("a", "Tern", outlet="The Morning Tern")
    assert counted(paper_itself, own("b", "The Morning Tern")) == ("The Morning Tern",)
    told = paper(
        "c", "Forty died, Watchers told the Morning.", "Watchers", via="Morning", outlet="Tern Morning"
    )
    assert way(told) == [("Tern Morning", None), ("Watchers", Tie.QUOTES)]


def test_an_agency_that_a_full_reprint_credits_is_that_of_the_text() -> None:
    bare = own("a", "Daily")
    credited = copy_of(bare, "b", "Weekly")
    credited.agencies, credited.byline = ("Korvan Wire",), ("Korvan Wire",)
    assert counted(bare, credited) == ("Korvan Wire",)
