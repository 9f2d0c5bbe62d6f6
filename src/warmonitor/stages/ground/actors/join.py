"""Joins what the reports found into actors: one id for a name however spelled, names shown, parents."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from warmonitor.model import Actor, ActorKind, ActorStatus, make_id
from warmonitor.reference.actors import ActorRegister, consonants, fold_name, skeleton
from warmonitor.stages.ground.actors.stand import Stand, look_up

_ALIKE = 90.0
_MUCH_ALIKE = 75.0
_LONG_ENOUGH = 7
_CONSONANTS = 4
_DESCRIBED = ("generic:", "unit:", "unnamed:")
_GENERIC_ORDER = ("rebels", "opposition fighters", "insurgents", "militants")


@dataclass(slots=True)
class Cast:
    """Every actor that any report of the set refers to, with the words it was seen under."""

    register: ActorRegister
    stands: dict[str, Stand] = field(default_factory=dict)
    spellings: dict[str, Counter[str]] = field(default_factory=dict)
    seen: dict[str, set[str]] = field(default_factory=dict)
    called_government: Counter[str] = field(default_factory=Counter)
    called_army: Counter[str] = field(default_factory=Counter)
    theatres: set[str] = field(default_factory=set)

    def add(self, stand: Stand, said: str | None = None) -> None:
        """Keep an actor, the words it was seen under, and its parents."""
        known = self.stands.get(stand.key)
        if known is None or _fuller(stand, known):
            self.stands[stand.key] = stand
        self.spellings.setdefault(stand.key, Counter())[stand.name] += 1
        if said:
            self.seen.setdefault(stand.key, set()).add(said)
        if stand.parent is not None and stand.parent not in self.stands:
            parent = look_up(self.register, stand.parent, f"{stand.name} belongs to it")
            if parent is not None:
                self.add(parent)


def _fuller(new: Stand, old: Stand) -> bool:
    """Say whether a stand knows more than the one kept; ties go by the alphabet, whatever the order."""

    def rank(stand: Stand) -> tuple[str, bool, bool, bool, str, str]:
        known = stand.kind is not ActorKind.UNKNOWN
        sure = (stand.parent is not None, known, stand.side is not None)
        return (stand.day, *sure, stand.name, stand.because)

    return rank(new) > rank(old)


def join_keys(cast: Cast) -> dict[str, str]:
    """Return for each key the key of the actor it is one with: spellings of one new name or person."""
    joined: dict[str, str] = {}
    for prefix in ("name:", "person:"):
        heads: list[str] = []
        for key in sorted(k for k in cast.stands if k.startswith(prefix)):
            same = next((h for h in heads if _same(cast.stands[h], cast.stands[key])), None)
            joined[key] = same or key
            if same is None:
                heads.append(key)
    _join_abbreviations(cast, joined)
    return {key: joined.get(key, key) for key in cast.stands}


def _same(one: Stand, other: Stand) -> bool:
    """Say whether two new names are spellings of one: same consonants, or nearly the same letters."""
    first, second = fold_name(one.name), fold_name(other.name)
    if first == second:
        return True
    if one.kind is ActorKind.PERSON:
        return _same_person(first, second, one, other)
    if _numbers(first) != _numbers(second):
        return False
    left, right = " ".join(first), " ".join(second)
    alike = min(len(left), len(right)) >= _LONG_ENOUGH and fuzz.ratio(left, right) >= _ALIKE
    alike = alike and _word_for_word(first, second)
    bones = skeleton(first)
    same_sound = consonants(bones) >= _CONSONANTS and bones == skeleton(second)
    return alike or same_sound


def _word_for_word(first: Sequence[str], second: Sequence[str]) -> bool:
    """Say whether each word is much like the other's: the police of Velm and of Velstad are two."""
    if len(first) != len(second):
        return True
    return all(fuzz.ratio(one, other) >= _MUCH_ALIKE for one, other in zip(first, second, strict=True))


def _numbers(name: Sequence[str]) -> list[str]:
    """Return the words with digits: brigades of two numbers are two."""
    return [w for w in name if any(c.isdigit() for c in w)]


def _same_person(first: tuple[str, ...], second: tuple[str, ...], one: Stand, other: Stand) -> bool:
    if one.parent is not None and other.parent is not None and one.parent != other.parent:
        return False
    if min(len(first), len(second)) == 1:
        return first[-1] == second[-1] and one.parent == other.parent and one.parent is not None
    same_sound = skeleton(first) == skeleton(second) and consonants(skeleton(first)) >= _CONSONANTS
    initials = first[0][0] == second[0][0]
    return initials and (same_sound or fuzz.ratio(" ".join(first), " ".join(second)) >= _ALIKE)


