"""Score attribution: which words of an article are somebody's, who that is and what says so, against PolNeAR.

    python -m eval.polnear DATA [--misses]

Every text is cut into the program's tokens. A token is marked as source, cue or content where it shares a
character with a span of that kind of any attribution, in the annotation and in what the program reads, so
that nested attributions count once. Token F1 of a kind is 2 · both / (annotated + read), summed over all
texts (micro). A text annotated by several people is compared with each of them. `train` was learned from and
is never scored; every other part in the folder is, together.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from warmonitor.language.en.parser import load_parser
from warmonitor.language.en.tokens import Token, tokens
from warmonitor.model import Report, Span
from warmonitor.stages.extract.reading import read
from warmonitor.stages.extract.speech.attributed import attributed

DATA = ("polnear",)
FLOORED = ("source F1", "cue F1", "content F1")
KINDS = ("source", "cue", "content")
LEARNING = "train"


@dataclass(frozen=True)
class Annotated:
    """A text and what one annotator marked in it: for each attribution, by kind, its spans."""

    name: str
    text: str
    attributions: tuple[dict[str, list[Span]], ...]


def annotated(folder: Path) -> Iterator[Annotated]:
    """Yield each text of one part once for every annotator."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        for marks in sorted((folder / "attributions").glob(f"{path.stem}_*.ann")):
            yield Annotated(path.stem, text, tuple(_attributions(marks.read_text(encoding="utf-8"))))


def _attributions(standoff: str) -> Iterator[dict[str, list[Span]]]:
    """Read brat's standoff lines: T for spans, which may be in pieces, E for what belongs together."""
    spans: dict[str, list[Span]] = {}
    lines = [line.split("\t") for line in standoff.split("\n")]
    for row in lines:
        if row[0][:1] == "T":
            pieces = row[1].partition(" ")[2].split(";")
            spans[row[0]] = [Span(*map(int, piece.split())) for piece in pieces]
    for row in lines:
        if row[0][:1] == "E":
            roles = [role.partition(":") for role in row[1].split()[1:]]
            yield {
                kind: [
                    s for role, _, key in roles if role.lower().startswith(kind) for s in spans.get(key, [])
                ]
                for kind in KINDS
            }


def marked(words: Sequence[Token], attributions: Sequence[dict[str, list[Span]]], kind: str) -> set[int]:
    """Return the tokens that share a character with a span of one kind."""
    starts = [span for one in attributions for span in one[kind]]
    return {
        i for i, word in enumerate(words) if any(s.start < word.end and word.start < s.end for s in starts)
    }


def parts(data: Path) -> list[Path]:
    """Return the folders of the parts to be scored: all but the one for learning."""
    found = (p for p in (data / "polnear").iterdir() if (p / "text").is_dir())
    return sorted(p for p in found if p.name != LEARNING)


def score(data: Path) -> dict[str, float]:
    """Return token precision, recall and F1 of source, cue and content over all parts but `train`."""
    counts: Counter[tuple[str, str]] = Counter()
    annotations = 0
    for part in parts(data):
        for _, words, gold, found in compared(part):
            annotations += 1
            for kind in KINDS:
                own, other = marked(words, gold, kind), marked(words, found, kind)
                counts[kind, "both"] += len(own & other)
                counts[kind, "asked"] += len(own)
                counts[kind, "given"] += len(other)
    if not annotations:
        return {}
    shares: dict[str, float] = {"annotations": annotations}
    for kind in KINDS:
        both, asked, given = counts[kind, "both"], counts[kind, "asked"], counts[kind, "given"]
        shares[f"{kind} F1"] = 2 * both / (asked + given or 1)
        shares[f"{kind} precision"] = both / (given or 1)
        shares[f"{kind} recall"] = both / (asked or 1)
    return shares


Spans = Sequence[dict[str, list[Span]]]


def compared(part: Path) -> Iterator[tuple[str, list[Token], Spans, Spans]]:
    """Yield for every annotation its text's name, tokens, what was annotated and what the program reads."""
    parser, last, found = load_parser(), "", list[dict[str, list[Span]]]()
    words: list[Token] = []
    for one in annotated(part):
        if one.name != last:
            last, words = one.name, tokens(one.text)
            reading = read(Report("report-1", one.name, "", one.text), parser, whole=True)
            found = [
                {"source": [*a.source], "cue": [*a.cue], "content": [*a.content]} for a in attributed(reading)
            ]
        yield one.name, words, one.attributions, found


def main() -> None:
    """Print the measures as JSON, with `--misses` how many cues were missed or invented, by word."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--misses", action="store_true")
    given = options.parse_args()
    if given.misses:
        kinds: Counter[tuple[str, str]] = Counter()
        for _, words, gold, found in (row for part in parts(given.data) for row in compared(part)):
            asked, read_ = marked(words, gold, "cue"), marked(words, found, "cue")
            kinds.update(("missed", words[i].text.lower()) for i in asked - read_)
            kinds.update(("invented", words[i].text.lower()) for i in read_ - asked)
        print(*(f"{n:5} {side:9} {word}" for (side, word), n in kinds.most_common(60)), sep="\n")
    print(json.dumps(score(given.data), indent=2))


if __name__ == "__main__":
    main()
