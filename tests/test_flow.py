"""The table of contents says what there is."""

from pathlib import Path

from warmonitor.flow import FLOW

STAGES = Path(__file__).parent.parent / "src" / "warmonitor" / "stages"


def test_the_flow_is_the_listing_of_the_folder() -> None:
    folders = sorted(p.name for p in STAGES.iterdir() if p.is_dir() and not p.name.startswith("_"))
    assert [stage.name for stage in FLOW] == folders


def test_every_stage_says_what_it_takes_and_gives() -> None:
    assert all(stage.takes and stage.gives and stage.unit for stage in FLOW)
