"""The secret of an installation."""

from pathlib import Path

import pytest

from warmonitor.model import StoreError
from warmonitor.store.secret import install_secret


def test_it_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    secret = install_secret(tmp_path)
    assert len(secret) == 32
    assert install_secret(tmp_path) == secret
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_two_installations_have_two(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert install_secret(tmp_path / "a") != install_secret(tmp_path / "b")


def test_one_that_others_may_read_is_refused(tmp_path: Path) -> None:
    install_secret(tmp_path)
    (tmp_path / "secret").chmod(0o644)
    with pytest.raises(StoreError, match="chmod 600"):
        install_secret(tmp_path)


@pytest.mark.parametrize("content", ["", "zz", "00", "é"])
def test_one_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "secret").write_text(content)
    (tmp_path / "secret").chmod(0o600)
    with pytest.raises(StoreError, match=r"cannot be used|bytes long"):
        install_secret(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be used"):
        install_secret(tmp_path / "none")
