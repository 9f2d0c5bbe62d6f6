"""Claims amended, rejected and accepted: what counts, what is shown, and how they are found again."""

import re
from typing import Any

import pytest
from judged_pile import Tree, account, judgement, reports, tree

from warmonitor.model import Amended, Held, Judged, Judgement, Rule, Ruled, Stance, Verdict
from warmonitor.run.judged import touched
from warmonitor.run.judged.finding import tells_of
from warmonitor.stages.tell import account_json, tell
from warmonitor.store.subjects import (
    actor_of,
    cited,
    claim_subject,
    figure_subject,
    place_of,
    subject_again,
)

PLAIN = account()
TREE = tree(PLAIN)


def claim_of(words: str, of: Tree = TREE) -> Tree:
    found: list[Tree] = [one for one in of["claims"] if words in one["quote"]["text"]]
    assert len(found) == 1
    return found[0]


def figure_with(claim: Tree, of: Tree) -> Tree | None:
    return next((one for one in of["figures"] if claim["id"] in one["claims"]), None)


def amended(words: str, **given: Any) -> Judgement:
    return judgement(claim_subject(claim_of(words)), Verdict.AMEND, amended=Amended(**given))


def test_without_judgements_nothing_is_said_of_any() -> None:
    assert b"judgements" not in account_json(PLAIN)
    assert b"rejected" not in account_json(PLAIN)
    assert b"Judged by reviewers" not in tell(PLAIN)["sitrep.md"]


def test_what_is_cited_tells_the_same_in_records_and_in_json() -> None:
    known = {one["id"]: one for one in TREE["claims"]}
    assert [cited(known[one.id]).tells for one in PLAIN.claims] == [tells_of(one) for one in PLAIN.claims]


def test_an_amended_count_counts_and_words_stay() -> None:
    made = tree(account((amended("killing 12", best=14),)))
    claim = claim_of("killing 12", made)
    assert (claim["low"], claim["best"], claim["high"]) == (14, 14, 14)
    assert claim["quote"] == claim_of("killing 12")["quote"]
    (bearing,) = claim["judgements"]
    assert (bearing["by"], bearing["verdict"], bearing["was"], bearing["version"]) == (
        "Ivo",
        "amend",
        "count 12",
        1,
    )
    figure = figure_with(claim, made)
    assert figure
    assert (figure["low"], figure["high"]) == (14, 17)


def test_the_sitrep_says_who_amended_what_it_was() -> None:
    sitrep = tell(account((amended("killing 12", best=14),)))["sitrep.md"].decode()
    assert re.search(r"Amended by Ivo: “killing 12 people”\S*, was count 12\.", sitrep)


def test_a_rejected_claim_is_shown_and_counts_nowhere() -> None:
    made = tree(account((judgement(claim_subject(claim_of("seized")), Verdict.REJECT),)))
    claim = claim_of("seized", made)
    assert claim["rejected"] is True
    assert claim["paths"] == []
    for kind in ("events", "figures", "control", "disputes", "coverage"):
        assert all(claim["id"] not in one.get("claims", ()) for one in made[kind])
    assert len(made["control"]) < len(TREE["control"])


@pytest.mark.parametrize("last", [Verdict.ACCEPT, Verdict.REJECT])
def test_of_accepting_and_rejecting_the_last_counts(last: Verdict) -> None:
    subject = claim_subject(claim_of("seized"))
    first = Verdict.REJECT if last is Verdict.ACCEPT else Verdict.ACCEPT
    made = tree(account((judgement(subject, first), judgement(subject, last, "Ada"))))
    assert ("rejected" in claim_of("seized", made)) is (last is Verdict.REJECT)
    assert [one["by"] for one in claim_of("seized", made)["judgements"]] == ["Ivo", "Ada"]


def test_fields_of_two_judgements_both_count_and_of_one_field_the_later() -> None:
    words = "killing 12"
    made = tree(
        account(
            (
                amended(words, best=14, stance=Stance.ALLEGED),
                amended(words, low=9),
                amended(words, of="soldiers"),
            )
        )
    )
    claim = claim_of(words, made)
    assert (claim["low"], claim["best"], claim["high"]) == (9, None, None)
    assert (claim["stance"], claim["of"]) == ("alleged", "soldiers")


def test_a_place_and_a_party_are_given_by_their_records() -> None:
    place = next(one for one in TREE["places"] if one["name"] == "Orlen Ferry")
    actor = next(one for one in TREE["actors"] if one["name"] == "Tarn Guard")
    seen = (place_of(place), actor_of(actor))
    toll = claim_subject(claim_of("killing 12"))
    given = Amended(place=place["id"], perpetrator=actor["id"], cleared=("speaker",))
    made = tree(account((judgement(toll, Verdict.AMEND, amended=given, seen=seen),)))
    claim = claim_of("killing 12", made)
    assert [one["place"] for one in claim["where"]] == [place["id"]]
    assert claim["perpetrator"]["actor"] == actor["id"]
    assert claim["perpetrator"]["name"] == "Tarn Guard"
    assert claim["attribution"] == []


