"""Score deals, their terms and breaches, and posts of an account against what a careful reader found."""

from collections.abc import Iterable

from eval.gold import Gold, Json
from eval.matching import meet, same_dates, same_name, stretches
from eval.reading import Said
from eval.rows import Rows


def score_agreements(account: Json, claims: list[Said], gold: Gold, rows: Rows) -> None:
    """Ask of each deal whether it is there, with whom, when, on what terms, and how it was broken.

    A gold deal is found by words (`text`) that one of its claims quotes; `with` are words of other reports
    that tell of the same deal. Where the gold lists deals, every deal of the account must answer one.
    """
    if "agreements" not in gold.content:
        return
    by_id = {said.id: said for said in claims}
    used: set[str] = set()
    for asked in gold.listed("agreements"):
        found = _holding(account, asked["text"], by_id, gold)
        rows.count("agreement found", found is not None, asked["what"])
        if found is not None:
            used.add(found["id"])
            _score_fields(asked, found, gold, rows)
            _score_joined(asked, found, by_id, gold, rows)
            _score_breaches(asked, found, by_id, gold, rows)
    for one in account.get("agreements", []):
        names = [party["name"] for party in one["parties"]]
        rows.count("agreement P", one["id"] in used, f"invented {one['state']} {names} {one['terms']}")


def _holding(account: Json, text: str, by_id: dict[str, Said], gold: Gold) -> Json | None:
    """Return the deal one of whose claims quotes the words."""
    for one in account.get("agreements", []):
        breaches = [claim for breach in one["breaches"] for claim in (*breach["claims"], *breach["denials"])]
        if any(_quotes(by_id.get(claim), text, gold) for claim in (*one["claims"], *breaches)):
            return dict(one)
    return None


def _quotes(said: Said | None, text: str, gold: Gold) -> bool:
    return said is not None and meet(said.at, stretches(text, gold.folded.get(said.report or "", "")))


def _score_fields(asked: Json, found: Json, gold: Gold, rows: Rows) -> None:
    what = asked["what"]
    for field in ("parties", "brokers", "guarantors"):
        if field in asked:
            rows.count(
                f"agreement {field}", _same(asked[field], found[field], gold), f"{what} {found[field]}"
            )
    if "name" in asked:
        rows.count("agreement name", same_name(asked["name"], found["names"], {}), f"{what} {found['names']}")
    for field in ("when", "made"):
        if field in asked:
            rows.count("agreement when", same_dates(asked[field], found["when"]), f"{what} {found['when']}")
    for field in ("kind", "state"):
        if field in asked:
            rows.count(f"agreement {field}", asked[field] == found[field], f"{what} {found[field]}")
    kinds = {term["kind"] for term in found["provisions"]}
    for term in asked.get("terms", []):
        rows.count("agreement term", term in kinds, f"{what} {term} {sorted(kinds)}")


def _same(asked: Iterable[str], given: list[Json], gold: Gold) -> bool:
    """Say whether these and no others are named."""
    wanted = list(asked)
    there = all(same_name(name, given, gold.aliases) for name in wanted)
    return there and all(any(same_name(name, [one], gold.aliases) for name in wanted) for one in given)


def _score_joined(asked: Json, found: Json, by_id: dict[str, Said], gold: Gold, rows: Rows) -> None:
    for words in asked.get("with", []):
        joined = any(_quotes(by_id.get(claim), words, gold) for claim in found["claims"])
        rows.count("agreement joined", joined, f"{asked['what']} with {words}")


def _score_breaches(asked: Json, found: Json, by_id: dict[str, Said], gold: Gold, rows: Rows) -> None:
    for breach in asked.get("breaches", []):
        told = [
            one
            for one in found["breaches"]
            if any(_quotes(by_id.get(c), breach["text"], gold) for c in (*one["claims"], *one["denials"]))
        ]
        right = any(_same(breach["by"], one["by"], gold) for one in told)
        rows.count("breach told", right, f"{asked['what']} {breach['text']} {[one['by'] for one in told]}")
        if breach.get("denied"):
            rows.count("breach denied", any(one["denials"] for one in told), breach["text"])
        if breach.get("term"):
            rows.count("breach tied", any(one["term"] == breach["term"] for one in told), breach["text"])


def score_posts(account: Json, gold: Gold, rows: Rows) -> None:
    """Ask of each post whether it is there by owner and place, and whether each state is told."""
    for asked in gold.listed("posts"):
        found = [
            post
            for post in account.get("posts", [])
            if same_name(asked["owner"], post["owner"], gold.aliases)
            and same_name(asked["place"], post["place"], gold.place_aliases)
        ]
        rows.count("post found", len(found) == 1, f"{asked['owner']} at {asked['place']}: {len(found)}")
        told = {one["state"] for post in found for one in post["tellings"]}
        for state in asked["told"]:
            rows.count("post state", state in told, f"{asked['owner']} at {asked['place']} {state}: {told}")
