"""Tolls: how many people were killed, hurt, driven out, held, and how many live or remain somewhere."""

from warmonitor.stages.extract.tolls.find import find_tolls

__all__ = ["find_tolls"]
