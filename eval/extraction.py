"""Score article extraction: overlap of 4-token shingles with the true text of saved web pages.

Method of the article extraction benchmark (scrapinghub): a shingle counts as often as it stands in a text;
precision and recall are means over the pages, F1 is made from the two means.
"""

import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from pathlib import Path

from warmonitor.model import RawReport
from warmonitor.reference.outlets import load_outlets
from warmonitor.stages.clean import clean
from warmonitor.stages.clean.article import compose
from warmonitor.stages.clean.draft import Draft
from warmonitor.stages.clean.page import read_page

DATA = ("article_extraction",)
FLOORED = ("f1", "precision", "recall")

_SIZE = 4
_TOKEN = re.compile(r"\w+", re.UNICODE)


def score(data: Path) -> dict[str, float]:
    """Return f1, precision, recall over the pages of the folder `article_extraction` in `data`.

    Pages that the cleaner refuses (another language, no article) are measured on what it found in them,
    and counted as `refused`.
    """
    folder = data / "article_extraction"
    truth: dict[str, dict[str, str]] = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    outlets, rows, refused = load_outlets(), list[tuple[float, float]](), 0
    for name, page in sorted(truth.items()):
        content = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        raw = RawReport(name, "text/html", content, hashlib.sha256(content).hexdigest())
        report, _ = clean(raw, outlets)
        refused += report is None
        text = report.text if report else text_of_page(content.decode("utf-8", "replace"))
        rows.append(_precision_recall(page["articleBody"], text))
    precision, recall = (sum(row[i] for row in rows) / len(rows) for i in (0, 1))
    f1 = 2 * precision * recall / (precision + recall)
    return {"f1": f1, "precision": precision, "recall": recall, "pages": len(rows), "refused": refused}


def text_of_page(page: str) -> str:
    """Return what the cleaner finds in a page before it decides whether that is a report."""
    draft = Draft("page")
    compose(read_page(page, draft)[0], draft, load_outlets(), trusted=True)
    return "\n\n".join(draft.paragraphs)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    if len(tokens) < _SIZE:
        return Counter([tuple(tokens)]) if tokens else Counter()
    return Counter(tuple(tokens[i : i + _SIZE]) for i in range(len(tokens) - _SIZE + 1))


def _precision_recall(true: str, found: str) -> tuple[float, float]:
    one, two = _shingles(true), _shingles(found)
    shared = (one & two).total()
    precision = shared / two.total() if two else float(not one)
    return precision, shared / one.total() if one else float(not two)


if __name__ == "__main__":
    for row, value in score(Path(sys.argv[1])).items():
        print(f"{row:10} {value:.4f}")
