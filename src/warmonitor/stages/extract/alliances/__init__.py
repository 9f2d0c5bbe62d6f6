"""How actors stand to one another: backed, armed, allied, joined, split, formerly, part of, sworn to."""

from warmonitor.stages.extract.alliances.aside import with_alliances
from warmonitor.stages.extract.alliances.find import find_alliances

__all__ = ["find_alliances", "with_alliances"]
