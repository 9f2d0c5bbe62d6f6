"""Deals, breaches and posts, sentence by sentence."""

from typing import Any

import pytest
from deal_sentences import BROKEN, LATER, MADE
from extract_texts import of_kind
from later_sentences import DEALS as LATER_DEALS
from later_sentences import NO_DEALS as LATER_NO_DEALS
from later_sentences import POSTS as LATER_POSTS
from post_sentences import NO_DEALS, POSTS

from warmonitor.model import Claim, ClaimKind, Deal, Named, Post

# Where a tree or the words alone do not tell: a name without a word of war, a torn-off subject.
MISSED = {
    "The Orsa Agreement of 2018 was signed by Kestria and Halvane.",
    "The two sides agreed on a humanitarian corridor from Brenna to Tolva.",
    "The agreement reached by the army and the rebels allows civilians to leave Brenna.",
    "Halvane pulled out of the Orsa agreement.",
    "Turkey plans to withdraw from the observation post at Morek.",
    "The commander announced a 48-hour pause in shelling to let civilians leave.",
    "The president declared the ceasefire over.",
    "Sarland froze its part in the disengagement agreement.",
    "The ceasefire, due to expire on Friday, was prolonged by ten days.",
    "Monitors found eight howitzers inside the zone, contrary to the agreement.",
    "Troops besieged the peacekeepers' post at Ostrava.",
}


def said(names: tuple[Named, ...]) -> list[str]:
    return [name.said for name in names]


def deal_row(claim: Claim) -> dict[str, Any]:
    deal = claim.detail
    assert isinstance(deal, Deal)
    return {
        "act": deal.act.value,
        "kind": deal.kind.value,
        "name": deal.name,
        "parties": said(deal.parties),
        "brokers": said(deal.brokers),
        "guarantors": said(deal.guarantors),
        "monitors": said(deal.monitors),
        "terms": [term.kind.value for term in deal.provisions],
        "who": [term.by.said for term in deal.provisions if term.by],
        "until": next((term.until.said for term in deal.provisions if term.until), None),
        "class": deal.ceasefire and deal.ceasefire.value,
        "lasts": deal.lasts,
        "count": deal.count,
        "where": said(claim.where),
        "stance": claim.stance.value,
        "modality": claim.modality.value,
        "by": [link.speaker.said for link in claim.attribution],
    }


def post_row(claim: Claim) -> dict[str, Any]:
    post = claim.detail
    assert isinstance(post, Post)
    return {
        "owner": post.parties[0].said,
        "place": said(claim.where),
        "state": post.state.value,
        "number": post.number,
        "stance": claim.stance.value,
        "modality": claim.modality.value,
    }


def understood(rows: list[dict[str, Any]], wanted: dict[str, Any]) -> bool:
    if "act" in wanted and wanted["act"] is None:
        return rows == []
    return any(all(row[field] == value for field, value in wanted.items()) for row in rows)


@pytest.mark.parametrize(("text", "wanted"), [*MADE, *LATER, *BROKEN, *LATER_DEALS])
def test_what_a_sentence_tells_of_a_deal(text: str, wanted: dict[str, Any]) -> None:
    rows = [deal_row(claim) for claim in of_kind(text, ClaimKind.AGREEMENT)]
    assert understood(rows, wanted) is (text not in MISSED), rows


@pytest.mark.parametrize("text", [*NO_DEALS, *LATER_NO_DEALS])
def test_commerce_sport_courts_and_talk_are_no_deals(text: str) -> None:
    assert of_kind(text, ClaimKind.AGREEMENT) == []


@pytest.mark.parametrize(("text", "wanted"), [*POSTS, *LATER_POSTS])
def test_what_a_sentence_tells_of_a_post(text: str, wanted: dict[str, Any]) -> None:
    rows = [post_row(claim) for claim in of_kind(text, ClaimKind.POST)]
    assert understood(rows, wanted) is (text not in MISSED), rows


@pytest.mark.parametrize(("text", "wanted"), [*MADE, *LATER, *BROKEN])
def test_the_words_of_a_term_are_those_of_the_text(text: str, wanted: dict[str, Any]) -> None:
    for claim in of_kind(text, ClaimKind.AGREEMENT):
        assert isinstance(claim.detail, Deal)
        assert all(term.span.of(text).strip() for term in claim.detail.provisions)
        assert all(name.span.of(text) == name.said for name in claim.detail.names())


REPORT = """
The army and the Northern Front signed a truce in Doha on Monday, brokered by Qatar.

The Front is to withdraw its heavy weapons from Brenna by 20 June. On Tuesday the army accused the Front of \
breaking the truce by shelling the village of Tolva. The Front denied having broken the agreement.
"""


def test_a_report_lends_its_deal_to_what_follows() -> None:
    rows = [deal_row(claim) for claim in of_kind(REPORT, ClaimKind.AGREEMENT)]
    assert [row["act"] for row in rows] == ["signed", "told", "broken", "broken"]
    assert rows[0]["brokers"] == ["Qatar"]
    assert rows[1]["terms"] == ["withdrawal of heavy weapons"]
    assert rows[1]["who"] == ["The Front"]
    assert rows[1]["until"] == "by 20 June"
    assert [row["stance"] for row in rows[2:]] == ["alleged", "denied"]


def test_the_agreement_alone_is_no_deal_where_none_was_told_of() -> None:
    assert of_kind("The minister praised the agreement. It was signed on Monday.", ClaimKind.AGREEMENT) == []
