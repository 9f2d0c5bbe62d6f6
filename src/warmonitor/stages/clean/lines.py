"""A saved text as lines that each say one thing: blocks, bullets, and hard line breaks undone."""

import re
from dataclasses import dataclass

from warmonitor.stages.clean.characters import folded
from warmonitor.stages.clean.dates import is_date_line

_BULLET = re.compile(r"^\s*(?:[•◦‣▪●○■□►▶➤→»*·–-]|\d{1,2}[.)])\s+(?=\S)")
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s")
_PICTURE = re.compile(r"pic\.twitter\.com/\w+")  # sticks to the last word of a post
_END = re.compile(r"(?:[.!?…]|\.\.\.)[\"”’'»)\]]*$")
_CREDIT = re.compile(
    r"\s*[(\[]((?:(?:additional|further) )?(?:report|writ|edit|compil|translat)(?:ing|ed)\b[^()\[\]]{3,300})"
    r"[)\]]\.?$",
    re.IGNORECASE,
)
_WRAP_LEAST, _WRAP_MOST, _WRAP_SPREAD = 40, 100, 30


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words with single spaces, the gaps as they were, whether a bullet stood before it."""

    text: str
    given: str
    bullet: bool
    block: int


def ends_sentence(text: str) -> bool:
    """Say whether the line ends as a sentence does."""
    return bool(_END.search(text))


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text; those that only a line width broke are joined."""
    lines: list[Line] = []
    blocks = re.split(r"\n(?:[ \t]*\n)+", _PICTURE.sub(" ", text))
    for n, block in enumerate(blocks):
        given = [line for line in block.split("\n") if line.strip()]
        lines.extend(_line(part, n) for joined in _unwrapped(given) for part in _parted(joined))
    return [line for line in lines if line.text]


def _parted(line: str) -> list[str]:
    """Return the line, the credit in brackets at its end as a line of its own."""
    match = _CREDIT.search(line)
    return [line[: match.start()], match.group(1)] if match and line[: match.start()].strip() else [line]


def _line(given: str, block: int) -> Line:
    match = _BULLET.match(given)
    dashed = given.rstrip().endswith((" -", " –", "*")) and match is not None
    bullet = match is not None and not dashed
    text = given[match.end() :] if match and bullet and not _NUMBERED.match(given) else given
    return Line(folded(text), given.strip(), bullet, block)


def _unwrapped(given: list[str]) -> list[str]:
    if _is_wrapped(given):
        return [" ".join(line.strip() for line in given)]
    joined: list[str] = []
    for line in given:
        if joined and _goes_on(joined[-1], line):
            joined[-1] = f"{joined[-1]} {line.strip()}"
        else:
            joined.append(line)
    return joined


def _is_wrapped(given: list[str]) -> bool:
    """Say whether a width broke the lines: about equal lengths, most going on in lower case."""
    if len(given) < 2 or any(_BULLET.match(line) or line.rstrip().endswith(("...", "…")) for line in given):
        return False
    if any(_stands_alone(line) for line in given):
        return False
    lengths = [len(line.strip()) for line in given[:-1]]
    if min(lengths) < _WRAP_LEAST or max(lengths) > _WRAP_MOST or max(lengths) - min(lengths) > _WRAP_SPREAD:
        return False
    if len(given[-1].strip()) > max(lengths) + 10:
        return False
    later = [line.strip() for line in given[1:]]
    if _in_capitals("".join(given)):
        lower = sum(not ends_sentence(line.strip()) for line in given[:-1])
    else:
        lower = sum(line[:1].islower() or line[:1].isdigit() for line in later)
    return lower * 5 >= len(later) * 2


def _in_capitals(text: str) -> bool:
    """Say whether a block stands in capitals throughout, so that they do not tell where a sentence begins."""
    return text == text.upper() and text != text.lower()


def _stands_alone(line: str) -> bool:
    """Say whether a line is a date line; one with a stop ends a broken sentence."""
    return not line.rstrip().endswith((".", ";")) and is_date_line(line.strip())


def _goes_on(line: str, following: str) -> bool:
    """Say whether a line goes on in the next: it ends in a comma or the next starts in lower case."""
    if _stands_alone(line) or _stands_alone(following):
        return False
    if _BULLET.match(following) or ends_sentence(line.strip()) or len(line.split()) < 4:
        return False
    start = following.strip()
    credit = re.search(r"\bcredits?:$", line.strip(), re.IGNORECASE) is not None
    return credit or (start[:1].islower() and len(line.split()) >= 6 and len(start.split()) >= 2)
