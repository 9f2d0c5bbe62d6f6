"""Numbers in English text, in figures and in words."""

import re
import unicodedata
from dataclasses import dataclass

from warmonitor.model import Span

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: value for value, word in enumerate(_UNITS)}
SMALL |= {word: 10 * value for value, word in enumerate(_TENS, start=2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "m": 10**6, "mn": 10**6}
DOZENS = {"dozen": 12, "score": 20}
_STARTS = frozenset({*SMALL, "half", "quarter", "a", "an"})
MOST_DIGITS = 12  # a count of people with more digits than this is no count

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u00ad"
_FIGURES = rf"\d[\d{_INVISIBLE}]*"
_WORD = re.compile(rf"[^\W\d_]+(?:[-‑][^\W\d_]+)*|{_FIGURES}(?:[.,٬٫][{_INVISIBLE}]*{_FIGURES})*")


# what no number goes without: "a" and "an" begin one only before these
_MAY_COUNT = re.compile(
    "|".join([r"\d", "half", "quarter", *SMALL, *DOZENS, "hundred", "thousand", "illion"]), re.I
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, at its place in the text; `value` is a whole number."""

    span: Span
    value: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def find_numerals(text: str) -> list[Numeral]:
    """Return every number of the text in order: "2,000", "1.5 million", "half a million", "two dozen".

    Figures of other scripts count ("١٢" is 12). A number with more than 12 digits is passed over, and so is
    one with a broken fraction; ordinals, years and dates are not told apart here.
    """
    if not _MAY_COUNT.search(text):
        return []
    words = [_Word(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text)]
    found: list[Numeral] = []
    i = 0
    while i < len(words):
        value, used = _number(words, i, text)
        if used and value is not None:
            found.append(Numeral(Span(words[i].start, words[i + used - 1].end), value))
        i += max(used, 1)
    return found


def _number(words: list[_Word], i: int, text: str) -> tuple[int | None, int]:
    """Return the number that starts at word i and how many words it takes; 0 words where there is none."""
    if not words[i].text[0].isdigit() and words[i].text.split("-")[0].split("‑")[0] not in _STARTS:
        return None, 0
    for reader in (_fraction_of_scale, _article_scale, _figures, _worded):
        value, used = reader(words, i, text)
        if used:
            return value, used
    return None, 0


def _joined(words: list[_Word], i: int, text: str) -> bool:
    """Say whether word i follows the one before it by blanks or a hyphen alone."""
    return i < len(words) and text[words[i - 1].end : words[i].start].strip() in {"", "-"}


def _said(words: list[_Word], i: int, text: str, *expected: str) -> bool:
    return all(
        i + k < len(words) and words[i + k].text == word and (k == 0 or _joined(words, i + k, text))
        for k, word in enumerate(expected)
    )


def _fraction_of_scale(words: list[_Word], i: int, text: str) -> tuple[int | None, int]:
    for lead, share in ((("half", "a"), 2), (("a", "quarter", "of", "a"), 4), (("quarter", "of", "a"), 4)):
        if _said(words, i, text, *lead) and _joined(words, i + len(lead), text):
            scale = SCALES.get(words[i + len(lead)].text) or DOZENS.get(words[i + len(lead)].text)
            if scale:
                return scale // share, len(lead) + 1
    return None, 0


def _article_scale(words: list[_Word], i: int, text: str) -> tuple[int | None, int]:
    if words[i].text not in {"a", "an"} or not _joined(words, i + 1, text):
        return None, 0
    word = words[i + 1].text
    if len(word) > 2 and (value := SCALES.get(word) or DOZENS.get(word)):
        return value, 2
    return None, 0


def _figures(words: list[_Word], i: int, text: str) -> tuple[int | None, int]:
    word = words[i].text
    if not word[0].isdigit() or not all(c.isdecimal() or c in _INVISIBLE + ".,٬٫" for c in word):
        return None, 0
    value = _read_figures(word)
    if value is None:
        return None, 1
    used = 1
    while _joined(words, i + used, text) and (scale := SCALES.get(words[i + used].text)):
        if len(words[i + used].text) <= 2 and text[words[i + used - 1].end : words[i + used].start]:
            break  # "5m people" is a scale, "5 m" is a length
        value *= scale
        used += 1
    if _said(words, i + used, text, "dozen") and _joined(words, i + used, text):
        return round(value * 12), used + 1
    return (round(value) if value == round(value) else None), used


def _read_figures(word: str) -> float | None:
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in word if c not in _INVISIBLE)
    digits = digits.replace("٬", ",").replace("٫", ".")
    if sum(c.isdigit() for c in digits) > MOST_DIGITS:
        return None
    if re.fullmatch(r"\d{1,3}([,.]\d{3})+", digits):
        return float(re.sub(r"[,.]", "", digits))
    return float(digits) if re.fullmatch(r"\d+(\.\d+)?", digits) else None


def _worded(words: list[_Word], i: int, text: str) -> tuple[int | None, int]:
    total = current = used = 0
    while i + used < len(words) and (used == 0 or _joined(words, i + used, text)):
        word = words[i + used].text
        if (small := _small(word)) is not None:
            if used and current % 100 and not (current % 10 == 0 and small < 10):
                break
            current += small
        elif used and (scale := SCALES.get(word) if len(word) > 2 else None):
            current = max(current, 1) * scale
            if scale > 100:
                total, current = total + current, 0
        elif used and word == "dozen":
            return (total + current) * 12, used + 1
        elif used and word == "and" and _and_goes_on(words, i + used, text):
            pass
        else:
            break
        used += 1
    return (total + current, used) if used else (None, 0)


def _and_goes_on(words: list[_Word], i: int, text: str) -> bool:
    return (
        words[i - 1].text in SCALES and _joined(words, i + 1, text) and _small(words[i + 1].text) is not None
    )


def _small(word: str) -> int | None:
    if word in SMALL:
        return SMALL[word]
    tens, hyphen, unit = word.replace("‑", "-").partition("-")
    if hyphen and tens in SMALL and SMALL[tens] >= 20 and 0 < SMALL.get(unit, 0) < 10:
        return SMALL[tens] + SMALL[unit]
    return None
