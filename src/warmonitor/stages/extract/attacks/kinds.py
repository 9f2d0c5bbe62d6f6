"""Which of ACLED's types an attack is: by its words and means, by who carries it out, by whom it hits."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from warmonitor.stages.extract.cues import table, words
from warmonitor.stages.extract.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the table of attacks; `general` has no sub-type of its own, `rank` is its row."""

    type: str
    sub_type: str
    general: bool = False
    rank: int = 0


_LAST = 99
SELVES = frozenset({"himself", "herself", "themselves", "itself"})
CLASH = Kind("Battles", "Armed clash", rank=_LAST)
ATTACK = Kind("Violence against civilians", "Attack", rank=_LAST)
MOB = Kind("Riots", "Mob violence", rank=_LAST)
AIR = Kind("Explosions/Remote violence", "Air/drone strike", rank=_LAST)
_ALIGHT = frozenset({"ablaze", "alight", "afire", "fire", "aflame"})


@lru_cache
def _rows(key: str) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for rank, row in enumerate(table("attack", "kinds")):
        kind = Kind(row["type"], row["sub_type"], bool(row.get("general")), rank)
        for word in row.get(key, ()):
            found.setdefault(word, kind)
    return found


def nouns() -> frozenset[str]:
    """Return every noun that names an attack or its means."""
    return frozenset(_rows("nouns"))


def noun_kind(sentence: Sentence, i: int) -> Kind | None:
    """Return the kind that a noun names, alone or with the one or two words before it."""
    mine = sentence.low(i) == "mine" and i > 0 and sentence.low(i - 1) not in {"of", "is", "was", "be"}
    if sentence.upos(i) not in {"NOUN", "PROPN", "VERB", "X"} and not mine:
        return None
    before = [" ".join(sentence.low(k) for k in range(i - n, i)) + " " for n in (2, 1) if i >= n]
    low = sentence.low(i)
    tails = [" ".join(low.split()[-n:]) for n in (2, 1)] if " " in low else []  # a name of several words
    forms = (sentence.lemma(i), low, low.removesuffix("s"), *tails)
    return next(
        (kind for lead in (*before, "") for form in forms if (kind := _rows("nouns").get(lead + form))), None
    )


def verb_kind(sentence: Sentence, verb: int) -> Kind | None:
    """Return the kind that a verb names; "open" and "exchange" name one only with "fire"."""
    lemma = sentence.lemma(verb)
    if any(sentence.low(i) == "sexually" for i in sentence.children(verb, "advmod")):
        return _rows("verbs").get("rape") if lemma in words("attack", "sexually") else None
    if lemma in words("attack", "taking"):
        return _rows("verbs").get("abduct") if _takes_people(sentence, verb) else None
    if lemma in words("attack", "with_fire"):
        fired = any(
            sentence.lemma(i) in words("attack", "fires") for i in sentence.children(verb, "obj", "compound")
        )
        return _rows("verbs").get("fire") if fired else None
    return _rows("verbs").get(lemma)


def _takes_people(sentence: Sentence, verb: int) -> bool:
    """Say whether people are seized, who are no suspects: "took five villagers", "held them captive"."""
    if any(sentence.lemma(i) in {"hostage", "captive"} for i in sentence.children(verb)):
        return True
    whom = sentence.object(verb)
    others = {"custody", "part", "hospital", "office"} & {
        sentence.lemma(i) for _, i in sentence.obliques(verb)
    }
    return whom is not None and not others and sentence.lemma(whom) in words("attack", "persons")


def bearer_kind(sentence: Sentence, who: int | None) -> Kind | None:
    """Return the kind of attack that its doer alone tells: aircraft, a suicide bomber, a mob."""
    if who is None:
        return None
    forms = [form for i in _phrase(sentence, who) for form in (sentence.lemma(i), _with_last(sentence, i))]
    return _best(kind for form in forms if (kind := _rows("bearers").get(form)))


def _with_last(sentence: Sentence, i: int) -> str:
    return f"{sentence.low(i - 1)} {sentence.lemma(i)}" if i else ""


