"""Score grouping on real web pages about single incidents of one war: which reports tell of which incident.

    python -m eval.airwars_syria DATA

Read are the sources in Latin letters that are web pages: news and other pages (`web`), and with them those
of monitors, ministries and blogs (all); posts and videos are left out. The program's own reading refuses
login and wait pages, error pages and other languages first: what is refused is not scored (`read` of
`pages` are). A page that the set ties to several incidents is of several groups (extended B-cubed). Copies
count as they are. Split by incidents, those that one page ties together on one side, by the parity of a
hash: weights were learned on `tune`; `held` was only looked at as shares. All are grouped together, then
each half is scored.
"""

import gzip
import json
from pathlib import Path
from typing import Any

from eval.grouping import Text, grouped, main_of, shares

DATA = ("airwars_syria_sources.jsonl.gz",)
FLOORED = ("all.f1", "held.f1", "web.all.f1")
WEB = ("news_article", "other_web_page")
PAGES = (*WEB, "ngo_report", "blog_post", "government_or_military_statement")
HINTS = {"url": "original_url", "title": "page_title", "published": "publication_date", "outlet": "publisher"}


def read_rows(data: Path) -> list[dict[str, Any]]:
    """Return the sources that are web pages in Latin letters, in the file's order."""
    with gzip.open(data / DATA[0], "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row for row in rows if row["script"] == "latin" and row["source_type"] in PAGES]


def read_texts(data: Path) -> list[Text]:
    """Return the pages with the incidents that each reports."""
    rows = read_rows(data)
    first = _first_of_kin([row["incident_ids"] for row in rows])
    return [
        Text(
            row["source_id"],
            row["text"],
            frozenset(row["incident_ids"]),
            f"incident {first[row['incident_ids'][0]]}",
            tuple((kind, row[name]) for kind, name in HINTS.items() if row[name]),
        )
        for row in rows
    ]


def _first_of_kin(incidents: list[list[str]]) -> dict[str, str]:
    """Return for each incident the first of those that pages tie together with it."""
    kin: dict[str, set[str]] = {}
    for tied in incidents:
        together = set(tied).union(*(kin.get(one, set()) for one in tied))
        kin.update(dict.fromkeys(together, together))
    return {one: min(all_) for one, all_ in kin.items()}


def score(data: Path) -> dict[str, float]:
    """Return B-cubed shares on all pages read and on those of news and other web pages alone."""
    texts = read_texts(data)
    found, told = grouped(texts), {row["source_id"]: row["source_type"] for row in read_rows(data)}
    web = [text for text in texts if told[text.id] in WEB]
    got = {**shares(texts, found), **{f"web.{name}": one for name, one in shares(web, found).items()}}
    return {"pages": len(texts), "read": len(found), **got}


if __name__ == "__main__":
    main_of(__doc__, score)
