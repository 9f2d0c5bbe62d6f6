"""Bytes to text: by mark, by UTF-8, by what the page declares, by likelihood."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_NEVER = {"utf-7", "utf7", "unicode-1-1-utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape"}
_SURE_BYTES = 50_000  # as many as the guess looks at


def decode(content: bytes, declared: str = "") -> tuple[str, bool]:
    """Return the text, and whether every byte fitted the encoding that was taken."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :] if name == "utf-8" else content, name)
    half = _half_nul(content)
    if half:
        return _strict(content, half)
    for name in ("utf-8", *_names(content, declared)):
        text = _try(content, name)
        if text is not None:
            return text, True
    return _guess(content)


def _strict(content: bytes, name: str) -> tuple[str, bool]:
    text = _try(content, name)
    return (text, True) if text is not None else (content.decode(name, "replace"), False)


def _try(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _names(content: bytes, declared: str) -> list[str]:
    """Return the encodings that the sender or the page declares, as far as they may be used."""
    said = [m.group(1) for m in (_DECLARED.search(declared.encode("ascii", "ignore")),) if m]
    said += [m.group(1) for m in (_DECLARED.search(content[:4096]),) if m]
    names: list[str] = []
    for raw in said:
        name = raw.decode("ascii", "ignore").lower()
        name = "cp1252" if name in {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"} else name
        if name not in _NEVER and _is_text_codec(name):
            names.append(name)
    return names


def _is_text_codec(name: str) -> bool:
    try:
        return bool(getattr(codecs.lookup(name), "_is_text_encoding", True))
    except (LookupError, ValueError):
        return False


def _half_nul(content: bytes) -> str | None:
    head = content[:4096]
    half = len(head) // 2
    if half > 4 and head[1::2].count(0) > half * 0.7 and head[0::2].count(0) < half * 0.05:
        return "utf-16-le"
    if half > 4 and head[0::2].count(0) > half * 0.7 and head[1::2].count(0) < half * 0.05:
        return "utf-16-be"
    return None


def _guess(content: bytes) -> tuple[str, bool]:
    """Return the likeliest reading; mostly whole UTF-8 with a few bad bytes stays UTF-8."""
    text = content.decode("utf-8", "replace")
    if text.count("\ufffd") * 200 < len(text):
        return text, False
    from charset_normalizer import from_bytes  # noqa: PLC0415  slow to load

    best = from_bytes(content[:_SURE_BYTES]).best()
    if best is None or best.encoding.replace("_", "-") in _NEVER:
        return content.decode("cp1252", "replace"), False
    return content.decode(best.encoding, "replace"), False
