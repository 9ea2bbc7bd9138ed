"""Each folder of bad records gives exactly the report that stands in it; the world they are laid over gives none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT

from generator import checks, register
from generator.report import text
from generator.schema import Schema

EXAMPLES = ROOT / "tests/examples"
FOLDERS = sorted(folder.name for folder in EXAMPLES.iterdir() if folder.name != "base")


def lay(root: Path, *folders: str) -> None:
    """Copy the records of the folders into `root/records`, a later one over an earlier."""
    for folder in folders:
        shutil.copytree(EXAMPLES / folder / "records", root / "records", dirs_exist_ok=True)


def told_on_edge(
    root: Path, schemas: dict[str, Schema], rule: str, name: str, old: str, new: str
) -> list[tuple[str, str]]:
    """The rule and file of every problem, where one place of the rule's example says something else."""
    lay(root, "base", rule)
    path = root / f"records/{name}.yaml"
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))
    return [(one.rule, one.place.file) for one in checks.run(register.read(root, schemas))]


def told_when_broken(root: Path, schemas: dict[str, Schema], rule: str, name: str) -> list[tuple[str, str]]:
    """The rule and file of every problem of the rule's example, where one record of it is none any more."""
    lay(root, "base", rule)
    with open(root / f"records/{name}.yaml", "a") as file:
        file.write("tilte: twice\n")
    return [(one.rule, one.place.file) for one in checks.run(register.read(root, schemas))]


def report(root: Path, schemas: dict[str, Schema]) -> str:
    return text.plain(checks.run(register.read(root, schemas)))


def test_the_base_world_is_clean(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    assert report(tmp_path, schemas) == ""


@pytest.mark.parametrize("folder", FOLDERS)
def test_bad_records_give_the_whole_expected_report(folder: str, tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base", folder)
    expected = (EXAMPLES / folder / "expected.txt").read_text()
    assert report(tmp_path, schemas) + "\n" == expected


@pytest.mark.parametrize("rule", checks.modules())
def test_every_rule_has_a_folder_that_breaks_it_and_no_other(rule: str) -> None:
    said = (EXAMPLES / rule / "expected.txt").read_text().splitlines()[::2]
    assert said
    kind = "departure: " if checks.modules()[rule].level == "D" else ""
    assert all(f": {kind}{rule}: " in line for line in said)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_problem_is_a_clickable_line_and_a_remedy(folder: str) -> None:
    lines = (EXAMPLES / folder / "expected.txt").read_text().splitlines()
    for said, remedy in zip(lines[::2], lines[1::2], strict=True):
        assert said.startswith("records/")
        assert not said.endswith(".")
        assert remedy.startswith("    ")
        assert remedy.split("   (")[0].endswith((".", "?")) or "   (" in remedy
        assert not {"None", "Traceback", "schema:/", "{", "is not valid under"} & set(remedy.split())


def make_oversized(root: Path) -> None:
    (root / "records/agency/large.yaml").write_text(
        "title: Large\nrole: member\naliases: [" + "one, " * 250_000 + "two]\n"
    )


def make_links(root: Path) -> None:
    (root / "records/agency/linked.yaml").symlink_to(root / "records/agency/council.yaml")
    (root / "records/visit").symlink_to(root / "records/agency")
    (root / "records/agency/nowhere.yaml").symlink_to("/nowhere")


def make_pipe(root: Path) -> None:
    os.mkfifo(root / "records/agency/pipe.yaml")


def make_twin(root: Path) -> None:
    shutil.copy(root / "records/agency/council.yaml", root / "records/agency/Council.yaml")
    if len(list((root / "records/agency").glob("[cC]ouncil.yaml"))) == 1:
        pytest.skip("this file system does not tell capital letters apart")


def make_odd_names(root: Path) -> None:
    folder = os.fsencode(root / "records/agency")
    for name in (b"\xff.yaml", b"one\ntwo.yaml", b"\x1b[31m.yaml"):
        with open(folder + b"/" + name, "wb") as file:
            file.write(b"title: Odd\nrole: member\n")


MADE: dict[Callable[[Path], None], str] = {
    make_oversized: """\
records/agency/large.yaml:1:1: yaml: the file has more than 1,000,000 bytes
    Move long text into a document of its own and link to it.""",
    make_links: """\
records/agency/linked.yaml:1:1: file: the file is a link to another
    Put the record itself here; links are not followed.
records/agency/nowhere.yaml:1:1: file: the file is a link to another
    Put the record itself here; links are not followed.
records/visit:1:1: file: the file is a link to another
    Put the record itself here; links are not followed.""",
    make_pipe: """\
records/agency/pipe.yaml:1:1: file: this is not an ordinary file
    Delete it: only records belong here.""",
    make_twin: """\
records/agency/council.yaml:1:1: file: the name differs from records/agency/Council.yaml only in capital letters
    Keep one of the two, in lower case.
records/agency/Council.yaml:1:1: file: “Council” is not a name for a record
    Use lower-case letters, digits and single hyphens: council.""",
    make_odd_names: """\
records/agency/one�two.yaml:1:1: file: “one�two” is not a name for a record
    Use lower-case letters, digits and single hyphens: one-two.
records/agency/�.yaml:1:1: file: “�” is not a name for a record
    Use lower-case letters, digits and single hyphens: fire-safety-2026.
records/agency/�[31m.yaml:1:1: file: “�[31m” is not a name for a record
    Use lower-case letters, digits and single hyphens: 31m.""",
}


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_files_that_git_cannot_hold_are_told_in_one_line(
    make: Callable[[Path], None], tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    lay(tmp_path, "base")
    make(tmp_path)
    assert sorted(report(tmp_path, schemas).splitlines()) == sorted(MADE[make].splitlines())


def test_a_missing_partnership_is_told_once(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    (tmp_path / "records/partnership/esap.yaml").unlink()
    assert report(tmp_path, schemas) == (
        "records/partnership: partnership-is-one: there is no record of the partnership itself\n"
        "    Add it: `qa new partnership ID` begins one."
    )


def test_a_broken_partnership_is_not_also_missing(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    (tmp_path / "records/partnership/esap.yaml").write_text("title: [\n")
    assert [one.rule for one in checks.run(register.read(tmp_path, schemas))] == ["yaml"]


@pytest.mark.parametrize(
    "name",
    [
        "agency/council", "audit/2026-falls", "indicator/k15", "methodology/2024", "framework/2024",
        "meeting/qap/2026-06-25", "audit-tool/falls", "findings-report/2026-falls", "group/qap",
    ],
)  # fmt: skip
def test_what_refers_to_a_broken_record_is_not_at_fault(name: str, tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    with open(tmp_path / f"records/{name}.yaml", "a") as file:
        file.write("tilte: twice\n")
    assert [one.place.file for one in checks.run(register.read(tmp_path, schemas))] == [f"records/{name}.yaml"]


def test_what_refers_to_a_misnamed_record_is_not_at_fault(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    (tmp_path / "records/agency/council.yaml").rename(tmp_path / "records/agency/council.yml")
    assert [one.rule for one in checks.run(register.read(tmp_path, schemas))] == ["file"]
