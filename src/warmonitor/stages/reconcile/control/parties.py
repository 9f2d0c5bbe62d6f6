"""Who can hold ground, and whose word counts as a party's own."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from warmonitor.model import (
    Actor,
    ActorIndex,
    ActorKind,
    Attack,
    Change,
    Claim,
    ClaimKind,
    Control,
    Fought,
    Modality,
    Named,
    Span,
    Stance,
    fold,
)
from warmonitor.model.names import SPEAKS_ONLY, STATE

HOLDS_NOTHING = SPEAKS_ONLY | {ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.UNNAMED}
FEW = 0.2  # of the reports that set an unnamed force against others of its side, those that may be mistaken
STEM = 4
SEEN = 2  # reports in which a party must be told to fight another before unnamed forces can be its
_Words = tuple[str | None, str | None, str]


def _words(named: Named) -> _Words:
    """Return what tells mentions apart."""
    return named.id, named.name, named.said


@dataclass
class _Roots:
    """The organisation behind each name, looked up once."""

    actors: ActorIndex
    known: dict[_Words, str] = field(default_factory=dict)

    def of(self, named: Named) -> str:
        """Return the id of the organisation behind a name."""
        words = _words(named)
        if words not in self.known:
            self.known[words] = self.actors.root(named)
        return self.known[words]


@dataclass
class Parties:
    """The parties of the claims of control: sides, or the groups of a side whose groups fight each other.

    An unnamed force ("rebels", "government forces") is of the one named party of its side that it is never
    said to fight.
    """

    actors: ActorIndex
    _home: dict[str, str] = field(default_factory=dict)
    _fights: Counter[tuple[str, str]] = field(default_factory=Counter)
    _plain: dict[str, str] = field(default_factory=dict)
    _losing: set[str] = field(default_factory=set)
    _gaining: list[Named] = field(default_factory=list)
    _full: dict[str, str] = field(default_factory=dict)
    _keys: dict[_Words, str | None] = field(default_factory=dict)
    _voices: dict[_Words, str | None] = field(default_factory=dict)
    _names: dict[_Words, str] = field(default_factory=dict)
    _all: frozenset[str] | None = None
    _takers: frozenset[str] | None = None

    @classmethod
    def of(cls, claims: Iterable[Claim], actors: ActorIndex, fought: Iterable[Fought] = ()) -> "Parties":
        """Gather who is named in control and who is told to fight whom; `fought` is of further reports."""
        made, roots = cls(actors), _Roots(actors)
        pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
        named: dict[str, Named] = {}
        for claim in claims:
            rivals = _rivals(claim)
            made._losing |= {roots.of(one) for one in _losers(claim)}
            made._gaining += _gainers(claim)
            for one in rivals:
                if one.id and made._holds(one):
                    named[roots.of(one)] = one
            if len(rivals) > 1:
                first, second = sorted(roots.of(one) for one in rivals[:2])
                pairs[first, second].add(claim.report)
        made._fights = Counter({pair: len(told) for pair, told in pairs.items()})
        for fight in fought:
            made._note(fight, named, roots)
        made._settle(named)
        return made

    def _note(self, one: Fought, named: dict[str, Named], roots: _Roots) -> None:
        """Take in what reports elsewhere tell of one against another."""
        both = [self._called_by(key) for key in (one.one, one.other) if key]
        named.update({roots.of(each): each for each in both if each.id and self._holds(each)})
        detail = Control(one.change, both[0], both[1] if len(both) > 1 else None)
        claim = Claim("", "", ClaimKind.CONTROL, Span(0, 0), detail=detail)
        self._losing |= {roots.of(each) for each in _losers(claim)}
        self._gaining += _gainers(claim)
        if len(both) > 1:
            first, second = sorted(roots.of(each) for each in both)
            self._fights[first, second] += one.reports

    def _called_by(self, key: str) -> Named:
        known = self.actors.known.get(key)
        return Named(known.name, Span(0, 0), known.name, key) if known else Named(key, Span(0, 0))

    def _settle(self, named: dict[str, Named]) -> None:
        proper = sorted(root for root in named if not self._unnamed(root))
        own = self._full = {root: self._short_for(root, proper) for root in proper}
        by_side: dict[str, list[str]] = defaultdict(list)
        for root in sorted(named):
            head = own.get(root, root)
            by_side[self.actors.side(named.get(head, named[root])) or head].append(root)
        for side, roots in sorted(by_side.items()):
            self._settle_side(side, roots, own)
        self._plain = {
            words: root for root in sorted(named) if self._unnamed(root) for words in self._words(root)
        }

    def _settle_side(self, side: str, roots: list[str], own: dict[str, str]) -> None:
        heads = sorted({own[root] for root in roots if root in own})
        split = side == "government" or any(
            self._fights[min(a, b), max(a, b)] for a in heads for b in heads if a != b
        )
        able = [head for head in heads if self._fought(head) >= SEEN] or heads
        for root in roots:
            if not split:
                self._home[root] = side
            else:
                self._home[root] = own[root] if root in own else self._joined(root, able)

    def _short_for(self, root: str, proper: list[str]) -> str:
        """Return the name that a name is a wording of: "X Front on Sunday", "X fighters" of "X Brigades"."""
        name = self._name(root)
        begun = [one for one in proper if one != root and name.startswith(f"{self._name(one)} ")
                 and " " in self._name(one)]  # fmt: skip
        if begun:
            return min(begun, key=lambda one: (len(self._name(one)), one))
        if " " not in name and not self._is_state(root):
            whole = [one for one in proper if self._name(one).startswith(f"{name} ")]
            whole = [one for one in whole if not self._is_state(one)]
            if len({self._short_for(one, proper) for one in whole}) == 1:
                return self._short_for(whole[0], proper)
        plain = name.split()[-1][:1].islower() and not self._is_state(root)
        like = [one for one in proper if plain and self._like(one, name)]
        return min(like, key=lambda one: (len(self._name(one)), one)) if like else root

    def _words(self, root: str) -> set[str]:
        """Return the words without an article by which an unnamed force is called."""
        known = self.actors.known.get(root)
        said = {self._name(root), *(known.names_seen if known else ())}
        return {
            fold(one).removeprefix("the ") for one in said if one == one.lower() or one[1:] == one[1:].lower()
        }

    def _like(self, other: str, name: str) -> bool:
        """Say whether another name begins with the same word and ends in a proper one."""
        words = self._name(other).split()
        return len(words) > 1 and words[0] == name.split(maxsplit=1)[0] and words[-1][:1].isupper()

    def _fought(self, root: str) -> int:
        return max((times for pair, times in self._fights.items() if root in pair), default=0)

    def _joined(self, root: str, heads: list[str]) -> str:
        """Return the named party that an unnamed force belongs to, itself where several could be."""
        fights = {head: self._fights[min(root, head), max(root, head)] for head in heads}
        most = max(fights.values(), default=0)
        able = [head for head, times in fights.items() if times <= most * FEW]
        able = [head for head in able if not self._abroad(head)] or able
        return able[0] if len(able) == 1 else root

    def _is_state(self, root: str) -> bool:
        known = self.actors.known.get(root)
        return known is not None and known.kind in STATE

    def enemy(self, party: str) -> str | None:
        """Return the one other party that is told to lose ground, None where there are several or none."""
        others = {self._home[root] for root in self._losing if root in self._home} - {party}
        return others.pop() if len(others) == 1 else None

    def taker(self, party: str) -> str | None:
        """Return the name of the one other party told to gain ground, None where several are or none."""
        if self._takers is None:
            self._takers = frozenset(key for one in self._gaining if (key := self.key(one)))
        others = self._takers - {party}
        return self.name(min(others), self._gaining) if len(others) == 1 else None

    def _abroad(self, root: str) -> bool:
        known = self.actors.known.get(root)
        return known is not None and known.kind is ActorKind.EXTERNAL

    def _unnamed(self, root: str) -> bool:
        return not any(letter.isupper() for letter in self._name(root))

    def _name(self, root: str) -> str:
        known: Actor | None = self.actors.known.get(root)
        return known.name if known else root

    def key(self, named: Named | None) -> str | None:
        """Return the party of a name, None for who can hold no ground."""
        if named is None:
            return None
        words = _words(named)
        if words not in self._keys:
            self._keys[words] = self._key(named)
        return self._keys[words]

    def _key(self, named: Named) -> str | None:
        if not self._holds(named):
            known = self.actors.known.get(named.id or "")
            unnamed = known is not None and known.kind is ActorKind.UNNAMED
            return self._by_words(named) if unnamed else None
        return self._home.get(self._meant(named), self.actors.party(named))

    def _holds(self, named: Named) -> bool:
        """Say whether a name is of somebody who can hold ground, as far as is known."""
        known = self.actors.known.get(named.id or "")
        return self.actors.fights(named) and (known is None or known.kind not in HOLDS_NOTHING)

    def _meant(self, named: Named) -> str:
        """Return the root of a name; words like "the rebels" mean the same party in every report of a set."""
        root, said = self.actors.root(named), fold(named.said).removeprefix("the ")
        if root not in self._home and root not in self.actors.known:
            return self._first_word(named, root)
        return self._plain.get(said, root) if self._home.get(root) == root else root

    def _first_word(self, named: Named, root: str) -> str:
        """Return the one party whose name begins as the words of an unknown force do: "X fighters"."""
        words = (named.name or named.said).removeprefix("the ").split()
        if len(words) < 2 or not words[0][:1].isupper() or words[-1][:1].isupper():
            return root
        like = {self._home[one] for one in self._full if self._like(one, " ".join(words))}
        return like.pop() if len(like) == 1 else root

    def homes(self) -> frozenset[str]:
        """Return all parties that claims of control name."""
        if self._all is None:
            self._all = frozenset(self._home.values())
        return self._all

    def voice(self, named: Named) -> str | None:
        """Return the party that a speaker speaks for, None for one who speaks for none."""
        words = _words(named)
        if words not in self._voices:
            self._voices[words] = self._voice(named)
        return self._voices[words]

    def _voice(self, named: Named) -> str | None:
        known = self.actors.known.get(named.id or "")
        if known is not None and known.kind in HOLDS_NOTHING:
            return self._by_words(named) if known.kind is ActorKind.UNNAMED else None
        root = self.actors.root(named)
        return self._home.get(root) or self._by_words(named) or self.actors.party(named)

    def _by_words(self, named: Named) -> str | None:
        """Return the party whose unnamed force a speaker's words name: "a rebel commander" is of "rebels"."""
        words = fold(named.name or named.said).split()
        unnamed = {root: fold(self._name(root)).split() for root in self._home if self._unnamed(root)}
        found = {
            self._home[root] for root, parts in unnamed.items()
            if any(word.startswith(part[: max(STEM, len(part) - 1)]) for part in parts for word in words)
        }  # fmt: skip
        return found.pop() if len(found) == 1 else None

    def name(self, party: str, named: Iterable[Named]) -> str | None:
        """Return the name by which most call a party; its id is never shown."""
        names = Counter(self._called(one) for one in named if self.key(one) == party)
        if names:
            return min(names, key=lambda name: (-names[name], name))
        return self.actors.known[party].name if party in self.actors.known else None

    def _called(self, named: Named) -> str:
        """Return the name that a mention gives a party: in full, or that of whom it means."""
        words = _words(named)
        if words not in self._names:
            self._names[words] = self._call(named)
        return self._names[words]

    def _call(self, named: Named) -> str:
        root = self.actors.root(named)
        meant = self._meant(named)
        meant = self._full.get(meant, meant)
        return named.name or named.said if meant == root or self._unnamed(root) else self._name(meant)


def _rivals(claim: Claim) -> list[Named]:
    detail = claim.detail
    if isinstance(detail, Control):
        return [one for one in (detail.party, detail.counterparty) if one]
    if isinstance(detail, Attack):
        return [one for one in (detail.perpetrator, detail.target) if one]
    return []


def _losers(claim: Claim) -> list[Named]:
    """Return who is said to have lost ground by a claim."""
    return _sided(claim, {Change.LOST: 0, Change.GAINED: 1})


def _gainers(claim: Claim) -> list[Named]:
    """Return who is said to have gained or entered ground by a claim."""
    return _sided(claim, {Change.GAINED: 0, Change.ENTERED: 0, Change.LOST: 1})


def _sided(claim: Claim, sides: dict[Change, int]) -> list[Named]:
    """Return the party (0) or counterparty (1) of a change that is said to have happened."""
    detail = claim.detail
    firm = claim.stance is not Stance.DENIED and claim.modality is Modality.ACTUAL
    if not isinstance(detail, Control) or not firm or detail.change not in sides:
        return []
    named = (detail.party, detail.counterparty)[sides[detail.change]]
    return [named] if named else []
