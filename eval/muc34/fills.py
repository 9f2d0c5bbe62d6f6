"""An incident's slots, filled from what the program says of it (task documentation 1, section 7)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from eval.muc34.accounts import Read
from eval.muc34.incidents import ARSON, ATTACK, KIDNAPPING, Incident, Unit, is_band, lexicon
from eval.muc34.keys import Fill, Template
from warmonitor.model import Attack, Blame, Measure, Named, Place, PlacePrecision, Quantity, When

_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_SURE = {
    Blame.FACT: "REPORTED AS FACT",
    Blame.CLAIMED: "CLAIMED OR ADMITTED",
    Blame.SUSPECTED: "SUSPECTED OR ACCUSED",
    Blame.BY_AUTHORITIES: "SUSPECTED OR ACCUSED BY AUTHORITIES",
    Blame.POSSIBLE: "POSSIBLE",
    Blame.ACQUITTED: "ACQUITTED",
}
_RANK = [Blame.CLAIMED, Blame.BY_AUTHORITIES, Blame.SUSPECTED, Blame.FACT, Blame.POSSIBLE, Blame.ACQUITTED]
_EFFECTS = {Measure.KILLED: "DEATH", Measure.INJURED: "INJURY"}
_LEAD = re.compile(r"^(?:the|a|an|two|three|four|five|six|seven|eight|nine|ten|several|some|many|at least|\d+)\s+", re.I)


def template(incident: Incident, read: Read) -> Template:
    """Return the template of an incident."""
    whom = list(victims(incident))
    slots = {
        "date": tuple(dates(incident, read)),
        "place": (Fill((place(incident, read),)),),
        "type": (Fill((incident.type,)),),
        "stage": (Fill((stage(incident),)),),
        **weapons(incident),
        **doers(incident, read),
        **things(incident),
        "victims: name": tuple(Fill((v.name,)) for v in whom if v.name),
        "victims: description": tuple(
            Fill((v.role,), (v.name,) if v.name else ()) for v in whom if v.role
        ),
        "victims: type": tuple(Fill((v.type,), v.about) for v in whom),
        "victims: number": tuple(Fill((v.number,), v.about) for v in whom if v.number),
        "victims: effect": tuple(Fill((v.effect,), v.about) for v in whom if v.effect),
    }
    return Template(read.message.id, {slot: fills for slot, fills in slots.items() if fills})


def stage(incident: Incident) -> str:
    """Return whether it was done or tried."""
    words = " ".join(u.words.lower() for u in incident.units)
    tried = re.search(r"\b(?:tried|attempt\w*|foiled|thwarted|deactivated|defused|failed)\b", words)
    return "ATTEMPTED" if tried else "ACCOMPLISHED"


def dates(incident: Incident, read: Read) -> Iterator[Fill]:
    """Yield the day, the span of days, or the day before which it was."""
    when, written = incident.dated(), read.report.dated.latest
    if when is None:
        if written is not None:
            yield Fill((f"- {_day(written)}",))
    elif (text := _span(when)) is not None:
        yield Fill((text,))


def _span(when: When) -> str | None:
    if when.latest is None:
        return None if when.earliest is None else _day(when.earliest)
    if when.earliest == when.latest:
        return _day(when.latest)
    return f"{_day(when.earliest)} - {_day(when.latest)}" if when.earliest else f"- {_day(when.latest)}"


def _day(day: date) -> str:
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year % 100:02d}"


def place(incident: Incident, read: Read) -> str:
    """Return country and places from wide to narrow, the country of the dateline where none is told."""
    known = {one.id: one for one in read.places}
    told = [known[i] for i in incident.places() if i in known]
    inside = [p for p in told if p.precision is not PlacePrecision.COUNTRY]
    country = next((c for p in told if (c := _country(p))), None) or _home(read)
    chain = [country]
    if inside:
        narrow = inside[0]
        if narrow.inside and narrow.inside.upper() not in {country, narrow.name.upper()}:
            chain.append(narrow.inside.upper())
        chain.append(narrow.name.upper())
    return ": ".join(chain)


def _country(one: Place) -> str | None:
    return lexicon()["countries"].get(one.country, one.country) if one.country else None


def _home(read: Read) -> str:
    """Return the country that the report is about: that of most of its places, else the dateline's."""
    told = [c for p in read.places if (c := _country(p)) in lexicon()["countries"].values()]
    told.sort(key=lambda c: -told.count(c))
    for capital, country in lexicon()["capitals"].items():
        if read.message.place.startswith(capital):
            return str(country)
    return str(told[0]) if told else "-"


