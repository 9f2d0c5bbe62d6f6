"""The same net as the program's reader of attributions, in PyTorch, for learning."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, pad
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

from training.attribution.examples import Example
from warmonitor.language.en.attribution.features import QUOTED, STEPS, ways

INTO, HIDDEN, CARRIER, EACH = 96, 64, 48, 64
DROP_IN, DROP = 0.5, 0.25
MARKS_WEIGHT = 0.35


class TorchReader(nn.Module):
    """A projection, one BiLSTM layer, a detector of cues, and marks of each word seen from each cue."""

    def __init__(self, width: int, relations: int) -> None:
        super().__init__()
        self.into = nn.Linear(width, INTO)
        self.lstm = nn.LSTM(INTO, HIDDEN, bidirectional=True, batch_first=True)
        self.carrier = nn.Linear(2 * HIDDEN + INTO, CARRIER)
        self.carries = nn.Linear(CARRIER, 1)
        self.cue = nn.Linear(2 * HIDDEN, EACH)
        self.each = nn.Linear(2 * HIDDEN, EACH, bias=False)
        self.seen = nn.ModuleList(nn.Embedding(n, EACH) for n in (STEPS, ways(relations), relations, QUOTED))
        for table in self.seen:
            nn.init.normal_(table.weight, std=0.1)
        self.marks = nn.Linear(EACH, len(("source", "cue", "content")))
        self.drop_in, self.drop = nn.Dropout(DROP_IN), nn.Dropout(DROP)

    def loss(self, batch: Sequence[Example]) -> Tensor:
        """Return the summed losses of cues and of marks, a sentence."""
        lengths = [len(one.carriers) for one in batch]
        x = pad_sequence([torch.from_numpy(one.inputs) for one in batch], batch_first=True)
        low = torch.tanh(self.into(self.drop_in(x)))
        packed = pack_padded_sequence(self.drop(low), lengths, batch_first=True, enforce_sorted=False)
        top, _ = pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        hidden = torch.tanh(self.carrier(self.drop(torch.cat([top, low], -1))))
        real = pad_sequence([torch.ones(n) for n in lengths], batch_first=True)
        gold = pad_sequence([torch.from_numpy(one.carriers) for one in batch], batch_first=True)
        loss = _cross(self.carries(hidden)[..., 0], gold, real) / len(batch)
        return loss + MARKS_WEIGHT * self._marks_loss(batch, top, real) / len(batch)

    def _marks_loss(self, batch: Sequence[Example], top: Tensor, real: Tensor) -> Tensor:
        pairs = [(row, a) for row, one in enumerate(batch) for a in one.attributions]
        if not pairs:
            return top.new_zeros(())
        rows = torch.tensor([row for row, _ in pairs])
        cues = torch.tensor([a.carrier for _, a in pairs])
        each, cue = self.each(self.drop(top))[rows], self.cue(self.drop(top))[rows, cues]
        seen = pad_sequence([torch.from_numpy(a.seen) for _, a in pairs], batch_first=True)
        marks = pad_sequence([torch.from_numpy(a.marks) for _, a in pairs], batch_first=True)
        short = top.shape[1] - seen.shape[1]
        seen, marks = pad(seen, (0, 0, 0, short)), pad(marks, (0, 0, 0, short))
        hidden = each + cue[:, None] + sum(table(seen[..., k]) for k, table in enumerate(self.seen))
        weight = real[rows] * torch.tensor([a.weight for _, a in pairs])[:, None]
        return _cross(self.marks(self.drop(torch.tanh(hidden))), marks, weight[..., None])


def _cross(scores: Tensor, gold: Tensor, weight: Tensor) -> Tensor:
    return (binary_cross_entropy_with_logits(scores, gold, reduction="none") * weight).sum()
