"""The server: the API on a port, loopback unless told otherwise, logging lines of JSON."""

import gc
import json
import logging
import socket
from dataclasses import dataclass

import uvicorn
from fastapi import FastAPI

from warmonitor.model import StoreError
from warmonitor.web.deadline import DeadlineProtocol
from warmonitor.web.outer import LOG
from warmonitor.web.settings import LOOPBACK

_HEAD = 32_768  # bytes of a request before its body
_MADE = 50_000  # objects between two looks for garbage
_PATIENCE = 2.0  # seconds for which a request waits for a server of PostgreSQL that is away
_IDLE, _ENDING = 5, 10  # seconds that a connection is kept between requests, and that a stop waits


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen, and which proxies' X-Forwarded-For and X-Forwarded-Proto are believed."""

    host: str = LOOPBACK[0]
    port: int = 8321
    proxies: tuple[str, ...] = ()


class JsonLines(logging.Formatter):
    """Lines of JSON in ASCII, whoever logs them; no values of variables, which may be secret."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        if record.name == LOG.name:
            return record.getMessage()
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else None
        return json.dumps({"event": record.name, "said": record.getMessage()[:500], "error": error})


def bound(listening: Listening) -> socket.socket:
    """Return a socket that is bound to an address.

    Raises:
        StoreError: when it cannot be.
    """
    family = socket.AF_INET6 if ":" in listening.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((listening.host, listening.port))
        made.listen()  # who comes before the server has settled waits, and is not refused
    except (OSError, OverflowError) as error:
        made.close()
        said = getattr(error, "strerror", None) or str(error)
        where = f"{listening.host}, port {listening.port}"
        raise StoreError(f"{where}, cannot be listened on: {said}. Name another by --port.") from error
    return made


def serve(app: FastAPI, at: socket.socket, proxies: tuple[str, ...] = ()) -> None:
    """Serve until a signal ends it."""
    _log_json()
    app.state.desk.store.database.patience = _PATIENCE
    settle()
    with at:
        uvicorn.Server(configured(app, proxies)).run(sockets=[at])


def settle() -> None:
    """Take what stands until the end out of each look for garbage, which would halt an answer for long.

    A page makes tens of thousands of records that all go with it: looks that are rarer find no less.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MADE)


def configured(app: FastAPI, proxies: tuple[str, ...]) -> uvicorn.Config:
    """Return how uvicorn serves an API."""
    return uvicorn.Config(
        app,
        http=DeadlineProtocol,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
        h11_max_incomplete_event_size=_HEAD,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=_ENDING,
    )


def _log_json() -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    for name, level in ((LOG.name, logging.INFO), ("uvicorn", logging.WARNING), ("asyncio", logging.ERROR)):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)
