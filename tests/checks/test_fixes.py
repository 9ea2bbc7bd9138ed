"""Every fix that is offered fixes: the problem is gone, no other appears, and nothing else in the file has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_examples import FOLDERS, lay

from generator import checks, emit, register, schema, source
from generator.problem import Edit, Problem
from generator.schema import Schema

COUNCIL = (
    "title: Exampleshire Council\nlabel: The council\nabbreviation: EC\nrole: member\naliases: [ASC, Social care]\n"
)


def told(root: Path, schemas: dict[str, Schema]) -> list[Problem]:
    return checks.run(register.read(root, schemas))


def said(one: Problem) -> tuple[str, str, str]:
    return one.place.file, one.rule, one.message


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_fix_fixes_its_problem_and_makes_no_other(folder: str, tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base", folder)
    before = told(tmp_path, schemas)
    for one in before:
        if one.fix:
            path = tmp_path / one.place.file
            data = path.read_bytes()
            path.write_bytes(emit.edit(data, one.fix))
            after = told(tmp_path, schemas)
            assert said(one) not in map(said, after)
            assert {*map(said, after)} <= {*map(said, before)}
            path.write_bytes(data)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("agency/Council", "agency/council"),
        ("agency/council.yaml", "agency/council"),
        ("records/agency/council.yaml", "agency/council"),
        ("agency/ council", "agency/council"),
        ("council", "agency/council"),
        ("Exampleshire Council", "agency/council"),
        ("agency/Exampleshire council", "agency/council"),
        ("“Exampleshire\u00a0Council”", "agency/council"),
        ("EC", "agency/council"),
        ("ASC", "agency/council"),
        ("social-care", "agency/council"),
        ("QAP", "group/qap"),
        ("agency/counsel", ""),
        ("Council of Exampleshire", ""),
        ("–", ""),
    ],
)
def test_a_name_in_place_of_an_id_is_known(
    written: str, meant: str, tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    lay(tmp_path, "base")
    (tmp_path / "records/agency/council.yaml").write_text(COUNCIL)
    path = tmp_path / "records/action-plan/2026-falls.yaml"
    path.write_text(path.read_text().replace("owner: agency/council", f'owner: "{written}"'))
    (problem,) = told(tmp_path, schemas)
    assert problem.rule == "reference-exists"
    assert problem.fix == ((Edit(("actions", 0, "owner"), meant),) if meant else ())
    if meant:
        assert problem.message.endswith(f": did you mean “{meant}”?")
        assert problem.remedy == f"Write `owner: {meant}`."


def test_a_name_of_two_records_is_not_certain(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    for name in ("council", "police"):
        path = tmp_path / f"records/agency/{name}.yaml"
        path.write_text(path.read_text() + "aliases: [Safeguarding team]\n")
    path = tmp_path / "records/action-plan/2026-falls.yaml"
    path.write_text(path.read_text().replace("owner: agency/council", "owner: Safeguarding team"))
    assert [one.fix for one in told(tmp_path, schemas)] == [()]


def test_an_item_by_other_letters_is_known(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    for name, old, new in (
        ("action-plan/2026-falls", "findings-report/2026-falls#risk-shared-late", "2026 Falls#risk-shared-late"),
        ("audit/2026-falls", "milestone: audit-day", "milestone: Audit day"),
        ("meeting/qap/2026-03-12", "item: forward-plan", "item: Forward Plan"),
    ):
        path = tmp_path / f"records/{name}.yaml"
        text = path.read_text()
        assert old in text or old.startswith("item"), name
        path.write_text(text.replace(old, new))
    found = told(tmp_path, schemas)
    assert [(one.remedy, bool(one.fix)) for one in found if one.rule.endswith("-exists")] == [
        ("Write `findings-report/2026-falls#risk-shared-late`.", True),
        ("Write `milestone: audit-day`.", True),
        *[("Write `item: forward-plan`.", True)] * ("item: Forward Plan" in path.read_text()),
    ]


HASTY = """\
title:  “Falls at home”   # as the board has it
kind: multi-agency
theme: How falls come to light.
origin: {kind: data, reason: Concerns about falls}
Starts: 6 April 2026  # a Monday
methodology: 2024
tools: falls
milestones:
  - milestone: Start
    actual: 2026/04/06
voice:
  sought: Yes
  how: By an advocate.
equality: Age.
sample: {size: "1,0", agreed: 9/4/2026}
"""


def test_what_is_certain_is_fixed_and_the_rest_stays_as_it_was(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    """A record written in haste, its mistakes fixed together, as far as they are certain."""
    lay(tmp_path, "base")
    path = tmp_path / "records/audit/2026-haste.yaml"
    path.write_text(HASTY)
    for _ in range(4):
        fixes = [edit for one in told(tmp_path, schemas) if one.place.file.endswith("haste.yaml") for edit in one.fix]
        keys = [edit for edit in fixes if edit.key] or fixes
        path.write_bytes(emit.edit(path.read_bytes(), keys))
    assert path.read_text() == (
        HASTY.replace("Starts: 6 April 2026", "starts: 2026-04-06")
        .replace("methodology: 2024", 'methodology: "2024"')
        .replace("tools: falls", "tools: [falls]")
        .replace("2026/04/06", "2026-04-06")
        .replace("sought: Yes", "sought: true")
    )
    assert source.read("a", path.read_bytes()).problems == ()
    assert schema.problems(schemas["audit"], "a", source.read("a", path.read_bytes()).value)
