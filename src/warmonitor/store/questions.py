"""Saved questions and their answers, kept: each is asked of every change once, none answered twice."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)

from warmonitor.model import Answer, QueryError, Question
from warmonitor.store.codec import decode, encode
from warmonitor.store.database import Database
from warmonitor.store.lookup import Lookup
from warmonitor.store.news import NEWS, QUESTION, Change, since
from warmonitor.store.points import reach
from warmonitor.store.schema import METADATA
from warmonitor.store.shelf import STAND

_Number = BigInteger().with_variant(Integer(), "sqlite")
MOST = 1_000  # questions of one store

ANSWER = Table(
    "answer",
    METADATA,
    Column("question", String(64), primary_key=True),
    Column("number", _Number, primary_key=True, autoincrement=False),
    Column("key", String(64), nullable=False),
    Column("content", Text, nullable=False),  # ASCII JSON
    Column("noted", String(32), nullable=False),  # UTC, ISO 8601
    Index("answer_key", "question", "key", unique=True),
)
HOOK = Table(
    "hook",
    METADATA,
    Column("question", String(64), primary_key=True),
    Column("secret", String(64), nullable=False),
    Column("sent", _Number, nullable=False),  # the number of the last answer that was taken
    Column("failures", Integer, nullable=False),  # since then
    Column("due", _Number, nullable=False),  # seconds since 1970 before which nothing is sent
    Column("said", Text, nullable=False),  # what went wrong last
)

News = Callable[[Iterable[str]], Iterator[Change]]
Answers = Callable[[Question, News, Lookup], Iterable[Answer]]


@dataclass(frozen=True, slots=True)
class Hook:
    """How far the answers of a question were sent to its webhook."""

    question: Question
    secret: str
    sent: int
    failures: int = 0
    due: int = 0
    said: str = ""


class Questions:
    """The questions of a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, question: Question, secret: str = "") -> None:
        """Keep a question, to be asked of all that changes from now on; `secret` signs what its webhook gets.

        Raises:
            QueryError: when one of its name is there, or there are too many.
        """

        def work(connection: Connection) -> None:
            stand = _held(connection)
            known = set(connection.execute(select(QUESTION.c.name)).scalars())
            if question.name in known:
                raise QueryError("question-known", f"There is a question {question.name} already.")
            if len(known) >= MOST:
                raise QueryError("questions-too-many", f"A store has up to {MOST} questions.")
            told = {"name": question.name, "content": encode(question), "asked": stand, "answers": 0}
            connection.execute(insert(QUESTION).values(**told))
            if question.webhook:
                hook = {"secret": secret, "sent": 0, "failures": 0, "due": 0, "said": ""}
                connection.execute(insert(HOOK).values(question=question.name, **hook))

        self._database.write(work)

    def remove(self, name: str) -> None:
        """Forget a question and its answers.

        Raises:
            QueryError: when there is none of the name.
        """
        self.get(name)

        def work(connection: Connection) -> None:
            _held(connection)
            connection.execute(delete(HOOK).where(HOOK.c.question == name))
            connection.execute(delete(ANSWER).where(ANSWER.c.question == name))
            connection.execute(delete(QUESTION).where(QUESTION.c.name == name))
            _forget(connection)

        self._database.write(work)

    def get(self, name: str) -> Question:
        """Return a question by its name.

        Raises:
            QueryError: when there is none.
        """
        found = {one.name: one for one in self.all()}
        if name not in found:
            raise QueryError("question-unknown", f"There is no question {name}.")
        return found[name]

    def all(self) -> list[Question]:
        """Return all questions by name."""
        asked = select(QUESTION.c.content).order_by(QUESTION.c.name)
        rows = self._database.read(lambda connection: connection.execute(asked).scalars().all())
        return sorted(map(decode, rows), key=lambda one: str(one.name))

    def counts(self) -> Mapping[str, int]:
        """Return how many answers each question has been given."""
        asked = select(QUESTION.c.name, QUESTION.c.answers)
        return self._database.read(
            lambda connection: {row.name: row.answers for row in connection.execute(asked)}
        )

    def ask(self, name: str, answers: Answers, at: str) -> list[Answer]:
        """Ask a question of all that changed since it was asked last; return what is new, kept in one step.

        `at` is when (UTC, ISO 8601).
        """

        def work(connection: Connection) -> list[Answer]:
            stand = _held(connection)
            row = connection.execute(select(QUESTION).where(QUESTION.c.name == name)).one_or_none()
            if row is None:
                return []

            def news(kinds: Iterable[str]) -> Iterator[Change]:
                return since(connection, row.asked, kinds)

            found = list(answers(decode(row.content), news, Lookup(connection)))
            fresh = _fresh(connection, name, found, row.answers, at)
            told = {"asked": stand, "answers": row.answers + len(fresh)}
            connection.execute(update(QUESTION).where(QUESTION.c.name == name).values(**told))
            _forget(connection)
            reach("asked")
            return fresh

        return self._database.write(work)

    def answers(self, name: str, after: int = 0, limit: int = 100, newest: bool = False) -> list[Answer]:
        """Return answers from a number on, or the newest ones, the newest first."""
        asked = select(ANSWER).where(ANSWER.c.question == name, ANSWER.c.number > after)
        order = ANSWER.c.number.desc() if newest else ANSWER.c.number
        asked = asked.order_by(order).limit(limit)
        return self._database.read(lambda connection: [_answer(row) for row in connection.execute(asked)])

    def hooks(self) -> list[Hook]:
        """Return the webhooks to which something is still to be sent, by the name of their question."""
        columns = (QUESTION.c.content, HOOK.c.secret, HOOK.c.sent, HOOK.c.failures, HOOK.c.due, HOOK.c.said)
        asked = select(*columns).join(HOOK, HOOK.c.question == QUESTION.c.name)
        asked = asked.where(QUESTION.c.answers > HOOK.c.sent)
        rows = self._database.read(lambda connection: connection.execute(asked).all())
        return sorted((Hook(decode(row[0]), *row[1:]) for row in rows), key=lambda one: one.question.name)

    def sent(self, hook: Hook) -> None:
        """Keep how far answers were sent."""
        told = {"sent": hook.sent, "failures": hook.failures, "due": hook.due, "said": hook.said}
        asked = update(HOOK).where(HOOK.c.question == hook.question.name).values(**told)
        self._database.write(lambda connection: connection.execute(asked).rowcount)


