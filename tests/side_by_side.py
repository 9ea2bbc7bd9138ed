"""Writes docs/side-by-side.md: the same twenty faults, what check-jsonschema says of each, and what `qa check` says.

.venv/bin/python tests/side_by_side.py
"""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import tempfile
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from difflib import unified_diff
from importlib.metadata import version
from pathlib import Path
from unittest.mock import patch

from check_jsonschema.cli import main as check_jsonschema
from click.testing import CliRunner

from generator import cli, schema

ROOT = Path(__file__).resolve().parents[1]
BASE = ROOT / "tests/examples/base/records"
PAGE = ROOT / "docs/side-by-side.md"

AUDIT, PLAN, RETURN = "audit/2026-falls", "action-plan/2026-falls", "kpi-return/council/2026-27-q1"
FAULTS = (
    ("A field's name is misspelt", AUDIT, "theme: Whether", "teme: Whether"),
    ("A field is left out", AUDIT, 'methodology: "2024"\n', ""),
    ("A word is not one of those allowed", AUDIT, "kind: multi-agency", "kind: multiagency"),
    ("A date is written another way", AUDIT, "starts: 2026-04-06", "starts: 06/04/2026"),
    ("There is no such day", AUDIT, "actual: 2026-05-22", "actual: 2026-02-30"),
    ("Yes, where true or false belongs", AUDIT, "sought: true", "sought: yes"),
    ("A number with a comma", RETURN, "count: 220", "count: 1,220"),
    ("A text with a colon", AUDIT, "theme: Whether", "theme: Falls at night: whether"),
    ("A quotation mark that is never closed", PLAN, "text: Share", 'text: "Share'),
    ("A tab", AUDIT, "  agreed: 2026-04-09", "\tagreed: 2026-04-09"),
    ("A field written twice", RETURN, "values:", "sender_role: Service Manager\nvalues:"),
    ("A record that is not there", AUDIT, "tools: [falls]", "tools: [fals]"),
    ("An item that its record does not have", PLAN, "#risk-shared-late", "#risks-shared-late"),
    ("A reference without its type", PLAN, "owner: agency/council", "owner: council"),
    ("Two dates in an impossible order", PLAN, "due: 2026-09-30", "due: 2026-05-30"),
    ("Steps in an impossible order", AUDIT, "actual: 2026-06-03", "actual: 2026-05-03"),
    ("A breakdown that does not add up", RETURN, "65-plus: 130", "65-plus: 310"),
    ("A part larger than its whole", RETURN, "count: 180", "count: 280"),
    ("Figures of a quarter that has not ended", RETURN, "received: 2026-07-21", "received: 2026-06-21"),
    ("An NHS number (one kept for tests)", AUDIT, "in a year.", "in a year, as NHS number 999 123 4004 shows."),
)

INTRODUCTION = """\
# The same faults, side by side

Twenty faults that people make when they file a return, each made alone in a small set of valid records; and what two
programs say of it: [check-jsonschema](https://github.com/python-jsonschema/check-jsonschema), and `qa check`.

check-jsonschema {version} is a good general validator, and this project tests its own schemas with it. It was given the
schema of each record with all definitions in place, and the record's file. It can't see what no JSON Schema can say:
that a record named is there, that figures add up, that days come in order. Nor is it meant to know the words of one
kind of record. `qa check` does nothing else. So this page is no contest; it shows what a person who files a return gets
from a schema alone, and from a program made for them.

Of {faults} faults, check-jsonschema reported {theirs} and named the line of {lines}; `qa check` reported {ours}, each
with its line and what to do about it.

This page is made by `tests/side_by_side.py` from real runs of both; the tests see to it that it is as they run today.
"""


@dataclass(frozen=True)
class Said:
    """What both programs say of one fault."""

    title: str
    name: str
    change: str
    line: int
    theirs: str
    ours: str


def said(title: str, record: str, old: str, new: str) -> Said:
    """Make one fault in a copy of the valid records, and run both programs on its file."""
    name = f"records/{record}.yaml"
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        shutil.copytree(BASE, "records")
        path = Path(name)
        before = path.read_text()
        start = before.index(old)
        after = before[:start] + new + before[start + len(old) :]
        path.write_text(after)
        type = record.partition("/")[0]
        tree = schema.load(ROOT / "schemas")[type].tree
        Path(f"{type}.json").write_text(json.dumps(tree))
        done = CliRunner().invoke(check_jsonschema, ["--color", "never", "--schemafile", f"{type}.json", name])
        printed = io.StringIO()
        with redirect_stdout(printed), patch.dict("os.environ", COLUMNS="100"):
            status = cli.main(["check", "--root", ".", name])
        theirs = done.output.strip() if done.exit_code else ""
        return Said(title, name, _change(before, after), _line(before, after), theirs, _ours(printed) if status else "")


def _change(before: str, after: str) -> str:
    """The lines that differ."""
    lines = list(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    return "\n".join(line for line in lines if line[0] in "+-")


def _line(before: str, after: str) -> int:
    old, new = before.splitlines(), after.splitlines()
    return next(place for place, line in enumerate(old) if place >= len(new) or line != new[place]) + 1


def _ours(printed: io.StringIO) -> str:
    """The problems alone, each a paragraph that begins with its place."""
    return "\n\n".join(part.strip() for part in printed.getvalue().split("\n\n") if part.startswith("records/"))


def page() -> str:
    """The whole document."""
    runs = [said(*fault) for fault in FAULTS]
    theirs, ours = [one for one in runs if one.theirs], [one for one in runs if one.ours]
    lines = [one for one in theirs if re.search(rf"\bline {one.line}\b|:{one.line}\b", one.theirs)]
    text = INTRODUCTION.format(
        version=version("check-jsonschema"),
        faults=len(runs),
        theirs=len(theirs),
        lines=len(lines) or "none",
        ours=len(ours),
    )
    for number, one in enumerate(runs, 1):
        text += f"\n## {number}. {one.title}\n\n`{one.name}`, line {one.line}:\n\n```diff\n{one.change}\n```\n"
        for program, words in (("check-jsonschema", one.theirs), ("qa check", one.ours)):
            text += f"\n{program}:\n\n```text\n{words or 'nothing: the record passes'}\n```\n"
    return text


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    sys.exit(0)
