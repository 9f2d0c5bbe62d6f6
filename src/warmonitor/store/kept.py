"""Words from outside as both databases can keep and find them."""

LONGEST_TARGET = 300  # characters of what is filtered by


def kept(target: str) -> str:
    """Return a word as both databases can keep and find it: no NUL, no half characters, not too long."""
    return target.replace("\0", "\ufffd").encode("utf-8", "replace").decode()[:LONGEST_TARGET]
