"""Who holds, takes, loses, enters or surrounds ground."""

from warmonitor.stages.extract.control.find import find_control

__all__ = ["find_control"]
