"""A record is renamed as a person does it, on real git: `qa check` says what to do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from repositories import branched, check, git, signed

BASE = {
    "action-plan": "2026-falls",
    "agency": "council",
    "audit": "2026-falls",
    "audit-tool": "falls",
    "findings-report": "2026-falls",
    "group": "qap",
    "indicator": "k15",
    "meeting": "qap/2026-03-12",
    "methodology": "2024",
    "obligation": "multi-agency-audit",
    "sar": "2025-adult-f",
}
NAMED = [type for type in BASE if type != "findings-report"]
"""The types whose records have a name of their own, not only that of another."""
PRESENT = {"meeting": "qap/2026-03-19", "methodology": "2026"}
REMEDY = re.compile(r"git mv (\S+) (\S+)")
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A branch `mine` of a git repository whose partnership uses every type of the base world."""
    signed(monkeypatch)
    more = "".join(f"  - type: {type}\n" for type in (*BASE, "audit-return"))
    return branched(tmp_path / "repository", "records/partnership/esap.yaml", "  - type: audit\n", more)


def rename(root: Path, type: str, id: str, now: str) -> None:
    """Rename one record's file, and say in it what it was called."""
    new = root / f"records/{type}/{now}.yaml"
    git(root, "mv", f"records/{type}/{id}.yaml", str(new))
    new.write_text(f"{new.read_text().rstrip()}\nformerly: ['{id}']\n")


def obey(root: Path, capsys: Captured) -> str:
    """Do what `qa check` says until it finds nothing; return all that it said."""
    said = ""
    for _ in range(4):
        done = check(root, "--fix")
        found = capsys.readouterr().out
        said += found
        if not done:
            return said
        for old, new in REMEDY.findall(found):
            git(root, "mv", old, new)
    pytest.fail(said)


@pytest.mark.parametrize("type", NAMED)
def test_a_rename_half_done_asks_only_for_the_other_half(type: str, repository: Path, capsys: Captured) -> None:
    rename(repository, type, BASE[type], PRESENT.get(type, f"{BASE[type]}-again"))
    check(repository, "--format", "json")
    found = json.loads(capsys.readouterr().out)
    assert {one["rule"] for one in found} <= {"reference-names-the-present-id"}
    assert "departure" not in obey(repository, capsys)
