"""FollowTheMoney entities of reports, actors and places, and the form of each entity."""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

import yaml

from warmonitor.exports.source import Row
from warmonitor.exports.sources import outlet

Properties = dict[str, Sequence[str | None]]


@lru_cache(maxsize=1)
def model() -> dict[str, Any]:
    """Return the schemata used with their properties, the kinds of actors by schema, and language codes."""
    text = files("warmonitor.exports").joinpath("data", "ftm.yml").read_text(encoding="utf-8")
    tree: dict[str, Any] = yaml.safe_load(text)
    return tree


def entity(schema: str, id_: str, **properties: Sequence[str | None]) -> Row:
    """Return an entity; values that are not known are left out, and each stands once."""
    filled = {name: list(dict.fromkeys(one for one in values if one)) for name, values in properties.items()}
    return {
        "id": id_,
        "schema": schema,
        "properties": {name: filled[name] for name in sorted(filled) if filled[name]},
    }


def article(report: Row) -> Row:
    """Return a report as an Article, without its text."""
    days = report["dated"]
    first, last = days["earliest"], days["latest"]
    return entity(
        "Article",
        report["id"],
        name=[report["title"] or outlet(report)],
        title=[report["title"]],
        fileName=[PurePosixPath(report["source"].replace("\\", "/")).name],
        author=report["byline"],
        publisher=[report["outlet"], *report["agencies"]],
        sourceUrl=[report["url"]],
        language=[model()["languages"].get(report["language"])],
        publishedAt=[report["stated_date"]],
        authoredAt=[first] if first == last else [],
        notes=[
            f"written between {first or 'an unknown day'} and {last or 'an unknown day'}: {days['because']}",
            f"SHA-256 of the bytes as received: {report['sha256']}",
            f"its text goes back to {report['copy_of']}" if report["copy_of"] else None,
        ],
    )


def actor(row: Row) -> Row:
    """Return an actor by the schema of its kind."""
    country = [row["country"].lower()] if row["country"] else []
    return entity(
        model()["kinds"].get(row["kind"], "LegalEntity"),
        row["id"],
        name=[row["name"]],
        alias=[name for name in row["names_seen"] if name != row["name"]],
        country=country,
        wikidataId=[row["wikidata"]],
        classification=[row["kind"]],
        parent=[row["part_of"]],
        notes=[row["because"]],
    )


def place(row: Row) -> Row:
    """Return a place as an Address, with how exact it is."""
    radius = f", within {row['radius_km']} km" if row["radius_km"] is not None else ""
    return entity(
        "Address",
        row["id"],
        name=[row["name"]],
        full=[", ".join(part for part in (row["name"], row["inside"], row["country"]) if part)],
        alias=[name for name in row["names_seen"] if name != row["name"]],
        region=[row["inside"]],
        country=[row["country"].lower()] if row["country"] else [],
        latitude=[_number(row["latitude"])],
        longitude=[_number(row["longitude"])],
        remarks=[f"precision: {row['precision']}{radius}"],
        notes=[row["because"]],
    )


def _number(value: float | None) -> str | None:
    return repr(value) if value is not None else None
