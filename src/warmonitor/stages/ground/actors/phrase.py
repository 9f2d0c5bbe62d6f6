"""What a phrase of a report stands for: where its core ends, its head word, who owns it."""

from dataclasses import replace

from warmonitor.reference.actors import fold_name
from warmonitor.stages.ground.actors.head import find_head, last_name
from warmonitor.stages.ground.actors.owned import institution, owned
from warmonitor.stages.ground.actors.reading import Reading
from warmonitor.stages.ground.actors.refer import refer_description, refer_pronoun
from warmonitor.stages.ground.actors.sides import new_in, unnamed
from warmonitor.stages.ground.actors.sources import channel, is_bare, refer_source, refer_titled
from warmonitor.stages.ground.actors.stand import Asked, Stand
from warmonitor.stages.ground.actors.unowned import unowned

_CUTS = frozenset(
    (
        "who which that whom whose in on from near at inside around across under during as by with "
        "after before amid against into to outside over along through since until while when where "
        "including operating fighting based"
    ).split()
)
_FROM = frozenset({"from", "of", "with"})
_BY = frozenset({"by", "from", "of"})
_AT = frozenset({"at", "in", "from", "within", "inside", "with", "of"})
_JOINS = frozenset({"and", "or"})
_ARMED = frozenset({"forces", "unit", "generic", "loyalists"})


def resolve(reading: Reading, asked: Asked) -> Stand | None:
    """Return what the words stand for, with the reason in `because`, None where nothing says it."""
    first = _skip_determiners(reading, asked.first, asked.last)
    asked = replace(asked, first=first)
    if reading.words[first].folded in reading.lexicon.pronouns and first not in reading.by_word:
        return _of_pronoun(reading, asked)
    if (whole := _whole(reading, asked)) is not None:
        return whole
    core = _core(reading, asked)
    found = _joined(reading, asked, core) or _single(reading, asked, core)
    found = _narrowed(reading, asked, core, found)
    found = found or _called(reading, asked, core) or _widened(reading, asked)
    found = found or _some_source(reading, asked, core)
    return _sourced(reading, asked, core, found) if found is None or is_bare(found) else found


def _sourced(reading: Reading, asked: Asked, core: int, found: Stand | None) -> Stand | None:
    """Give a source of whom nothing is known the body that it is placed at, or that a report is by."""
    word, before = reading.words[core].folded, reading.words[asked.first - 1].folded if asked.first else ""
    if asked.speaking and word in reading.lexicon.channels:
        return _issuer(reading, asked, core) or channel(reading, replace(asked, last=core))
    if found is not None and (body := placed_at(reading, asked, core)) is not None:
        return owned(find_head(reading, asked.first, core), body)
    plain = not any(w.capital for w in reading.words[asked.first : core + 1])
    if before == "the" and plain and (titled := refer_titled(reading, word)) is not None:
        return titled
    speaks = word in reading.lexicon.speakers | reading.lexicon.unnamed
    alone = before == "the" and asked.first == core and speaks
    return (refer_source(reading, core) if alone else None) or found


def _issuer(reading: Reading, asked: Asked, core: int) -> Stand | None:
    """Return whose report it is: "a report on Friday by the council", "the first police reports"."""
    after = [i for i in range(core + 1, asked.last) if reading.words[i].folded in _BY]
    found = [resolve(reading, replace(asked, first=i + 1)) for i in after]
    if core > asked.first:
        maker = resolve(reading, replace(asked, last=core - 1))
        found += [maker] if maker is not None and not maker.key.startswith("name:") else []
    return next((s for s in found if s is not None and (s.organisation or s.parent is not None)), None)


def placed_at(reading: Reading, asked: Asked, core: int) -> Stand | None:
    """Return the body of "a source at the Orlo police command": none that is a state or a place."""
    at = core + 1
    if at >= asked.last or reading.words[at].broken or reading.words[at].folded not in _AT:
        return None
    if find_head(reading, asked.first, core).kind != "speaker":
        return None
    body = resolve(reading, replace(asked, first=at + 1, speaking=False))
    if body is None or not body.organisation or body.state:
        return None
    words = fold_name(body.name)
    named = not body.key.startswith("name:") or not reading.lexicon.organisation_words.isdisjoint(words)
    return body if named else None


def _called(reading: Reading, asked: Asked, core: int) -> Stand | None:
    """Resolve "the front" to the last organisation before it in whose name the word stands."""
    word = reading.words[core].folded
    before = reading.words[asked.first - 1].folded if asked.first else ""
    if before != "the" or word not in reading.lexicon.organisation_words or asked.first != core:
        return None
    for mention in reversed(reading.mentions):
        named = mention.stand.organisation and not mention.stand.state and mention.last < core
        if named and word in fold_name(mention.stand.name):
            return mention.stand.why(f"“the {word}” is short for {mention.stand.name}, named before")
    return None


def _some_source(reading: Reading, asked: Asked, core: int) -> Stand | None:
    """Return "a police captain" who speaks as a source without a name; "the" something stays open."""
    before = reading.words[asked.first - 1].folded if asked.first else ""
    lower = not reading.words[core].capital and reading.words[core].folded not in reading.lexicon.stops
    pronoun = reading.words[asked.first].folded in reading.lexicon.pronouns
    if not asked.speaking or not lower or pronoun or before == "the":
        return None
    return unnamed(reading, asked.first, core)


def _skip_determiners(reading: Reading, first: int, last: int) -> int:
    while first < last and first not in reading.by_word:
        word = reading.words[first].folded
        if word in reading.lexicon.pronouns or not (word in reading.lexicon.determiners or word.isdigit()):
            break
        first += 1
    return first


