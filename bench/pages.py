"""Pages to measure on: saved pages of a folder, or pages made of our own reports in a site's furniture."""

import gzip
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).parent.parent
OWN = (ROOT / "examples", ROOT / "eval" / "cases")
LINKS, SCRIPT_LINES = 250, 400  # what a news site puts round an article: about a hundred thousand letters


def pages(folder: Path | None) -> list[str]:
    """Return the pages of a folder (.html, .html.gz), or made ones where none is given."""
    return [_read(path) for path in sorted(folder.iterdir())] if folder else [*_made()]


def own_texts() -> list[str]:
    """Return the texts of our own example reports, in the order of their names."""
    files = sorted(path for folder in OWN for path in folder.rglob("*.txt"))
    return [path.read_text(encoding="utf-8") for path in files]


def _read(path: Path) -> str:
    content = path.read_bytes()
    return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8", "replace")


def _made() -> Iterator[str]:
    links = "".join(f'<li class="nav-item"><a href="/section/{n}">Section {n}</a></li>' for n in range(LINKS))
    script = (
        "<script>"
        + "window.site.push({place: 1, size: [300, 250], lazy: true});\n" * SCRIPT_LINES
        + "</script>"
    )
    texts = own_texts()
    for number in range(0, len(texts) - 1, 2):
        paragraphs = "".join(
            f"<p>{escape(part)}</p>" for t in texts[number : number + 2] for part in t.split("\n\n")
        )
        head = f"<head><title>Report {number}</title>{script}</head>"
        article = f"<main><article><h1>Report {number}</h1>{paragraphs}</article></main>"
        rest = f"<aside><ul>{links}</ul></aside><footer><ul>{links}</ul></footer>{script}"
        yield f"<!doctype html><html>{head}<body><nav><ul>{links}</ul></nav>{article}{rest}</body></html>"
