"""Sources as given (files, folders, archives, feeds) to bytes exactly as received, with their hash."""

from warmonitor.stages.archive.options import ArchiveOptions
from warmonitor.stages.archive.source import read_sources

__all__ = ["ArchiveOptions", "read_sources"]
