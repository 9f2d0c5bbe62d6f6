"""Places, actors, events and reports judged the same or different: joined, parted, and what waits."""

import pytest
from judged_pile import WHEN, Tree, account, judgement, reports, tree

from warmonitor.model import Held, Judged, Judgement, Subject, Verdict
from warmonitor.run.judged import Judgements, touched
from warmonitor.store.subjects import (
    actor_of,
    events_subject,
    mention_subject,
    pair_subject,
    parted_subject,
    place_of,
)

TREE = tree(account())


def named(kind: str, name: str, of: Tree = TREE) -> Tree:
    found: list[Tree] = [one for one in of[kind] if one["name"] == name]
    assert len(found) == 1
    return found[0]


def claim_of(words: str, of: Tree = TREE) -> Tree:
    found: list[Tree] = [one for one in of["claims"] if words in one["quote"]["text"]]
    assert len(found) == 1
    return found[0]


def event_with(words: str, of: Tree = TREE) -> Tree:
    found: list[Tree] = [one for one in of["events"] if claim_of(words, of)["id"] in one["claims"]]
    assert len(found) == 1
    return found[0]


def same_actors(verdict: Verdict = Verdict.SAME) -> Judgement:
    one, other = named("actors", "Tarn Guard"), named("actors", "Guards of Tarn")
    return judgement(pair_subject(Judged.ACTOR, one, other), verdict, seen=(actor_of(one), actor_of(other)))


def test_two_actors_judged_one_are_one_everywhere() -> None:
    made = tree(account((same_actors(),)))
    (guard,) = [one for one in made["actors"] if "Tarn" in one["name"]]
    assert guard["names_seen"] == ["Guards of Tarn", "The Tarn Guard"]
    assert claim_of("seized", made)["party"]["actor"] == guard["id"]
    assert claim_of("entered", made)["party"]["actor"] == guard["id"]
    assert event_with("seized", made)["actors"] == [{"id": guard["id"], "name": guard["name"]}]
    assert [one["verdict"] for one in guard["judgements"]] == ["same"]


def test_different_after_same_parts_them_again() -> None:
    made = tree(account((same_actors(), same_actors(Verdict.DIFFERENT))))
    assert len(made["actors"]) == len(TREE["actors"])
    assert claim_of("seized", made)["party"] == claim_of("seized")["party"]


def test_a_chain_that_joins_what_is_judged_different_waits() -> None:
    names = [named("actors", name) for name in ("Tarn Guard", "Guards of Tarn", "government")]
    seen = tuple(actor_of(one) for one in names)

    def said(one: int, other: int, verdict: Verdict) -> Judgement:
        return judgement(pair_subject(Judged.ACTOR, names[one], names[other]), verdict, seen=seen)

    made = tree(account((said(0, 2, Verdict.DIFFERENT), said(0, 1, Verdict.SAME), said(1, 2, Verdict.SAME))))
    assert [one["code"] for one in made["issues"]] == ["judgement-open"]
    assert len([one for one in made["actors"] if "Tarn" in one["name"]]) == 1
    assert named("actors", "government", made)["id"] == names[2]["id"]


def test_one_mention_is_taken_out_of_a_place() -> None:
    place, claim = named("places", "Orlen Ferry"), claim_of("entered")
    subject = mention_subject(Judged.PLACE, place, claim)
    made = tree(account((judgement(subject, Verdict.DIFFERENT, seen=(place_of(place),)),)))
    (now,) = [one["place"] for one in claim_of("entered", made)["where"]]
    assert now != place["id"]
    assert claim_of("seized", made)["where"] == claim_of("seized")["where"]
    apart = next(one for one in made["places"] if one["id"] == now)
    assert (apart["name"], apart["gazetteer"], apart["precision"]) == ("Orlen Ferry", None, "unknown")
    assert apart["because"] == "a reviewer judged that it is not Orlen Ferry"
    assert event_with("seized", made)["id"] != event_with("entered", made)["id"]


def test_a_mention_whose_words_are_gone_waits() -> None:
    place, claim = named("places", "Orlen Ferry"), claim_of("entered")
    said = judgement(mention_subject(Judged.PLACE, place, claim), Verdict.DIFFERENT, seen=(place_of(place),))
    made = tree(account((said,), (("gazette.txt", "entered", "stormed"),)))
    assert "judgement-open" in {one["code"] for one in made["issues"]}


OTHER_DAY = (("gazette.txt", "shelled on Sunday", "shelled on Monday"),)