def weapons(incident: Incident) -> dict[str, tuple[Fill, ...]]:
    """Return what it was done with, and of which kind that is."""
    if incident.type in {ARSON, KIDNAPPING}:
        return {}
    said = dict.fromkeys(w for u in incident.units for w in _weapon_words(u))
    kinds = [(kind, w) for w in said if (kind := kind_of(w, "weapons"))]
    kept = [w for w in said if not any(w != other and w in other for other in said)]
    return {
        "weapon": tuple(Fill((w.upper(),)) for w in kept),
        "weapon type": tuple(Fill((kind,), (w.upper(),)) for kind, w in kinds if w in kept),
    }


def _weapon_words(unit: Unit) -> Iterator[str]:
    detail = unit.claim.detail
    if isinstance(detail, Attack) and detail.weapon and kind_of(detail.weapon, "weapons"):
        yield _LEAD.sub("", detail.weapon.lower())
    low = unit.words.lower()
    for word in lexicon()["weapon_nouns"]:
        if re.search(rf"\b{re.escape(word)}s?\b", low):
            yield word


def kind_of(words: str, key: str) -> str | None:
    """Return the kind of people, things or weapons that words tell, by the first row with one of them."""
    low = f" {words.lower()} "
    for kind, row in lexicon()[key].items():
        if any(re.search(rf"\b{re.escape(str(w))}(?:s|es)?\b", low) for w in row):
            return str(kind)
    return None


def doers(incident: Incident, read: Read) -> dict[str, tuple[Fill, ...]]:
    """Return who did it: people and bands, organisations and how sure that is, and whether a state's."""
    named = [(u.doer, _blame(u)) for u in incident.units if u.doer is not None]
    groups: dict[str, list[tuple[Named, Blame]]] = {}
    for doer, blame in named:
        if not is_band(doer) or is_state(doer.said):
            groups.setdefault(organisation(doer), []).append((doer, blame))
    people = dict.fromkeys(_bare(d.said) for d, _ in named if is_band(d) and not is_state(d.said))
    filled: dict[str, tuple[Fill, ...]] = {}
    if people:
        filled["who"] = tuple(Fill((one.upper(),)) for one in people)
    if groups:
        filled["organisation"] = tuple(Fill((name,)) for name in groups)
        sure = {n: min((b for _, b in told), key=_RANK.index) for n, told in groups.items()}
        filled["how sure"] = tuple(Fill((_SURE[blame],), (name,)) for name, blame in sure.items())
    if groups or people:
        state = any(is_state(d.said) for d, _ in named)
        filled["category"] = (Fill(("STATE-SPONSORED VIOLENCE" if state else "TERRORIST ACT",)),)
    return filled


def _blame(unit: Unit) -> Blame:
    detail = unit.claim.detail
    return detail.blame or Blame.FACT if isinstance(detail, Attack) else Blame.FACT


def is_state(said: str) -> bool:
    """Say whether a doer belongs to a government: army, police, soldiers."""
    return any(re.search(rf"\b{word}s?\b", said.lower()) for word in lexicon()["state"])


