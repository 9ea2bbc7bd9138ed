"""What the documents for people outside show is what happens: their code is run, and prints what stands there."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from contextlib import chdir, redirect_stdout
from pathlib import Path

import pytest
from conftest import ROOT

from generator import tables

BLOCK = re.compile(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.DOTALL)


@pytest.mark.parametrize("name", ["analysis", "validating"])
def test_the_code_of_a_page_prints_what_stands_below_it(name: str) -> None:
    blocks = BLOCK.findall((ROOT / f"docs/{name}.md").read_text())
    assert blocks
    known: dict[str, object] = {}
    with chdir(ROOT):
        for code, expected in blocks:
            printed = io.StringIO()
            with redirect_stdout(printed):
                exec(code, known)
            assert printed.getvalue() == expected


def test_the_command_that_needs_nothing_of_ours_passes_a_record() -> None:
    lines = (ROOT / "docs/validating.md").read_text().splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("$ check-jsonschema"))
    command = lines[at].removeprefix("$ ").split()
    done = subprocess.run(
        [Path(sys.executable).with_name(command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == lines[at + 1]


def test_every_column_of_a_frame_is_documented() -> None:
    page = (ROOT / "docs/analysis.md").read_text().partition("## The columns")[2]
    for name in ("FIGURES", "ACTIONS", "AUDITS", "OBLIGATIONS"):
        row = next(line for line in page.splitlines() if line.startswith(f"| {name.lower()} |"))
        for column in getattr(tables, name):
            assert re.search(rf"\b{column}\b", row), f"{name}: {column}"
