"""The people whom an incident hit: who, of which kind, how many, what became of them (slots 18 to 23)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from eval.muc34.accounts import Read
from eval.muc34.incidents import ATTACK, Incident, Unit
from eval.muc34.keys import Fill
from eval.muc34.kinds import bare, holds, kind_of, lexicon
from warmonitor.model import ActorKind, Measure, Named, Quantity

_EFFECTS = {Measure.KILLED: "DEATH", Measure.INJURED: "INJURY"}
_AND = re.compile(
    r",?\s+(?:and|along with)\s+(?=(?:the|his|her|their|an?|another|other|"
    r"two|three|four|five|six|seven|\d+)\b)"
    r"|,\s+(?=(?:his|her|their)\b)"
)
_ABOUT = re.compile(
    r"^(?:about|approximately|around|some|nearly|almost|at least|more than|over)\s+(?=\w)", re.I
)
_WORST = ("DEATH", "INJURY", "")
_PRONOUNS = frozenset(
    "he she it they him her them his their its this that those these who one us we i me".split()
)
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_NAME = r"((?:[A-Z][\w'-]+)(?:\s+(?:(?:de|la|del|los|y)\s+)*[A-Z][\w'-]+)+)"
_NEXT = re.compile(
    rf"(?:\s*,\s*|\s*;\s*|\s+and\s+|\s+)(?:and\s+)?(?:(?:his|her|the|a)\s+)?(?:[a-z]+,?\s+){{0,2}}{_NAME}"
    r"(?:\s*\([^)]{1,20}\)|,\s*(?:aged?\s+)?\d{1,2}(?!\d))?(?=[\s,.;])"
)


@dataclass(slots=True)
class Victim:
    """One fill of the human targets."""

    name: str
    role: str
    number: str
    effect: str

    @property
    def about(self) -> tuple[str, ...]:
        """Return what further slots refer to: the name where there is one."""
        return (self.name or self.role,)

    @property
    def key(self) -> frozenset[str]:
        """Return the words that tell one victim from another."""
        words = re.findall(r"[a-z]{3,}", (self.name or self.role).lower())
        return frozenset(word.removesuffix("s") for word in words)


def victim_slots(incident: Incident, read: Read) -> dict[str, tuple[Fill, ...]]:
    """Return the slots of the human targets."""
    whom = list(victims(incident, read))
    return {
        "victims: name": tuple(Fill((v.name,)) for v in whom if v.name),
        "victims: description": tuple(Fill((v.role,), (v.name,) if v.name else ()) for v in whom if v.role),
        "victims: type": tuple(Fill((people_kind(f"{v.role} {v.name}"),), v.about) for v in whom),
        "victims: number": tuple(Fill((v.number,), v.about) for v in whom if v.number),
        "victims: effect": tuple(Fill((v.effect,), v.about) for v in whom if v.effect),
    }


def victims(incident: Incident, read: Read) -> list[Victim]:
    """Return the people whom it hit, each once, with the worst that became of them."""
    found: list[Victim] = []
    for one in (v for unit in incident.units for v in _of_unit(unit, incident, read)):
        same = next((v for v in found if is_same(v, one)), None)
        if same is None and one.key:
            found.append(one)
        elif same is not None:
            _join(same, one)
    return _without_echoes([v for v in found if not _is_place(v, read)])


def is_same(known: Victim, one: Victim) -> bool:
    """Say whether two fills are of the same people; the dead and the hurt are told apart, but for names."""
    apart = known.effect and one.effect and known.effect != one.effect and not (known.name or one.name)
    return not apart and bool(known.key) and (known.key <= one.key or one.key <= known.key)


def _is_place(victim: Victim, read: Read) -> bool:
    said = victim.name or victim.role
    return any(said == one.name.upper() for one in read.places)


def _without_echoes(found: list[Victim]) -> list[Victim]:
    """Drop descriptions of people who are named too: as many as there are names, or the one's office."""
    named = [v for v in found if v.name]
    kept = []
    for one in found:
        head = one.role.rsplit(maxsplit=1)[-1].lower() if one.role else ""
        alone = len(named) == 1 and one.number == "1" and head in lexicon()["offices"]
        if not one.name and alone:
            named[0].role = named[0].role or one.role
        elif one.name or one.number != str(len(named)) or len(named) < 2:
            kept.append(one)
    return kept


def _join(kept: Victim, other: Victim) -> None:
    kept.effect = min((kept.effect, other.effect), key=_WORST.index)
    if kept.number in {"", "PLURAL"} and other.number:
        kept.number = other.number
    if len(other.name) > len(kept.name):
        kept.name = other.name
    if kept.name and not kept.role and other.role != other.name:
        kept.role = other.role


def _of_unit(unit: Unit, incident: Incident, read: Read) -> Iterator[Victim]:
    if (toll := unit.toll) is not None:
        effect = _EFFECTS.get(toll.measure, "")
        named = [_person(one.said) for one in toll.named]
        for role, name in named:
            yield Victim(name.upper(), role.upper(), "1", effect)
        told = written(toll.of, unit.words)
        if not named and kind_of(told, "people") != "FIGHTER" and toll.quantity.high != 0:
            yield _named_elsewhere(Victim("", told.upper(), number(toll.quantity), effect), told, read)
    elif unit.target is not None and is_whom(unit.target, unit, read):
        for part in re.split(_AND, unit.target.said):
            one = _target(unit, replace(unit.target, said=part), incident, read)
            yield one
        for name in _listed(unit.target, read.report.text):
            yield Victim(name.upper(), "", "1", one.effect)


