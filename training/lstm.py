"""A bidirectional LSTM layer whose backward pass takes all steps' weight gradients in one product.

PyTorch's own, over packed sequences on a CPU, fills a gradient as large as the batch at every step.
"""

from typing import Any

import torch
from torch import Tensor, nn


class _Recurrence(torch.autograd.Function):
    """Both directions' steps: (2, steps, batch, 4h) and weights (2, h, 4h) to (2, steps, batch, h)."""

    @staticmethod
    def forward(ctx: Any, fed: Tensor, u: Tensor) -> Tensor:
        _, steps, batch, width = fed.shape
        h = width // 4
        gates, states, cells = (
            torch.empty_like(fed),
            fed.new_empty(2, steps, batch, h),
            fed.new_empty(2, steps, batch, h),
        )
        state, cell = fed.new_zeros(2, batch, h), fed.new_zeros(2, batch, h)
        for t in range(steps):
            g = torch.baddbmm(fed[:, t], state, u)
            g[..., : 2 * h].sigmoid_()
            g[..., 2 * h : 3 * h].tanh_()
            g[..., 3 * h :].sigmoid_()
            cell = g[..., h : 2 * h] * cell + g[..., :h] * g[..., 2 * h : 3 * h]
            state = g[..., 3 * h :] * cell.tanh()
            gates[:, t], cells[:, t], states[:, t] = g, cell, state
        ctx.save_for_backward(u, gates, cells, states)
        return states

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> tuple[Tensor, Tensor]:
        u, gates, cells, states = ctx.saved_tensors
        _, steps, batch, h = states.shape
        out, ut = torch.empty_like(gates), u.transpose(1, 2).contiguous()
        d_state, d_cell = torch.zeros_like(states[:, 0]), torch.zeros_like(states[:, 0])
        first = torch.zeros_like(d_cell)
        for t in reversed(range(steps)):
            i, f, c, o = gates[:, t].split(h, dim=2)
            curved = cells[:, t].tanh()
            d_state = d_state + grads[0][:, t]
            d_cell = d_cell + d_state * o * (1 - curved * curved)
            before = cells[:, t - 1] if t else first
            d = out[:, t]
            d[..., :h] = d_cell * c * i * (1 - i)
            d[..., h : 2 * h] = d_cell * before * f * (1 - f)
            d[..., 2 * h : 3 * h] = d_cell * i * (1 - c * c)
            d[..., 3 * h :] = d_state * curved * o * (1 - o)
            d_cell = d_cell * f
            d_state = torch.bmm(d, ut)
        earlier = torch.cat([first[:, None], states[:, :-1]], dim=1).view(2, steps * batch, h)
        return out, torch.bmm(earlier.transpose(1, 2), out.view(2, steps * batch, 4 * h))


class BiLSTM(nn.Module):
    """One layer; its weights are those of an nn.LSTM, under the same names."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.lstm = nn.LSTM(width, hidden, bidirectional=True)

    def forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        """Return (batch, longest, 2h) for x (batch, longest, width), each sentence read within its length."""
        w = self.lstm
        back = _reversal(x.shape[1], lengths)
        ahead = nn.functional.linear(x, w.weight_ih_l0, w.bias_ih_l0 + w.bias_hh_l0)
        behind = nn.functional.linear(x, w.weight_ih_l0_reverse, w.bias_ih_l0_reverse + w.bias_hh_l0_reverse)
        fed = torch.stack([ahead, _picked(behind, back)]).transpose(1, 2).contiguous()
        u = torch.stack([w.weight_hh_l0.T, w.weight_hh_l0_reverse.T])
        states = _Recurrence.apply(fed, u).transpose(1, 2)
        return torch.cat([states[0], _picked(states[1], back)], dim=2)


def _reversal(longest: int, lengths: Tensor) -> Tensor:
    at = torch.arange(longest)[None]
    return torch.where(at < lengths[:, None], lengths[:, None] - 1 - at, at)


def _picked(x: Tensor, at: Tensor) -> Tensor:
    return x.gather(1, at[:, :, None].expand(-1, -1, x.shape[2]))