def organisation(doer: Named) -> str:
    """Return the name of an organisation, without those of it who did it: "members of the X"."""
    said = re.sub(r"^.*\b(?:members?|guerrillas?|rebels?|terrorists?|units?|columns?|commandos?|elements) of (?:the )?",
                  "", doer.said, flags=re.I)  # fmt: skip
    said = re.sub(r"\s*[\[(].*", "", _bare(said))
    return re.sub(r"\s+(?:guerrillas|rebels|members|terrorists|troops|soldiers|units?|commandos?)$", "", said).upper()


def _bare(said: str) -> str:
    return _LEAD.sub("", said.strip())


class Victim:
    """One fill of the human targets: a name or a description, how many, and what became of them."""

    def __init__(self, said: str, name: str, number: str, effect: str) -> None:
        self.said, self.name, self.number, self.effect = said, name, number, effect

    @property
    def role(self) -> str:
        """Return the description; for named people their title or office."""
        return self.said

    @property
    def about(self) -> tuple[str, ...]:
        """Return what further slots refer to: the name where there is one."""
        return (self.name or self.said,)

    @property
    def type(self) -> str:
        """Return the kind of people that they are."""
        return people_kind(f"{self.said} {self.name}")


def people_kind(said: str) -> str:
    """Return the set list's kind of people, civilians where no word tells another."""
    kind = kind_of(said, "people") or "CIVILIAN"
    former = any(re.search(rf"\b{word}\b", said.lower()) for word in lexicon()["former"])
    if kind == "GOVERNMENT OFFICIAL" and former:
        return "FORMER GOVERNMENT OFFICIAL"
    if kind == "ACTIVE MILITARY" and former:
        return "FORMER ACTIVE MILITARY"
    return "CIVILIAN" if kind == "FIGHTER" else kind


def victims(incident: Incident) -> Iterator[Victim]:
    """Yield the people whom it hit, each once, with the worst that became of them."""
    found: dict[str, Victim] = {}
    for unit in incident.units:
        for one in _of_unit(unit, incident):
            key = _key(one)
            same = next((k for k in found if k and (k <= key or key <= k)), None) if key else None
            if same is None:
                found[key] = one
            else:
                _join(found[same], one)
    yield from found.values()


def _key(one: Victim) -> frozenset[str]:  # type: ignore[misc]
    return frozenset(w.rstrip("s") for w in re.findall(r"[a-z]{3,}", f"{one.name or one.said}".lower()))


def _join(kept: Victim, other: Victim) -> None:
    kept.effect = "DEATH" if "DEATH" in {kept.effect, other.effect} else kept.effect or other.effect
    if not kept.said or len(other.said) > len(kept.said) and not kept.name:
        kept.said = other.said or kept.said
    kept.number = kept.number if kept.number not in {"", "PLURAL"} else other.number or kept.number


def _of_unit(unit: Unit, incident: Incident) -> Iterator[Victim]:
    if (toll := unit.toll) is not None:
        effect = _EFFECTS.get(toll.measure, "")
        if toll.named:
            for one in toll.named:
                yield Victim("", one.said.upper(), "1", effect)
        else:
            yield Victim(_bare(toll.of).upper(), "", number(toll.quantity), effect)
    elif unit.target is not None and is_person(unit.target.said):
        role, name = split_name(_bare(unit.target.said))
        killed = re.search(r"\b(?:kill|murder|assassin|slain|execut|massacr|shot dead|shoot|stab)", unit.words.lower())
        effect = "DEATH" if killed and incident.type == ATTACK else ""
        yield Victim(role.upper(), name.upper(), "1" if name else plural(unit.target.said), effect)


def is_person(said: str) -> bool:
    """Say whether a target is people rather than a thing."""
    if kind_of(said, "things") and not re.search(r"\b(?:owner|employee|worker|driver|member|leader|guard)s?\b", said.lower()):
        return False
    _, name = split_name(said)
    people = re.search(r"\b(?:people|person|persons|civilian|peasant|priest|jesuit|student|worker|man|men|woman|women|"
                       r"child|children|leader|member|citizen|resident|journalist|son|daughter|wife|doctor|owner|"
                       r"professor|teacher|farmer|nun|bishop|engineer|manager|businessman|him|them|her)s?\b", said.lower())
    return bool(people or name or kind_of(said, "people"))


