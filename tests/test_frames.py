"""The frames of analysts: the same figures as the downloads, of each edition no more than it may see."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from editions import view

from generator import frames
from generator.register import Register

DAY = date(2026, 11, 20)


def test_the_public_frames_have_no_small_count_and_nothing_of_partners(shipped: Register) -> None:
    public, partners = (frames.of(view(shipped, DAY, name)) for name in ("public", "partnership"))
    assert public.actions.empty
    assert public.audits.empty
    assert public.obligations.empty
    counts = public.figures[(public.figures.unit == "count") & (public.figures.status == "number")].value
    exact = partners.figures[(partners.figures.unit == "count") & (partners.figures.status == "number")].value
    assert exact[(exact > 0) & (exact < 5)].any()
    people = public.figures[public.figures.status == "confidential"]
    assert people.value.isna().all()
    assert people.numerator.isna().all()
    assert not counts.empty


def test_actions_and_audits_are_counted_as_on_the_pages(shipped: Register) -> None:
    seen = view(shipped, DAY, "partnership")
    data = frames.of(seen)
    assert len(data.actions) == len(seen.assessment.actions)
    assert data.actions.overdue.sum() == sum(one.overdue for one in seen.assessment.actions)
    assert data.audits.actions.sum() == sum(len(one.actions) for one in seen.audits)
    assert {str(kind) for kind in data.actions[["set", "due", "closed"]].dtypes} == {"datetime64[ns]"}


def test_records_with_faults_are_not_analysed(tmp_path: Path) -> None:
    (tmp_path / "records/agency").mkdir(parents=True)
    (tmp_path / "records/agency/a.yaml").write_text("colour: blue\n")
    (tmp_path / "schemas").symlink_to(ROOT / "schemas")
    with pytest.raises(ValueError, match="`qa check` names them"):
        frames.read(tmp_path, DAY)


@pytest.mark.parametrize("words", [["check"], ["format", "--check"], ["types"]])
def test_commands_start_without_what_they_do_not_use(words: list[str]) -> None:
    code = (
        "import sys; from generator import cli; cli.main(sys.argv[1:]); "
        "print([one for one in ('pandas', 'altair', 'jsonschema', 'numpy') if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
