"""A server lets no look for garbage halt its answers for what stands until the end."""

import gc

from warmonitor.web.serve import settle


def test_what_stands_is_looked_at_no_more() -> None:
    try:
        settle()
        assert gc.get_freeze_count() > 1_000
    finally:
        gc.unfreeze()
