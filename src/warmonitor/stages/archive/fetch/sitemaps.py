"""Links of sitemaps (sitemaps.org 0.9): XML, plain text, packed or not, and indices of them."""

from lxml import etree

from warmonitor.model import FetchError
from warmonitor.stages.archive.fetch.decode import unpacked
from warmonitor.stages.archive.fetch.links import MOST, Links

MOST_BYTES = 52_428_800  # of a sitemap unpacked, by the protocol


def read_sitemap(content: bytes, base: str) -> Links:
    """Return the pages that a sitemap lists, newest first where it says, and the sitemaps of an index."""
    found = Links(base)
    try:
        plain = unpacked(content, MOST_BYTES)
    except FetchError as error:
        found.wrong(error.code, str(error), fatal=True)
        return found
    if plain.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        _xml(plain, found)
    else:
        _text(plain, found)
    if not found.pages and not found.maps and not found.issues:
        found.wrong("no-link", "The sitemap lists nothing.")
    return found


def _text(plain: bytes, found: Links) -> None:
    lines = [line.strip() for line in plain[: MOST * 4096].decode("utf-8-sig", "replace").splitlines()]
    for line in lines:
        if line.startswith(("http://", "https://")):
            found.add(line)
    if any(lines) and not found.pages:
        found.wrong("not-a-sitemap", "What was served is no sitemap.", fatal=True)


def _xml(plain: bytes, found: Links) -> None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(plain, parser)
    except etree.XMLSyntaxError:
        root = None
    name = _name(root) if root is not None else ""
    if name not in {"urlset", "sitemapindex"}:
        found.wrong("not-a-sitemap", "What was served is no sitemap.", fatal=True)
        return
    if len(parser.error_log):
        found.wrong("sitemap-damaged", "The sitemap is damaged or cut short; what can be read is taken.")
    rows = [(_child(row, "lastmod"), _child(row, "loc")) for row in root if isinstance(row.tag, str)]
    for _, link in sorted(rows, key=lambda row: row[0], reverse=True):
        if link and name == "urlset":
            found.add(link)
        elif link:
            found.maps.append(link)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _child(row: etree._Element, name: str) -> str:
    return next((" ".join((c.text or "").split()) for c in row if _name(c) == name), "")
