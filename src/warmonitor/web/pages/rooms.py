"""Every page, room by room."""

from warmonitor.web.pages.entities import routes as entities
from warmonitor.web.pages.figures import figure
from warmonitor.web.pages.figures import index as figures
from warmonitor.web.pages.frame import entering, static
from warmonitor.web.pages.map import access, closed, control, posts, road, roads, tiles
from warmonitor.web.pages.map import index as mapped
from warmonitor.web.pages.reader import claims, custody, issues, raw, reading
from warmonitor.web.pages.reader import index as reports
from warmonitor.web.pages.review import index as review
from warmonitor.web.pages.review import judge, judged
from warmonitor.web.pages.search import index as searching
from warmonitor.web.pages.sitrep import index as sitrep
from warmonitor.web.pages.situation import came, changes, news
from warmonitor.web.pages.situation import index as situation
from warmonitor.web.pages.sources import compare, origins, outlets, quoting, strands
from warmonitor.web.pages.sources import index as sources
from warmonitor.web.pages.timeline import index as timeline

_FRAME = (static, entering)
_SITUATION = (situation, changes, came, news)
_MAP = (mapped, closed, control, access, posts, roads, road, tiles)
_FIGURES = (figures, figure)
_SOURCES = (strands, compare, sources, quoting, outlets, origins)
_READER = (claims, issues, reports, reading, custody, raw)
_REVIEW = (review, judge, judged)
PAGES = (
    *_FRAME,
    *_SITUATION,
    *_MAP,
    timeline,
    *_FIGURES,
    entities,
    *_SOURCES,
    *_READER,
    *_REVIEW,
    sitrep,
    searching,
)