def _join_abbreviations(cast: Cast, joined: dict[str, str]) -> None:
    """Join a new all-capitals name to the one new name of the set that has its initials."""
    full = [k for k in joined if k.startswith("name:") and len(fold_name(cast.stands[k].name)) > 1]
    for key in sorted(joined):
        name = cast.stands[key].name
        if not key.startswith("name:") or not name.isupper() or not 2 <= len(name) <= 6:
            continue
        fits = {joined[k] for k in full if _initials(cast.stands[k].name) == name.lower()}
        if len(fits) == 1:
            joined[key] = fits.pop()


def _initials(name: str) -> str:
    return "".join(word[0] for word in fold_name(name) if word not in {"of", "for", "and", "the"})


def make_actors(cast: Cast, joined: Mapping[str, str]) -> dict[str, Actor]:
    """Return the actor of every key, joined keys sharing one."""
    members: dict[str, list[str]] = {}
    for key in sorted(joined):
        members.setdefault(joined[key], []).append(key)
    made: dict[str, Actor] = {}
    for head, keys in members.items():
        actor = _actor(cast, head, keys, joined)
        made.update(dict.fromkeys(keys, actor))
    return made


def _actor(cast: Cast, head: str, keys: Sequence[str], joined: Mapping[str, str]) -> Actor:
    stands = [cast.stands[k] for k in keys]
    best = max(
        stands, key=lambda s: (s.parent is not None, s.kind is not ActorKind.UNKNOWN, s.key == head, s.key)
    )
    seen = tuple(sorted({said for k in keys for said in cast.seen.get(k, ())}))
    parent = best.parent if best.parent in cast.stands else None
    side = best.side or min((s.side for s in stands if s.side is not None), default=None)
    because = best.because if len(keys) == 1 else f"{best.because}; {len(keys)} spellings joined"
    return Actor(
        actor_id(head), _name(cast, head, keys), seen, best.kind, side, best.wikidata, best.country,
        actor_id(joined[parent]) if parent is not None else None, because, _status(cast, head),
        _backers(cast, best),
    )  # fmt: skip


def _backers(cast: Cast, stand: Stand) -> tuple[str, ...]:
    known = (cast.register.entry(key) for key in stand.backers)
    return tuple(entry.name for entry in known if entry is not None)


def _status(cast: Cast, key: str) -> ActorStatus:
    """Say whether the register knows the actor of a key, or it has no name, or waits for a judgement."""
    if key.startswith(_DESCRIBED):
        return ActorStatus.DESCRIBED
    known = key.startswith(("reg:", "state:")) or key in cast.register.holders
    return ActorStatus.KNOWN if known else ActorStatus.NEW


def actor_id(key: str) -> str:
    """Return the id of an actor: the same for a key on every machine and in every set of reports."""
    return make_id("actor", key)


def _name(cast: Cast, head: str, keys: Iterable[str]) -> str:
    """Return the name shown: that of the register, a state's by its role, else the commonest spelling."""
    stand = cast.stands[head]
    if stand.state and stand.country is not None:
        return _state_name(cast, stand)
    counted: Counter[str] = Counter()
    for key in keys:
        counted.update(cast.spellings.get(key, Counter()))
    ranked = sorted(
        counted, key=lambda n: (len(fold_name(n)) > 1 or not n.isupper(), counted[n], n), reverse=True
    )
    return ranked[0] if ranked else stand.name


def _state_name(cast: Cast, stand: Stand) -> str:
    """Return "Ruritanian government" where the reports tell of its government's forces, else the country."""
    code = stand.country or ""
    country = cast.register.countries.get(code)
    if country is None or code not in cast.theatres:
        return stand.name
    government, army = cast.called_government[code], cast.called_army[code]
    if government and 2 * government >= army:
        return f"{country.adjective} government"
    return f"{country.adjective} army" if army else country.name


def with_parents(actors: Iterable[Actor], known: Mapping[str, Actor]) -> list[Actor]:
    """Return the actors and all that they are part of, sorted by name and id."""
    by_id = {actor.id: actor for actor in known.values()}
    kept = {actor.id: actor for actor in actors}
    waiting = list(kept.values())
    while waiting:
        parent = waiting.pop().part_of
        if parent is not None and parent not in kept and parent in by_id:
            kept[parent] = by_id[parent]
            waiting.append(by_id[parent])
    return sorted((replace(a) for a in kept.values()), key=lambda a: (a.name, a.id))
