"""Words by how treebanks write them in the middle of a sentence: small, capitalised, or in capitals.

python -m training.casing TREEBANK.conllu … > src/warmonitor/language/en/data/casing.yml
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from textwrap import fill

from training.treebank import read

LEAST = {"small": 2, "capital": 6, "upper": 4}
SHARE = {"small": 0.5, "capital": 0.8, "upper": 0.8}
BOTH = ("us", "who")  # pronouns that are also the initials of a name
HEAD = """\
# How words are written inside a sentence of mixed case, to undo capitals with (language/en/casing.py).
# Made by training/casing.py from UD English EWT (train) and GUM (train, open genres), CC BY-SA 4.0.
"""


def form_of(word: str) -> str:
    """Return which of the three ways a word is written in."""
    if word.isupper() and len(word) > 1:
        return "upper"
    return "capital" if word[0].isupper() else "small"


def counted(paths: Iterable[Path]) -> dict[str, Counter[str]]:
    """Return how often each word is written in each way, sentences in capitals and first words left out."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path in paths:
        for sentence in read(path):
            forms = [w.form for w in sentence.words]
            if sum(f[:1].isupper() for f in forms) * 2 > len(forms):
                continue
            for before, form in pairwise(forms):
                if form.isalpha() and form.isascii() and before.isalnum():
                    counts[form.lower()][form_of(form)] += 1
    return counts


def lists(counts: dict[str, Counter[str]]) -> dict[str, list[str]]:
    """Return the words that are nearly always written in one way."""
    return {
        way: sorted(
            word
            for word, ways in counts.items()
            if ways[way] >= LEAST[way] and ways[way] >= SHARE[way] * ways.total()
        )
        for way in LEAST
    }


def main(arguments: list[str]) -> None:
    """Print the lists as YAML."""
    print(HEAD, end="")
    for way, words in {**lists(counted(map(Path, arguments))), "both": list(BOTH)}.items():
        body = fill(" ".join(words), 116, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
        print(f"{way}: >-\n{body}")


if __name__ == "__main__":
    main(sys.argv[1:])
