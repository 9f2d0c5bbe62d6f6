"""What the tagger sees of a word: its neighbours in the tree, its letters, what such nouns name."""

from collections.abc import Callable, Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from warmonitor.language.en.parser.records import Parse

Floats = NDArray[np.float32]
Shares = Callable[[str], Floats]

BUCKETS = 1 << 15
TAGS = ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "VERB", "ADV", "X", "ADP", "SYM")
RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss", "compound", "flat", "conj", "appos",
    "amod", "root", "advmod", "nummod", "det", "vocative", "obl:agent", "parataxis",
)  # fmt: skip
_ARGUMENTS = {"nsubj", "obj", "obl", "nmod", "root", "conj", "appos"}
_NAMING = {"NOUN", "PROPN", "PRON"}
_LOOSE = {"NUM", "DET", "ADJ", "X"}
_PLACES = {"here", "there"}
WIDTH = len(TAGS) + len(RELATIONS) + 8 + 15


def candidate(parse: Parse, i: int) -> bool:
    """Say whether token i may be the head of a mention."""
    if parse.upos[i] in _NAMING:
        return True
    if parse.upos[i] == "ADV":
        return parse.words[i].lower() in _PLACES
    return parse.upos[i] in _LOOSE and parse.deprels[i].split(":")[0] in _ARGUMENTS


def dense(words: Sequence[str], parse: Parse, i: int, shares: Shares) -> Floats:
    """Return (WIDTH,): tag and relation as one in many, marks of form, shares of use of nouns round it."""
    word, head = words[i], parse.heads[i]
    last = word.rsplit(" ", 1)[-1]
    first = word.split(" ", 1)[0].lower() if " " in word else ""
    beside = [shares(_lemma(parse, c)) for c in parse.children(i, "compound", "flat", "appos", "amod")]
    return np.concatenate(
        [
            _one_of(parse.upos[i], TAGS),
            _one_of(_relation(parse, i), RELATIONS),
            _marks(word, parse, i),
            shares(_lemma(parse, i)),
            shares(last.lower()),
            shares(_lemma(parse, head) if head >= 0 else ""),
            np.max(beside, axis=0) if beside else shares(""),
            shares(first),
        ],
        dtype=np.float32,
    )


def _one_of(value: str, known: Sequence[str]) -> Floats:
    return np.array([value == one for one in known], np.float32)


def _relation(parse: Parse, i: int) -> str:
    full = parse.deprels[i]
    return full if full in RELATIONS else full.split(":")[0]


def _marks(word: str, parse: Parse, i: int) -> Floats:
    return np.array(
        [
            word[:1].isupper() and i > 0,
            " " in word,
            word.isupper() and len(word) > 1,
            i == 0,
            bool(parse.children(i, "det")),
            bool(parse.children(i, "nummod")),
            bool(parse.children(i, "nmod:poss")),
            "-" in word,
        ],
        np.float32,
    )


def _lemma(parse: Parse, i: int) -> str:
    return parse.lemmas[i].lower().rsplit(" ", 1)[-1]


def sparse(words: Sequence[str], parse: Parse, i: int) -> list[int]:
    """Return the buckets of the features that are words; always as many for any token."""
    return [crc32(feature.encode("utf-8", "surrogatepass")) % BUCKETS for feature in _texts(words, parse, i)]


def _texts(words: Sequence[str], parse: Parse, i: int) -> Iterator[str]:
    relation = _relation(parse, i)
    case = "_".join(parse.words[c].lower() for c in parse.children(i, "case"))
    yield from _letters(words, i)
    yield f"l={_lemma(parse, i)}"
    yield f"c={case}"
    yield f"cd={case}:{parse.upos[i]}"
    yield f"cop={bool(parse.children(i, 'cop'))}"
    yield from _around(words, i)
    yield from _above(parse, i, relation)
    yield from _below(parse, i)


def _letters(words: Sequence[str], i: int) -> Iterator[str]:
    last = words[i].rsplit(" ", 1)[-1]
    low = last.lower()
    yield f"f={words[i].split(' ', 1)[0].lower()}"
    yield from (f"s{n}={low[-n:]}" for n in (2, 3, 4))
    yield f"p3={low[:3]}"
    yield f"sh={''.join(map(_shape, last[:4]))}:{i == 0}"


def _shape(letter: str) -> str:
    if letter.isupper():
        return "X"
    return "x" if letter.isalpha() else "d" if letter.isdigit() else letter


def _around(words: Sequence[str], i: int) -> Iterator[str]:
    for by in (-2, -1, 1, 2):
        at = i + by
        near = words[at].lower().rsplit(" ", 1)[-1] if 0 <= at < len(words) else "<>"
        yield f"{by}={near}"


def _above(parse: Parse, i: int, relation: str) -> Iterator[str]:
    head = parse.heads[i]
    above = parse.heads[head] if head >= 0 else -1
    yield f"h={relation}:{_lemma(parse, head) if head >= 0 else '<>'}"
    yield f"hh={_lemma(parse, above) if above >= 0 else ''}:{relation}"


def _below(parse: Parse, i: int) -> Iterator[str]:
    names = sorted(_lemma(parse, c) for c in parse.children(i, "compound", "flat"))
    marks = [_lemma(parse, c) for c in parse.children(i, "amod")]
    relatives = [s for c in parse.children(i, "acl:relcl") for s in parse.children(c, "nsubj")]
    yield f"m={names[0] if names else ''}"
    yield f"am={marks[0] if marks else ''}"
    yield f"det={'|'.join(parse.words[c].lower() for c in parse.children(i, 'det'))}"
    yield f"rc={'|'.join(parse.words[c].lower() for c in relatives)}"
