"""A new record of every type: each open place is named, nothing invented is in it, and filled in it is valid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from conftest import ROOT

from generator import checks, emit, schema, source
from generator.drafts import draft
from generator.register import Register, gather
from generator.routes import Route

DAY = date(2026, 11, 20)
PARTS = {"id": "new-one", "quarter": "2026-27-q4", "year": "2030-31", "date": "2026-11-19"}
TYPES = sorted(path.name.removesuffix(".schema.json") for path in (ROOT / "schemas").glob("*.schema.json"))
NAMED_TWICE = {"record-is-the-only-one", "partnership-is-one"}
"""Reports of an example's title or code, which a record of this repository has too."""
NOT_HERE = {"publication": {"reference-exists"}, "visit": {"reference-exists"}}
"""Reports of an example that names a meeting or an agency which only another partnership has."""
FIRST = [{"stage": "draft", "date": DAY.isoformat()}]
KNOWN = {"action-plan", "audit", "audit-return", "briefing", "kpi-return", "meeting", "publication"}
AGENCY = "adult-social-care"


def begun(register: Register, type: str, **parts: str) -> tuple[str, source.Document]:
    """The text of a draft, and the draft as it is read."""
    pattern = register.schemas[type].path
    known = {
        part: AGENCY if part == "agency" else next(iter(register.entries.get(part, {})), "") for part in pattern.parts
    }
    id = pattern.write({part: parts.get(part) or PARTS.get(part) or known[part] for part in pattern.parts})
    text = draft(register, type, id, DAY)
    document = source.read(f"records/{type}/{id}.yaml", text.encode())
    assert not document.problems, document.problems
    return text, document


def open_places(value: Any, route: Route = ()) -> Iterator[Route]:
    if value is None:
        yield route
    for step, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from open_places(inner, (*route, step))


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts(inner)


def ids(register: Register) -> Iterator[str]:
    """Every id of a record, alone and behind its type, and of what is inside one behind that."""
    for entry in register.each():
        yield from (entry.id, f"{entry.type}/{entry.id}")
        inner = (one for part in entry.value.values() if isinstance(part, list) for one in part)
        yield from (f"{entry.type}/{entry.id}#{one['id']}" for one in inner if isinstance(one, dict) and "id" in one)


def filled(value: Any, like: Any) -> Any:
    """The draft with every open place filled from the example; an entry of a list from the example's first."""
    if value is None:
        return like
    if isinstance(value, dict):
        return {key: filled(inner, like.get(key) if isinstance(like, dict) else None) for key, inner in value.items()}
    if isinstance(value, list):
        first = like[0] if isinstance(like, list) and like else None
        return [filled(inner, first) for inner in value]
    return value


def open_lines(text: str) -> list[int]:
    """The lines of a draft that end without a value and have nothing below them, as a reader sees them."""
    kept = [(number, line.partition("  #")[0]) for number, line in enumerate(text.splitlines(), 1)]
    kept = [(number, line) for number, line in kept if line.strip() and not line.startswith("#")]
    depths = [len(line) - len(line.lstrip(" ")) for _, line in kept] + [0]
    return [
        number
        for place, (number, line) in enumerate(kept)
        if line.endswith((":", " -")) and depths[place + 1] <= depths[place] + (2 if " - " in line else 0)
    ]


@pytest.mark.parametrize("type", TYPES)
def test_every_open_place_is_named_at_its_line_with_what_belongs_there(type: str, shipped: Register) -> None:
    text, document = begun(shipped, type)
    problems = schema.problems(shipped.schemas[type], document.name, document.value, document.data)
    named = [source.locate(document.data, one.place.route, key=one.place.key)[0] for one in problems]
    assert sorted(named) == open_lines(text) != []
    assert all(one.remedy and one.level == "E" for one in problems)


@pytest.mark.parametrize("type", TYPES)
def test_nothing_invented_is_in_a_draft(type: str, shipped: Register) -> None:
    """Of a type of which nothing is known, only the first stage; else ids and texts of the register, and the start."""
    _, document = begun(shipped, type)
    value = dict(document.value)
    assert value.pop("stages", FIRST) == FIRST
    written = {*texts(value)} - {value.get("starts") if type == "audit" else ""}
    if type not in KNOWN:
        assert not written
    recorded = {one for entry in shipped.each() for one in texts(entry.value)} | {*ids(shipped)}
    assert all(re.fullmatch(r"[ad]\d+", one) for one in written - recorded)


def completed(value: Any) -> Any:
    """The value with what the example lacks: none of a measure, and all of a split in its first category."""
    for figure in value.get("values", {}).values() if isinstance(value.get("values"), dict) else ():
        figure["count"] = figure["count"] or 0
        for split in figure.get("by", {}).values():
            for place, category in enumerate(split):
                split[category] = 0 if place else figure["count"]
    return value


