"""A file of questions, in YAML or JSON."""

from pathlib import Path

import yaml

from warmonitor.model import FetchError, QueryError, Question
from warmonitor.stages.archive.fetch.address import parse
from warmonitor.store.question_form import question_of

_LARGEST = 1_000_000  # bytes of a file of questions


def read_questions(path: Path) -> list[Question]:
    """Return the questions of a file, all of them or none.

    Raises:
        QueryError: when it cannot be read, or a question is none.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise QueryError("questions-unreadable", f"The file has more than {_LARGEST} bytes.")
        told = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise QueryError("questions-unreadable", f"The questions cannot be read: {why}.") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" at line {mark.line + 1}" if mark else ""
        raise QueryError("questions-unreadable", f"The questions are no YAML{where}.") from None
    rows = told.get("questions") if isinstance(told, dict) else None
    if not isinstance(rows, list) or not rows:
        raise QueryError("questions-unreadable", "The file has no list named questions.")
    found = [_reachable(question_of(row)) for row in rows]
    if len({one.name for one in found}) < len(found):
        raise QueryError("question-invalid", "Two questions have one name.")
    return found


def _reachable(question: Question) -> Question:
    try:
        if question.webhook:
            parse(question.webhook)
    except FetchError as error:
        raise QueryError("question-invalid", f"{question.name}: webhook: {error}") from None
    return question
