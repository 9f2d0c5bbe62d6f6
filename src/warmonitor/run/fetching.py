"""One address fetched: asked whether it may, fetched with what is known of it, judged, read in a child."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from warmonitor.model import Fetch, FetchError, Issue, Outcome, StoreError
from warmonitor.model.fetch import Headers
from warmonitor.run.children import Children
from warmonitor.run.rules import Rules, robots_outcome
from warmonitor.run.sources import Source
from warmonitor.stages.archive.fetch.address import Address
from warmonitor.stages.archive.fetch.follow import Followed, follow
from warmonitor.stages.archive.fetch.get import Getter
from warmonitor.stages.archive.fetch.pace import retry_after, wait_after
from warmonitor.stages.archive.fetch.turns import Task

_DENIED = {"address-denied", "address-refused", "robots-denied", "redirect-unsafe"}
_GONE = {404, 410}
_FAILING = {Outcome.BLOCKED, Outcome.FAILED, Outcome.DENIED}
_QUIET = {Outcome.SAME, Outcome.SAME_TEXT, Outcome.GONE}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an address before: its last fetch, and whether all its links were followed."""

    last: Fetch | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a task: its fetches, that of the task last; links and maps as far as it leads on.

    `texts` are the entries of a feed that are themselves reports: their addresses, and each as a page.
    """

    task: Task
    fetches: tuple[Fetch, ...]
    issues: tuple[Issue, ...] = ()
    pages: tuple[str, ...] = ()
    maps: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    title: str = ""
    difference: str = ""
    delay: float = 0.0

    @property
    def fetch(self) -> Fetch:
        """Return the fetch of the task."""
        return self.fetches[-1]


class Fetcher:
    """Fetches and reads; threads may use it at the same time. `body` returns the bytes of a version."""

    def __init__(
        self,
        getter: Getter,
        children: Children,
        body: Callable[[str], bytes],
        clock: Callable[[], float],
        seed: str = "",
    ) -> None:
        self._getter, self._children, self._body = getter, children, body
        self._clock, self._seed = clock, seed
        self._rules = Rules(getter, children, clock, self._robots)

    def fetch(self, task: Task, source: Source, known: Known) -> Result:
        """Fetch a task's address and read what is new; whatever happens, there is a result."""
        try:
            return self._fetched(task, source, known)
        except Exception as error:  # noqa: BLE001  what nobody thought of costs one page, not the watch
            said = FetchError("not-understood", f"What happened is not understood ({type(error).__name__}).")
            fetch = self._judged(Followed((), error=said), task, known.last)
            timed = self._timed(fetch, source, known.last)
            return Result(task, (timed,), _trouble(timed))

    def _fetched(self, task: Task, source: Source, known: Known) -> Result:
        fetches: list[Fetch] = []
        delays: list[float] = []

        def check(address: Address) -> None:
            delays.append(self._rules.check(address, fetches))

        found = follow(self._getter, task.address, _asked(task, known), check)
        fetch = self._judged(found, task, known.last)
        result = self._read(Result(task, (*fetches, fetch), delay=max(delays, default=0.0)), known)
        timed = self._timed(result.fetch, source, known.last)
        return replace(result, fetches=(*fetches, timed), issues=(*_trouble(timed), *result.issues))

    def _robots(self, found: Followed, address: str) -> Fetch:
        fetch = self._made(found, Task(address, "", "", "robots"), robots_outcome(found))
        return replace(fetch, version=fetch.sha256 if fetch.outcome.served else "")

    def _judged(self, found: Followed, task: Task, last: Fetch | None) -> Fetch:
        fetch = self._made(found, task, _outcome(found, last))
        before = last.version if last else ""
        if last and fetch.status == 304:
            fetch = replace(fetch, sha256=last.sha256, size=last.size)
        if last and (fetch.partial or not fetch.body):
            return replace(fetch, version=before, etag=last.etag, modified=last.modified)
        if not fetch.outcome.served:
            return replace(fetch, version=before)
        if fetch.sha256 == before:
            return replace(fetch, outcome=Outcome.SAME, version=before)
        return replace(fetch, outcome=Outcome.CHANGED if before else Outcome.NEW, version=fetch.sha256)

    def _made(self, found: Followed, task: Task, outcome: Outcome) -> Fetch:
        answer = found.last
        partial = bool(answer and answer.error and answer.wire)
        body = b"" if answer is None else answer.wire if partial else answer.body
        kept = (outcome.served and bool(body)) or partial
        code, said = (found.error.code, str(found.error)) if found.error else _said(found, outcome)
        return Fetch(
            address=task.address,
            source=task.source,
            kind=task.kind,
            at=self._clock(),
            tool=self._getter.agent,
            outcome=outcome,
            hops=found.hops,
            sha256=hashlib.sha256(body).hexdigest() if kept else "",
            size=len(body) if kept else 0,
            etag=answer.hop.header("etag")[:1_000] if answer else "",
            modified=answer.hop.header("last-modified")[:100] if answer else "",
            code=code,
            said=said,
            partial=partial,
            wire=answer.wire if answer else b"",
            body=body,
        )

    def _read(self, result: Result, known: Known) -> Result:
        """Return the result with what the bytes say; what cannot be read is an issue."""
        fetch = result.fetch
        changed = fetch.outcome in {Outcome.NEW, Outcome.CHANGED}
        if not (changed or (fetch.kind != "page" and fetch.outcome is Outcome.SAME and fetch.body)):
            return result
        try:
            read = self._told(result.task, fetch, known.last)
        except (FetchError, StoreError) as error:
            wrong = Issue(error.code, fetch.address, str(error), fatal=True)
            if fetch.kind != "page":
                return _failed(result, wrong, known.last)
            told = replace(fetch, code=wrong.code, said=wrong.said)
            return replace(result, fetches=(*result.fetches[:-1], told))
        issues = tuple(Issue(*row) for row in read["issues"])
        if fetch.kind == "page":
            return _of_page(result, read, issues, known.last)
        return _of_links(result, read, issues, known.last)

    def _told(self, task: Task, fetch: Fetch, last: Fetch | None) -> dict[str, Any]:
        if task.texts:
            return self._children.ask(fetch.kind, fetch.body, base=fetch.final, texts="yes")
        if fetch.kind != "page":
            return self._children.ask(fetch.kind, fetch.body, base=fetch.final)
        earlier = [self._body(last.version)] if last and last.version else []
        declared = fetch.hops[-1].header("content-type")
        return self._children.ask("page", fetch.body, *earlier, address=fetch.final, declared=declared)

    def _timed(self, fetch: Fetch, source: Source, last: Fetch | None) -> Fetch:
        slower = fetch.kind == "page" and source.kind != "page"
        failures = (last.failures if last else 0) + 1 if fetch.outcome in _FAILING else 0
        quiet = (last.quiet if last else 0) + 1 if fetch.outcome in _QUIET and slower else 0
        every = source.again if slower else source.every
        asked = retry_after(fetch.hops[-1].header("retry-after"), fetch.at) if fetch.hops else 0.0
        seed = f"{self._seed}\n{fetch.address}"
        wait = wait_after(fetch.outcome, failures, quiet, every, seed, asked)
        never = not every and fetch.outcome not in _FAILING
        return replace(fetch, failures=failures, quiet=quiet, due=0.0 if never else fetch.at + wait)