@pytest.mark.parametrize("type", TYPES)
def test_filled_with_the_examples_values_it_passes(type: str, shipped: Register) -> None:
    _, document = begun(shipped, type, quarter="2026-27-q1")
    like = source.read(document.name, (ROOT / f"schemas/{type}.example.yaml").read_bytes()).value
    value = completed(filled(document.value, like))
    assert not [*open_places(value)]
    made = source.read(document.name, emit.dump(value, shipped.schemas[type].tree).encode())
    others = [source.read(name, data) for name, data in shipped.documents.items() if name != document.name]
    problems = [one for one in checks.run(gather([*others, made], shipped.schemas)) if one.level == "E"]
    here = [(one.rule, one.message) for one in problems if one.place.file == document.name]
    assert [one for one in here if one[0] not in NAMED_TWICE | NOT_HERE.get(type, set())] == []


def test_a_kpi_return_has_what_the_agency_owes_and_its_last_figures(shipped: Register) -> None:
    text, document = begun(shipped, "kpi-return", quarter="2026-27-q3")
    values = document.value["values"]
    before = shipped.entries["kpi-return"][f"{AGENCY}/2026-27-q2"].value["values"]
    assert {*before} <= {*values}
    counted = next(name for name, figure in before.items() if figure.get("count", 0) > 999)
    assert f"{before[counted]['count']:,} in Q2" in text
    split = next(name for name, figure in before.items() if "by" in figure)
    assert {*values[split]["by"]} == {*before[split]["by"]}


def test_an_audit_return_has_the_questions_of_its_tool(shipped: Register) -> None:
    audit = next(one for one in shipped.entries["audit"].values() if one.value.get("tools"))
    tool = shipped.entries["audit-tool"][audit.value["tools"][0]].value
    _, document = begun(shipped, "audit-return", audit=audit.id)
    assert [one["question"] for one in document.value["answers"]] == [one["id"] for one in tool["questions"]]


def test_an_audit_is_planned_around_the_meeting_that_takes_its_findings(shipped: Register) -> None:
    text, document = begun(shipped, "audit")
    assert date.fromisoformat(document.value["starts"]).weekday() == 0
    assert "then week 12 is that of Quality Assurance Partnership," in text


def test_an_audit_follows_the_newest_methodology_that_applies(shipped: Register) -> None:
    then = {id: {**entry.value, "applies_from": "2024-01-01"} for id, entry in shipped.entries["methodology"].items()}
    newer = {**next(iter(then.values())), "applies_from": "2028-01-01"}
    others = [entry for entry in shipped.each() if entry.type != "methodology"]
    kept = [source.read(entry.name, shipped.documents[entry.name]) for entry in others]
    made = [
        source.read(f"records/methodology/{id}.yaml", emit.dump(value, shipped.schemas["methodology"].tree).encode())
        for id, value in [*then.items(), ("2028", newer)]
    ]
    both = gather([*kept, *made], shipped.schemas)
    assert {*both.entries["methodology"]} == {*then, "2028"}
    _, document = begun(both, "audit")
    assert document.value["methodology"] in then


def test_an_action_plan_has_an_action_for_each_finding_without_one(shipped: Register) -> None:
    _, document = begun(shipped, "action-plan")
    answered = {
        target
        for plan in shipped.entries["action-plan"].values()
        for action in plan.value["actions"]
        for target in action.get("answers", ())
    }
    offered = [target for action in document.value["actions"] for target in action["answers"]]
    assert offered
    assert not {*offered} & answered


def test_a_meeting_that_is_past_has_its_standing_items_and_members(shipped: Register) -> None:
    _, document = begun(shipped, "meeting", group="qap")
    group = shipped.entries["group"]["qap"].value
    assert [one["title"] for one in document.value["agenda"]] == [one["title"] for one in group["standing_items"]]
    assert [one["agency"] for one in document.value["minutes"]["attendance"]] == group["agencies"]
    _, ahead = begun(shipped, "meeting", group="qap", date="2027-01-14")
    assert "minutes" not in ahead.value


def test_a_briefing_names_the_review_that_it_comes_from(shipped: Register) -> None:
    review = next(iter(shipped.entries["sar"]))
    _, document = begun(shipped, "briefing", id=review)
    assert document.value["arises_from"] == [f"sar/{review}"]


def test_an_open_place_within_a_group_names_its_choices(shipped: Register) -> None:
    text, _ = begun(shipped, "audit")
    origins = ", ".join(one.id for one in shipped.framework.theme_origins)
    assert f"  kind:  # {origins}\n" in text
    assert "\nkind:\n" in text
