"""Members, sessions and tokens, on both databases."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from argon2 import PasswordHasher
from kept_documents import Place
from sqlalchemy import select
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from warmonitor.model import StoreError
from warmonitor.store import passwords
from warmonitor.store.members import MemberError, Members
from warmonitor.store.membership import MEMBERS, SESSIONS, TOKENS, Member, Role
from warmonitor.store.sessions import FEED, Sessions, Tokens
from warmonitor.store.store import Store, open_to_read

SECRET = b"s" * 32
GOOD = "seven lamps over the ferry"


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2031, 3, 4, 5, 6, 7, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def on(self, **by: float) -> None:
        self.time += timedelta(**by)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", hasher)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with place.open() as made:
        yield made


@pytest.fixture
def members(store: Store, clock: Clock) -> Members:
    return Members(store.database, clock)


@pytest.fixture
def sessions(store: Store, clock: Clock) -> Sessions:
    return Sessions(store.database, SECRET, clock)


@pytest.fixture
def tokens(store: Store, clock: Clock) -> Tokens:
    return Tokens(store.database, SECRET, clock)


def test_a_member_is_known_by_its_password_whatever_the_case_of_its_name(members: Members) -> None:
    member, _ = members.add("Ada  Orlen", Role.REVIEWER, GOOD)
    assert members.checked("ada orlen", GOOD) == member
    assert members.checked("Ada Orlen", GOOD.upper()) is None
    assert members.checked("Bela", GOOD) is None
    assert members.checked("\x00", GOOD) is None
    assert members.checked("Ada Orlen", "\ud800") is None


def test_a_made_up_password_is_returned_and_taken(members: Members) -> None:
    member, made = members.add("Ada", Role.READER)
    assert len(made) >= passwords.ADVISED
    assert members.checked("Ada", made) == member


def test_a_name_is_given_once(members: Members) -> None:
    members.add("Ada", Role.READER, GOOD)
    with pytest.raises(MemberError, match="already"):
        members.add("ADA", Role.READER, GOOD)


@pytest.mark.parametrize("name", ["", " ", "a" * 65, "a\x07b", "a\x00b", "<b>", "a/b", "\ud800"])
def test_what_is_no_name_is_refused(members: Members, name: str) -> None:
    with pytest.raises(MemberError):
        members.add(name, Role.READER, GOOD)


@pytest.mark.parametrize("password", ["short", "a" * 257, "ferry member", "password123", "a" * 64])
def test_weak_passwords_are_refused(members: Members, password: str) -> None:
    with pytest.raises(MemberError):
        members.add("ferry member", Role.READER, password)


def test_the_three_thousand_most_common_passwords_are_refused() -> None:
    common = list(FREQUENCY_LISTS["passwords"])[:3000]
    assert [one for one in common if passwords.refusal(one, "Ada") is None] == []


def test_long_passwords_count_to_their_end() -> None:
    long = "".join(f"{n} lamps, " for n in range(10))
    assert passwords.refusal(long, "Ada") is None
    assert passwords.fits(passwords.hashed(long), long)
    assert not passwords.fits(passwords.hashed(long), long + "x")


def test_parameters_are_those_that_are_told() -> None:
    assert "$argon2id$" in passwords._NOBODY
    assert "m=19456,t=2,p=1" in passwords._NOBODY


def test_a_code_is_asked_for_and_counts_once(members: Members, clock: Clock) -> None:
    member, _ = members.add("Ada", Role.READER, GOOD)
    secret = members.set_second(member, wanted=True)
    assert secret is not None
    code = pyotp.TOTP(secret).at(clock.time)
    assert members.checked("Ada", GOOD) is None
    assert members.checked("Ada", GOOD, "000000" if code != "000000" else "1") is None
    assert members.checked("Ada", GOOD, code) is not None
    assert members.checked("Ada", GOOD, code) is None
    clock.on(seconds=30)
    assert members.checked("Ada", GOOD, pyotp.TOTP(secret).at(clock.time)) is not None
    members.set_second(member, wanted=False)
    assert members.checked("Ada", GOOD) is not None


def test_a_session_shows_its_member_until_it_is_ended(members: Members, sessions: Sessions) -> None:
    member, _ = members.add("Ada", Role.READER, GOOD)
    one, two = sessions.begin(member), sessions.begin(member)
    assert one != two
    assert sessions.who(one) == member
    sessions.end(one)
    assert sessions.who(one) is None
    assert sessions.who(two) == member


@pytest.mark.parametrize(
    "end",
    [
        lambda members, member: members.set_disabled(member, disabled=True),
        lambda members, member: members.set_password(member),
        lambda members, member: members.set_role(member, Role.ADMINISTRATOR),
        lambda members, member: members.set_second(member, wanted=True),
        lambda members, member: members.log_out(member),
        lambda members, _: members.log_out(None),
    ],
    ids=["disabled", "password", "role", "second", "log out", "log all out"],
)
def test_what_ends_sessions_ends_all_of_them(
    members: Members, sessions: Sessions, end: Callable[[Members, Member], object]
) -> None:
    member, _ = members.add("Ada", Role.READER, GOOD)
    shown = [sessions.begin(member) for _ in range(3)]
    end(members, member)
    # Who was checked before may begin a session after: it is over at once.
    shown.append(sessions.begin(member))
    assert [sessions.who(one) for one in shown] == [None] * 4


def test_others_stay_logged_in(members: Members, sessions: Sessions) -> None:
    ada, bela = members.add("Ada", Role.READER, GOOD)[0], members.add("Bela", Role.READER, GOOD)[0]
    shown = sessions.begin(bela)
    members.log_out(ada)
    assert sessions.who(shown) == bela


def test_a_session_is_over_after_an_hour_without_use(
    members: Members, sessions: Sessions, clock: Clock
) -> None:
    member, _ = members.add("Ada", Role.READER, GOOD)
    shown = sessions.begin(member)
    clock.on(minutes=59)
    assert sessions.who(shown) == member
    clock.on(minutes=59)
    assert sessions.who(shown) == member
    clock.on(minutes=60)
    assert sessions.who(shown) is None


def test_a_session_is_over_after_twelve_hours(members: Members, sessions: Sessions, clock: Clock) -> None:
    member, _ = members.add("Ada", Role.READER, GOOD)
    shown = sessions.begin(member)
    for _ in range(23):
        clock.on(minutes=30)
        assert sessions.who(shown) == member
    clock.on(minutes=30)
    assert sessions.who(shown) is None


def test_neither_passwords_nor_tokens_are_kept(
    members: Members, sessions: Sessions, tokens: Tokens, store: Store
) -> None:
    member, password = members.add("Ada", Role.READER)
    session = sessions.begin(member)
    _, token = tokens.issue(member, "map", Role.READER, timedelta(days=1))
    with store.database.reading() as connection:
        rows = [str(row) for one in (MEMBERS, SESSIONS, TOKENS) for row in connection.execute(select(one))]
    for secret in (password, session.split(".")[0], token.split(".")[0].removeprefix("wm_")):
        assert not any(secret in row for row in rows)


def test_a_session_of_another_installation_is_none(members: Members, store: Store, clock: Clock) -> None:
    member, _ = members.add("Ada", Role.READER, GOOD)
    shown = Sessions(store.database, b"t" * 32, clock).begin(member)
    assert Sessions(store.database, SECRET, clock).who(shown) is None


@pytest.mark.parametrize("shown", ["", ".", "a.b", "\ud800", "é.é", "wm_", "wm_a.b", "x" * 10_000])
def test_what_is_no_token_shows_nobody(sessions: Sessions, tokens: Tokens, shown: str) -> None:
    assert sessions.who(shown) is None
    assert tokens.who(shown) is None


def test_a_token_has_its_own_role_scope_and_end(members: Members, tokens: Tokens, clock: Clock) -> None:
    member, _ = members.add("Ada", Role.REVIEWER, GOOD)
    token, shown = tokens.issue(member, "map", Role.READER, timedelta(days=1))
    found = tokens.who(shown)
    assert found is not None
    assert (found.id, found.role) == (member.id, Role.READER)
    assert tokens.who(shown, FEED) is None
    assert tokens.of(member.id) == [token]
    clock.on(days=1)
    assert tokens.who(shown) is None


def test_a_token_is_no_more_than_its_member(members: Members, tokens: Tokens) -> None:
    member, _ = members.add("Ada", Role.ADMINISTRATOR, GOOD)
    _, shown = tokens.issue(member, "map", Role.ADMINISTRATOR, timedelta(days=1))
    members.set_role(member, Role.READER)
    found = tokens.who(shown)
    assert found is not None
    assert found.role == Role.READER
    members.set_disabled(member, disabled=True)
    assert tokens.who(shown) is None


def test_tokens_are_revoked_by_whose_they_are(members: Members, tokens: Tokens) -> None:
    ada, bela = members.add("Ada", Role.READER, GOOD)[0], members.add("Bela", Role.READER, GOOD)[0]
    token, shown = tokens.issue(ada, "map", Role.READER, timedelta(days=1))
    assert not tokens.revoke(bela.id, token.id)
    assert tokens.who(shown) is not None
    assert tokens.revoke(ada.id, token.id)
    assert tokens.who(shown) is None


def test_logging_out_everybody_may_take_the_tokens_too(members: Members, tokens: Tokens) -> None:
    member, _ = members.add("Ada", Role.READER, GOOD)
    _, shown = tokens.issue(member, "map", Role.READER, timedelta(days=1))
    members.log_out(None)
    assert tokens.who(shown) is not None
    members.log_out(None, tokens=True)
    assert tokens.who(shown) is None


def test_a_store_that_is_only_read_refuses_to_be_written_to(place: Place, clock: Clock) -> None:
    with place.open() as store:
        member, _ = Members(store.database, clock).add("Ada", Role.READER, GOOD)
        _, shown = Tokens(store.database, SECRET, clock).issue(member, "map", Role.READER, timedelta(days=1))
    with open_to_read(place.store, place.raw) as store:
        assert Tokens(store.database, SECRET, clock).who(shown) == member
        if not store.database.server:
            with pytest.raises(StoreError):
                Members(store.database, clock).log_out(None)
