"""A sample of what `make mutants` does with thousands: every kind of fault is told, and no harmless edit is."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from conftest import ROOT
from mutants.harmless import edits
from mutants.judge import World, world
from mutants.kinds import kinds
from mutants.tally import SEED, altered, edited, harmed, tally
from mutants.text import Mutant

from generator import cli

EDITS_EACH = 5


@pytest.fixture(scope="module")
def shipped() -> Iterator[World]:
    gc.disable()  # what is read stays: to look through it for garbage again and again costs half of the time
    yield world()
    gc.enable()


def test_every_fault_is_told_rejected_where_it_must_be_and_at_its_line(shipped: World) -> None:
    tallies = [tally(shipped, kind, 1 + (place % 3 == 0)) for place, kind in enumerate(kinds())]
    assert not [one.kind for one in tallies if one.tracebacks], "a traceback"
    assert not [one.amiss for one in tallies if one.told < one.made], "not told"
    assert not [one.amiss for one in tallies if one.rejected < one.to_reject], "not rejected"
    assert not [one.kind for one in tallies if one.level == "D" and one.rejected], "rejected, and is only a departure"
    made, in_place = sum(one.made for one in tallies), sum(one.in_place for one in tallies)
    assert made >= 140
    assert len(tallies) >= 25
    assert in_place >= 0.95 * made, [one.amiss for one in tallies if one.in_place < one.made]


def test_no_harmless_edit_is_told(shipped: World) -> None:
    number = 0
    for name, edit in edits().items():
        texts = edited(shipped.files, name, edit, EDITS_EACH)
        assert not [*altered(shipped, name, texts)], f"{name} is not harmless"
        assert not harmed(shipped, texts), name
        number += len(texts)
    assert number >= 150


def some(shipped: World) -> Iterator[Mutant]:
    """One mutant of each family."""
    families = {kind.make.__module__: kind for kind in kinds()}
    for kind in families.values():
        yield from kind.mutants(shipped.files, 1, SEED)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "records", root / "records")
    return root


def test_the_command_itself_says_the_same(shipped: World, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for mutant in some(shipped):
        original = (copy / mutant.moved).read_bytes() if mutant.moved else b""
        (copy / mutant.moved).unlink() if mutant.moved else None
        (copy / mutant.name).parent.mkdir(parents=True, exist_ok=True)
        (copy / mutant.name).write_bytes(mutant.data)
        verdict = shipped.verdict(mutant)
        with chdir(copy):
            assert cli.main(["check", "--root", "."]) == int(verdict.rejected)
        printed = [line for line in capsys.readouterr().out.splitlines() if line.startswith("records/")]
        assert len(printed) == len(verdict.problems) + len(shipped.before)
        for one in verdict.problems:
            assert any(
                line.startswith(f"{one.place}: ") and line.endswith(f"{one.rule}: {one.message}") for line in printed
            )
        (copy / mutant.name).unlink()
        if mutant.moved:
            (copy / mutant.moved).write_bytes(original)
