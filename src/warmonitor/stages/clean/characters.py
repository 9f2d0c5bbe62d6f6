"""Characters that are not seen or that break other programs, out of the text before it is read."""

import re

_NUL_IN_WORD = re.compile(r"(?<=[A-Za-z])\x00(?=[A-Za-z])")
_UNSEEN = (
    *range(0x200B, 0x2010),  # zero width and direction marks
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    *range(0xE0000, 0xE0080),  # tag characters
    0x00AD, 0x034F, 0x061C, 0x180E, 0xFEFF,
)  # fmt: skip
_LINE_ENDS = (0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)
_CONTROLS = (*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0))
_SPACES = (*_CONTROLS, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_TABLE = (
    dict.fromkeys(_UNSEEN, "")
    | dict.fromkeys(_LINE_ENDS, "\n")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
)
_OVERRIDE = re.compile("[\u202d\u202e]")
_TAGS = re.compile("[\U000e0000-\U000e007f]")
_SPLIT_NUMBER = re.compile("\\d[\u200b-\u200d\u2060-\u2064\u00ad\ufeff]+\\d")

_FLAGS = (
    ("number-split", _SPLIT_NUMBER, "Unseen characters stand inside a number; they were taken out."),
    ("direction-override", _OVERRIDE, "Characters that turn the reading direction were taken out."),
    ("unseen-text", _TAGS, "Unseen tag characters were taken out."),
    ("null-characters", re.compile("\x00"), "Null characters were taken out."),
)


def tidy(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the text without unseen characters, and (code, sentence) for what could mislead a reader."""
    flags = tuple((code, said) for code, pattern, said in _FLAGS if pattern.search(text))
    if "\x00" in text:
        text = _NUL_IN_WORD.sub("", text)
    return text.replace("\r\n", "\n").translate(_TABLE), flags


def folded(text: str) -> str:
    """Return one line with single spaces."""
    return " ".join(text.split())


def key(text: str) -> str:
    """Return the letters and digits alone, in lower case, for comparing lines."""
    return " ".join(re.findall(r"\w+", text.casefold()))
