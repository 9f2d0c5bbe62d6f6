"""A web server on this machine that serves what a test says, and counts what it was asked."""

import socket
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Headers = dict[str, str]
Reply = tuple[int, Headers, bytes]


class Site:
    """What is served by path: a reply, or a function that makes one from the headers of the request."""

    def __init__(self) -> None:
        self.pages: dict[str, Reply | Callable[[Headers], Reply]] = {}
        self.asked: Counter[str] = Counter()
        self.port = 0

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    def page(self, path: str, body: bytes | str, media: str = "text/html", **headers: str) -> None:
        raw = body.encode() if isinstance(body, str) else body
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (200, {"Content-Type": media, **told}, raw)

    def reply(self, path: str, headers: Headers) -> Reply:
        self.asked[path] += 1
        found = self.pages.get(path, (404, {"Content-Type": "text/plain"}, b"no such page"))
        return found(headers) if callable(found) else found


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: Any) -> None:
        """Say nothing of clients that hang up."""


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = site.reply(self.path, dict(self.headers.items()))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    with _Quiet(("127.0.0.1", 0), Handler) as server:
        site.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


class Listener:
    """A socket that listens and keeps what reaches it; `speak` answers each connection by its own rules."""

    def __init__(self, speak: Callable[[socket.socket], None] | None = None) -> None:
        self.received: list[bytes] = []
        self.connections = 0
        self._speak = speak
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.05)
        self.port = self._socket.getsockname()[1]
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> "Listener":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()
        self._socket.close()

    def _listen(self) -> None:
        while not self._stopped.is_set():
            try:
                connection, _ = self._socket.accept()
            except TimeoutError:
                continue
            self.connections += 1
            with connection:
                connection.settimeout(5)
                try:
                    self.received.append(connection.recv(65_536))
                    if self._speak is not None:
                        self._speak(connection)
                except OSError:
                    pass
