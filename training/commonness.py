"""How common words are in English at large: the chance that a report of 300 words has each, from treebanks.

python -m training.commonness TREEBANK.conllu … > src/warmonitor/stages/group/coverage/data/commonness.yml
"""

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from textwrap import fill

from training.treebank import read

REPORT = 300  # words
RAREST = 8  # halvings of one; a rarer word weighs the same whatever its chance
HEAD = """\
# Words of English by how often one must be halved to reach the chance that a report of 300 words has them.
# Made by training/commonness.py from UD English EWT (train) and GUM (train, open genres), CC BY-SA 4.0.
"""


def halvings(counts: Counter[str]) -> dict[int, list[str]]:
    """Return the words by how often one must be halved to reach their chance; rarer ones are left out."""
    total = counts.total()
    found: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        step = round(-math.log2(1 - math.exp(-REPORT * count / total)))
        if step <= RAREST:
            found[step].append(word)
    return found


def counted(paths: Iterable[Path]) -> Counter[str]:
    """Return how often each word stands in the treebanks, in small letters."""
    forms = (w.form for path in paths for sentence in read(path) for w in sentence.words)
    return Counter(form.lower() for form in forms if form.isascii() and form.isalpha())


def main(arguments: list[str]) -> None:
    """Print the lists as YAML."""
    print(HEAD, end="")
    for step, words in sorted(halvings(counted(map(Path, arguments))).items()):
        listed = " ".join(sorted(words))
        body = fill(listed, 116, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
        print(f"{step}: >-\n{body}")


if __name__ == "__main__":
    main(sys.argv[1:])
