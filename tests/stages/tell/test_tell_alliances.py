import json

from warmonitor.model import (
    Account,
    Actor,
    ActorKind,
    ActorStatus,
    Alignment,
    Bond,
    Claim,
    ClaimKind,
    Maker,
    Named,
    Report,
    Span,
)
from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.document import account_json
from warmonitor.stages.tell.tables.lists import ACTORS, CLAIMS, actors, claims
from warmonitor.stages.tell.words import claim_words

TEXT = "The Ardan Front is armed by Velonia."
FRONT = Named("The Ardan Front", Span(0, 15), "Ardan Front", "actor-1")
VELONIA = Named("Velonia", Span(28, 35), "Velonia", "actor-2")
ARMED = Claim(
    "claim-1", "report-1", ClaimKind.ALLIANCE, Span(0, 35),
    detail=Alignment(Bond.ARMED, FRONT, VELONIA, "rifles"),
)  # fmt: skip
ACCOUNT = Account(
    made=Maker("1", "x"),
    reports=(Report("report-1", "a.txt", "0" * 64, TEXT),),
    claims=(ARMED,),
    actors=(
        Actor(
            "actor-1", "Ardan Front", kind=ActorKind.REBEL_GROUP, status=ActorStatus.NEW, backers=("Velonia",)
        ),
        Actor("actor-2", "Velonia", kind=ActorKind.GOVERNMENT),
    ),
)  # fmt: skip


def test_an_alliance_is_told_with_its_bond_and_both_parties() -> None:
    (told,) = json.loads(account_json(ACCOUNT))["claims"]
    assert (told["kind"], told["bond"], told["means"], told["ended"]) == (
        "alliance", "armed by", "rifles", False,
    )  # fmt: skip
    assert (told["party"]["actor"], told["counterparty"]["actor"]) == ("actor-1", "actor-2")
    assert told["quote"]["text"] == TEXT[:35]


def test_an_actor_says_whether_it_waits_for_a_judgement_and_who_backs_it() -> None:
    front, state = json.loads(account_json(ACCOUNT))["actors"]
    assert (front["status"], front["backers"], front["inter"]) == ("new", ["Velonia"], 2)
    assert (state["status"], state["backers"]) == ("known", [])


def test_tables_have_a_column_for_each_of_it() -> None:
    book = Book(ACCOUNT)
    row = dict(zip(CLAIMS, next(claims(book)), strict=True))
    assert (row["party"], row["bond"], row["counterparty"], row["means"]) == (
        "Ardan Front", "armed by", "Velonia", "rifles",
    )  # fmt: skip
    first = dict(zip(ACTORS, next(actors(book)), strict=True))
    assert (first["status"], first["backers"], first["inter"]) == ("new", "Velonia", 2)


def test_an_alliance_in_words() -> None:
    assert claim_words(ARMED, Book(ACCOUNT)) == "Ardan Front armed by Velonia, with rifles"
