"""Deals of war, the terms they lay down, who is said to break them, and posts that somebody keeps."""

from warmonitor.stages.extract.deals.find import find_deals, follows_deal

__all__ = ["find_deals", "follows_deal"]
