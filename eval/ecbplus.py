"""Score grouping on ECB+: news of look-alike happenings, two of each kind, by the reports that tell of one.

    python -m eval.ecbplus DATA

Each document's title and text are read as one saved text through the program's own reading; the answer is
the program's grouping of all of them. The set comes without dates. Split by topic, both look-alikes of a kind
on one side, by the parity of the topic's hash: weights were learned on `tune`; `held` was only looked at as
shares.
"""

import gzip
import json
import re
from pathlib import Path

from eval.grouping import Text, grouped, main_of, shares

DATA = ("ecbplus_docs.jsonl.gz",)
FLOORED = ("all.f1", "held.f1")


def read_texts(data: Path) -> list[Text]:
    """Return the documents in the file's order."""
    with gzip.open(data / DATA[0], "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Text(
            row["file"],
            f"{row['title'] or ''}\n\n{row['text']}".strip(),
            frozenset({row["subtopic"]}),
            "topic " + re.sub(r"\D+", "", row["subtopic"]),
        )
        for row in rows
    ]


def score(data: Path) -> dict[str, float]:
    """Return B-cubed shares on all documents that the program read, and how many those are."""
    texts = read_texts(data)
    found = grouped(texts)
    return {"documents": len(texts), "read": len(found), **shares(texts, found)}


if __name__ == "__main__":
    main_of(__doc__, score)
