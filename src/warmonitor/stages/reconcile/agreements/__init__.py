"""Deals as the reports tell of them: parties, terms, what became of them, breaches told, and posts."""

from warmonitor.stages.reconcile.agreements.together import agreed_on

__all__ = ["agreed_on"]
