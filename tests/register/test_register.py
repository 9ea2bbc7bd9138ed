"""Records are linked, broken ones left out; what was known on a day; where a problem stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from small import PARTNERSHIP, small

from generator import edition, register, source
from generator.assurance.assessment import assess
from generator.model.audit import Audit
from generator.model.sar import Sar
from generator.problem import Place, Problem
from generator.register import Register
from generator.schema import Schema

BASE = Path(__file__).resolve().parents[1] / "examples/base"


@pytest.fixture
def base(schemas: dict[str, Schema]) -> Register:
    return register.read(BASE, schemas)


def gather(schemas: dict[str, Schema], **texts: str) -> Register:
    """A register of a few records: `agency__council=...`."""
    documents = [source.read(f"records/{name.replace('__', '/')}.yaml", text.encode()) for name, text in texts.items()]
    return register.gather(documents, schemas)


def test_the_base_world_is_read_whole(base: Register) -> None:
    assert base.faults == ()
    assert base.partnership.title.startswith("Exampleshire")
    assert sum(1 for _ in base.each()) == len(list((BASE / "records").rglob("*.yaml")))
    assert base.entry(Audit, "2026-falls") is base.by_name["records/audit/2026-falls.yaml"]


def test_names_and_values_of_a_path_link_records(base: Register) -> None:
    links = {(link.type, link.target) for link in base.links}
    assert ("audit-return", ("agency", "police", "")) in links
    assert ("action-plan", ("findings-report", "2026-falls", "risk-shared-late")) in links
    assert {type for type, target in links if target[:2] == ("audit", "2026-falls")} >= {
        "audit-return",
        "findings-report",
    }


@pytest.mark.parametrize(
    ("kinds", "written", "target"),
    [
        ("agency", "council", ("agency", "council", "")),
        ("meeting", "qap/2026-03-12", ("meeting", "qap/2026-03-12", "")),
        ("findings-report#", "2026-falls#late", ("findings-report", "2026-falls", "late")),
        (["sar", "audit"], "audit/2026-falls", ("audit", "2026-falls", "")),
        (["sar", "audit"], "agency/council", ("", "council", "")),
        (["sar#", "audit"], "sar/2025-adult-f#r1", ("sar", "2025-adult-f", "r1")),
        (["sar#", "audit"], "sar/2025-adult-f", ("", "2025-adult-f", "")),
        (["sar#", "audit"], "audit/2026-falls#x", ("", "2026-falls", "x")),
        (["sar", "audit"], "2026-falls", ("", "", "")),
    ],
)
def test_references_are_read_by_what_may_stand_there(kinds: Any, written: str, target: tuple[str, str, str]) -> None:
    assert register.target(kinds, written) == target


def test_a_record_that_fails_its_schema_never_becomes_a_model(schemas: dict[str, Schema]) -> None:
    found = gather(schemas, agency__one="title: One\nrole: member\n", agency__two="title: Two\nrole: boss\n")
    assert [entry.id for entry in found.each()] == ["one"]
    assert found.broken == {("agency", "two")}
    assert [str(fault.place) for fault in found.faults] == ["records/agency/two.yaml:2:7"]


def test_a_record_in_another_types_folder_is_told_where_it_belongs(schemas: dict[str, Schema]) -> None:
    text = (BASE / "records/audit/2026-falls.yaml").read_text()
    (fault,) = gather(schemas, sar__falls=text).faults
    assert (fault.rule, fault.message, fault.remedy) == (
        "file", "this is an audit in the folder of another type", "Move it to records/audit/.",
    )  # fmt: skip


def test_only_what_was_known_is_left(base: Register) -> None:
    then = base.at(date(2025, 4, 9))
    review = then.get(Sar, "2025-adult-f")
    assert review is None, "its first stage came later"
    (audit,) = base.at(date(2026, 5, 21)).all(Audit)
    assert [one.milestone for one in audit.milestones if one.actual] == ["start", "sample-agreed"]
    assert [one.milestone for one in audit.milestones] == [one.milestone for one in base.all(Audit)[0].milestones]
    assert base.at(date(2100, 1, 1)).all(Audit) == base.all(Audit)


def test_a_framework_decides_from_the_day_from_which_it_applies(schemas: dict[str, Schema]) -> None:
    now = {"title": "Now", "purpose": "To know.", "principles": [{"id": "a", "title": "A", "text": "A."}]}
    later = {**now, "title": "Later", "applies_from": "2027-04-01"}
    board = {**PARTNERSHIP, "types_in_use": [{"type": "framework"}]}
    known = small(schemas, {"partnership/board": board, "framework/now": now, "framework/later": later})
    before, after = known.at(date(2027, 3, 31)), known.at(date(2027, 4, 1))
    assert (before.framework.title, after.framework.title) == ("Now", "Later")
    assert edition.view("working", before.day, before, assess(before, before.day)).framework.title == "Now"
    assert known.framework.title == "Later"


def test_problems_are_located_once_with_their_related_places(base: Register) -> None:
    name = "records/audit/2026-falls.yaml"
    problem = Problem(Place(name, route=("starts",)), "x", "E", "", "", (Place(name, route=("sample", "size")),))
    located = base.locate(problem)
    assert (located.place.line, located.place.column) == (7, 9)
    assert (located.related[0].line, located.related[0].column) == (22, 9)
    assert base.locate(located) == located


def test_thousands_of_faults_in_one_file_are_located_quickly(schemas: dict[str, Schema]) -> None:
    import time

    wrong = {"title": "One", "role": "member", **{f"unknown-{number}": 1 for number in range(3000)}}
    start = time.process_time()
    assert len(gather(schemas, agency__one=yaml.safe_dump(wrong)).faults) == 3000
    assert time.process_time() - start < 5
