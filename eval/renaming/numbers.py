"""Other numbers in a text: every count from three on times a factor, in figures and in words."""

import re

ONES = "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
ONES += ["seventeen", "eighteen", "nineteen"]
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {1: "one", 2: "two", **dict(enumerate(ONES, 3))}
VALUES = {word: value for value, word in SMALL.items()} | {word: 10 * n for n, word in enumerate(TENS, 2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
PHRASES = {"half a million": 500_000, "a quarter of a million": 250_000}
PHRASES |= {f"a {scale}": value for scale, value in SCALES.items()}

WORD = "|".join(sorted(VALUES, key=len, reverse=True))
# A length of time stays, or "two days later" would no longer fit its dates; so do times, codes and ordinals.
NOT_A_COUNT = (
    r"(?!\w|[:/%]|[.,]\d|-\w|st\b|nd\b|rd\b|th\b"
    r"|[\s-]+(?:years?|months?|weeks?|days?|hours?|minutes?|a\.m|p\.m|am|pm|per\s?cent|kilomet|km|metres?)\b)"
)
NUMBER = (
    r"(?<![\w#:/.,+-])(?:"
    + "|".join(re.escape(phrase) for phrase in PHRASES)
    + rf"|(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{WORD})(?:-(?:{WORD}))?)"
    + rf"(?:\s(?:{'|'.join(SCALES)}))?){NOT_A_COUNT}"
)


def digits_kept(value: float) -> int:
    """Return how many leading digits of a number matter, two at least."""
    return max(2, len(str(int(value)).rstrip("0")))


def changed(value: float, factor: float) -> float:
    """Return the number that stands for this one: times the factor, as round as it was; 0 to 2 stay."""
    if value < 3:
        return value
    product = value * factor
    return float(f"{product:.{digits_kept(value) - 1}e}") if product >= 100 else float(round(product))


def in_words(value: int) -> str:
    """Return a number below a hundred in words."""
    if value in SMALL:
        return SMALL[value]
    tens, ones = TENS[value // 10 - 2], value % 10
    return f"{tens}-{SMALL[ones]}" if ones else tens


def other_number(said: str, factor: float) -> str:
    """Return the words for the changed number, written the way the first was."""
    lower = said.lower()
    if lower in PHRASES:
        return f"{int(changed(PHRASES[lower], factor)):,}"
    count, _, scale = said.partition(" ")
    if count[0].isdigit():
        return other_figure(count, scale, factor)
    spoken = [VALUES[word] for word in count.lower().split("-")]
    value = sum(spoken) * SCALES.get(scale.lower(), 1)
    new = int(changed(value, factor))
    if new == value:
        return said
    words = in_words(new) if new < 100 else f"{new:,}"
    return words.capitalize() if said[0].isupper() else words


def other_figure(count: str, scale: str, factor: float) -> str:
    """Return changed figures; "3 million" stays in millions."""
    value = float(count.replace(",", ""))
    if scale:
        new = changed(value * SCALES[scale.lower()], factor) / SCALES[scale.lower()]
        return f"{new:g} {scale}"
    new = changed(value, factor)
    if new == value:
        return count
    return f"{int(new):,}" if "," in count or new >= 1_000 else str(int(new))
