"""Change training sentences as news changes them: unknown names, capitals, lost marks, other numbers."""

import random
from dataclasses import replace

from training.words import Sentence, Word

_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue tues wed thu thurs fri sat sun mr mrs ms dr u.s. us uk u.k. i".split()
)
# Onset, nucleus and coda by the sound of a region; ends that its names favour.
_SOUNDS: tuple[tuple[str, str, str, str], ...] = (
    (
        "b d f gh h j k kh l m n q r s sh t th w y z",
        "a a a i u aa ee ou",
        "b d f h l m n r s t z",
        "i a ah iya",
    ),
    (
        "b br d g k kr l m n p r s sl st t v vl z zh",
        "a e i o u ya",
        "k l m n r s v",
        "ov ko sk ka ets ivka ich",
    ),
    ("b ch d f g k l m mb n nd ng nk nt p s t w z", "a a e i o u", "", "a e i o u wa ba la"),
    ("b ch d dh g h j k l m n p ph r s sh t th y", "a e i o u ai ee", "n ng m k t", "pur ung an ar i"),
    ("b c d f g h j l m n p r s t v z ch", "a e i o u", "l n r s", "o a ez os illo ano"),
    (
        "b c d f g h k l m n p r s t w th st br",
        "a e i o u ea ou",
        "ck ll n nd r rd s t",
        "er ton son ley man",
    ),
)


def invented(rng: random.Random, length: int) -> str:
    """Return a capitalised name that no text has, of about the length given."""
    onsets, nuclei, codas, ends = (part.split() for part in rng.choice(_SOUNDS))
    name = ""
    while len(name) < min(max(length - 2, 2), 9):
        name += rng.choice(onsets) + rng.choice(nuclei)
        if codas and rng.random() < 0.35:
            name += rng.choice(codas)
    if rng.random() < 0.4:
        name += rng.choice(ends)
    name = name.capitalize()
    if rng.random() < 0.06:
        name = rng.choice(("al-", "Al-", "el-", "Abu-")) + name
    elif rng.random() < 0.03:
        name += "-" + invented(rng, 4)
    return name


def augmented(sentence: Sentence, rng: random.Random) -> list[Word]:
    """Return the sentence's words, some of them changed; heads stay right."""
    words = list(sentence.words)
    if rng.random() < 0.3:
        words = _renamed(words, rng)
    if rng.random() < 0.25:
        words = [_renumbered(w, rng) for w in words]
    if rng.random() < 0.5:
        words = _curled(words)
    if rng.random() < 0.1:
        words = _dropped(words, {len(words) - 1})
    if rng.random() < 0.04:
        words = _dropped(words, {i for i, w in enumerate(words) if w.form == ","})
    if rng.random() < 0.1:
        words = [replace(w, form=w.form.upper()) for w in words]
    return words


def _renamed(words: list[Word], rng: random.Random) -> list[Word]:
    made: dict[str, str] = {}
    changed = []
    for word in words:
        known = word.form.lower() in _DATES or not word.form.isalpha() or not word.form.istitle()
        if word.upos != "PROPN" or known or "Plur" in word.feats or rng.random() < 0.2:
            changed.append(word)
            continue
        name = made.setdefault(word.form, invented(rng, len(word.form)))
        changed.append(replace(word, form=name, lemma=name))
    return changed


def _renumbered(word: Word, rng: random.Random) -> Word:
    if word.upos != "NUM" or not any(c.isdigit() for c in word.form):
        return word
    if word.form.isdigit() and len(word.form) != 4 and rng.random() < 0.5:
        number = rng.choice((rng.randint(2, 99), rng.randint(100, 999), rng.randint(1000, 90000)))
        form = f"{number:,}"
    else:
        form = "".join(str(rng.randint(0, 9)) if c.isdigit() else c for c in word.form)
    return replace(word, form=form, lemma=form)


def _curled(words: list[Word]) -> list[Word]:
    inside = False
    changed = []
    for word in words:
        form = word.form.replace("'", "’") if word.form != "'" else word.form
        if form in {'"', "``", "''"}:
            form, inside = ("”", False) if inside else ("“", True)
        changed.append(replace(word, form=form))
    return changed


def _dropped(words: list[Word], out: set[int]) -> list[Word]:
    """Leave out those of the words that are punctuation and head nothing."""
    heads = {w.head for w in words}
    out = {i for i in out if words[i].upos == "PUNCT" and i not in heads and words[i].head >= 0}
    if not out or len(out) == len(words):
        return words
    kept = [i for i in range(len(words)) if i not in out]
    place = {old: new for new, old in enumerate(kept)} | {-1: -1}
    return [replace(words[i], head=place[words[i].head]) for i in kept]
