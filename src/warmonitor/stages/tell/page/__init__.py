"""The page that opens from disk: one file, no network, no server."""

from warmonitor.stages.tell.page.render import page_html

__all__ = ["page_html"]
