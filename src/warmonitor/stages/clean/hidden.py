"""Text of a page that no reader sees: found by its markup and style, and taken out."""

import re
from typing import Any

from warmonitor.stages.clean.lines import ends_sentence

_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0*\.?0*(?:px|pt|r?em|%|\s*(?:;|!|$))"
    r"|opacity\s*:\s*0*\.?0*\s*(?:;|!|$)|(?:left|top|right|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}"
    r"|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*0)"
    r"|transform\s*:[^;]*(?:scale\(\s*0(?:\.0+)?\s*[,)]|translate[xy]?\(\s*-\d{3,})"
    r"|color\s*:\s*transparent|(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|!|$).*overflow\s*:\s*hidden"
    r"|overflow\s*:\s*hidden.*(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|!|$)|content-visibility\s*:\s*hidden",
    re.IGNORECASE,
)
_COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;!]+)", re.IGNORECASE)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_WHITE = {"white", "#fff", "#ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)", "#fefefe", "snow"}
_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"^\s*(?:[a-z][a-z0-9]*)?([.#])([\w-]+)\s*$", re.IGNORECASE)
_CSS_BYTES = 200_000
# These hold no words for a reader, hidden or not.
_MACHINE = {
    "script",
    "style",
    "template",
    "noscript",
    "head",
    "svg",
    "iframe",
    "object",
    "select",
    "datalist",
    "dialog",
}
_LEAST_WORDS = 3
# Menus, dialogs and forms are hidden on most pages until they are asked for: that misleads nobody.
_CONTROLS = re.compile(
    r"\b(?:nav|menu|modal|cookie|consent|gdpr|dialog|popup|overlay|search|share|social|log-?in|sign|tooltip|dropdown"
    r"|sr-only|screen-?reader|visually-?hidden|skip|drawer|sidebar|player|video|ad|ads|advert|banner|subscri|paywall"
    r"|icon|caption|gallery|carousel|slide|related|comment|footer|header|widget|promo)",
    re.IGNORECASE,
)
_CONTROL_TAGS = {
    "nav",
    "header",
    "footer",
    "form",
    "button",
    "label",
    "aside",
    "dialog",
    "figure",
    "li",
    "option",
}


def drop_hidden(tree: Any) -> list[str]:
    """Take hidden elements out of the tree and return the words of those that held some."""
    classes, ids = _hidden_names(tree)
    gone: list[str] = []
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in {"html", "body"} or element.getparent() is None:
            continue
        if not _is_hidden(element, classes, ids):
            continue
        words = "" if element.tag in _MACHINE else " ".join(" ".join(element.itertext()).split())
        if _misleads(words) and not _is_control(element):
            gone.append(words)
        element.drop_tree()
    return gone


def _misleads(words: str) -> bool:
    """Say whether hidden words could pass for news: a figure in some words, or a sentence."""
    many = len(words.split())
    return many >= _LEAST_WORDS and (any(c.isdigit() for c in words) or (many >= 5 and ends_sentence(words)))


def _is_control(element: Any) -> bool:
    for part in (element, *element.iterancestors()):
        if part.tag in _CONTROL_TAGS:
            return True
        if part.tag not in {"body", "html", "main", "article"} and _CONTROLS.search(_names(part)):
            return True
    return False


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".replace("_", "-")


def _is_hidden(element: Any, classes: frozenset[str], ids: frozenset[str]) -> bool:
    if element.tag == "template" or (element.tag == "dialog" and element.get("open") is None):
        return True
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if element.get("aria-hidden") == "true" and element.tag not in {"figure", "img"}:
        return True
    if element.get("id") in ids or not classes.isdisjoint((element.get("class") or "").split()):
        return True
    return hides(element.get("style") or "") or (
        element.tag == "font" and _is_white(element.get("color") or "")
    )


def hides(style: str) -> bool:
    """Say whether an inline style keeps its element from being seen."""
    if not style:
        return False
    if _STYLE.search(style):
        return True
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    if colour and ground:
        return _plain(colour.group(1)) == _plain(ground.group(1))
    return bool(colour and _is_white(colour.group(1)))


def _is_white(colour: str) -> bool:
    return _plain(colour) in _WHITE


def _plain(colour: str) -> str:
    return re.sub(r"\s+", "", colour).lower()


def _hidden_names(tree: Any) -> tuple[frozenset[str], frozenset[str]]:
    """Return classes and ids that the page's own style sheet hides, by simple selectors only."""
    css = " ".join(style.text or "" for style in tree.iter("style"))[:_CSS_BYTES]
    classes, ids = set[str](), set[str]()
    css = re.sub(r"/\*.*?\*/|@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", " ", css, flags=re.DOTALL)
    for selectors, body in _RULE.findall(css):
        if not (_STYLE.search(body) and "white" not in body):
            continue
        for selector in selectors.split(","):
            match = _SIMPLE.match(selector)
            if match:
                (classes if match.group(1) == "." else ids).add(match.group(2))
    return frozenset(classes), frozenset(ids)
