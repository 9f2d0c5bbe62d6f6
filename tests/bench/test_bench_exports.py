from pathlib import Path

import pytest

from bench import exports


def test_every_shape_is_written_and_its_cost_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    size = exports.write_account(tmp_path / "account.json", 40)
    assert size == (tmp_path / "account.json").stat().st_size
    for shape in exports.SHAPES:
        exports.measure(shape, tmp_path)
    told = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in told] == list(exports.SHAPES)
    assert "21 lines" in told[0]
