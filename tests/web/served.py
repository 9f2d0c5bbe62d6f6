"""A served API, in a thread of this process: what a client on the network meets."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx2
import uvicorn
from fastapi import FastAPI

from warmonitor.web import serve
from warmonitor.web.deadline import DeadlineProtocol

OPEN = b"<still open>"


@dataclass(frozen=True)
class Served:
    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def send(self, content: bytes, wait: float = 5.0) -> bytes:
        """Send bytes as they are and return all that comes back, with OPEN where nobody closed."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=wait) as made:
            made.sendall(content)
            got = b""
            try:
                while piece := made.recv(65536):
                    got += piece
            except TimeoutError:
                return got + OPEN
            except ConnectionResetError:
                pass
            return got


@contextmanager
def served(app: FastAPI, head: float = 10.0, body: float = 60.0) -> Iterator[Served]:
    protocol = type("Quick", (DeadlineProtocol,), {"head": head, "body": body})
    at = serve.bound(serve.Listening(port=0))
    config = serve.configured(app, ())
    config.http = protocol
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [at]}, daemon=True)
    thread.start()
    made = Served(at.getsockname()[1])
    _until_there(made)
    try:
        yield made
    finally:
        server.should_exit = True
        thread.join()
        at.close()


def _until_there(made: Served) -> None:
    for _ in range(200):
        try:
            httpx2.get(f"{made.address}/healthz")
        except httpx2.TransportError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the server does not answer")
