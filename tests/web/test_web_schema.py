"""Requests made from the OpenAPI document, as everybody: no 5xx, nothing that the document does not tell."""

import contextlib
import copy
from collections import Counter
from typing import Any, cast
from unittest import SkipTest

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from kept_documents import NOW, SOAK, made_of, raw_report
from schemathesis import GenerationMode, checks

from warmonitor.store.membership import Role
from warmonitor.store.store import Store
from web.asking import Office
from web.served import served
from web.told import tell

WHO = {"nobody": None, **{f"{role} by {how}": role for role in Role for how in ("token", "session")}}
ASKED = (
    list(WHO) if SOAK else ["nobody", "reader by token", "reviewer by session", "administrator by session"]
)
EXAMPLES = 200 if SOAK else 2
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
SOUND = (
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
)
SILENT = settings(
    max_examples=EXAMPLES,
    database=None,
    derandomize=not SOAK,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def office(store: Store) -> Office:
    tell(store)
    raw = raw_report(7)
    store.keep(raw, made_of(raw), NOW)
    return Office(store)


def shown(office: Office, who: str) -> dict[str, str]:
    """What somebody shows; anew for each operation, since some end what was shown."""
    role = WHO[who]
    if role is None:
        return {}
    office.desk.members.set_disabled(office.member(role), disabled=False)
    if who.endswith("token"):
        return {"Authorization": str(office.token(role).headers["Authorization"])}
    return {
        "Cookie": f"warmonitor={office.session(role).cookies['warmonitor']}",
        "Sec-Fetch-Site": "same-origin",
    }


def known(office: Office, path: str) -> dict[str, str]:
    """Ids of things that are there, for the parameters of a path."""
    lists = {"claims": f"claim-{1:016x}", "events": f"event-{1:016x}", "places": f"place-{1:016x}"}
    record = next((one for kind, one in lists.items() if kind in path), raw_report(7).report_id)
    return {"id": record, "member": office.people[Role.READER].id, "shape": "acled", "file": "events.csv"}


def unlocked(document: dict[str, Any]) -> dict[str, Any]:
    """The document without who may ask, so that what somebody shows is not made up."""
    made = copy.deepcopy(document)
    del made["components"]["securitySchemes"]
    for operations in made["paths"].values():
        for operation in operations.values():
            operation.pop("security", None)
    return made


class Probe:
    """Asks one operation after the other as somebody, and counts the answers by their status."""

    def __init__(self, office: Office, who: str, address: str, session: requests.Session) -> None:
        self._office, self._who, self._address, self._session = office, who, address, session
        self.counts: Counter[int] = Counter()

    def ask(self, operation: Any, mode: GenerationMode) -> None:
        headers = shown(self._office, self._who)

        @SILENT
        @given(case=operation.as_strategy(generation_mode=mode))
        def once(case: Any) -> None:
            if self.counts.total() % 2:
                ids = known(self._office, case.path)
                case.path_parameters.update({name: ids[name] for name in case.path_parameters if name in ids})
            answer = case.call(base_url=self._address, headers=headers, session=self._session)
            case.validate_response(answer, checks=list(SOUND))
            self.counts[answer.status_code] += 1

        with contextlib.suppress(Unsatisfiable, SkipTest):  # nothing can be wrong where nothing is asked
            once()


@pytest.mark.parametrize("who", ASKED)
def test_whatever_is_asked_is_answered_as_the_document_tells(office: Office, who: str) -> None:
    schema = schemathesis.openapi.from_dict(unlocked(office.app.openapi()))
    with served(office.app) as server, requests.Session() as session:
        probe = Probe(office, who, server.address, session)
        for number, found in enumerate(schema.get_all_operations()):
            for mode in MODES if SOAK else MODES[(number + ASKED.index(who)) % 2 :][:1]:
                probe.ask(cast("Any", found).ok(), mode)
    assert max(probe.counts) < 500
    assert probe.counts[200] > 0