def _listed(target: Named, text: str) -> Iterator[str]:
    """Yield the names that go on behind a target: "the priests A, B, and C", "A and his driver B"."""
    at = target.span.end
    while match := _NEXT.match(text, at):
        yield match.group(1)
        at = match.end()


def _target(unit: Unit, target: Named, incident: Incident, read: Read) -> Victim:
    said = _resolved(target, read) if target.said.lower() in _PRONOUNS else bare(target.said)
    role, name = _person(said)
    effect = "DEATH" if incident.type == ATTACK and holds(unit.words, "killing") else ""
    victim = Victim(name.upper(), role.upper(), "1" if name else plural(target.said), effect)
    return victim if name else _named_elsewhere(victim, role, read)


def _named_elsewhere(victim: Victim, role: str, read: Read) -> Victim:
    """Give a single victim told by office the name that the message puts beside the same office."""
    head = role.rsplit(maxsplit=1)[-1].lower() if role else ""
    if victim.number != "1" or victim.name or head not in lexicon()["offices"]:
        return victim
    found = re.findall(rf"\b(?i:{re.escape(head)})\s+{_NAME}", read.report.text)
    names = list(dict.fromkeys(found))
    if len(names) == 1 or (names and all(n.split()[-1] in names[0] for n in names)):
        victim.name = names[0].upper()
    return victim


def _resolved(target: Named, read: Read) -> str:
    actor = next((a for a in read.actors if a.id == target.id), None)
    return actor.name if actor is not None and actor.kind is ActorKind.PERSON else ""


def is_whom(target: Named, unit: Unit, read: Read) -> bool:
    """Say whether a target is people, none of them fighters, rather than a thing, a place or a body."""
    said = target.said
    if said.lower() in _PRONOUNS:
        return bool(_resolved(target, read))
    if kind_of(said, "people") == "FIGHTER" or any(target.span == place.span for place in unit.claim.where):
        return False
    return is_person(said)


def is_person(said: str) -> bool:
    """Say whether a target is people rather than a thing."""
    core = re.split(r"\s+(?:in|at|from|near|who|that|on)\s+", said)[0]
    head = re.split(r"\s+of\s+", core)[0].split()[-1:]
    if head and kind_of(head[0], "things") and not holds(head[0], "persons"):
        return False
    if holds(core, "persons"):
        return True
    if kind_of(core, "things") or holds(core, "bodies"):
        return False
    return bool(_person(core)[1] or kind_of(core, "people"))


def _person(said: str) -> tuple[str, str]:
    """Cut "Senator Ana Moreno" into the office and the name; no name where it is a description alone."""
    words = re.sub(r"\s*\[[^\]]*\]", "", said).split()
    at = next((i for i, w in enumerate(words) if w[:1].isupper() and not _is_title(w)), len(words))
    tail = words[at:]
    if not tail or any(w[:1].islower() and w not in {"de", "la", "del", "y", "los"} for w in tail):
        return said, ""
    if len(tail) == 1 and (kind_of(tail[0], "things") or holds(tail[0], "bodies")):
        return said, ""
    return " ".join(words[:at]), " ".join(tail)


def _is_title(word: str) -> bool:
    return bool(kind_of(word, "people")) or word.lower().strip(".") in lexicon()["titles"]


def people_kind(said: str) -> str:
    """Return the set list's kind of people, civilians where no word tells another."""
    kind = kind_of(said, "people") or "CIVILIAN"
    if holds(said, "former") and kind in {"GOVERNMENT OFFICIAL", "ACTIVE MILITARY"}:
        return f"FORMER {kind}"
    return "CIVILIAN" if kind == "FIGHTER" else kind


def written(of: str, words: str) -> str:
    """Return the noun by which the text counts people whom the program calls by their plain word."""
    if of.lower() not in {"people", "others"}:
        return bare(of)
    match = re.search(r"\b(persons?|individuals?|people)\b", words, re.IGNORECASE)
    return match.group(1) if match else "people"


def plural(said: str) -> str:
    """Return how many a target without a count is: a number put into words, one, or more than one."""
    lead = _ABOUT.match(said)
    low = said[lead.end() if lead else 0 :].lower()
    first = re.match(r"(?:the )?([\w,]+)\b", low)
    figure = first[1].replace(",", "") if first else ""
    figure = str(_NUMBERS.index(figure)) if figure in _NUMBERS else figure
    if figure.isdigit():
        least = lead is not None and lead.group().lower().startswith(("at", "more", "over"))
        return f"{figure}-" if least else f"~{figure}" if lead else figure
    head = re.sub(r"\s+(?:of|in|at|from|who|near|with)\b.*", "", low).rstrip()
    return "PLURAL" if re.search(r"(?:[^s]s|people|men|children|them)$", head) else "1"


def number(count: Quantity) -> str:
    """Return a count as the task writes it: "6", "6-", "6-8", "~100", PLURAL."""
    if count.best is not None:
        return f"~{count.best}" if count.approximate else str(count.best)
    figures = re.search(r"\d", count.said) or set(count.said.lower().split()) & set(_NUMBERS)
    if not figures:
        return "PLURAL"
    if count.low is not None and count.high is not None:
        return f"{count.low}-{count.high}"
    return f"{count.low}-" if count.low is not None else f"-{count.high}"
