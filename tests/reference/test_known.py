"""What the references know a name for."""

import pytest

from warmonitor.language.en.mentions import Kind
from warmonitor.reference.known import known_kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kenya", Kind.PLACE),
        ("Kisumu", Kind.PLACE),
        ("NATO", Kind.ORGANISATION),
        ("Ruritania", None),
        ("", None),
    ],
)
def test_kinds_of_names(name: str, kind: Kind | None) -> None:
    assert known_kind(name) is kind