def two_events() -> Judgement:
    of = tree(account((), OTHER_DAY))
    one, other = event_with("killing 12", of), event_with("At least 17", of)
    assert one["id"] != other["id"]
    return judgement(events_subject(one, other, of["claims"]), Verdict.SAME)


def test_two_events_judged_one_count_together() -> None:
    made = tree(account((two_events(),), OTHER_DAY))
    event = event_with("killing 12", made)
    assert event == event_with("At least 17", made)
    assert [one["verdict"] for one in event["judgements"]] == ["same"]
    (figure,) = [f for f in made["figures"] if claim_of("killing 12", made)["id"] in f["claims"]]
    assert (figure["low"], figure["high"], figure["origins"]) == (12, 17, ["hospital", "mayor"])
    told = {key for group in made["coverage"] for key in group["events"]}
    assert told <= {one["id"] for one in made["events"]}


def test_events_are_found_again_when_their_claims_have_moved() -> None:
    moved = (*OTHER_DAY, ("lamp.txt", "Government forces", "On a cold day, government forces"))
    made = tree(account((two_events(),), moved))
    assert event_with("killing 12", made) == event_with("At least 17", made)


def test_an_event_without_its_words_waits() -> None:
    old = "At least 17 people were killed when the market of Vardik was shelled on Sunday"
    made = tree(
        account((two_events(),), (("gazette.txt", old, "The market of Vardik was closed on Sunday"),))
    )
    (issue,) = [one for one in made["issues"] if one["code"] == "judgement-open"]
    assert issue["item"] == "gazette.txt"


def test_a_claim_is_taken_out_of_an_event() -> None:
    event, claim = event_with("seized"), claim_of("entered")
    said = judgement(parted_subject(event, [claim], TREE["claims"]), Verdict.DIFFERENT)
    made = tree(account((said,)))
    rest, apart = event_with("seized", made), event_with("entered", made)
    assert rest["id"] != apart["id"]
    assert {*rest["claims"], *apart["claims"]} == set(event["claims"])
    assert [one["was"].split(" (")[0] for one in rest["judgements"]] == [event["sub_type"]]


def report(source: str, of: Tree = TREE) -> Tree:
    found: list[Tree] = [one for one in of["reports"] if one["source"] == source]
    assert len(found) == 1
    return found[0]


def copied(verdict: Verdict, *sources: str) -> Judgement:
    return judgement(pair_subject(Judged.REPORT, *(report(source) for source in sources)), verdict)


def test_two_reports_judged_one_text_are_one_strand() -> None:
    made = tree(account((copied(Verdict.SAME, "gazette.txt", "lamp.txt"),)))
    lamp, gazette = report("lamp.txt", made), report("gazette.txt", made)
    assert lamp["strand"] == gazette["strand"]
    assert (lamp["copy_of"], gazette["copy_of"]) == (None, lamp["id"])
    (strand,) = [one for one in made["strands"] if one["id"] == lamp["strand"]]
    assert strand["reports"] == sorted([lamp["id"], gazette["id"]])
    (link,) = strand["links"]
    assert link["because"] == "a reviewer judged that they go back to one text"
    assert len(made["strands"]) == len(TREE["strands"]) - 1


def test_copies_judged_different_are_strands_of_their_own() -> None:
    joined = copied(Verdict.SAME, "gazette.txt", "lamp.txt")
    made = tree(account((joined, copied(Verdict.DIFFERENT, "lamp.txt", "gazette.txt"))))
    assert made["strands"] == TREE["strands"]
    assert [one["copy_of"] for one in made["reports"]] == [None, None, None]


def test_what_is_one_with_a_place_is_touched_with_it() -> None:
    def held(one: str, other: str) -> Held:
        made = judgement(Subject(Judged.PLACE, one, other), Verdict.SAME)
        return Held(f"judgement-{one}", made, 1)

    standing = Judgements((held("place-b", "place-c"), held("place-d", "place-e")))
    said = judgement(Subject(Judged.PLACE, "place-a", "place-b"), Verdict.SAME)
    assert touched(said, standing).places == {"place-a", "place-b", "place-c"}
    assert touched(said).places == {"place-a", "place-b"}


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT])
def test_what_none_of_the_reports_names_changes_nothing(verdict: Verdict) -> None:
    far = judgement(Subject(Judged.REPORT, "report-far", "report-away"), verdict)
    made = tree(account((far,)))
    assert made == TREE
    assert len(reports()) == 3
    assert far.when == WHEN
