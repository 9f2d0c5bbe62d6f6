"""What a page costs: time, bytes, questions to the database, tables read whole, and first paint."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Engine, event
from starlette.testclient import TestClient

BIG = ("shelf", "shelf_link", "given")  # tables that no page may read from end to end
_HTML = {"Accept": "text/html"}
_CHEAP = 100  # pages of a table that PostgreSQL may read whole, as it is small yet
_STEP = 1_000  # of the database's machine, between two counts
_PAINT = """() => new Promise(done => {
  const look = () => performance.getEntriesByType('paint').filter(one => one.name === 'first-paint');
  if (look().length) done(look()[0].startTime);
  else new PerformanceObserver((_, me) => {
    if (look().length) { me.disconnect(); done(look()[0].startTime); }
  })
    .observe({type: 'paint', buffered: true});
})"""


@dataclass
class Seen:
    """One answer: seconds, bytes, questions that it took, thousands of steps, and what was read whole."""

    address: str
    status: int
    seconds: float
    size: int
    questions: int
    steps: int
    scans: set[str] = field(default_factory=set)


@dataclass
class Watch:
    """What is asked of a database while it is watched; steps are counted in SQLite alone."""

    asked: dict[str, Any] = field(default_factory=dict)
    questions: int = 0
    steps: int = 0

    def tick(self) -> int:
        """Count some steps of the database's machine."""
        self.steps += 1
        return 0

    def scans(self, engine: Engine) -> set[str]:
        """Return the big tables that any question reads from end to end."""
        plans = _server_plans if engine.dialect.name == "postgresql" else _file_plans
        with engine.connect() as connection:
            return {one for asked, given in self.asked.items() for one in plans(connection, asked, given)}


def _file_plans(connection: Connection, asked: str, given: Any) -> Iterator[str]:
    for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", given):
        words = str(row[3]).split()
        if words[0] == "SCAN" and words[1] in BIG:
            yield str(row[3])


def _server_plans(connection: Connection, asked: str, given: Any) -> Iterator[str]:
    """Yield what is read whole by the plan of a cursor, as which every question is asked."""
    told = f"EXPLAIN (FORMAT JSON) DECLARE seen CURSOR FOR {asked}"
    (plans,) = connection.exec_driver_sql(told, given).scalars()
    left = [plans[0]["Plan"]]
    while left:
        plan = left.pop()
        left += plan.get("Plans", ())
        if plan["Node Type"] == "Seq Scan" and plan["Relation Name"] in BIG and plan["Total Cost"] > _CHEAP:
            yield f"SCAN {plan['Relation Name']} {plan.get('Filter', '')}".strip()


@contextmanager
def watched(engine: Engine) -> Iterator[Watch]:
    """Watch a database; connections that are open already are watched too."""
    watch = Watch()

    def ask(_: Any, __: Any, statement: str, given: Any, *___: Any) -> None:
        watch.questions += 1
        if statement.startswith(("SELECT", "WITH")):
            watch.asked[statement] = given

    def lend(connection: Any, *_: Any) -> None:
        if engine.dialect.name == "sqlite":
            connection.set_progress_handler(watch.tick, _STEP)

    event.listen(engine, "before_cursor_execute", ask)
    event.listen(engine, "checkout", lend)
    try:
        yield watch
    finally:
        event.remove(engine, "before_cursor_execute", ask)
        event.remove(engine, "checkout", lend)


def see(client: TestClient, engine: Engine, address: str) -> Seen:
    """Ask for a page and return what it cost; time is taken without the counting of steps."""
    client.get(address, headers=_HTML)  # what is made once is made
    start = time.perf_counter()
    client.get(address, headers=_HTML, follow_redirects=False)
    took = time.perf_counter() - start
    return replace(look(client, engine, address), seconds=took)


def look(client: TestClient, engine: Engine, address: str) -> Seen:
    """Ask for a page once and return what it cost but for its time."""
    with watched(engine) as watch:
        answer = client.get(address, headers=_HTML, follow_redirects=False)
    return Seen(
        address,
        answer.status_code,
        0.0,
        len(answer.content),
        watch.questions,
        watch.steps,
        watch.scans(engine),
    )


def first_paint(page: Any, address: str) -> float:
    """Open a page in a browser and return after how many seconds anything was painted."""
    page.goto(address)
    return float(page.evaluate(_PAINT)) / 1_000
