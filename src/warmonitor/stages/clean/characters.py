"""Characters that are not seen or that break other programs, out of the text before it is read."""

import re

_NUL_IN_WORD = re.compile(r"(?<=[A-Za-z])\x00(?=[A-Za-z])")
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SOFT = re.compile("[\u00ad\ufeff]")
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060-\u2064\u180e\u034f]")
_BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_OVERRIDE = re.compile("[\u202d\u202e]")
_TAGS = re.compile("[\U000e0000-\U000e007f]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPLIT_NUMBER = re.compile("\\d[\u200b-\u200d\u2060-\u2064\u00ad\ufeff]+\\d")
_SPACES = re.compile(r"[^\S\n]")

_FLAGS = (
    ("number-split", _SPLIT_NUMBER, "Unseen characters stand inside a number; they were taken out."),
    ("direction-override", _OVERRIDE, "Characters that turn the reading direction were taken out."),
    ("unseen-text", _TAGS, "Unseen tag characters were taken out."),
    ("null-characters", re.compile("\x00"), "Null characters were taken out."),
)


def tidy(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the text without unseen characters, and (code, sentence) for what could mislead a reader."""
    flags = tuple((code, said) for code, pattern, said in _FLAGS if pattern.search(text))
    text = _NUL_IN_WORD.sub("", _LINE_ENDS.sub("\n", text))
    for pattern in (_SOFT, _ZERO_WIDTH, _BIDI, _TAGS):
        text = pattern.sub("", text)
    text = _SURROGATES.sub("\ufffd", _CONTROLS.sub(" ", text))
    return _SPACES.sub(lambda space: "\t" if space.group() == "\t" else " ", text), flags


def folded(text: str) -> str:
    """Return one line with single spaces."""
    return " ".join(text.split())


def key(text: str) -> str:
    """Return the letters and digits alone, in lower case, for comparing lines."""
    return " ".join(re.findall(r"\w+", text.casefold()))
