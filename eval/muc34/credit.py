"""What one fill is worth against the key: 1 right, 0.5 partly, 0 not (task documentation; MUC-4 scoring)."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from eval.muc34.keys import Fill

_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})")
_EMPTY = frozenset(
    "THE A AN OF IN AND AT ON TO FOR FROM BY WITH HIS HER THEIR ITS ANOTHER OTHER SOME SEVERAL WHO WAS WERE "
    "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN".split()
)
_BELOW = {
    "GUN": ("MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE"),
    "BOMB": ("VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB"),
    "EXPLOSIVE": ("BOMB", "GRENADE", "MOLOTOV COCKTAIL", "PROJECTILE"),
    "PROJECTILE": ("MISSILE", "ROCKET"),
    "SUSPECTED OR ACCUSED": ("SUSPECTED OR ACCUSED BY AUTHORITIES",),
    "ATTACK": ("ARSON", "BOMBING", "KIDNAPPING", "ROBBERY", "HIJACKING"),
}
_ABOVE = {narrow: wide for wide, row in _BELOW.items() for narrow in row}
Interval = tuple[date | None, date]


def credit(slot: str, given: str, key: Fill) -> float:
    """Return the best credit of a response's value against the values that the key takes for right."""
    judge = _JUDGES.get(slot, as_choice)
    return max((judge(given, value) for value in key.values), default=0.0)


def as_choice(given: str, right: str) -> float:
    """Judge a fill from a list: half for its neighbour up or down where the list is a tree."""
    if given == right:
        return 1.0
    return 0.5 if _under(given, right) or _under(right, given) else 0.0


def _under(one: str, other: str) -> bool:
    while one in _ABOVE:
        one = _ABOVE[one]
        if one == other:
            return True
    return False


def as_string(given: str, right: str) -> float:
    """Judge words of the text: right where all of one are in the other, half where some are."""
    one, other = _content(given), _content(right)
    if not one or not other:
        return float(given == right)
    shared = set(one) & set(other)
    if not shared:
        return 0.0
    inside = set(one) <= set(other) or set(other) <= set(one)
    return 1.0 if inside and (one[-1] in other or other[-1] in one) else 0.5


def _content(said: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", said.upper())
    words = re.findall(r"[A-Z0-9]+", plain.encode("ascii", "ignore").decode())
    return [w[:-1] if w.endswith("S") and len(w) > 3 else w for w in words if w not in _EMPTY]


def as_number(given: str, right: str) -> float:
    """Judge a count: half where the number is the same but its bounds are not, or "more than one" is."""
    if given == right:
        return 1.0
    digits = [re.findall(r"\d+", text) for text in (given, right)]
    if digits[0] and digits[0] == digits[1]:
        return 0.5
    many = [
        text == "PLURAL" or any(int(n) > 1 for n in row)
        for text, row in zip((given, right), digits, strict=True)
    ]
    return 0.5 if "PLURAL" in {given, right} and all(many) else 0.0


def as_date(given: str, right: str) -> float:
    """Judge a day or a span: half where they share days."""
    one, other = _interval(given), _interval(right)
    if one is None or other is None:
        return float(given == right)
    if one == other:
        return 1.0
    first = max(one[0] or date.min, other[0] or date.min)
    return 0.5 if first <= min(one[1], other[1]) else 0.0


def _interval(text: str) -> Interval | None:
    days = [day for match in _DAY.finditer(text) if (day := _date(match)) is not None]
    if not days:
        return None
    return (None if text.strip().startswith("-") else days[0], days[-1])


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(1900 + int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        return None


def as_place(given: str, right: str) -> float:
    """Judge a chain of places: right where the narrowest is the same, half where any is."""
    one, other = _chain(given), _chain(right)
    if one[-1] == other[-1]:
        return 1.0
    return 0.5 if set(one) & set(other) else 0.0


def _chain(text: str) -> list[str]:
    parts = re.split(r":| - ", re.sub(r"\([^)]*\)", "", text))
    return [" ".join(_content(part)) for part in parts if part.strip()] or [""]


_JUDGES: dict[str, Callable[[str, str], float]] = {
    "date": as_date,
    "place": as_place,
    "weapon": as_string,
    "who": as_string,
    "organisation": as_string,
    "things": as_string,
    "things: number": as_number,
    "victims: name": as_string,
    "victims: description": as_string,
    "victims: number": as_number,
}


def about_credit(given: Fill, key: Fill) -> bool:
    """Say whether two fills speak of the same referent; one without any speaks of the whole incident."""
    if not key.about or not given.about:
        return True
    return any(as_string(one, other) > 0 for one in given.about for other in key.about)
