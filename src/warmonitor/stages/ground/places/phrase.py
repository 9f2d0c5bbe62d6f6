"""What a phrase of place says: which name it hangs on, of what kind, and whether whole, part or near."""

import re
from dataclasses import dataclass
from enum import StrEnum

from warmonitor.model import Span
from warmonitor.model.memo import REPORTS, remembered
from warmonitor.reference.actors import load_actors
from warmonitor.reference.gazetteer import Gazetteer
from warmonitor.stages.ground.places.native import NativePhrase, native_phrase
from warmonitor.stages.ground.places.runs import Run, runs, word_after, word_before
from warmonitor.stages.ground.places.standing import is_seat
from warmonitor.stages.ground.places.words import Words, load_words

_TOKEN = re.compile(r"[\w’'-]+")
# "the last rebel-held province in X" is no name of X.
_DESCRIBED = re.compile(
    r"\b(?:the|its|their|this|that)\s+(?:[\w’'-]+\s+){0,5}?([\w-]+)\s+in\s+(?:[\w-]+\s+)*$", re.I
)
_INDEFINITE = re.compile(r"^(?:an?|another|one)\s", re.I)
_NOUN_BESIDE = re.compile(r"([\w-]+)\s+(of\s+)?(?:the\s+)?[“\"]?$")
_NOUN_OF = re.compile(
    r"(?:\b(?!of\b|the\b|an?\b|in\b|near\b|around\b|outside\b|to\b|from\b)[\w’'-]+\s+)*\b([\w-]+)\s+of\s+$"
)


class Shape(StrEnum):
    """How much of the place is meant."""

    WHOLE = "whole"
    PART = "part"
    AROUND = "around"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of place, taken apart.

    `anchor` is the name that it hangs on, None for a description or pronoun; `kind` is "town", "province",
    "region", "country", "capital", "any" or None; `head` the noun that said so; `sided` is true for
    "southern X"; `within` are further names in it that X lies in; `indefinite` marks "a town";
    `road` says that a name in it was but that of a road.
    """

    anchor: Run | None
    kind: str | None = None
    head: str = ""
    shape: Shape = Shape.WHOLE
    sided: bool = False
    within: tuple[str, ...] = ()
    indefinite: bool = False
    road: bool = False


@remembered(16 * REPORTS)
def read_phrase(said: str, gazetteer: Gazetteer, offset: int = 0, text: str = "") -> Phrase:
    """Take the words of a place apart; `offset` is where they stand in `text`, which gives the word after."""
    words = load_words()
    names = [run for run in runs(said, offset) if not _is_no_name(run, gazetteer, words)]
    names = [run for run in names if not _is_adjective(run, said[run.span.end - offset :], gazetteer)]
    if not names:
        return description(said)
    described = _DESCRIBED.search(said[: names[0].span.start - offset])
    if described and described.group(1).casefold() in words.kind_of.keys() - words.narrower:
        return description(described.group())
    native = native_phrase(names[0])
    if native is not None:
        return _native(native, names[1:])
    anchor, *within = _ordered(names, said, offset, gazetteer)
    anchor = _whole(anchor, text)
    if text and is_seat(text, anchor.span):
        return Phrase(None)
    before = said[: max(0, anchor.span.start - offset)].casefold()
    after = said[max(0, anchor.span.end - offset) :].casefold()
    follow = after if after.strip() else (word_after(text, anchor.span.end) if text else "")
    bare, kind, head = _kind(anchor, before, follow, gazetteer, words)
    before_tokens = set(_TOKEN.findall(_outside_noun(before))) | set(_sides_of(anchor, bare))
    shape = _shape(before_tokens, set(_beside(after)), words)
    sided = bool(words.adjective_sides & before_tokens) and not before.rstrip().endswith(" of")
    return Phrase(bare, kind, head, shape, sided, tuple(run.name for run in within))


def _native(one: NativePhrase, others: list[Run]) -> Phrase:
    shape = (
        Shape.BETWEEN
        if one.between
        else Shape.AROUND
        if one.near
        else Shape.PART
        if one.part
        else Shape.WHOLE
    )
    within = (native.run.name if (native := native_phrase(run)) else run.name for run in others)
    return Phrase(one.run, one.kind, one.head, shape, within=tuple(within))


def _is_no_name(run: Run, gazetteer: Gazetteer, words: Words) -> bool:
    common = words.sides | words.pronouns | words.kind_of.keys() | words.stop | words.parts | words.near
    said = [word.casefold() for word in run.words()]
    if is_organisation(run) or _is_actor(run, gazetteer):
        return True
    institution = set(said) & (words.stop - words.sides) - words.kind_of.keys()
    if len(said) > 1 and institution and not gazetteer.firm(run.name):
        return True
    if all(word in common for word in said):
        return not any(one.entry.bare or one.entry.kind == "country" for one in gazetteer.firm(run.name))
    return bool(gazetteer.countries.by_demonym(run.name)) and gazetteer.countries.by_name(run.name) is None


def _is_actor(run: Run, gazetteer: Gazetteer) -> bool:
    """Say whether a name that no gazetteer has is that of a known group or body."""
    return not gazetteer.firm(run.name) and bool(load_actors().named(run.name))


def is_organisation(run: Run) -> bool:
    """Say whether a name is that of a body or a unit: "Red Cross", "First Infantry Division"."""
    said = run.name.casefold()
    words = load_words().organisations
    return said in words or (len(run.words()) > 1 and any(f" {one} " in f" {said} " for one in words))


_ADJECTIVE = re.compile(r"\w+(?:ian|ean|ese|ish|ite)$")


def _is_adjective(run: Run, after: str, gazetteer: Gazetteer) -> bool:
    """Say whether an unknown name is built like a people's and a noun follows: "a Ruritanian air base"."""
    noun_follows = after[:1] == " " and after[1:2].islower()
    return bool(noun_follows and _ADJECTIVE.match(run.name)) and not gazetteer.firm(run.name)


