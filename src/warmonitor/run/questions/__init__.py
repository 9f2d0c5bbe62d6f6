"""Saved questions: read and checked, answered from what changed, and their answers sent on."""
