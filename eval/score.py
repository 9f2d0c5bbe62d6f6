"""Score an account against what a careful reader found.

    python -m eval.score ACCOUNT_JSON GOLD_JSON --texts DIR [--misses]

One row a question. A row that ends in R is recall over the gold facts, P precision over the account's
claims of that kind in the reports that the gold covers (what the gold lists under `also` counts neither
way, nor does what is only planned or possible); the others are shares of matched facts whose field is
right. The last line is one JSON object with every share.
"""

import argparse
import json
import sys
from pathlib import Path

from eval.agreements import score_agreements, score_posts
from eval.gold import Fact, Gold, Json, read_gold
from eval.matching import fold, meet, names, same_dates, same_name, same_people, stretches
from eval.outcomes import score_groups, score_places, score_statements, score_timeline, score_updates
from eval.reading import Said, pair, read_claims, report_key
from eval.rows import Rows


def score(account: Json, gold: Gold) -> Rows:
    """Return the filled sheet for one account; both are the parsed JSON."""
    rows = Rows()
    claims = read_claims(account, gold)
    score_reports(account, gold, rows)
    for said in claims:
        if said.report:
            rows.count("quote verbatim", bool(said.at), f"{said.report} {said.field('quote')}")
    matched, used = score_facts(claims, gold, rows)
    score_inventions(claims, gold, used, rows)
    score_groups(account, gold, matched, rows)
    score_updates(account, gold, matched, rows)
    score_statements(account, gold, rows)
    score_places(account, gold, rows)
    score_timeline(account, gold, rows)
    score_agreements(account, claims, gold, rows)
    score_posts(account, gold, rows)
    return rows


def score_reports(account: Json, gold: Gold, rows: Rows) -> None:
    """Ask of each report whether it was read, dated, credited, freed of its page and known as a copy."""
    keys = {report["id"]: report_key(report, gold) for report in account["reports"]}
    by_key = {key: report for report in account["reports"] if (key := keys[report["id"]])}
    copies = any("copy_of" in asked for asked in gold.reports.values())
    for key, asked in gold.reports.items():
        got = by_key.get(key)
        rows.count("report read", got is not None, key)
        if got is None:
            continue
        if asked.get("dated"):
            rows.count(
                "report dated", same_dates(asked["dated"], got.get("dated")), f"{key} {got.get('dated')}"
            )
        if copies:
            of = keys.get(got.get("copy_of"))
            rows.count("copy found", of == asked.get("copy_of"), f"{key} copy_of={of}")
        score_credits(key, asked, got, gold, rows)


def score_credits(key: str, asked: Json, got: Json, gold: Gold, rows: Rows) -> None:
    """Ask whether agencies and authors are credited and the page's furniture is gone."""
    for agency in asked.get("agencies", []):
        right = same_name(agency, got.get("agencies"), gold.aliases)
        rows.count("agency credited", right, f"{key} {agency}: {got.get('agencies')}")
    for person in asked.get("byline", []):
        right = any(fold(person) in fold(name) for name in names(got.get("byline")))
        rows.count("byline", right, f"{key} {person}: {got.get('byline')}")
    for junk in asked.get("boilerplate", []):
        rows.count("boilerplate gone", fold(junk) not in fold(got.get("text")), f"{key} {junk}")


def score_facts(claims: list[Said], gold: Gold, rows: Rows) -> tuple[dict[str, Said], set[str]]:
    """Pair each fact with a claim; return the pairs and the ids of all claims that stand behind a fact."""
    matched: dict[str, Said] = {}
    used: set[str] = set()
    taken: set[str] = set()
    for fact in gold.facts:
        near = pair(fact, claims, gold, taken)
        rows.count(f"{fact.kind} R", bool(near), f"{fact.id} {fact.asked['text']}")
        if near:
            matched[fact.id] = near[0]
            taken.add(near[0].id)
            used.update(said.id for said in near)
            score_fields(fact, near[0], gold, rows)
    return matched, used


def score_fields(fact: Fact, said: Said, gold: Gold, rows: Rows) -> None:
    """Ask of a paired claim who is counted, who did it to whom, where, when, who says so and how."""
    asked, aliases, kind = fact.asked, gold.aliases, fact.kind
    if kind == "toll":
        rows.count(
            "toll of whom", same_people(asked["of"], said.field("of")), f"{fact.id} {said.field('of')}"
        )
    for field in ("party", "perpetrator", "target"):
        if asked.get(field):
            given = said.field(field)
            rows.count(f"{kind} {field}", same_name(asked[field], given, aliases), f"{fact.id} {given}")
    if asked.get("place"):
        given = said.field("where")
        rows.count(
            f"{kind} place", same_name(asked["place"], given, gold.place_aliases), f"{fact.id} {given}"
        )
    if asked.get("when"):
        rows.count(
            f"{kind} when", same_dates(asked["when"], said.field("when")), f"{fact.id} {said.field('when')}"
        )
    speakers, given = asked.get("attribution", []), said.field("attribution")
    row = "attribution" if speakers else "not over-attributed"
    right = all(same_name(who, given, aliases) for who in speakers) if speakers else not given
    rows.count(row, right, f"{fact.id} {given}")
    rows.count("stance", said.stance == asked.get("stance", "asserted"), f"{fact.id} {said.stance}")


def score_inventions(claims: list[Said], gold: Gold, used: set[str], rows: Rows) -> None:
    """Ask of each toll and control claim in a covered report whether a fact stands behind it."""
    covered = {fact.report for fact in gold.facts}
    fair = {
        key: [at for words in gold.fair(key) for at in stretches(words, gold.folded.get(key, ""))]
        for key in sorted(covered)
    }
    for said in claims:
        kind = said.field("kind")
        if said.report not in covered or kind not in ("toll", "control"):
            continue
        known = said.id in used
        actual = (said.field("modality") or "actual") == "actual"
        if known or (actual and not meet(said.at, fair[said.report])):
            words = str((said.field("quote") or {}).get("text", ""))[:90]
            what = said.field("measure") or said.field("change")
            rows.count(
                f"{kind} P",
                known,
                f"invented {said.report} {what} {said.field('of') or said.field('where')} | {words}",
            )


def main(arguments: list[str] | None = None) -> int:
    """Print the sheet of one account; return 0."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.score", description="Score an account against gold."
    )
    parser.add_argument("account", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument(
        "--texts", type=Path, help="folder of the raw reports (default: reports/ beside the gold)"
    )
    parser.add_argument("--misses", action="store_true", help="list what was missed or invented")
    given = parser.parse_args(arguments)
    gold = read_gold(given.gold, given.texts or given.gold.parent / "reports")
    rows = score(json.loads(given.account.read_text(encoding="utf-8")), gold)
    print(rows.table())
    if given.misses:
        print(*rows.misses, sep="\n")
    print(json.dumps({row: round(share, 4) for row, share in rows.shares().items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
