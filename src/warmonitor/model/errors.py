"""What can go wrong, as one tree.

WarmonitorError          a sentence for the user, never a traceback
    SourceError          a source that was named cannot be read at all
"""


class WarmonitorError(Exception):
    """A mistake or a limit that the user is told of in one plain sentence."""

    code = "error"


class SourceError(WarmonitorError):
    """A source that was named is not there or cannot be read."""

    code = "source-unreadable"
