"""Saved questions and their answers, as pages and as Atom feeds."""

import secrets
from typing import Annotated

from fastapi import Body, Path, Query, Request, Response

from warmonitor.exports.atom import atom
from warmonitor.model import Answer, QueryError, Question
from warmonitor.store.question_form import question_of
from warmonitor.store.questions import Questions
from warmonitor.store.sessions import FEED
from warmonitor.web.asking_shapes import (
    AnswerPage,
    QuestionPage,
    QuestionSecret,
    QuestionShown,
    shown_answer,
    shown_question,
)
from warmonitor.web.desk import Desk, desk_of
from warmonitor.web.guard import guarded
from warmonitor.web.identity import asker_of
from warmonitor.web.paging import USUAL, Limit, page
from warmonitor.web.rates import address_of
from warmonitor.web.shapes import Record
from warmonitor.web.trouble import Trouble, not_found

router = guarded("questions")
NAME = r"^[^/\x00]{1,200}$"
Name = Annotated[str, Path(pattern=NAME, description="Name of a question.")]
After = Annotated[str | None, Query(pattern=NAME, description="The `next` of the page before.")]
Number = Annotated[int, Query(ge=0, lt=1 << 60, description="The `next` of the page before.")]
_ENTRIES, _SECRET = 100, 32


@router.get("/api/1/questions")
def list_questions(request: Request, after: After = None, limit: Limit = USUAL) -> QuestionPage:
    """List saved questions by name, with how many answers each has."""
    kept = Questions(desk_of(request).store.database)
    counts = kept.counts()
    found = [one for one in kept.all() if after is None or one.name > after]
    items, last = page(found, limit)
    shown = [shown_question(one, counts.get(one.name, 0)) for one in items]
    return QuestionPage(items=shown, next=last.name if last else None)


@router.post("/api/1/questions", status_code=201)
def add_question(request: Request, given: Annotated[Record, Body()]) -> QuestionSecret:
    """Save a question, asked of all that changes from now on; its webhook's secret is shown this once."""
    question = question_of(given)
    secret = secrets.token_hex(_SECRET) if question.webhook else ""
    Questions(desk_of(request).store.database).add(question, secret)
    return QuestionSecret(question=shown_question(question, 0), secret=secret or None)


@router.get("/api/1/questions/{name}")
def get_question(request: Request, name: Name) -> QuestionShown:
    """Show a saved question."""
    question = _question(desk_of(request), name)
    return shown_question(question, Questions(desk_of(request).store.database).counts().get(name, 0))


@router.get("/api/1/questions/{name}/answers")
def list_answers(request: Request, name: Name, after: Number = 0, limit: Limit = USUAL) -> AnswerPage:
    """List the answers of a question, the first first."""
    desk = desk_of(request)
    found = Questions(desk.store.database).answers(_question(desk, name).name, after, limit + 1)
    items, last = page(found, limit)
    return AnswerPage(items=[shown_answer(one) for one in items], next=last.number if last else None)


@router.delete("/api/1/questions/{name}", status_code=204)
def remove_question(request: Request, name: Name) -> None:
    """Forget a question and its answers."""
    desk = desk_of(request)
    Questions(desk.store.database).remove(_question(desk, name).name)


@router.get(
    "/api/1/feeds/{name}",
    response_class=Response,
    responses={200: {"content": {"application/atom+xml": {"schema": {"type": "string"}}}}},
)
def feed(
    request: Request,
    name: Name,
    token: Annotated[str, Query(max_length=200, description="A token for feeds; else as everywhere.")] = "",
) -> Response:
    """Return the newest answers of a question as an Atom feed, also by a token in the address."""
    desk = desk_of(request)
    _let_in(request, desk, token)
    question = _question(desk, name)
    answers: list[Answer] = Questions(desk.store.database).answers(question.name, 0, _ENTRIES, newest=True)
    return Response(atom(question, answers), media_type="application/atom+xml")


def _let_in(request: Request, desk: Desk, token: str) -> None:
    """Let in who shows a token for feeds, or may read anyway."""
    if asker_of(request, desk) is not None:
        return
    if token and desk.tokens.who(token, FEED) is not None:
        return
    desk.rates.take(desk.settings.anonymous, "anonymous", address_of(request))
    raise Trouble(401, "not-logged-in", "Show a token for feeds.", headers={"WWW-Authenticate": "Bearer"})


def _question(desk: Desk, name: str) -> Question:
    try:
        return Questions(desk.store.database).get(name)
    except QueryError as error:
        raise not_found("question") from error
