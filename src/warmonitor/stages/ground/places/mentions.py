"""Names of places in running text."""

from dataclasses import dataclass

from warmonitor.model import Span
from warmonitor.model.memo import REPORTS, remembered
from warmonitor.reference.gazetteer import Candidate, Gazetteer, PlaceKind
from warmonitor.stages.ground.places.bearers import bearers
from warmonitor.stages.ground.places.phrase import bare_name, context_kind, is_locative, is_organisation
from warmonitor.stages.ground.places.runs import Run, runs, word_after, word_before
from warmonitor.stages.ground.places.words import load_words

_SMALL = frozenset({PlaceKind.TOWN, PlaceKind.SECTION, PlaceKind.SITE, PlaceKind.DISTRICT, PlaceKind.WATER})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a report's text that stands or may stand for a place.

    `kind` is what the words beside it say it is ("town", "province" …) by the noun `head`; `candidates`
    are the gazetteer's places of this very name, anywhere; `locative` says that it follows "in", "from"
    and the like; `speaks` that it stands for a government or a person that says something; `within` are
    the wider places that the words behind it put it in.
    """

    name: str
    span: Span
    kind: str | None = None
    head: str = ""
    candidates: tuple[Candidate, ...] = ()
    locative: bool = False
    speaks: bool = False
    sided: bool = False
    within: tuple[str, ...] = ()


def find_place_names(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """Return the place names of a text, in order.

    A run of capitalised words counts when the gazetteer knows all of it, but for sides ("Southern") and
    kind words ("Province"), or when a noun calls it a town or a province; persons and common words do not.
    """
    return list(_named(text, gazetteer))


@remembered(REPORTS)
def _named(text: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    found = (_mention(text, run, gazetteer) for run in runs(text))
    return tuple(one for one in found if one is not None)


def _mention(text: str, run: Run, gazetteer: Gazetteer) -> Mention | None:
    if is_person(text, run) or _is_common(run, gazetteer) or _is_group(text, run) or is_organisation(run):
        return None
    bare = bare_name(run, gazetteer)
    known = bearers(bare.name, gazetteer)
    kind, head = context_kind(text, run, gazetteer)
    if not known and (kind in {None, "capital", "country"} or bare.name != run.name):
        return None
    if gazetteer.countries.by_demonym(run.name) and not any(
        one.entry.kind is PlaceKind.COUNTRY for one in known
    ):
        return None
    if known and not kind and not is_locative(text, run) and _is_weak(known):
        return None
    sided = (
        word_before(text, bare.span.start) in load_words().adjective_sides or bare.span.start > run.span.start
    )
    speaks = word_after(text, run.span.end) in load_words().person_verbs
    if speaks and not kind and not is_locative(text, run) and not _may_speak(known):
        return None
    return Mention(bare.name, bare.span, kind, head, known, is_locative(text, run), speaks, sided)


def _may_speak(known: tuple[Candidate, ...]) -> bool:
    """Say whether a name may stand for a government: that of any other town that "said" is a person."""
    return any(one.entry.kind is not PlaceKind.TOWN or one.entry.capital for one in known)


def is_person(text: str, run: Run) -> bool:
    """Say whether a title such as "Mr" stands before the name."""
    titles = load_words().titles
    return run.words()[0].casefold().strip(".") in titles or word_before(text, run.span.start) in titles


def _is_group(text: str, run: Run) -> bool:
    """Say whether a word for people in arms follows: "Fano militia" is no place, "in Homs rebels" is."""
    return word_after(text, run.span.end) in load_words().groups and not is_locative(text, run)


def _is_common(run: Run, gazetteer: Gazetteer) -> bool:
    words = load_words()
    if run.name.isupper() and gazetteer.countries.by_name(run.name):
        return False
    return all(word.casefold() in words.stop | words.sides | words.kind_of.keys() for word in run.words())


def _is_weak(known: tuple[Candidate, ...]) -> bool:
    """Say whether nothing but small places bear the name, so that a capital letter alone proves little."""
    return all(one.entry.kind in _SMALL and one.entry.population < 50_000 for one in known)
