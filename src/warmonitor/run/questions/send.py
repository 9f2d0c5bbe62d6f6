"""Answers sent to the webhooks of their questions: signed, in order, again and later where it fails."""

import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

from warmonitor.model import Answer, FetchError, Issue, QueryError
from warmonitor.run.rules import AGENT
from warmonitor.stages.archive.fetch.address import parse
from warmonitor.stages.archive.fetch.get import Getter, Limits
from warmonitor.stages.archive.fetch.guard import Guard
from warmonitor.stages.archive.fetch.post import post
from warmonitor.store.questions import Hook, Questions
from warmonitor.store.store import Store

_ALLOWED = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+):(\d{1,5})")
_SECONDS = 15.0  # for one message and its answer
TOGETHER = 50  # answers of one message
_FIRST, _LONGEST = 60, 86_400  # seconds until the next try after the first failure, and at most
SIGNATURE, TIME = "X-Warmonitor-Signature", "X-Warmonitor-Time"

Clock = Callable[[], float]


def hook_getter(allow: Iterable[str], version: str) -> Getter:
    """Return what sends to public addresses, and to those hosts with a port that are allowed by name.

    Raises:
        QueryError: when one is no host with a port.
    """
    pairs = []
    for one in allow:
        found = _ALLOWED.fullmatch(one)
        if not found or not 0 < int(found[2]) < 65_536:
            raise QueryError("address-invalid", f"“{one}” is no host and port such as host.example:8080.")
        pairs.append((found[1].strip("[]").lower(), int(found[2])))
    return Getter(Guard(frozenset(pairs)), f"{AGENT}/{version}", Limits(seconds=_SECONDS))


def send_all(store: Store, getter: Getter, clock: Clock) -> list[Issue]:
    """Send what is due to every webhook; return what went wrong, an issue a question.

    A message counts as taken when it is answered by a status from 200 to 299. What was taken, but not told so
    in time, comes again: answers bear their numbers, by which one is known that came before.
    """
    questions = Questions(store.database)
    due = [hook for hook in questions.hooks() if hook.due <= clock()]
    return [issue for hook in due if (issue := _send(questions, hook, getter, clock))]


def _send(questions: Questions, hook: Hook, getter: Getter, clock: Clock) -> Issue | None:
    name, address = hook.question.name, hook.question.webhook or ""
    while waiting := questions.answers(name, hook.sent, TOGETHER):
        try:
            _post(getter, address, hook.secret, waiting, int(clock()))
        except FetchError as error:
            questions.sent(_failed(hook, f"{error.code}: {error}", clock()))
            return Issue(error.code, name, str(error), fatal=True)
        hook = replace(hook, sent=waiting[-1].number, failures=0, due=0, said="")
        questions.sent(hook)
    return None


def _post(getter: Getter, address: str, secret: str, answers: Sequence[Answer], now: int) -> None:
    body = message(answers)
    told = (
        ("Content-Type", "application/json"),
        (TIME, str(now)),
        (SIGNATURE, signature(secret, now, body)),
    )
    status = post(getter, parse(address), body, told)
    if not 200 <= status < 300:
        raise FetchError("webhook-refused", f"The webhook answered {status}.")


def message(answers: Sequence[Answer]) -> bytes:
    """Return answers as a webhook gets them: ASCII JSON, the same bytes for the same answers."""
    told: list[dict[str, Any]] = [asdict(one) for one in answers]
    return json.dumps({"question": answers[0].question, "answers": told}).encode("ascii")


def signature(secret: str, now: int, body: bytes) -> str:
    """Return `sha256=` and the HMAC of time, a full stop and the body, in hexadecimal digits."""
    told = f"{now}.".encode("ascii") + body
    return f"sha256={hmac.new(secret.encode('ascii'), told, hashlib.sha256).hexdigest()}"


def _failed(hook: Hook, said: str, now: float) -> Hook:
    """Return a hook that waits twice as long as it did before."""
    wait = min(_FIRST << min(hook.failures, 20), _LONGEST)
    return replace(hook, failures=hook.failures + 1, due=int(now) + wait, said=said)