def settled(sentence: Sentence, token: int, kind: Kind, who: int | None, whom: int | None) -> Kind:
    """Return the kind of an attack after what its clause says of means, doer and target.

    What is filled, sprayed or thrown in the clause tells before the verb; a doer with one means before the
    general word; whom it hit decides between a clash and an attack on civilians.
    """
    means = _best(_substances(sentence, token))
    if means is not None and means.rank < kind.rank:
        return means
    borne = bearer_kind(sentence, who)
    if borne is not None and borne.rank < kind.rank:
        return borne
    if (
        kind.general
        or kind.sub_type == ATTACK.sub_type
        or (kind.sub_type == CLASH.sub_type and who is not None)
    ):
        return _by_people(sentence, kind, who, whom)
    return kind


def _by_people(sentence: Sentence, kind: Kind, who: int | None, whom: int | None) -> Kind:
    """Tell clash, attack and mob by who bears arms: the doer, the target, the dead of the sentence."""
    if kind.sub_type == CLASH.sub_type and not kind.general:
        brawl = _is(sentence, who, "civil") and not _is(sentence, who, "armed")
        return MOB if brawl or _tools(sentence) else kind
    if _tools(sentence) and not _is(sentence, who, "armed"):
        return MOB
    hit = [whom, *victims(sentence)] if whom is not None else victims(sentence)
    if any(_is(sentence, i, "armed") for i in hit):
        return CLASH
    if any(_is(sentence, i, "civil") for i in hit) or not kind.general:
        return ATTACK
    return kind


def victims(sentence: Sentence) -> list[int]:
    """Return the heads of those whom the sentence says were killed or hurt."""
    hurt = [
        i
        for i in range(len(sentence))
        if sentence.is_verb(i) and sentence.lemma(i) in words("attack", "hurting")
    ]
    found = (
        sentence.subject(i) if sentence.lemma(i) in {"die", "suffer"} else sentence.object(i) for i in hurt
    )
    return [i for i in found if i is not None]


def _is(sentence: Sentence, who: int | None, key: str) -> bool:
    return who is not None and any(sentence.lemma(i) in words("attack", key) for i in _phrase(sentence, who))


def _tools(sentence: Sentence) -> bool:
    return any(sentence.lemma(i) in words("attack", "tools") for i in range(len(sentence)))


def _phrase(sentence: Sentence, i: int) -> range:
    first, last = sentence.phrase_tokens(i)
    return range(first, last + 1)


def _substances(sentence: Sentence, token: int) -> Iterator[Kind]:
    """Yield the kinds of the means below a token that no word of the attack itself tells."""
    for i in sentence.below(token):
        kind = noun_kind(sentence, i) if i != token else None
        if kind is not None and kind.sub_type in words("attack", "telling_means"):
            yield kind


def _best(kinds: Iterable[Kind]) -> Kind | None:
    return min(kinds, key=lambda kind: kind.rank, default=None)


def is_suicide(sentence: Sentence, verb: int) -> bool:
    """Say whether the doer dies with the bomb: "blew herself up", "rammed a truck packed with explosives"."""
    lemma, lemmas = sentence.lemma(verb), {sentence.lemma(i) for i in range(len(sentence))}
    if lemma in {"blow", "detonate", "explode"} and any(
        sentence.low(i) in SELVES for i in sentence.children(verb, "obj")
    ):
        return True
    if lemma in words("attack", "driven"):
        return bool(lemmas & words("attack", "laden"))
    return lemma in {"detonate", "blow", "set"} and bool(lemmas & words("attack", "carried"))


def is_harmless(sentence: Sentence, verb: int) -> bool:
    """Say whether what hits or targets is no force: "hit by an earthquake", "targeted with sanctions"."""
    near = [sentence.subject(verb), sentence.head(verb), *(i for _, i in sentence.obliques(verb))]
    heads = [i for i in near if i is not None and i >= 0]
    return any(sentence.lemma(k) in words("attack", "harmless") for i in heads for k in _phrase(sentence, i))
