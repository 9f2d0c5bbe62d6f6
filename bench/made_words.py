"""Names and sentences of made reports: invented, in words as common and rare as those of a language."""

from bisect import bisect
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from random import Random

_HEADS = (
    "Ar Bel Cor Dun El Far Gal Hal Is Jor Kel Lor Mar Nor Or Pel Quar Ral Sel Tor Ul Ver Wen Yar Zel".split()
)
_MIDDLES = "a be do e fi ga i ka la mi no o pa ra si ta u va we zo".split()
_TAILS = "bad dale den fort ham kand len mere nik rath sar ten vik war zin".split()
VOCABULARY, FILLERS, LENGTH = 30_000, 4_000, 18

PEOPLE = ("people", "civilians", "children", "soldiers", "fighters", "women")
MEASURES = ("killed", "injured", "displaced", "killed", "killed", "injured")
WEAPONS = ("Shells", "Rockets", "An air strike", "A drone", "A car bomb", "Mortar fire")
TARGETS = ("the market", "a school", "the bridge", "a clinic", "the bakery", "a convoy")
HELD = {
    "gained": "took",
    "lost": "lost",
    "holds": "hold",
    "contested": "are fighting over",
    "entered": "entered",
}
ACTS = {
    "signed": "signed a ceasefire over",
    "broken": "broke the ceasefire at",
    "in force": "keep the ceasefire at",
}


@cache
def names(kind: str, count: int) -> tuple[str, ...]:
    """Return so many names, each another, the same every time."""
    chance, found = Random(kind), dict[str, None]()
    while len(found) < count:
        name = chance.choice(_HEADS) + chance.choice(_MIDDLES) + chance.choice(_TAILS)
        found[name if len(found) % 9 else f"{name} {chance.choice(_HEADS)}{chance.choice(_TAILS)}"] = None
    return tuple(found)


@cache
def fillers() -> tuple[str, ...]:
    """Return sentences that tell nothing: most of their words are common, few are rare."""
    chance = Random("fillers")
    up_to = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    words = [_word(number) for number in range(VOCABULARY)]
    return tuple(
        " ".join(words[bisect(up_to, chance.random() * up_to[-1])] for _ in range(LENGTH)).capitalize() + "."
        for _ in range(FILLERS)
    )


def _word(number: int) -> str:
    """Return a word for a number, short ones for low numbers."""
    letters = _MIDDLES[number % 20] + _MIDDLES[number // 20 % 20]
    return letters + _MIDDLES[number // 400 % 20] + _TAILS[number // 8_000] if number >= 400 else letters


def skewed(chance: Random, count: int, power: int = 4) -> int:
    """Return a number below `count`, low ones by far the most often."""
    return int(count * chance.random() ** power)


def told(
    chance: Random, kind: str, at: str, by: str, other: str, who: str, number: int, of: str, what: str
) -> tuple[str, str, str]:
    """Return what stands before the words of a claim, those words, and what stands after, as one sentence."""
    said = f", {who} said on the day."
    match kind:
        case "toll":
            return "", f"{number} {of} were {what} in {at}", said
        case "control":
            return "After a night of fighting ", f"{by} {HELD[what]} {at}", said
        case "attack":
            return "", f"{chance.choice(WEAPONS)} hit {chance.choice(TARGETS)} in {at}", said
        case "agreement":
            return "", f"{by} and {other} {ACTS[what]} {at}", said
        case "alliance":
            return "The field was left to ", f"{by} backed by {other}", said
        case "post":
            return "Trucks reached ", f"an observation post of {by} near {at}", said
        case "access":
            return "", f"the road out of {at} was closed", said
        case "movement":
            return "", f"{by} moved {number} trucks towards {at}", said
        case "event":
            return "", f"a bridge was blown up near {at}", said
    return "“", f"We will stay in {at} until the {number} wells are open", f"”, {who} said."


def pick(chance: Random, options: Sequence[str]) -> str:
    """Return one of some words."""
    return options[int(len(options) * chance.random())]
