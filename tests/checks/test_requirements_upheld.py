"""No requirement of the framework is forgotten: each error and departure has its upholder, each state its judge."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from test_examples import lay

from generator import checks, edition, register, schema, source
from generator.assurance.assessment import assess
from generator.assurance.requirements.criteria import CRITERIA
from generator.assurance.requirements.standing import CALENDAR
from generator.edition import View
from generator.model.obligation import Obligation
from generator.model.requirement import Requirement
from generator.pages.framework import requirement, rules
from generator.register import Register
from generator.schema import Schema
from generator.schema.fields import fields

TABLE = """
R01  E listed-item-exists                                S states
R02                       D answers-make-up-the-enquiries
R03                                                      S states
R04  E schema             D adults-voice-sought
R05                                                      S states
R06                                                      S states
R07  E schema
R08                                                      S states
R09                       D audit-considers-equality
R10                                                      S calendar
R11                                                      S states
R12                                                      S states
R13                                                      S states
R14  E schema
R15  E schema                                            S states
R16                       D finding-rests-on-two-sources
R17                                                      S states
R18  E schema
R19                                                      S states
R20                                                      S states
R21                                                      S states
R22                       D self-evaluation-by-all-evaluators
R23  V schema
R24                                                      S states
R25                                                      S calendar
R26                       D audit-in-approved-programme
R27                       D forward-plan-on-the-agenda
R28  E visit-to-another-agency
R29                                                      S states
R30                       D poor-inspection-answered
R31                       D report-has-its-required-contents   S states
R32  E schema             D review-within-its-time-limit
R33  E schema
R34  E figure-after-its-quarter
R35                       D good-practice-noted
R36                       D findings-presented-with-report-and-plan
R37  E schema
R38  E reference-exists   D every-agency-asked-or-exempt
R39  E schema             D sample-covers-every-dimension
R40                       D tool-asks-what-it-must
R41                       D one-simple-tool-for-all
R42  E milestones-in-order          D milestone-in-its-week
R43  E audit-shared-before-its-day  D audit-shared-a-week-before
R44                       D audit-day-held-as-asked
R45  E reference-exists
R46                       D information-pack-at-the-start         S states
R47                       D notice-at-a-meeting-before-the-start  S states
R48                                                      S calendar
"""
"""Each requirement's levels and who upholds each.

E (error) and D (departure): the schema, which bears its number in `x-rule`, or the check of that name. V: valid after
all. S (state): time or an absence makes it so, it is no fault of a change, and it waits for the calendar's engine;
until then `generator/assurance/states.py` judges it, or what is owed for an entry of the calendar that names it. That
no notice and no information pack is recorded is an absence too (R46, R47).
"""

DAY = date(2026, 11, 20)
LEVELS = {"E": "error", "D": "departure", "S": "state", "V": "valid"}
UPHELD = {row.split()[0]: dict(re.findall(r" ([EDSV]) (\S+)", row)) for row in TABLE.strip().splitlines()}

REFUSED: list[tuple[str, str, str, str, str]] = [
    ("R04", "audit", "voice", r"(?m)^voice:.*\n( .*\n)+", ""),
    ("R04", "audit-return", "voice", r"(?m)^voice:.*\n( .*\n)+", ""),
    ("R07", "audit", "origin", r"(?m)^origin:.*\n( .*\n)+", ""),
    ("R14", "notification", "notified", "notified: 2026-02-11", "notified: 2026-02-08"),
    ("R15", "agency", "mou", "signed: [0-9-]+", "signed: once"),
    ("R15", "agency", "mou", r"(?m), version: [^,}\n]+|^ +version: .*\n", ""),
    ("R18", "audit", "methodology", r"(?m)^methodology:.*\n", ""),
    ("R32", "sar", "decision", r"(?m)^referred: .*\n", "referred: 2030-01-01\n"),
    ("R33", "learning-review", "owner", r"(?m)^owner:.*\n", ""),
    ("R37", "deep-dive", "agreed_by_chair", r"(?m)^agreed_by_chair:.*\n", ""),
    ("R39", "audit", "sample", "sample:\n", "sample:\n  gender: female\n"),
]
"""Of an example: the field that bears the requirement's number, and what to write instead of what."""


def test_the_table_has_every_requirement_and_level_of_the_records(shipped: Register) -> None:
    recorded = {one.id.upper(): {level.level for level in one.levels} for one in shipped.all(Requirement)}
    assert recorded == {id: {LEVELS[level] for level in levels} for id, levels in UPHELD.items()}
    assert list(UPHELD) == [f"R{number:02}" for number in range(1, 49)]


