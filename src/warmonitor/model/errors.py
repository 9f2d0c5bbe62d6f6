"""What can go wrong, as one tree.

WarmonitorError          a sentence for the user, never a traceback
    SourceError          a source that was named cannot be read at all
    ReaderError          processes that read documents do not run
    StoreError           what was kept between runs cannot be used
        VersionError     it was kept by another version
    JudgementError       a judgement that cannot be kept as it is
        ConflictError    somebody else judged the same since it was looked at
    QueryError           what was asked of a store cannot be answered as it stands
    FetchError           an address was not fetched: refused, out of reach, or over a limit
"""

from warmonitor.model.judgement import Held, Judgement


class WarmonitorError(Exception):
    """A mistake or a limit that the user is told of in one plain sentence."""

    code = "error"


class SourceError(WarmonitorError):
    """A source that was named is not there or cannot be read."""

    code = "source-unreadable"


class ReaderError(WarmonitorError):
    """Processes that read documents end before they have begun."""

    code = "reader-ended"


class StoreError(WarmonitorError):
    """What was kept between runs is damaged, or somebody else is writing to it."""

    code = "store-unusable"


class VersionError(StoreError):
    """What was kept between runs was kept by another version, and must not be mixed with this one."""

    code = "store-version"


class JudgementError(WarmonitorError):
    """A judgement cannot be kept; `code` says why in one word, the message in one sentence."""

    def __init__(self, code: str, said: str) -> None:
        super().__init__(said)
        self.code = code


class ConflictError(JudgementError):
    """A judgement rests on an earlier version of its subject: `theirs` is refused, `stands` was there first.

    `version` is the version of the subject that stands.
    """

    def __init__(self, theirs: Judgement, stands: tuple[Held, ...], version: int) -> None:
        said = (
            f"It was judged of version {theirs.version}, and version {version} stands; nothing was changed."
        )
        super().__init__("judgement-stale", said)
        self.theirs, self.stands, self.version = theirs, stands, version


class QueryError(WarmonitorError):
    """A question to a store that is none; `code` says why in one word, the message in one sentence."""

    def __init__(self, code: str, said: str) -> None:
        super().__init__(said)
        self.code = code


class FetchError(WarmonitorError):
    """An address was not fetched; `code` says why in one word, the message in one sentence."""

    def __init__(self, code: str, said: str) -> None:
        super().__init__(said)
        self.code = code
