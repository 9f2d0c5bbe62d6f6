"""Reports, actors, places, events, claims and figures as FollowTheMoney entities, one JSON object a line.

Schemata and properties are those of followthemoney 4 (its YAML model); data/ftm.yml has the ones used here.
Every entity made from claims names the reports behind it as `proof`. Texts of reports are not given, only the
words that claims rest on.
"""

from collections.abc import Iterator

from warmonitor.exports.book import Book
from warmonitor.exports.entities import Properties, actor, article, entity, place
from warmonitor.exports.output import File, json_lines
from warmonitor.exports.source import Row
from warmonitor.exports.sources import origin_names, outlet, quotes, reports_of
from warmonitor.model import make_id


def files(book: Book) -> list[File]:
    """Return the one file of entities."""
    return [json_lines("entities.ftm.json", _entities(book))]


def _entities(book: Book) -> Iterator[Row]:
    yield from (article(row) for row in book.each("reports"))
    yield from (actor(row) for row in book.each("actors"))
    yield from (place(row) for row in book.each("places"))
    yield from (_event(row, book) for row in book.each("events"))
    yield from _claims(book)
    yield from (_figure(row, book) for row in book.each("figures"))
    yield from (_control(row, book) for row in book.each("control"))


def _event(row: Row, book: Book) -> Row:
    claims = book.claims(row["claims"])
    return entity(
        "Event",
        row["id"],
        name=[_caption(row["sub_type"] or row["type"], row)],
        **_days(row["when"]),
        **_placed(row, book),
        involved=[ref["id"] for ref in row["actors"] if ref["id"]],
        keywords=[row["type"], row["sub_type"]],
        summary=list(quotes(claims, book)),
        notes=[f"independent origin: {name}" for name in origin_names(row, book)],
        **_behind(claims, book),
    )


def _claims(book: Book) -> Iterator[Row]:
    """Yield a note for each claim, and a mention for each actor that a report names."""
    report, named = "", set[str]()
    for row in book.each("claims"):
        if row["report"] != report:
            report, named = row["report"], set()
        yield entity(
            "Note",
            row["id"],
            name=[f"{row['kind']}: {row['quote']['text']}"],
            description=list(quotes([row], book)),
            keywords=[row["kind"], row["stance"], row["modality"]],
            **_behind([row], book),
        )
        for who in _named(row):
            if who["actor"] not in named:
                named.add(who["actor"])
                yield from _mention(who, row, book)


def _mention(who: Row, claim: Row, book: Book) -> Iterator[Row]:
    known = book.actor(who["actor"])
    if known is None:
        return
    yield entity(
        "Mention",
        make_id("mention", claim["report"], known["id"]),
        document=[claim["report"]],
        resolved=[known["id"]],
        name=[who["said"]],
        detectedSchema=[actor(known)["schema"]],
        contextCountry=[_code(known["country"])],
    )


def _named(claim: Row) -> Iterator[Row]:
    roles = (claim.get(role) for role in ("perpetrator", "target", "party", "counterparty"))
    for who in (*claim["attribution"], *roles):
        if who and who["actor"]:
            yield who


def _figure(row: Row, book: Book) -> Row:
    claims = book.claims(row["claims"])
    low, high = row["low"], row["high"]
    return entity(
        "Note",
        row["id"],
        name=[_caption(f"{row['measure']}: {_range(low, high)} {row['of']}", row)],
        description=list(quotes(claims, book)),
        summary=[f"Rule: {row['rule']}"],
        keywords=["figure", row["measure"]],
        entity=[row["place"]["id"]] if row["place"] else [],
        notes=[f"independent origin: {name}" for name in origin_names(row, book)],
        **_behind(claims, book),
    )


def _control(row: Row, book: Book) -> Row:
    claims = book.claims(row["claims"])
    where = row["part"] or row["place"]["name"]
    return entity(
        "Event",
        row["id"],
        name=[f"{where}: {row['status']}" + (f" by {row['holder']}" if row["holder"] else "")],
        **_days(row),
        **_placed(row, book),
        involved=sorted(
            {who for claim in claims for who in _party(claim) if _called(who, row["holder"], book)}
        ),
        keywords=["control", row["status"]],
        description=[row["because"]],
        summary=list(quotes(claims, book)),
        **_behind(claims, book),
    )


def _party(claim: Row) -> Iterator[str]:
    for role in ("party", "counterparty"):
        if claim.get(role) and claim[role]["actor"]:
            yield claim[role]["actor"]


def _called(id_: str, name: str | None, book: Book) -> bool:
    known = book.actor(id_)
    return known is not None and known["name"] == name


def _placed(row: Row, book: Book) -> Properties:
    if not row["place"]:
        return {}
    known = book.place(row["place"])
    return {
        "location": [row["place"]["name"]],
        "addressEntity": [row["place"]["id"]] if known else [],
        "country": [_code(known["country"])] if known else [],
    }


def _behind(claims: list[Row], book: Book) -> Properties:
    """Return the reports that claims stand in, as proof, and who published them."""
    reports = reports_of(claims, book)
    return {
        "proof": [report["id"] for report in reports],
        "publisher": [outlet(report) for report in reports],
        "sourceUrl": [report["url"] for report in reports],
    }


def _days(when: Row) -> Properties:
    first, last = when["earliest"], when["latest"]
    return {"date": [first]} if first == last else {"startDate": [first], "endDate": [last]}


def _caption(what: str, row: Row) -> str:
    days = dict.fromkeys(day for day in (row["when"]["earliest"], row["when"]["latest"]) if day)
    where = row["place"]["name"] if row["place"] else None
    return ", ".join(part for part in (what, where, " to ".join(days)) if part)


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low) if low is not None else "not known"
    return f"{low} or more" if high is None else f"at most {high}" if low is None else f"{low} to {high}"


def _code(country: str | None) -> str | None:
    return country.lower() if country else None
