"""What the reader of attributions sees of a word, and of a word seen from a cue."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from warmonitor.language.en.attribution.senses import Senses
from warmonitor.language.en.parser import Parse
from warmonitor.language.en.quotations import Quotation
from warmonitor.language.en.tokens import Token
from warmonitor.model import Span

Matrix = NDArray[np.float32]
Numbers = NDArray[np.int64]
STEPS = 21
QUOTED = 4
_LONG = 40  # characters from which a quotation is somebody's sentence rather than a term
_WIDTHS = (1, 2, 3, 4, 6, 9, 14, 22)
_UPS = 3


def ways(relations: int) -> int:
    """Return how many classes `way` tells apart."""
    return 1 + _UPS * (relations + 1)


def in_quotation(tokens: Sequence[Token], span: Span, quotations: Sequence[Quotation]) -> Matrix:
    """Return (tokens, 3): in quotation marks, in marks that reach over the sentence, in long ones."""
    marks = np.zeros((len(tokens), 3), np.float32)
    for quotation in quotations:
        outer = quotation.outer
        inside = [i for i, t in enumerate(tokens) if outer.start <= t.start and t.end <= outer.end]
        over = outer.start < span.start or outer.end > span.end
        marks[inside] = (1.0, float(over), float(outer.end - outer.start > _LONG))
    return marks


def inputs(parse: Parse, quoted: Matrix, senses: Senses) -> Matrix:
    """Return what is seen of each word: senses, the parser's states, quotation marks."""
    return np.concatenate([senses.of(parse.lemmas, parse.upos) * 2, *parse.states, quoted], axis=1)


def seen_from(parse: Parse, carrier: int, quoted: Matrix, relations: Mapping[str, int]) -> Numbers:
    """Return (tokens, 4): step, way, relation and quotation class of each token as seen from a cue."""
    own = np.array([relations.get(r, 0) for r in parse.deprels], np.int64)
    inside = quoted[:, 0].astype(np.int64)
    way = _way(parse.heads, own, carrier, len(relations))
    return np.stack([_steps(len(parse), carrier), way, own, inside * 2 + inside[carrier]], axis=1)


def _steps(tokens: int, carrier: int) -> Numbers:
    apart = np.arange(tokens) - carrier
    width = np.searchsorted(_WIDTHS, np.abs(apart), side="left") + 1
    return STEPS // 2 + np.sign(apart) * width


def _way(heads: Sequence[int], own: Numbers, carrier: int, relations: int) -> Numbers:
    """Return the class of the way from the cue: steps up to where they part, relation of the step down."""
    above: dict[int, int] = {}
    node = carrier
    while node >= 0 and node not in above:
        above[node] = len(above)
        node = heads[node]
    return np.array([_down(heads, own, above, j, relations) for j in range(len(heads))], np.int64)


def _down(heads: Sequence[int], own: Numbers, above: dict[int, int], j: int, relations: int) -> int:
    last, node = -1, j
    for _ in heads:
        if node < 0 or node in above:
            break
        last, node = node, heads[node]
    up = min(above.get(node, _UPS - 1), _UPS - 1)
    if last < 0 and up == 0:
        return 0
    return 1 + up * (relations + 1) + (0 if last < 0 else 1 + int(own[last]))
