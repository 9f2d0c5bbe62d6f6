from collections import Counter

from eval import actor_periods
from warmonitor.reference.actors import load_actors


def test_every_question_asks_for_an_actor_of_the_register_or_for_nobody() -> None:
    register = load_actors()
    keys = {q.key for q in actor_periods.questions()} - {"-"}
    unknown = {key for key in keys if key not in register.entries and key not in register.holders}
    assert {key for key in unknown if not key.startswith("person:")} == set()


def test_questions_are_of_many_wars_and_none_stands_twice() -> None:
    asked = Counter((q.name, q.country, q.day) for q in actor_periods.questions())
    assert len(asked) >= 60
    assert set(asked.values()) == {1}
    assert len({q.country for q in actor_periods.questions()}) >= 15


def test_shares_of_the_score_add_up_to_one() -> None:
    got = actor_periods.score()
    assert abs(got["right"] + got["wrong"] + got["open"] - 1) < 1e-9
