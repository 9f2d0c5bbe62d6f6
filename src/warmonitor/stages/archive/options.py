"""What the archive stage may be told."""

from dataclasses import dataclass

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ArchiveOptions:
    """Limits in bytes and counts, so that no source can fill the memory.

    `page_bytes` bounds one page or record, `member_bytes` one unpacked member of a compressed archive,
    `archive_bytes` a whole archive, `records` how many records of one archive are read, `files` how many
    files of one folder.
    """

    page_bytes: int = 20 * _MEGABYTE
    member_bytes: int = 100 * _MEGABYTE
    archive_bytes: int = 2_000 * _MEGABYTE
    records: int = 100_000
    files: int = 100_000
