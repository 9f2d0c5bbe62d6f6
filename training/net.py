"""The same net as the program's, in PyTorch, for learning."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, relu

from training.lstm import BiLSTM


@dataclass(frozen=True, slots=True)
class Sizes:
    """Widths of the net; `tables` are (rows, width) of each kind of feature."""

    tables: tuple[tuple[int, int], ...]
    tags: int
    feats: int
    rules: int
    relations: int
    hidden: int = 160
    arc: int = 192
    rel: int = 64


@dataclass(frozen=True, slots=True)
class Gold:
    """Right answers, padded (batch, longest); -100 where there is no word."""

    heads: Tensor
    relations: Tensor
    tags: Tensor
    feats: Tensor
    rules: Tensor


class TorchNet(nn.Module):
    """Embeddings, two BiLSTM layers, biaffine arcs and relations, three taggers."""

    def __init__(self, sizes: Sizes, dropout: float = 0.33) -> None:
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(rows, width) for rows, width in sizes.tables)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.3)
        width, h = sum(w for _, w in sizes.tables), sizes.hidden
        self.low = BiLSTM(width, h)
        self.top = BiLSTM(2 * h, h)
        self.tags = nn.Linear(2 * h, sizes.tags)
        self.feats = nn.Linear(2 * h, sizes.feats)
        self.rules = nn.Linear(2 * h, sizes.rules)
        self.rules_in = nn.Linear(width, sizes.rules, bias=False)
        self.arc_dep, self.arc_head = nn.Linear(2 * h, sizes.arc), nn.Linear(2 * h, sizes.arc)
        self.rel_dep, self.rel_head = nn.Linear(2 * h, sizes.rel), nn.Linear(2 * h, sizes.rel)
        self.root = nn.Parameter(torch.randn(2 * h) * 0.1)
        self.arc_u = nn.Parameter(torch.randn(sizes.arc, sizes.arc) * sizes.arc**-0.5 * 0.3)
        self.arc_b = nn.Parameter(torch.zeros(sizes.arc))
        self.rel_u = nn.Parameter(torch.randn(sizes.rel, sizes.relations, sizes.rel) * 0.05)
        self.rel_b = nn.Linear(2 * sizes.rel, sizes.relations)
        self.dropout = dropout

    def loss(self, rows: Tensor, lengths: Tensor, gold: Gold) -> Tensor:
        """Return the summed mean losses of arcs, relations, tags, feats and lemma rules."""
        x = self._drop(torch.cat([t(rows[:, :, k]) for k, t in enumerate(self.tables)], dim=2))
        low = self._drop(self.low(x, lengths))
        top = self._drop(self.top(low, lengths))
        nodes = torch.cat([self.root.expand(len(top), 1, -1), top], dim=1)
        dep, head = self._drop(relu(self.arc_dep(top))), self._drop(relu(self.arc_head(nodes)))
        arcs = (dep @ self.arc_u + self.arc_b) @ head.transpose(1, 2)
        beyond = torch.arange(arcs.shape[2])[None] > lengths[:, None]
        arcs = arcs.masked_fill(beyond[:, None, :], -1e9)
        real = gold.heads >= 0
        rel_dep = self._drop(relu(self.rel_dep(top)), 0.2)[real]
        rel_head = self._drop(relu(self.rel_head(nodes)), 0.2)
        at = gold.heads.clamp(min=0)[:, :, None].expand(-1, -1, rel_head.shape[2])
        rel_head = rel_head.gather(1, at)[real]
        d, r = self.rel_u.shape[0], self.rel_u.shape[1]
        rels = ((rel_dep @ self.rel_u.reshape(d, -1)).view(-1, r, d) @ rel_head[:, :, None])[:, :, 0]
        rels = rels + self.rel_b(torch.cat([rel_dep, rel_head], dim=1))
        low_real, x_real = low[real], x[real]
        return (
            cross_entropy(arcs[real], gold.heads[real])
            + cross_entropy(rels, gold.relations[real])
            + 0.5 * cross_entropy(self.tags(low_real), gold.tags[real])
            + 0.3 * cross_entropy(self.feats(low_real), gold.feats[real])
            + 0.3 * cross_entropy(self.rules(low_real) + self.rules_in(x_real), gold.rules[real])
        )

    def _drop(self, x: Tensor, share: float | None = None) -> Tensor:
        """Drop the same units at every word of a sentence."""
        if not self.training:
            return x
        keep = 1 - (self.dropout if share is None else share)
        return x * torch.bernoulli(torch.full((x.shape[0], 1, x.shape[2]), keep)) / keep
