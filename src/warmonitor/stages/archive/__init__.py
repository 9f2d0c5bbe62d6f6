"""Sources as given (files, folders, archives, feeds) to bytes exactly as received, with their hash."""

from warmonitor.stages.archive.options import ArchiveOptions
from warmonitor.stages.archive.source import read_each, read_sources
from warmonitor.stages.archive.twins import without_twins

__all__ = ["ArchiveOptions", "read_each", "read_sources", "without_twins"]