def _whole(anchor: Run, text: str) -> Run:
    """Return the whole name in the text where the phrase holds but a part of it."""
    first = max(0, anchor.span.start - 60)
    for run in runs(text[first : anchor.span.end + 60], first):
        if run.span.covers(anchor.span) and run.span != anchor.span and first < run.span.start:
            tail = run.name[: anchor.span.start - run.span.start].split()
            if tail and tail[-1].casefold() not in load_words().stop | load_words().sides:
                return run
    return anchor


def _ordered(names: list[Run], said: str, offset: int, gazetteer: Gazetteer) -> list[Run]:
    """Put "X" of "the province's town of X" first; else the order of the words.

    A single first word that no gazetteer knows and a small letter follows only begins the phrase.
    """
    owners = [run for run in names if run.owner]
    named = [run for run in names[1:] if _is_called(said[: run.span.start - offset])]
    if named and not owners:
        return [named[0], *(run for run in names if run is not named[0])]
    if len(names) > 1 and len(names[0].words()) == 1 and not gazetteer.firm(names[0].name):
        after = said[names[0].span.end - offset :].lstrip()
        if (
            names[0].span.start == offset
            and after[:1].islower()
            and not after.startswith(("in ", "and ", "near "))
        ):
            names = names[1:]
    if owners and owners[0] is names[0] and len(names) > 1:
        return [*names[1:], names[0]]
    return names


def _is_called(before: str) -> bool:
    """Say whether "port of", "town of" stands right before a name: that is what the whole phrase names."""
    found = re.search(r"([\w-]+)\s+of\s+$", before)
    return found is not None and load_words().kind_of.get(found.group(1).casefold()) == "town"


def _sides_of(run: Run, bare: Run) -> list[str]:
    return [word.casefold() for word in run.words()] if bare.name != run.name else []


def _kind(
    anchor: Run, before: str, follow: str, gazetteer: Gazetteer, words: Words
) -> tuple[Run, str | None, str]:
    """Return the bare name, the kind that a noun beside it gives, and that noun."""
    next_word = (_TOKEN.findall(follow.split(",", maxsplit=1)[0]) or [""])[0]
    if next_word in words.sites or anchor.words()[-1].casefold() in words.sites:
        return anchor, "site", next_word
    bare = bare_name(anchor, gazetteer)
    last = anchor.words()[-1].casefold()
    if bare.name != anchor.name and last in words.kind_of:
        return bare, words.kind_of[last], last
    if next_word in words.kind_of and words.kind_of[next_word] != "any":
        return bare, words.kind_of[next_word], next_word
    beside = _NOUN_BESIDE.search(before)
    noun = beside.group(1) if beside else ""
    kind = words.kind_of.get(noun, "any")
    part_of_country = gazetteer.countries.by_name(bare.name) is not None
    if kind == "any" or (beside and beside.group(2) and (kind in {"capital", "country"} or part_of_country)):
        return bare, None, ""
    return bare, kind, noun