def _of_pronoun(reading: Reading, asked: Asked) -> Stand | None:
    """Resolve "he" and "its fighters"."""
    pronoun = reading.lexicon.pronouns[reading.words[asked.first].folded]
    if asked.first == asked.last:
        return refer_pronoun(reading, asked, pronoun)
    inner = replace(asked, first=asked.first + 1)
    head = find_head(reading, inner.first, _core(reading, inner))
    owner = refer_pronoun(reading, asked, pronoun, head.phrase if head.kind in _ARMED else "")
    if owner is not None and head.kind:
        return owned(head, owner)
    named = last_name(reading, inner.first, asked.last)
    return named.stand if named is not None else None


def _whole(reading: Reading, asked: Asked) -> Stand | None:
    """Return the mention that starts the phrase, where nothing but what describes it follows.

    "X" of "X-brokered" counts where it is asked for by itself.
    """
    mention = reading.by_word.get(asked.first)
    if mention is None or (mention.modifier and mention.last < asked.last):
        return None
    after = mention.last + 1
    if after > asked.last:
        return mention.stand
    return (
        mention.stand if reading.words[after].broken and not reading.words[mention.last].possessive else None
    )


def _core(reading: Reading, asked: Asked) -> int:
    """Return the last word of the phrase's core: before the first comma, preposition or relative."""
    for at in range(asked.first + 1, asked.last + 1):
        taken, before = reading.by_word.get(at), reading.by_word.get(at - 1)
        inside = (taken is not None and taken.first < at) or (before is not None and before.modifier)
        cut = reading.words[at].folded in _CUTS and not reading.words[at].glued
        if not inside and (reading.words[at].broken or cut):
            return at - 1
    return asked.last


def _joined(reading: Reading, asked: Asked, core: int) -> Stand | None:
    """Resolve "X and Y": the first that is named, else the broader side."""
    for at in range(asked.first + 1, core):
        if reading.words[at].folded in _JOINS and at not in reading.by_word:
            left = resolve(reading, replace(asked, last=at - 1))
            right = resolve(reading, replace(asked, first=at + 1, last=core))
            if left is None or right is None:
                return left or right
            sides = left.key.startswith("generic:") and right.key.startswith("generic:")
            return right if sides and right.side is not None and not left.key.endswith(":rebels") else left
    return None


def _single(reading: Reading, asked: Asked, core: int) -> Stand | None:
    """Resolve a phrase of one head."""
    mention = reading.by_word.get(core)
    if mention is not None and mention.person:
        return mention.stand
    split = _of_at(reading, asked.first, core)
    if split is not None and (found := _of_phrase(reading, asked, core, split)) is not None:
        return found
    head = find_head(reading, asked.first, split - 1 if split is not None else core)
    if head.kind:
        owner = _owner(reading, asked, head.at)
        found = owned(head, owner) if owner is not None else None
        return found or unowned(head, asked.speaking)
    last = last_name(reading, asked.first, core)
    if last is None:
        return new_in(reading, asked.first, core)
    owning = last.stand.state or reading.words[last.last].possessive
    if owning and last.last < core and not reading.words[core].capital:
        return unnamed(reading, asked.first, core, last.stand) if asked.speaking else None
    return last.stand


def _of_at(reading: Reading, first: int, core: int) -> int | None:
    for at in range(first + 1, core):
        if reading.words[at].folded in {"of", "for"} and at not in reading.by_word:
            return at
    return None


def _of_phrase(reading: Reading, asked: Asked, core: int, split: int) -> Stand | None:
    """Resolve "spokesman for X", "ministry of defence of X", "fighters of X"."""
    whole = reading.folded(asked.first, core)
    if whole in reading.register.institution_words:
        return institution(reading, None, reading.register.institution_words[whole], whole)
    head = find_head(reading, asked.first, split - 1)
    owner = resolve(reading, replace(asked, first=split + 1, last=core))
    return owned(head, owner) if head.kind and owner is not None else None


def _owner(reading: Reading, asked: Asked, head: int) -> Stand | None:
    """Return the actor named last before the head: an institution of words, else a name."""
    for size in range(min(4, head - asked.first), 0, -1):
        if reading.folded(head - size, head - 1) in reading.register.institution_words:
            return _single(reading, replace(asked, last=head - 1), head - 1)
    mention = last_name(reading, asked.first, head - 1)
    if mention is not None or head == asked.first:
        return mention.stand if mention is not None else None
    word = reading.words[head - 1]
    described = word.possessive and word.folded in reading.lexicon.groups
    return refer_description(reading, head - 1, word.folded, asked.speaking) if described else None


def _narrowed(reading: Reading, asked: Asked, core: int, found: Stand | None) -> Stand | None:
    """Prefer what follows an open description: "militants from X", "the group's leader, Name"."""
    after = core + 1
    while after <= asked.last and reading.words[after].folded in _FROM | reading.lexicon.determiners:
        after += 1
    mention = reading.by_word.get(after) if after <= asked.last else None
    if mention is None or (found is not None and not found.key.startswith(("generic:", "unnamed:"))):
        return found
    if mention.person and reading.words[core + 1].broken:
        return mention.stand
    from_group = reading.words[core + 1].folded in _FROM and mention.stand.named_group
    return mention.stand if from_group and found is not None and found.key.startswith("generic:") else found


def _widened(reading: Reading, asked: Asked) -> Stand | None:
    """Resolve a lone head word with the word before it: "groups" that are "aid groups"."""
    before = asked.first - 1
    if (
        asked.first != asked.last
        or before < 0
        or reading.words[asked.first].broken
        or before in reading.by_word
    ):
        return None
    phrase = reading.folded(before, asked.first)
    lexicon = reading.lexicon
    if phrase in lexicon.unnamed or phrase in lexicon.generics or phrase in lexicon.groups:
        return resolve(reading, replace(asked, first=before))
    return None
