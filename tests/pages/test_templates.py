"""Templates stand in the folders of their rooms; each is used, and none is asked for that is not there."""

import re
from pathlib import Path

from jinja2 import meta

from warmonitor.web.pages.frame.render import environment

WEB = Path(__file__).parents[2] / "src" / "warmonitor" / "web"
NAMED = re.compile(r'"([\w/-]+\.html\.j2)"')
SHARED = {"layout.html.j2", "macros.html.j2"}


def asked_for() -> set[str]:
    """Templates by name, as pages and other templates ask for them (those of records go by their list)."""
    made = environment()
    sources = [Path(WEB / "templates" / name).read_text("utf-8") for name in made.list_templates()]
    by_templates = {str(one) for text in sources for one in meta.find_referenced_templates(made.parse(text))}
    return by_templates | {
        name for path in WEB.rglob("*.py") for name in NAMED.findall(path.read_text("utf-8"))
    }


def test_each_template_is_used_and_each_that_is_used_is_there() -> None:
    there = set(environment().list_templates())
    assert sorted(asked_for() - there) == []
    assert sorted(name for name in there - asked_for() if not name.startswith("entities/")) == []


def test_templates_stand_in_folders_of_pages() -> None:
    folders = {name.rpartition("/")[0] for name in set(environment().list_templates()) - SHARED}
    assert sorted(one for one in folders if not (WEB / "pages" / one / "__init__.py").exists()) == []
    assert "" not in folders