def unupheld(
    table: Mapping[str, Mapping[str, str]], modules: Mapping[str, Any], schemas: Mapping[str, Schema]
) -> set[str]:
    """The errors and departures that nothing upholds, `R43 D`."""
    by_schema = {id for expected in schemas.values() for id in expected.rules}
    found = set()
    for id, levels in table.items():
        for level, name in levels.items():
            check = modules.get(name)
            upheld = check and check.level == level and id in check.upholds
            if level != "S" and not (id in by_schema if name == "schema" else upheld):
                found.add(f"{id} {level}")
    return found


def test_every_error_and_departure_is_upheld(schemas: dict[str, Schema]) -> None:
    assert not unupheld(UPHELD, checks.modules(), schemas)


@pytest.mark.parametrize(
    "rule", sorted({name for levels in UPHELD.values() for name in levels.values() if "-" in name})
)
def test_to_take_a_rule_away_is_noticed(rule: str, schemas: dict[str, Schema]) -> None:
    left = {name: check for name, check in checks.modules().items() if name != rule}
    missing = {f"{id} {level}" for id, levels in UPHELD.items() for level, name in levels.items() if name == rule}
    assert unupheld(UPHELD, left, schemas) == missing


@pytest.mark.parametrize("id", [id for id, levels in UPHELD.items() if "schema" in levels.values()])
def test_to_take_a_number_out_of_the_schemas_is_noticed(id: str, schemas: dict[str, Schema]) -> None:
    left = {type: Schema(type, without(expected.tree, id), expected.path) for type, expected in schemas.items()}
    assert unupheld(UPHELD, checks.modules(), left) == {f"{id} {level}" for level in "EV" if level in UPHELD[id]}


def without(node: Any, id: str) -> Any:
    """A schema's tree without `x-rule: id`."""
    if isinstance(node, Mapping):
        return {key: without(below, id) for key, below in node.items() if (key, below) != ("x-rule", id)}
    return node


def test_what_the_schema_upholds_is_shown_to_be_refused() -> None:
    assert {id for id, *_ in REFUSED} == {id for id, levels in UPHELD.items() if levels.get("E") == "schema"}


@pytest.mark.parametrize(("id", "type", "field", "old", "new"), REFUSED)
def test_the_schema_refuses_it_and_bears_its_number(
    id: str, type: str, field: str, old: str, new: str, schemas: dict[str, Schema]
) -> None:
    expected = schemas[type]
    assert id in next(one.rules for one in fields(expected) if one.route == field)
    broken, count = re.subn(old, new, expected.example, count=1)
    assert count == 1
    document = source.read(f"records/{type}/example.yaml", broken.encode())
    found = [*document.problems] or [*schema.problems(expected, document.name, document.value)]
    assert [(one.rule, one.level) for one in found] == [("schema", "E")]
    assert field in (*found[0].place.route, *re.findall(r"“(\w+)”", found[0].message))


@pytest.fixture(scope="module")
def partners(shipped: Register) -> View:
    known = shipped.at(DAY)
    return edition.view("partnership", DAY, known, assess(known, DAY))


def test_the_page_of_each_requirement_names_who_upholds_it(partners: View) -> None:
    found = {page.record[1].upper(): page for page in requirement.pages(partners) if page.record}
    shown = {page.path.split("/")[-1].removesuffix(".md") for page in rules.pages(partners)}
    for id, levels in UPHELD.items():
        upheld = found[id].context["upheld_by"]
        by = {name: points.items for name, points in upheld.pairs} if upheld else {}
        named = {Path(link.target).stem for link in by.get("Rules that look for it", ())}
        assert {name for name in levels.values() if "-" in name} <= named & shown
        assert by.get("Fields that record it") or "schema" not in levels.values(), f"{id}: no field records it"


def test_a_return_of_nothing_is_valid(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    path = tmp_path / "records/audit-return/2026-falls/police.yaml"
    text = "received: 2026-05-20\nsender_role: Sergeant\nvoice: {sought: false}\n"
    path.write_text(text + "nil: {reason: No case of the sample was ours.}\n")
    assert checks.run(register.read(tmp_path, schemas)) == []


@pytest.mark.parametrize("id", [id for id, levels in UPHELD.items() if "S" in levels])
def test_every_state_has_somebody_who_judges_it_today(id: str, shipped: Register) -> None:
    named = {one for obligation in shipped.all(Obligation) for one in obligation.requirements} | {CALENDAR}
    assert id in CRITERIA if UPHELD[id]["S"] == "states" else id.lower() in named


def test_the_records_of_requirements_say_what_the_schema_upholds(shipped: Register) -> None:
    """R01: the schema says which list the names are from, and a check looks there."""
    recorded = {one.id.upper() for one in shipped.all(Requirement) for level in one.levels if level.by_schema}
    assert recorded == {"R01"} | {id for id, levels in UPHELD.items() if levels.get("E") == "schema"}
