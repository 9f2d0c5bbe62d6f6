"""MUC-4 (`muc34`): messages on violence in Latin America, 1988 to 1991, with keys of 24 slots.

See README.md beside this for what is measured and what was learned from which part.
"""

from eval.muc34.score import score

__all__ = ["DATA", "FLOORED", "score"]

DATA = ("muc34",)
FLOORED = (
    "tst2 messages: F1",
    *(
        f"tst2 {slot}: {side}"
        for slot in (
            "date",
            "place",
            "type",
            "organisation",
            "how sure",
            "victims: number",
            "victims: effect",
        )
        for side in ("recall", "precision")
    ),
)
