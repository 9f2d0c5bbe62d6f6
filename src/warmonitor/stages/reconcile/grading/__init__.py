"""Grades: how far what is told can be relied on, by rules that no copy and no second quoting can move."""

from warmonitor.stages.reconcile.grading.grade import Graded, grade
from warmonitor.stages.reconcile.grading.over import one_source

__all__ = ["Graded", "grade", "one_source"]
