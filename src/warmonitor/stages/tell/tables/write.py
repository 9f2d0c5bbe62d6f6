"""Every table by its path."""

from warmonitor.stages.tell.book import Book
from warmonitor.stages.tell.tables import access, acled, agreed, areas, geo, grades, lists
from warmonitor.stages.tell.tables.csvfile import csv_bytes


def tables(book: Book) -> dict[str, bytes]:
    """Return the CSV and GeoJSON files by their path below the output folder."""
    return {
        "tables/access.csv": csv_bytes(access.ACCESS, access.access(book), access.ACCESS_HXL),
        "tables/actors.csv": csv_bytes(lists.ACTORS, lists.actors(book)),
        "tables/agreements.csv": csv_bytes(agreed.AGREEMENTS, agreed.agreements(book)),
        "tables/breaches.csv": csv_bytes(agreed.BREACHES, agreed.breaches(book)),
        "tables/claims.csv": csv_bytes(lists.CLAIMS, lists.claims(book)),
        "tables/control.csv": csv_bytes(lists.SPELLS, lists.spells(book), lists.SPELLS_HXL),
        "tables/control.geojson": geo.geojson(geo.spells(book)),
        "tables/disputes.csv": csv_bytes(lists.DISPUTES, lists.disputes(book)),
        "tables/events.csv": csv_bytes(acled.HEADER, acled.rows(book), acled.HXL),
        "tables/events.geojson": geo.geojson(geo.events(book)),
        "tables/figures.csv": csv_bytes(lists.FIGURES, lists.figures(book), lists.FIGURES_HXL),
        "tables/grades.csv": csv_bytes(grades.GRADES, grades.grades(book)),
        "tables/origins.csv": csv_bytes(grades.ORIGINS, grades.origins(book)),
        "tables/places.csv": csv_bytes(lists.PLACES, lists.places(book), lists.PLACES_HXL),
        "tables/places.geojson": geo.geojson(geo.places(book)),
        "tables/posts.csv": csv_bytes(agreed.POSTS, agreed.posts(book)),
        "tables/reports.csv": csv_bytes(lists.REPORTS, lists.reports(book)),
        "tables/roads.geojson": geo.geojson(geo.roads(book)),
        "tables/sieges.csv": csv_bytes(access.SIEGES, access.sieges(book)),
        **areas.layers(book),
    }
