"""A page as served to the raw report that it is."""

from warmonitor.model import Issue, RawReport
from warmonitor.stages.archive import sniff
from warmonitor.stages.archive.made import raw_report
from warmonitor.stages.archive.sniff import Kind

_DECLARED = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "text/markdown": "page.md",
}
_MEDIA = {Kind.HTML: "text/html", Kind.TEXT: "text/plain", Kind.MARKDOWN: "text/markdown"}


def raw_page(address: str, content: bytes, declared: str) -> RawReport | Issue:
    """Return the raw report of a page; `declared` is its Content-Type. An Issue where it is none."""
    head = content[: sniff.HEAD]
    kind = sniff.sniff(head, _DECLARED.get(declared.split(";", maxsplit=1)[0].strip().lower(), "page"))
    if kind is Kind.EMPTY:
        return Issue("source-empty", address, "The page is empty.", fatal=True)
    if kind not in _MEDIA:
        what = sniff.not_read(head) or f"no page or text ({kind})"
        return Issue("format-not-read", address, f"It is {what}.", fatal=True)
    return raw_report(address, _MEDIA[kind], content, (("url", address), ("content-type", declared)))
