"""A new record of every type: each open place is named, nothing invented is in it, and filled in it is valid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import yaml
from conftest import ROOT

from generator import schema, source
from generator.drafts import draft
from generator.register import Register
from generator.routes import Route
from generator.schema import Schema

DAY = date(2026, 11, 20)
PARTS = {"id": "new-one", "quarter": "2026-27-q4", "year": "2030-31", "date": "2026-11-19"}
TYPES = sorted(path.name.removesuffix(".schema.json") for path in (ROOT / "schemas").glob("*.schema.json"))
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


def example(type: str) -> Any:
    return yaml.load((ROOT / f"schemas/{type}.example.yaml").read_text(), yaml.BaseLoader)


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


@pytest.mark.parametrize("type", TYPES)
def test_every_open_place_is_named_with_what_belongs_there(type: str, shipped: Register) -> None:
    _, document = begun(shipped, type)
    wanted = {*open_places(document.value)}
    assert wanted
    problems = schema.problems(shipped.schemas[type], document.name, document.value, document.data)
    located = {one.place.route: shipped.locate(one) for one in problems}
    assert wanted <= {*located}
    assert all(one.remedy and one.level == "E" for one in problems)


@pytest.mark.parametrize("type", TYPES)
def test_nothing_of_the_example_is_in_a_draft(type: str, shipped: Register) -> None:
    _, document = begun(shipped, type)
    recorded = {one for entry in shipped.each() for one in texts(entry.value)}
    invented = {one for one in texts(example(type)) if len(one) > 12} - recorded
    assert not {*texts(document.value)} & invented


@pytest.mark.parametrize("type", TYPES)
def test_filled_with_the_examples_values_it_is_valid(type: str, shipped: Register, schemas: dict[str, Schema]) -> None:
    _, document = begun(shipped, type)
    like = source.read(document.name, (ROOT / f"schemas/{type}.example.yaml").read_bytes()).value
    value = filled(document.value, like)
    for route in open_places(value):  # a measure, a question or a finding that the example does not have
        holder = value
        for step in route[:-1]:
            holder = holder[step]
        holder[route[-1]] = 1
    problems = schema.problems(schemas[type], document.name, value)
    assert not problems, [(one.place.route, one.message) for one in problems]


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
