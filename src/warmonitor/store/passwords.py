"""Passwords: hashed by Argon2id, and refused where they are guessed early; one-time codes beside them."""

import hmac
import secrets
import threading
import unicodedata
from datetime import datetime

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from zxcvbn import zxcvbn

LEAST, ADVISED, MOST = 8, 15, 256  # characters
_WEAK = 2  # of zxcvbn's scores 0 to 4: fewer than a million guesses
_LOOKED_AT = 72  # characters by which a password is judged: the judge is slow on long ones
_AT_ONCE = 4  # each takes 19 MiB
_STEP = 30  # seconds for which a code holds
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_turns = threading.BoundedSemaphore(_AT_ONCE)
# Somebody who is not there costs the same time as somebody who is.
_NOBODY = _hasher.hash(secrets.token_urlsafe(16))


def hashed(password: str) -> str:
    """Return the Argon2id hash of a password (m=19 MiB, t=2, p=1; OWASP's second choice)."""
    with _turns:
        return _hasher.hash(_bytes(password))


def fits(kept: str | None, password: str) -> bool:
    """Say whether a password is that of a hash; None takes as long and fits nothing."""
    with _turns:
        try:
            return _hasher.verify(kept or _NOBODY, _bytes(password)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def refusal(password: str, name: str) -> str | None:
    """Return why a password cannot be taken, in a sentence, or None."""
    if len(password) < LEAST:
        return f"A password has {LEAST} characters or more; {ADVISED} are better."
    if len(password) > MOST:
        return f"A password has {MOST} characters or fewer."
    judged = zxcvbn(_plain(password)[:_LOOKED_AT], user_inputs=[name, "warmonitor"])
    if judged["score"] < _WEAK:
        return (
            "This password is among the first that are guessed; take several words that do not go together."
        )
    return None


def made_up() -> str:
    """Return a password that nobody guesses (144 bits)."""
    return secrets.token_urlsafe(18)


def fresh_second() -> str:
    """Return a new secret of one-time codes."""
    return pyotp.random_base32()


def second_address(secret: str, name: str) -> str:
    """Return the address by which an authenticator takes a secret in."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name="warmonitor")


def step_of(secret: str, code: str, now: datetime, after: int) -> int | None:
    """Return the step (RFC 6238) that a code is of, None where it is of none later than `after`.

    One step to either side is taken, for clocks that differ.
    """
    here = int(now.timestamp()) // _STEP
    maker = pyotp.TOTP(secret)
    for step in (here - 1, here, here + 1):
        if hmac.compare_digest(maker.generate_otp(step).encode(), _bytes(code)) and step > after:
            return step
    return None


def _plain(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


def _bytes(password: str) -> bytes:
    return _plain(password).encode("utf-8", "surrogatepass")
