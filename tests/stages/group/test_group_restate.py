"""What one report's speaker says again is one claim; two facts are never folded together."""

from dataclasses import replace

from literal_claims import Paper, at, claims_of, on, place, reports_of, since, who

from warmonitor.model import Change, Claim, Measure, Stance, Toll
from warmonitor.stages.group import group

PLACES = [place("Wad Madani", (14.40, 33.52)), place("Sennar", (13.55, 33.62))]


def grouped(paper: Paper) -> list[Claim]:
    return group(claims_of([paper]), reports_of([paper]), PLACES, []).claims


def test_a_fact_said_again_becomes_a_further_span() -> None:
    paper = Paper("sudan", "2024-01-02")
    first = paper.says("The paramilitaries took Wad Madani on 18 December.").control(
        Change.GAINED, "RSF", where=[at("Wad Madani")], when=on("2023-12-18")
    )
    again = paper.says("Wad Madani fell to the RSF that day.").control(
        Change.GAINED, "RSF", where=[at("Wad Madani")], when=on("2023-12-18")
    )
    (claim,) = grouped(paper)
    assert claim.id == first.id
    assert claim.restated == (again.quote,)


def test_the_telling_that_names_the_place_stays() -> None:
    paper = Paper("sudan", "2024-01-02")
    vague = replace(at("the city"), name="Wad Madani", id="place-Wad Madani")
    paper.says("The RSF took the city.").control(Change.GAINED, "RSF", where=[vague], when=on("2023-12-18"))
    named = paper.says("The RSF took Wad Madani.").control(
        Change.GAINED, "RSF", where=[at("Wad Madani")], when=on("2023-12-18")
    )
    assert [claim.id for claim in grouped(paper)] == [named.id]


def test_another_speaker_is_not_folded_in() -> None:
    paper = Paper("sudan", "2024-01-02")
    paper.says("The RSF took Wad Madani.").control(
        Change.GAINED, "RSF", where=[at("Wad Madani")], when=on("2023-12-18")
    )
    paper.says("Residents said the RSF took Wad Madani.").control(
        Change.GAINED, "RSF", where=[at("Wad Madani")], when=on("2023-12-18"), by=["Residents"]
    )
    assert len(grouped(paper)) == 2


def test_a_denial_is_not_folded_into_what_it_denies() -> None:
    paper = Paper("sudan", "2024-01-02")
    paper.says("The army said it had left Sennar.").control(
        Change.LOST, "army", where=[at("Sennar")], by=["army"]
    )
    paper.says("The army denied that it had left Sennar.").control(
        Change.LOST, "army", where=[at("Sennar")], by=["army"], stance=Stance.DENIED
    )
    assert len(grouped(paper)) == 2


def test_two_equal_counts_in_one_sentence_are_two_facts() -> None:
    paper = Paper("sudan", "2024-01-02")
    sentence = paper.says("Shells killed five people in the north and five people in the south.")
    sentence.toll(5, "people", words="five people in the north")
    sentence.toll(5, "people", words="five people in the south")
    assert len(grouped(paper)) == 2


def test_the_same_number_on_another_day_is_another_fact() -> None:
    paper = Paper("sudan", "2024-01-02")
    paper.says("Five people died in Sennar on Monday.").toll(
        5, "people", where=[at("Sennar")], when=on("2024-01-01")
    )
    paper.says("Five people died in Sennar on Tuesday.").toll(
        5, "people", where=[at("Sennar")], when=on("2024-01-02")
    )
    assert len(grouped(paper)) == 2


def test_another_strike_on_the_same_town_is_another_fact() -> None:
    paper = Paper("sudan", "2024-01-02")
    paper.says("An air strike hit Sennar on Monday.").attack(where=[at("Sennar")], when=on("2024-01-01"))
    paper.says("Another air strike hit Sennar on Monday.").attack(where=[at("Sennar")], when=on("2024-01-01"))
    assert len(grouped(paper)) == 2


def test_a_part_follows_the_whole_that_stayed() -> None:
    paper = Paper("sudan", "2024-01-02")
    vague = paper.says("The fighting has driven out 300,000 people.").toll(
        300_000, "people", Measure.DISPLACED
    )
    part = paper.says("Among them are 150,000 children.").toll(
        150_000, "children", Measure.DISPLACED, part_of=vague
    )
    full = paper.says("Since 15 December 300,000 people have fled Wad Madani.").toll(
        300_000, "people", Measure.DISPLACED, where=[at("Wad Madani")], when=since("2023-12-15", "2024-01-02")
    )
    kept = {claim.id: claim for claim in grouped(paper)}
    assert vague.id not in kept
    assert full.id in kept
    child = kept[part.id].detail
    assert isinstance(child, Toll)
    assert child.part_of == full.id


def test_other_targets_are_other_facts() -> None:
    paper = Paper("sudan", "2024-01-02")
    for target in ("market", "hospital"):
        paper.says(f"A strike hit the {target} of Sennar.").attack(
            target=who(target, known=False), where=[at("Sennar")], when=on("2024-01-01")
        )
    assert len(grouped(paper)) == 2
