"""Join words that a treebank splits at hyphens, as the program's tokenizer never splits them."""

from dataclasses import replace

from training.words import Word

_HYPHENS = {"-", "–", "‐", "‑"}


def merge(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the sentence with each run "a - b" written without spaces as one word.

    The joined word takes tag, relation and head of the piece whose head lies outside the run; in a name
    or a noun it is lemmatised whole, else by its last piece.
    """
    runs = _runs(words)
    if not runs:
        return words
    owner = list(range(len(words)))
    for first, last in runs:
        owner[first : last + 1] = [first] * (last - first + 1)
    firsts = sorted(set(owner))
    place = {first: i for i, first in enumerate(firsts)}
    ends = dict(runs)
    joined = []
    for first in firsts:
        last = ends.get(first, first)
        word = words[first] if last == first else _joined(words, first, last)
        joined.append(replace(word, head=-1 if word.head < 0 else place[owner[word.head]]))
    return tuple(joined)


def _runs(words: tuple[Word, ...]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for i in range(1, len(words) - 1):
        before, mark, after = words[i - 1], words[i], words[i + 1]
        tied = mark.form in _HYPHENS and not before.space and not mark.space
        if tied and before.form[-1:].isalnum() and after.form[:1].isalnum():
            if runs and runs[-1][1] == i - 1:
                runs[-1] = (runs[-1][0], i + 1)
            else:
                runs.append((i - 1, i + 1))
    return runs


def _joined(words: tuple[Word, ...], first: int, last: int) -> Word:
    pieces = words[first : last + 1]
    tops = [w for w in pieces if not first <= w.head <= last]
    top = next((w for w in tops if w.deprel != "punct"), tops[0] if tops else pieces[-1])
    form = "".join(w.form for w in pieces)
    lemma = "".join(w.form for w in pieces[:-1]) + pieces[-1].lemma
    if top.upos != "PROPN":
        lemma = lemma.lower()
    return replace(top, form=form, lemma=lemma, space=pieces[-1].space)