def bare_name(run: Run, gazetteer: Gazetteer) -> Run:
    """Cut a side before a name and a kind word after it, unless the whole is a name: "Gaza City" stays."""
    words = load_words()
    parts = run.words()
    if len(parts) == 1:
        return run
    if words.kind_of.get(parts[-1].casefold()) == "province" and gazetteer.firm(" ".join(parts[:-1])):
        return _cut(run, 0, len(parts) - 1)
    if any(one.match == "exact" for one in gazetteer.firm(run.name)):
        return run
    first, last = 0, len(parts)
    while last - first > 1 and parts[first].casefold() in words.sides:
        first += 1
    if first and not gazetteer.firm(" ".join(parts[first:])):
        first = 0  # "East X" may be a village of its own
    while last - first > 1 and gazetteer.countries.by_demonym(parts[first]):
        first += 1
    while last - first > 1 and parts[last - 1].casefold() in words.kind_of.keys() | words.parts:
        last -= 1
    return _cut(run, first, last)


def _cut(run: Run, first: int, last: int) -> Run:
    starts = [m.start() for m in re.finditer(r"\S+", run.name)]
    ends = [m.end() for m in re.finditer(r"\S+", run.name)]
    name = run.name[starts[first] : ends[last - 1]]
    return Run(name, Span(run.span.start + starts[first], run.span.start + ends[last - 1]), run.owner)


def _beside(after: str) -> list[str]:
    """Return the words that belong to a name from behind: "Homs countryside", not "Homs on the edge of"."""
    found = []
    for token in _TOKEN.findall(after.split(",", maxsplit=1)[0])[:3]:
        if token in load_words().locative | load_words().leading:
            break
        found.append(token)
    return found


def _outside_noun(before: str) -> str:
    """Cut "northern city of": the adjective tells which city, not which part of it."""
    found = _NOUN_OF.search(before)
    return before[: found.start()] if found and found.group(1) in load_words().kind_of else before


def _shape(before: set[str], after: set[str], words: Words) -> Shape:
    if "between" in before or after & words.lines:
        return Shape.BETWEEN
    if (before | after) & words.near or ("of" in before and before & words.sides - words.adjective_sides):
        return Shape.AROUND
    if before & (words.parts | words.sides) or after & (words.parts | words.narrower):
        return Shape.PART
    return Shape.WHOLE


def description(said: str) -> Phrase:
    """Read a phrase with no name: the last noun that says a kind decides; a road is no place."""
    words = load_words()
    tokens = [token.casefold() for token in _TOKEN.findall(said)]
    held = set(tokens)
    if tokens and tokens[-1].removesuffix("s") in words.lines:
        return Phrase(None, road=True)
    shape = _shape(held, set(), words)
    nouns = [token for token in tokens if token in words.kind_of]
    firm = [token for token in nouns if words.kind_of[token] != "any"]
    head = (firm or nouns or [""])[-1]
    kind = words.kind_of.get(head)
    if kind is None and held & words.pronouns:
        kind, head = "any", tokens[-1]
    return Phrase(None, kind, head, shape, indefinite=_INDEFINITE.match(said) is not None)


def context_kind(text: str, run: Run, gazetteer: Gazetteer) -> tuple[str | None, str]:
    """Return the kind that the words around a name in running text give it, and the noun."""
    before = text[max(0, run.span.start - 40) : run.span.start].casefold()
    _, kind, head = _kind(run, before, word_after(text, run.span.end), gazetteer, load_words())
    if kind is None:
        kind, head = _apposition(text, run)
    return kind, head


# Words that tell that a clause of its own follows: "In X, the army has taken the town" says nothing of X.
_CLAUSE = frozenset({"has", "have", "had", "is", "are", "was", "were", "will", "the", "said", "says", "told"})
_APPOSED = re.compile(r"^,\s+(?:a|an|the|one of the|its|his|their)\s+((?:[\w’'-]+\s+){0,6}?[\w’'-]+)\b")


def _apposition(text: str, run: Run) -> tuple[str | None, str]:
    """Read "X, the last rebel-held province": the first kind noun of the phrase after the comma."""
    found = _APPOSED.match(text[run.span.end : run.span.end + 90])
    tail = text[run.span.end : run.span.end + 90].casefold()
    if found is None:
        return None, ""
    kinds = load_words().kind_of
    for token in _TOKEN.findall(re.split("[.,;]", tail[found.start(1) :])[0])[:7]:
        if token in _CLAUSE:
            break
        if kinds.get(token, "any") != "any":
            return kinds[token], token
    return None, ""


def is_locative(text: str, run: Run) -> bool:
    """Say whether the word before is one that a place follows."""
    return word_before(text, run.span.start) in load_words().locative
