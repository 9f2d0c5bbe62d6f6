"""Every saved question asked of what changed since it was asked last."""

from warmonitor.model import Answer
from warmonitor.run.ingest import custody
from warmonitor.run.questions.answers import answers
from warmonitor.store.questions import Questions
from warmonitor.store.store import Store


def ask_all(store: Store) -> list[Answer]:
    """Ask every question of a store, by name, and return what is new: each answer is kept and given once.

    Raises:
        StoreError: when the store cannot be used.
    """
    questions, at = Questions(store.database), custody().received
    return [one for question in questions.all() for one in questions.ask(question.name, answers, at)]