def _held(connection: Connection) -> int:
    """Hold the shelf, and return the number of its last change: nobody puts until the transaction ends."""
    return int(connection.execute(select(STAND.c.number).with_for_update()).scalar_one())


def _forget(connection: Connection) -> None:
    """Forget the news that every question has been asked of."""
    oldest = connection.execute(select(func.min(QUESTION.c.asked))).scalar_one()
    asked = delete(NEWS)
    connection.execute(asked.where(NEWS.c.number <= oldest) if oldest is not None else asked)


def _fresh(connection: Connection, name: str, found: list[Answer], before: int, at: str) -> list[Answer]:
    """Keep those answers that were not given before, and return them."""
    asked = select(ANSWER.c.key).where(ANSWER.c.question == name)
    known = set(connection.execute(asked).scalars()) if found else set()
    wanted = {one.key: one for one in reversed(found) if one.key not in known}
    keys = dict.fromkeys(one.key for one in found if one.key in wanted)
    fresh = [replace(wanted[key], number=before + place, noted=at) for place, key in enumerate(keys, 1)]
    rows = [
        {"question": name, "number": one.number, "key": one.key, "noted": at,
         "content": encode(replace(one, number=0, noted=""))}
        for one in fresh
    ]  # fmt: skip
    if rows:
        connection.execute(insert(ANSWER), rows)
    return fresh


def _answer(row: Any) -> Answer:
    kept: Answer = decode(row.content)
    return replace(kept, number=row.number, noted=row.noted)
