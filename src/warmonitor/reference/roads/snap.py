"""Ends of lines that stop a few metres short of another road, and what they are joined to."""

import numpy as np

from warmonitor.reference.roads.records import UNITS, Ints

SNAP_M = 5.0
METRES_A_UNIT = 111_195.0 / UNITS  # of latitude


def snapped(x: Ints, y: Ints, node: Ints, line: Ints, ends: Ints) -> tuple[Ints, Ints]:
    """Return pairs of nodes that are one: a loose end and the nearest node of another line within SNAP_M.

    `x` and `y` are of nodes; `node` and `line` of each point of a line; `ends` are the points that end one.
    """
    count = np.bincount(node, minlength=x.size)
    home = np.zeros(x.size, np.int64)
    home[node[::-1]] = line[::-1]
    loose = np.unique(node[ends])
    loose = loose[count[loose] == 1]
    size = int(SNAP_M / METRES_A_UNIT) + 1
    wide = np.maximum(0.05, np.cos(np.radians(y / UNITS)))
    column, row = x // int(size / wide.min(initial=1.0) + 1), y // size
    cell = (column << 32) + row
    order = np.argsort(cell, kind="stable")
    sorted_cells = cell[order]
    best = np.full(x.size, SNAP_M)
    chosen = np.full(x.size, -1)
    for right in (-1, 0, 1):
        for up in (-1, 0, 1):
            near = ((column[loose] + right) << 32) + row[loose] + up
            left = np.searchsorted(sorted_cells, near)
            until = np.searchsorted(sorted_cells, near, side="right")
            for step in range(int((until - left).max(initial=0))):
                here = left + step < until
                a, b = loose[here], order[(left + step)[here]]
                far = np.hypot((x[a] - x[b]) * wide[a], y[a] - y[b]) * METRES_A_UNIT
                other = (a != b) & ((home[a] != home[b]) | (count[b] > 1)) & (far <= SNAP_M)
                closer = other & ((far < best[a]) | ((far == best[a]) & ((chosen[a] < 0) | (b < chosen[a]))))
                best[a[closer]], chosen[a[closer]] = far[closer], b[closer]
    tied = loose[chosen[loose] >= 0]
    return tied, chosen[tied]
