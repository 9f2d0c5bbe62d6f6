"""Score what is made from claims: figures, disputes, statements, places, who holds what."""

from eval.gold import Gold, Json
from eval.matching import fold, names, same_name
from eval.reading import Said
from eval.rows import Rows


def score_groups(account: Json, gold: Gold, matched: dict[str, Said], rows: Rows) -> None:
    """Ask which facts stand side by side, which are kept apart and which are shown as disputed."""
    figures = [set(figure["claims"]) for figure in account.get("figures", [])]
    others = [set(group["claims"]) for key in ("events", "control") for group in account.get(key, [])]
    for group in gold.listed("comparable"):
        ids = [matched[member].id for member in group["members"] if member in matched]
        whole = len(ids) == len(group["members"])
        right = whole and all(any({ids[0], other} <= g for g in figures + others) for other in ids[1:])
        rows.count("compared together", right, group["what"])
    for apart in gold.listed("not_comparable"):
        two = {matched[member].id for member in apart["pair"] if member in matched}
        if all(member in matched for member in apart["pair"]):
            rows.count("kept apart", not any(two <= figure for figure in figures), apart["why"])
    disputes = [set(dispute["claims"]) for dispute in account.get("disputes", [])]
    for dispute in gold.listed("disputes"):
        two = {matched[member].id for member in dispute["between"] if member in matched}
        rows.count("dispute shown", len(two) == 2 and any(two <= d for d in disputes), dispute["what"])
    figure_disputes = [set(one["claims"]) for one in account.get("disputes", []) if one["kind"] == "figure"]
    for calm in gold.listed("not_disputed"):
        two = {matched[member].id for member in calm["between"] if member in matched}
        if len(two) == 2:
            rows.count("no false dispute", not any(two <= d for d in figure_disputes), calm["why"])


def score_updates(account: Json, gold: Gold, matched: dict[str, Said], rows: Rows) -> None:
    """Ask whether the counts that one origin gave one after the other stand in one history, in order."""
    told = [
        [count["claim"] for count in row["counts"]]
        for figure in account.get("figures", [])
        for row in figure.get("history", [])
    ]
    for update in gold.listed("updates"):
        ids = [matched[member].id for member in update["members"] if member in matched]
        whole = len(ids) == len(update["members"])
        right = whole and any([one for one in row if one in ids] == ids for row in told)
        rows.count("update told", right, update["what"])


def score_statements(account: Json, gold: Gold, rows: Rows) -> None:
    """Ask whether one speech in several wordings is one statement."""
    said = [[fold(q.get("text")) for q in s.get("quotes", [])] for s in account.get("statements", [])]
    for asked in gold.listed("same_statement"):
        starts = [fold(start)[:40] for start in asked["starts"]]
        right = any(all(any(start in quote for quote in quotes) for start in starts) for quotes in said)
        rows.count("same statement", right, asked["speaker"])


def score_places(account: Json, gold: Gold, rows: Rows) -> None:
    """Ask whether the spellings of a town are one place, and whether it has coordinates."""
    for spellings in gold.listed("same_place"):
        asked = {fold(name) for name in spellings}
        seen = [
            (place, {fold(n) for n in names(place.get("names_seen"))}) for place in account.get("places", [])
        ]
        hits = [(place, known) for place, known in seen if known & asked]
        right = len(hits) == 1 and asked <= hits[0][1]
        rows.count("spellings joined", right, f"{spellings[0]}: {[sorted(known) for _, known in hits]}")
        if hits and gold.content.get("located", True):
            rows.count("place located", hits[0][0].get("latitude") is not None, spellings[0])


def score_timeline(account: Json, gold: Gold, rows: Rows) -> None:
    """Ask who holds a place on a day."""
    for asked in gold.listed("timeline"):
        spells = [
            spell
            for spell in account.get("control", [])
            if same_name(asked["place"], spell.get("place"), gold.place_aliases)
            and (spell.get("earliest") or "0")[:10] <= asked["on"] <= (spell.get("latest") or "9")[:10]
        ]
        right = any(
            same_name(asked["holder"], spell.get("holder"), gold.aliases)
            or (asked["holder"] == spell.get("status") == "contested")
            for spell in spells
        )
        rows.count("who holds it", right, f"{asked} {[(s.get('holder'), s.get('status')) for s in spells]}")
