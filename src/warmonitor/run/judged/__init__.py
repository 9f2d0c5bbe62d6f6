"""Judgements of reviewers, applied while an account is made: pure functions over records."""

from warmonitor.run.judged.records import NONE, Judgements
from warmonitor.run.judged.review import Review
from warmonitor.run.judged.touched import Touched, touched
from warmonitor.run.judged.unheard import with_unheard

__all__ = ["NONE", "Judgements", "Review", "Touched", "touched", "with_unheard"]