def _asked(task: Task, known: Known) -> Headers:
    """Return the conditions under which an answer is wanted: not while links of the last one are open."""
    last = known.last
    if last is None or not last.version or (task.kind != "page" and not known.settled):
        return ()
    told = (("If-None-Match", last.etag), ("If-Modified-Since", last.modified))
    return tuple((name, value) for name, value in told if value and value.isascii() and value.isprintable())


def _outcome(found: Followed, last: Fetch | None) -> Outcome:
    if found.error is not None or found.last is None:
        return Outcome.DENIED if found.error and found.error.code in _DENIED else Outcome.FAILED
    status = found.last.hop.status
    if status in _GONE:
        return Outcome.GONE
    if status == 304:
        return Outcome.SAME if last and last.version else Outcome.FAILED
    if 200 <= status < 300:
        return Outcome.NEW if found.last.body else Outcome.FAILED
    return Outcome.BLOCKED


def _said(found: Followed, outcome: Outcome) -> tuple[str, str]:
    status = found.last.hop.status if found.last else 0
    if outcome is Outcome.GONE:
        return "page-gone", f"The server answered {status}: the page is gone."
    if outcome is Outcome.BLOCKED:
        return "page-not-served", f"The server answered {status}."
    return ("source-empty", "The server sent nothing.") if outcome is Outcome.FAILED else ("", "")


def _trouble(fetch: Fetch) -> tuple[Issue, ...]:
    return (Issue(fetch.code, fetch.address, fetch.said, fatal=True),) if fetch.code else ()


def _of_page(result: Result, told: dict[str, Any], issues: tuple[Issue, ...], last: Fetch | None) -> Result:
    fetch = result.fetch
    if told.get("same") and last:
        fetch = replace(fetch, outcome=Outcome.SAME_TEXT, version=last.version)
        return replace(result, fetches=(*result.fetches[:-1], fetch))
    difference = told.get("difference", "")
    return replace(result, issues=issues, title=told["title"], difference=difference)


def _of_links(result: Result, told: dict[str, Any], issues: tuple[Issue, ...], last: Fetch | None) -> Result:
    """Return a result with links; what is no feed or sitemap is a failure, and what was kept before stays."""
    wrong = next((issue for issue in issues if issue.fatal), None)
    if wrong is not None:
        return _failed(result, wrong, last)
    pages = tuple(address for address, _ in told["pages"])
    if result.task.texts:
        texts = tuple((address, page) for address, page in told["texts"] if page)
        if without := len(told["texts"]) - len(texts):
            issues += (Issue("no-text", result.fetch.address, f"{without} entries have no text."),)
        return replace(result, issues=issues, texts=texts)
    return replace(result, issues=issues, pages=pages, maps=tuple(told["maps"]))


def _failed(result: Result, wrong: Issue, last: Fetch | None) -> Result:
    """Return the result as a failure to read, after which the version before stands."""
    version = last.version if last else ""
    fetch = replace(result.fetch, outcome=Outcome.FAILED, version=version, code=wrong.code, said=wrong.said)
    return replace(result, fetches=(*result.fetches[:-1], fetch))


def entry_fetch(feed: Fetch, address: str, page: str, last: Fetch | None) -> Fetch | None:
    """Return the record of a feed's entry as a report of its own, None where it is there already."""
    body = page.encode()
    sha256 = hashlib.sha256(body).hexdigest()
    if last and last.version == sha256:
        return None
    outcome = Outcome.CHANGED if last and last.version else Outcome.NEW
    return Fetch(
        address, feed.source, "entry", feed.at, feed.tool, outcome,
        sha256=sha256, size=len(body), version=sha256, wire=body, body=body,
    )  # fmt: skip
