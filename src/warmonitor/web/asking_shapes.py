"""The shapes of saved questions and their answers."""

from dataclasses import asdict

from pydantic import BaseModel

from warmonitor.model import Answer, Question
from warmonitor.web.shapes import Record


class QuestionShown(BaseModel):
    """A saved question, and how many answers it was given."""

    name: str
    answers: int
    question: Record


class QuestionSecret(BaseModel):
    """A question that was saved, with what signs what its webhook gets, shown this once."""

    question: QuestionShown
    secret: str | None


class QuestionPage(BaseModel):
    """A page of saved questions."""

    items: list[QuestionShown]
    next: str | None


class WordsShown(BaseModel):
    """Words of a report; offsets in code points of its text."""

    report: str
    start: int
    end: int
    text: str


class AnswerShown(BaseModel):
    """One answer: the record, a plain sentence, and the words that it rests on."""

    number: int
    noted: str
    kind: str
    record: str
    said: str
    words: list[WordsShown]


class AnswerPage(BaseModel):
    """A page of answers."""

    items: list[AnswerShown]
    next: int | None


def shown_question(question: Question, answers: int) -> QuestionShown:
    """Return a question as it is shown: what is not given is left out, and so is where its webhook leads."""
    told = {name: value for name, value in asdict(question).items() if value is not None}
    told["webhook"] = question.webhook is not None
    return QuestionShown(name=question.name, answers=answers, question=told)


def shown_answer(answer: Answer) -> AnswerShown:
    """Return an answer as it is shown."""
    told = asdict(answer)
    return AnswerShown(**{name: told[name] for name in AnswerShown.model_fields})
