"""The README opens with the two commands that work, and names every command that there is."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from warmonitor.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKE = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
COMMAND = typer.main.get_command(app)


def verbs(command: Any) -> dict[str, Any]:
    """Every command by its words, those of groups with the group's name before."""
    found: dict[str, Any] = {}
    for name, one in getattr(command, "commands", {}).items():
        inner = verbs(one)
        found |= {f"{name} {verb}": under for verb, under in inner.items()} if inner else {name: one}
    return found


VERBS = verbs(COMMAND)


def code_lines(text: str) -> list[str]:
    fenced = re.findall(r"^```[a-z]*\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^ {4}\S.*$", text, flags=re.MULTILINE)
    return [line.strip() for block in fenced for line in block.splitlines()] + [
        line.strip() for line in indented
    ]


def test_the_two_commands_come_first() -> None:
    commands = [line.split("#")[0].strip() for line in code_lines(README)]
    assert commands[:2] == ["make demo", "make test"]
    assert README.index("make demo") < 400


def test_every_make_target_that_is_named_exists() -> None:
    named = set(re.findall(r"\bmake ([a-z]+)", "\n".join(code_lines(README))))
    assert named
    assert named <= MAKE


def test_there_are_commands_to_document() -> None:
    assert "account" in VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_and_option_is_documented(verb: str) -> None:
    assert f"warmonitor {verb}" in README or (" " in verb and f"`{verb}" in README)
    command = VERBS[verb]
    options = [opt for p in command.params for opt in p.opts if opt.startswith("--") and opt != "--help"]
    assert [option for option in options if option not in README] == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_says_what_it_does(verb: str) -> None:
    command = VERBS[verb]
    assert command.help
    assert all(getattr(param, "help", None) for param in command.params if param.name != "help")


def test_every_file_that_is_linked_exists() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