def split_name(said: str) -> tuple[str, str]:
    """Cut "Senator Ana Moreno" into the role and the name; no name where it is a description alone."""
    words = said.split()
    at = next((i for i, w in enumerate(words) if w[:1].isupper() and not _is_title(w)), len(words))
    tail = words[at:]
    if not tail or any(w[:1].islower() and w not in {"de", "la", "del", "y"} for w in tail):
        return said, ""
    return " ".join(words[:at]), " ".join(tail)


def _is_title(word: str) -> bool:
    return bool(kind_of(word, "people")) or word.lower().rstrip(".") in {"dr", "mr", "mrs", "father", "monsignor", "col", "gen", "capt", "lt", "maj"}


def plural(said: str) -> str:
    """Return how many a target without a count is: one, or more than one."""
    if match := re.match(r"(?:the )?(two|three|four|five|six|seven|eight|nine|ten|\d+)\b", said.lower()):
        words = "zero one two three four five six seven eight nine ten".split()
        return str(words.index(match[1])) if match[1] in words else match[1]
    head = re.sub(r"\s+(?:of|in|at|from|who)\b.*", "", said.lower()).rstrip()
    return "PLURAL" if re.search(r"(?:[^s]s|people|men|children|them)$", head) else "1"


def number(count: Quantity) -> str:
    """Return a count as the task writes it: "6", "6-", "6-8", "~100", PLURAL."""
    if count.best is not None:
        return f"~{count.best}" if count.approximate else str(count.best)
    if count.low is not None and count.high is not None:
        vague = re.match(r"\D*$", count.said) and count.high > 2 * count.low
        return "PLURAL" if vague else f"{count.low}-{count.high}"
    if count.low is not None:
        return "PLURAL" if count.low == 2 and not re.search(r"\d|two", count.said) else f"{count.low}-"
    return "PLURAL" if count.high is None else str(count.high)


def things(incident: Incident) -> dict[str, tuple[Fill, ...]]:
    """Return the things that it hit: of which kind, how many, and with what effect."""
    if incident.type == KIDNAPPING:
        return {}
    said = {_bare(u.target.said).upper(): u for u in incident.units if u.target and not is_person(u.target.said)}
    rows: list[tuple[str, str, str, str]] = [
        (name, thing_kind(name), plural(unit.target.said) if unit.target else "", _damage(unit))
        for name, unit in said.items()
        if not _is_place(unit)
    ]
    return {
        "things": tuple(Fill((name,)) for name, *_ in rows),
        "things: type": tuple(Fill((kind,), (name,)) for name, kind, *_ in rows),
        "things: number": tuple(Fill((count,), (name,)) for name, _, count, _ in rows),
        "things: effect": tuple(Fill((effect,), (name,)) for name, _, _, effect in rows if effect),
    }


def thing_kind(said: str) -> str:
    """Return the set list's kind of things."""
    return kind_of(said, "things") or "OTHER"


def _is_place(unit: Unit) -> bool:
    return unit.target is not None and any(unit.target.span == w.span for w in unit.claim.where)


def _damage(unit: Unit) -> str:
    low = unit.words.lower()
    if re.search(r"\b(?:destr\w+|blew up|blown up|blow up|gutted|razed|leveled)", low):
        return "DESTROYED"
    return "SOME DAMAGE" if re.search(r"\b(?:damag\w+|burn\w*|set fire|torch\w*|shattered)", low) else ""


def one_of(items: Sequence[str], wanted: Iterable[str]) -> bool:
    """Say whether two lists share an item."""
    return bool(set(items) & set(wanted))
