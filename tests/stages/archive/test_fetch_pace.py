"""When to look again, and whose turn it is."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from warmonitor.model import Outcome
from warmonitor.stages.archive.fetch.pace import DAY, back_off, retry_after, wait_after
from warmonitor.stages.archive.fetch.turns import Task, Turns


@given(st.integers(0, 10_000), st.text(max_size=20))
def test_back_off_grows_to_a_day_and_depends_on_seed_and_count_alone(failures: int, seed: str) -> None:
    wait = back_off(failures, seed)
    assert wait == back_off(failures, seed)
    assert 30.0 <= wait <= DAY
    assert back_off(failures + 2, seed) >= min(wait, DAY / 2)


def test_two_pages_do_not_come_back_at_the_same_moment() -> None:
    assert len({back_off(3, f"https://harbour.example/{n}") for n in range(50)}) == 50


def test_retry_after_is_kept_up_to_a_day() -> None:
    now = 1_600_000_000.0
    assert retry_after("120", now) == 120.0
    assert retry_after("315360000", now) == DAY
    assert retry_after("9" * 400, now) == DAY
    assert retry_after("Sun, 13 Sep 2020 12:27:40 GMT", now) == 60.0
    assert retry_after("Sun, 13 Sep 2099 12:27:40 GMT", now) == DAY
    for header in ("", "-5", "soon", "Mon, 99 Foo 2020 99:99:99", "1e9", "²"):
        assert retry_after(header, now) == 0.0


def test_a_quiet_page_is_looked_at_more_rarely() -> None:
    waits = [wait_after(Outcome.SAME, 0, quiet, DAY, "") for quiet in range(8)]
    assert waits == [DAY * n for n in (1, 2, 4, 8, 16, 32, 32, 32)]
    assert wait_after(Outcome.CHANGED, 0, 0, DAY, "") == DAY
    assert wait_after(Outcome.GONE, 0, 9, 64 * DAY, "") == 64 * DAY


def test_a_failing_page_waits_as_long_as_the_server_asks() -> None:
    assert wait_after(Outcome.BLOCKED, 1, 0, 60.0, "", asked=3_600.0) == 3_600.0
    assert 30.0 <= wait_after(Outcome.FAILED, 1, 0, 60.0, "") <= 60.0
    assert wait_after(Outcome.DENIED, 1, 0, 60.0, "") == DAY


def task(n: int, source: str = "Post", host: str = "harbour.example") -> Task:
    return Task(f"https://{host}/{source}/{n}", host, source, "page")


def test_a_host_has_one_request_at_a_time_and_a_delay() -> None:
    turns = Turns()
    turns.slow("harbour.example", 5.0)
    for n in range(3):
        assert turns.add(task(n))
    assert not turns.add(task(0))
    first = turns.take(100.0)
    assert first == task(0)
    assert turns.take(100.0) is None
    assert turns.next_time() is None
    turns.done(task(0))
    assert turns.take(104.9) is None
    assert turns.next_time() == 105.0
    assert turns.take(105.0) == task(1)
    assert len(turns) == 1


def test_hosts_do_not_wait_for_one_another() -> None:
    turns = Turns()
    turns.slow("harbour.example", 5.0)
    turns.add(task(1))
    turns.add(task(2))
    turns.add(task(3, host="other.example"))
    assert [turns.take(0.0), turns.take(0.0), turns.take(0.0)] == [
        task(1),
        task(3, host="other.example"),
        None,
    ]


def test_a_flood_of_one_source_holds_no_other_up() -> None:
    turns = Turns(most=100_000)
    for n in range(5_000):
        turns.add(task(n, "Flood", f"flood{n % 7}.example"))
    for n in range(100):
        turns.add(task(n, "Post"))
    first = [turns.take(0.0) for _ in range(200)]
    assert Counter(one.source for one in first if one) == {"Flood": 100, "Post": 100}


def test_a_source_that_comes_late_has_no_turns_in_hand() -> None:
    turns = Turns(most=100)
    for n in range(50):
        turns.add(task(n, "Early"))
    for _ in range(30):
        turns.take(0.0)
    for n in range(20):
        turns.add(task(n, "Late"))
    following = [turns.take(0.0) for _ in range(10)]
    assert Counter(one.source for one in following if one) == {"Early": 5, "Late": 5}


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.booleans()), max_size=60), st.integers(1, 3)
)
def test_no_host_ever_has_more_than_its_most(steps: list[tuple[int, int, bool]], most: int) -> None:
    turns, running, now = Turns(most), list[Task](), 0.0
    for n, (source, host, ends) in enumerate(steps):
        turns.add(task(n, str(source), str(host)))
        now += 1.0
        if ends and running:
            turns.done(running.pop())
        elif (taken := turns.take(now)) is not None:
            running.append(taken)
        assert max(Counter(one.host for one in running).values(), default=0) <= most
