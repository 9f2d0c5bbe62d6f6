"""Which reports copy which, who was first, and when each was really written."""

from warmonitor.stages.compare.between import links_between
from warmonitor.stages.compare.index import ALGORITHM, Candidate, Index
from warmonitor.stages.compare.options import Compared, CompareOptions
from warmonitor.stages.compare.sketch import sketch
from warmonitor.stages.compare.stage import compare

__all__ = [
    "ALGORITHM", "Candidate", "CompareOptions", "Compared", "Index", "compare", "links_between", "sketch",
]  # fmt: skip
