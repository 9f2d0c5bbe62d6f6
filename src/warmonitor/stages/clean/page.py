"""An HTML page to lines of its article, with what the page says of itself."""

import re
from collections.abc import Iterator
from typing import Any

from warmonitor.stages.clean.characters import folded, tidy
from warmonitor.stages.clean.draft import Draft
from warmonitor.stages.clean.hidden import drop_hidden
from warmonitor.stages.clean.lines import Line
from warmonitor.stages.clean.metadata import Metadata, read_metadata

_CAPTION_WORDS = 65
_PLAIN_DEPTH = 250  # levels that the parser takes without being told to take more
_DEEPEST = 1000  # levels that the extractor can walk
_ELEMENTS = 60_000  # more of them take the extractor minutes
_BLOCKS = re.compile(rb"<(?:p|div|li|td|br|span|a)\b", re.IGNORECASE)
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{100000}")
_TEXT_BYTES = 1_000_000
_CAPTION_CLASS = re.compile(
    r"(?:^|[\s_-])(?:wp-)?caption(?:$|[\s_-]|text)|photo-?credit|image-?credit|photo-?caption", re.IGNORECASE
)
_EMBEDS = re.compile(
    r"twitter-tweet|instagram-media|fb-post|fb-video|tiktok-embed|telegram-post|newsletter|sign-?up|related-?(?:article|stor|link|post|content|news)"
    r"|read-?more|recirc|share-?(?:bar|button|tool)|social-?share|advert|promo-?box|most-?(?:read|popular)",
    re.IGNORECASE,
)


def read_page(text: str, draft: Draft) -> tuple[list[Line], Metadata, str]:
    """Return the article's lines, what the page states, and all the words that it shows.

    Hidden text, embedded posts and captions are taken out first; the extractor works on what is left.
    """
    tree = _parsed(text, draft)
    if tree is None:
        return [], Metadata(), ""
    metadata = read_metadata(tree)
    hidden = drop_hidden(tree)
    if hidden:
        draft.wrong("hidden-text", f"{len(hidden)} passages that a reader cannot see were left out.")
    _drop_embeds(tree)
    shown = folded(" ".join(_visible(tree)))[:20_000]
    captions = _take_captions(tree)
    body = _extracted(tree, draft)
    lines = [_line(f"Caption: {words}", -1) for words in captions]
    lines += [_line(line, n) for n, line in enumerate(body.split("\n"))]
    return [line for line in lines if line.text], metadata, shown


def _line(given: str, block: int) -> Line:
    bullet = given.startswith("- ")
    words = given[2:] if bullet else given
    return Line(folded(words), words.strip(), bullet=bullet, block=block)


def _parsed(text: str, draft: Draft) -> Any:
    """Return the tree, None (and an issue) where the page is too large or too deep."""
    from lxml import etree, html  # noqa: PLC0415  slow to load

    content = text.encode("utf-8", "replace")
    if len(_BLOCKS.findall(content)) > _ELEMENTS or _LONG_TAG.search(content):
        draft.wrong(
            "page-too-large", f"The page has more than {_ELEMENTS} elements or an endless one.", fatal=True
        )
        return None
    tree, cut = _parse(content, html, huge=False)
    if cut:
        tree, cut = _parse(content, html, huge=True)
        if tree is not None and (cut or _depth(tree, etree) > _DEEPEST):
            _flatten(tree, etree)
            draft.wrong("page-too-deep", "Elements nested too deep were read as plain text, or not at all.")
    if tree is None:
        draft.wrong("no-article", "The page holds no element that can be read.", fatal=True)
    elif any(len(words) > _TEXT_BYTES for words in _texts(tree)):
        draft.wrong("page-too-large", f"A paragraph is longer than {_TEXT_BYTES} characters.", fatal=True)
        return None
    return tree


def _texts(tree: Any) -> Iterator[str]:
    for element in tree.iter():
        if element.tag not in {"script", "style"}:
            yield element.text or ""
        yield element.tail or ""


def _parse(content: bytes, html: Any, *, huge: bool) -> tuple[Any, bool]:
    """Return the tree and whether the parser dropped something for a limit of its own."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=huge, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(content, parser=parser)
    except (ValueError, AssertionError, html.etree.LxmlError):
        return None, bool(_limits(parser))
    return tree, bool(_limits(parser))


def _limits(parser: Any) -> list[Any]:
    return [
        entry for entry in parser.error_log if "RESOURCE_LIMIT" in entry.type_name or "depth" in entry.message
    ]


def _depth(tree: Any, etree: Any) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _flatten(tree: Any, etree: Any) -> None:
    """Turn what lies deeper than the extractor can walk into paragraphs of plain text."""
    depth, deep = 0, []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "start" and depth == _PLAIN_DEPTH:
            deep.append(element)
    for element in deep:
        words = [folded(words) for words in element.itertext() if words.strip()]
        tail = element.tail
        element.clear()
        element.tail = tail
        for said in words:
            etree.SubElement(element, "p").text = said


def _drop_embeds(tree: Any) -> None:
    for element in list(tree.iter("blockquote", "div", "aside", "section", "form", "ul", "p", "iframe")):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        small = len("".join(element.itertext())) < 3000
        if element.getparent() is not None and small and (element.tag == "form" or _EMBEDS.search(names)):
            element.drop_tree()


def _take_captions(tree: Any) -> list[str]:
    """Take captions out of the tree and return their words."""
    found: list[str] = []
    for element in list(tree.iter("figcaption", "p", "div", "span", "small", "dd", "td")):
        if element.getparent() is None:
            continue
        if element.tag != "figcaption" and not _CAPTION_CLASS.search(element.get("class") or ""):
            continue
        words = folded(" ".join(element.itertext()))
        if len(words.split()) <= _CAPTION_WORDS:
            found.append(words)
            element.drop_tree()
    return [words for words in found if words]


def _visible(tree: Any) -> list[str]:
    return [words for words in tree.itertext() if words.strip()]


def _extracted(tree: Any, draft: Draft) -> str:
    from trafilatura import extract  # noqa: PLC0415  slow to load

    try:
        body = extract(
            tree, favor_precision=True, include_comments=False, include_tables=True, with_metadata=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError, KeyError, AssertionError) as error:
        draft.wrong(
            "page-not-read", f"The page could not be taken apart ({type(error).__name__}).", fatal=True
        )
        return ""
    return tidy(body or "")[0]
