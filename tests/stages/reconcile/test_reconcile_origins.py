"""Independent origins: a copied text is one, and so is a speaker whoever quotes it."""

from literal_claims import Paper, actor, claims_of, copy_of, on, reports_of, strands_of

from warmonitor.model import ActorIndex, ActorKind, Claim
from warmonitor.stages.reconcile.origins import Origins

ACTORS = ActorIndex.of(
    [
        actor("UN"),
        actor("OCHA", part_of="UN"),
        actor("Clementine Nkweta-Salami", part_of="OCHA", kind=ActorKind.PERSON),
        actor("Emergency Lawyers"),
        actor("residents", kind=ActorKind.UNNAMED),
    ]
)


def counted(*papers: Paper) -> tuple[str, ...]:
    origins = Origins.of(reports_of(papers), strands_of(papers), ACTORS)
    return origins.of_all(claims_of(papers))


def quoting(name: str, *speakers: str, sentence: str = "") -> Paper:
    paper = Paper(name, "2024-06-14", f"Outlet {name}")
    paper.says(sentence or f"Forty people died, said {' citing '.join(speakers)}.").toll(
        40, "people", by=speakers, when=on("2024-06-13")
    )
    return paper


def test_a_spokeswoman_stands_for_her_organisation() -> None:
    assert counted(quoting("a", "Clementine Nkweta-Salami"), quoting("b", "OCHA"), quoting("c", "UN")) == (
        "UN",
    )


def test_the_farthest_speaker_is_the_origin() -> None:
    assert counted(quoting("a", "residents", "Emergency Lawyers")) == ("Emergency Lawyers",)


def test_two_who_speak_together_are_two_origins() -> None:
    sentence = "Forty people died, Emergency Lawyers and residents said."
    assert counted(quoting("a", "Emergency Lawyers", "residents", sentence=sentence)) == (
        "Emergency Lawyers",
        "residents",
    )


def test_an_outlet_in_its_own_voice_is_an_origin_and_its_copies_add_none() -> None:
    own = quoting("a")
    copies = [copy_of(own, f"copy{number}", f"Outlet {number}") for number in range(50)]
    assert counted(own) == counted(own, *copies) == ("Outlet a",)


def test_a_credited_agency_is_the_origin_of_the_text() -> None:
    wired = Paper("a", "2024-06-14", "Daily", agencies=("Reuters",), byline=("Staff", "Reuters"))
    wired.says("Forty people died.").toll(40, "people")
    other = Paper("b", "2024-06-14", "Weekly", agencies=("Reuters",))
    other.says("PORT SUDAN (Reuters) - Forty people died.").toll(40, "people")
    assert counted(wired, other) == ("Reuters",)


def test_an_agency_of_a_picture_is_no_origin() -> None:
    paper = Paper("a", "2024-06-14", "Daily", agencies=("Getty",))
    paper.says("Forty people died.").toll(40, "people")
    assert counted(paper) == ("Daily",)


def test_a_report_with_no_outlet_is_known_by_its_strand() -> None:
    paper = Paper("a", "2024-06-14")
    paper.says("Forty people died.").toll(40, "people")
    assert counted(paper) == ("strand-a",)


def test_an_unknown_speaker_goes_by_its_words() -> None:
    claim: Claim
    paper = quoting("a", "a nurse in El Fasher")
    (claim,) = paper.claims
    origins = Origins.of([paper.report()], [], ActorIndex.of([]))
    assert origins.roots(claim) == ("a nurse in El Fasher",)