def test_the_order_of_judgements_of_other_subjects_never_matters() -> None:
    two = (amended("killing 12", best=14), judgement(claim_subject(claim_of("seized")), Verdict.REJECT))
    one, other = tree(account(two)), tree(account(two[::-1]))
    for made in (one, other):
        for claim in made["claims"]:
            claim.pop("judgements", None)
    assert one == other


def test_a_claim_is_found_again_where_the_text_around_it_changed() -> None:
    moved = (("lamp.txt", "Government forces", "On a cold day, government forces"),)
    made = tree(account((amended("killing 12", best=14),), moved))
    assert claim_of("killing 12", made)["best"] == 14
    assert claim_of("killing 12", made)["id"] != claim_of("killing 12")["id"]
    assert made["issues"] == TREE["issues"]


@pytest.mark.parametrize("verdict", [Verdict.AMEND, Verdict.REJECT])
def test_where_its_words_are_gone_it_is_asked_for_again(verdict: Verdict) -> None:
    given: Tree = {"amended": Amended(best=14)} if verdict is Verdict.AMEND else {}
    gone = (("lamp.txt", "killing 12", "killing 13"),)
    made = tree(account((judgement(claim_subject(claim_of("killing 12")), verdict, **given),), gone))
    (issue,) = [one for one in made["issues"] if one["code"] == "judgement-open"]
    assert issue["item"] == "lamp.txt"
    assert "its words are gone from the report" in issue["said"]
    assert all("judgements" not in one for one in made["claims"])
    assert not any(one.get("rejected") for one in made["claims"])


def test_a_claim_whose_id_moved_is_judged_on_as_the_same_subject() -> None:
    moved = (("lamp.txt", "Government forces", "On a cold day, government forces"),)
    first = amended("killing 12", best=14)
    claim = claim_of("killing 12", tree(account((first,), moved)))
    again = subject_again(claim_subject(claim), claim, lambda key: Held(key, first, 1))
    assert again.key == first.subject.key != claim_subject(claim).key


@pytest.mark.parametrize(
    ("rule", "value"), [(Rule.HIGHEST, 17), (Rule.LOWEST, 12), (Rule.LATEST, 17), (Rule.CLAIM, 17)]
)
def test_a_figure_is_shown_by_the_rule_that_is_set(rule: Rule, value: int) -> None:
    claim = claim_of("At least 17")
    figure = figure_with(claim, TREE)
    assert figure
    ruled = Ruled(rule, cited(claim) if rule is Rule.CLAIM else None)
    said = judgement(figure_subject(figure, TREE["claims"]), Verdict.RULE, ruled=ruled)
    made = figure_with(claim, tree(account((said,))))
    assert made
    assert made["rule"] == rule.value
    (settled,) = [one for one in made["rules"] if one["rule"] == rule.value]
    assert settled["low"] == value
    assert (made["low"], made["high"]) == (figure["low"], figure["high"])
    assert [one["was"] for one in made["judgements"]] == ["range of independent origins"]


def test_a_rule_outlives_claims_that_join_its_figure() -> None:
    claim = claim_of("killing 12")
    figure = figure_with(claim, TREE)
    assert figure
    said = judgement(figure_subject(figure, TREE["claims"]), Verdict.RULE, ruled=Ruled(Rule.HIGHEST))
    joins = (("gazette.txt", "shelled on Sunday", "shelled on Sunday, March 2"),)
    made = figure_with(claim, tree(account((said,), joins)))
    assert made
    assert made["rule"] == "highest count"


def test_a_rule_that_gives_nothing_waits() -> None:
    figure = figure_with(claim_of("killing 12"), TREE)
    assert figure
    said = judgement(figure_subject(figure, TREE["claims"]), Verdict.RULE, ruled=Ruled(Rule.MAJORITY))
    made = tree(account((said,)))
    assert [one["code"] for one in made["issues"]] == ["judgement-open"]
    assert {one["rule"] for one in made["figures"]} == {"range of independent origins"}


def test_a_judgement_touches_the_reports_that_it_cites() -> None:
    said = amended("killing 12", best=14)
    (lamp,) = [one.id for one in reports() if one.source == "lamp.txt"]
    assert touched(said).reports == {lamp}
    assert said.subject.kind is Judged.CLAIM
