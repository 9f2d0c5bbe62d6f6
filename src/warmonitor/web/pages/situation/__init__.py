"""Situation: what is new, what changed in the world, key figures, and what waits."""
