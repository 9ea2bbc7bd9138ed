"""Each fault of a record is told once, in its own words; and found wherever the reference implementation finds one."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

import jsonschema
import pytest
from conftest import ROOT
from spoiling import somewhere, spoilt

from generator import emit, schema, source
from generator.schema import Schema
from generator.schema.load import PathPattern
from generator.schema.validation.messages import MESSAGES

SCHEMAS = schema.load(ROOT / "schemas")
KEYWORDS = {
    "additionalProperties", "propertyNames", "required", "dependentRequired", "type", "enum", "minLength", "maxLength",
    "format", "pattern", "minimum", "maximum", "minItems", "maxItems", "minProperties", "maxProperties", "uniqueItems",
    "x-unique", "x-in-order", "x-not-before", "x-at-most",
}  # fmt: skip
SILENT = {"properties", "items", "title", "description", "dependentSchemas", "not", "$schema", "default"}


def said(tree: dict[str, Any], value: Any) -> list[tuple[str, str, str]]:
    """Where, what and what to do, for a small schema."""
    known = Schema("thing", {"title": "Thing", "type": "object", **tree}, PathPattern.of("{id}"))
    found = schema.problems(known, "thing.yaml", value)
    return [(".".join(map(str, one.place.route)), one.message, one.remedy) for one in found]


def group(**properties: Any) -> dict[str, Any]:
    return {"additionalProperties": False, "properties": properties}


def field(**more: Any) -> dict[str, Any]:
    return {"description": "What it is.", **more}


def test_a_misspelt_field_is_not_also_missing() -> None:
    tree = {**group(starts=field(), kind=field()), "required": ["starts", "kind"]}
    assert said(tree, {"start": "x", "kind": 1}) == [
        ("start", "“start” is not a field of a thing: did you mean “starts”?", "Write `starts:`.")
    ]


def test_a_field_that_is_there_is_not_suggested() -> None:
    tree = group(starts=field(), title=field())
    assert said(tree, {"start": "x", "starts": "y"}) == [
        ("start", "“start” is not a field of a thing", "Its fields are starts, title.")
    ]


def test_two_missing_fields_are_two_problems() -> None:
    tree = {**group(starts=field(), kind=field()), "required": ["starts", "kind"]}
    assert [message for _, message, _ in said(tree, {"starts_on": 1})] == [
        "“kind” is missing",
        "“starts_on” is not a field of a thing: did you mean “starts”?",
    ]


def test_an_empty_text_is_one_problem() -> None:
    tree = group(title=field(type="string", minLength=1, pattern="^x"))
    assert said(tree, {"title": ""}) == [
        ("title", "“title” is empty", "What it is. If there is nothing to say, leave the field out.")
    ]
    assert said({**tree, "required": ["title"]}, {"title": ""}) == [("title", "“title” is empty", "What it is.")]


BOTH = "Write 2026-05-06 for 6 May 2026 or 2026-06-05 for 5 June 2026."


def test_a_malformed_date_is_not_also_too_early() -> None:
    date = field(type="string", format="date")
    tree = {**group(starts=date, ends=date), "x-not-before": {"ends": "starts"}}
    assert said(tree, {"starts": "2026-04-06", "ends": "06/05/2026"}) == [
        ("ends", "“ends” says “06/05/2026”, which is not a date as records write it", BOTH)
    ]
    assert [message for _, message, _ in said(tree, {"starts": "2026-04-06", "ends": "2026-04-05"})] == [
        "“ends” is 5 April 2026, before “starts” on 6 April 2026"
    ]
    assert said(tree, {"starts": "2026-04-06", "ends": "2026-04-06"}) == []


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("31/03/2026", "Write `day: 2026-03-31`."),
        ("31.3.2026", "Write `day: 2026-03-31`."),
        ("31 March 2026", "Write `day: 2026-03-31`."),
        ("2026/03/31", "Write `day: 2026-03-31`."),
        ("2026-3-31", "Write `day: 2026-03-31`."),
        (20260331, "Write `day: 2026-03-31`."),
        ("Tuesday 31st March 2026", "Write `day: 2026-03-31`."),
        ("Tues, 31 Mar 2026", "Write `day: 2026-03-31`."),
        ("March 31, 2026", "Write `day: 2026-03-31`."),
        ("31-mar-26", "Write `day: 2026-03-31`."),
        ("30 Sept. 2026", "Write `day: 2026-09-30`."),
        ("“2026-03-31”", "Write `day: 2026-03-31`."),
        ("2026\u201103–31", "Write `day: 2026-03-31`."),
        ("31\u00a0March 2026 ", "Write `day: 2026-03-31`."),
        ("2026-03-31T00:00:00", "Write `day: 2026-03-31`."),
        ("2026-03-31#late", "Write `day: 2026-03-31  # late`."),
        ("05/05/2026", "Write `day: 2026-05-05`."),
        ("03/04/2026", "Write 2026-04-03 for 3 April 2026 or 2026-03-04 for 4 March 2026."),
        ("31/03/26", "Write 2026-03-31 for 31 March 2026 or 2031-03-26 for 26 March 2031."),
        ("Monday 31 March 2026", "Write it year-month-day: 2026-03-31."),
        ("31 Marsh 2026", "Write it year-month-day: 2026-03-31."),
        ("June 2026", "Write it year-month-day: 2026-03-31."),
        ("2026-02-30", "Correct the date."),
        ("2026-2-30", "Correct the date."),
        ("31/02/2026", "Correct the date."),
        ("soon", "Write it year-month-day: 2026-03-31."),
        ("2026-03-31T09:00:00Z", "Write it year-month-day: 2026-03-31."),
    ],
)
def test_a_date_written_another_way_is_put_right(written: Any, remedy: str) -> None:
    assert [one[2] for one in said(group(day=field(type="string", format="date")), {"day": written})] == [remedy]


def test_an_empty_date_asks_for_a_date() -> None:
    empty = said(group(day=field(type="string", format="date")), {"day": None})
    assert [one[1] for one in empty] == ["“day” is empty, where a date belongs"]


@pytest.mark.parametrize(
    ("wanted", "value", "message"),
    [
        ("string", 999, "“it” says 999 without quotation marks, where text belongs"),
        ("string", None, "“it” is empty, where text belongs"),
        ("string", ["a"], "“it” is a list, where text belongs"),
        ("boolean", "yes", "“it” says “yes”, where true or false belongs"),
        ("integer", "1,200", "“it” says “1,200”, where a whole number belongs"),
        ("integer", True, "“it” says true, where a whole number belongs"),
        ("integer", 1.5, "“it” says 1.5, where a whole number belongs"),
        ("array", "one", "“it” says “one”, where a list belongs"),
        ("object", "one", "“it” says “one”, where a group of fields belongs"),
    ],
)
def test_a_value_of_the_wrong_kind_is_shown_as_it_was_written(wanted: str, value: Any, message: str) -> None:
    assert [one[1] for one in said(group(it=field(type=wanted)), {"it": value})] == [message]


def test_a_list_of_dated_facts_is_oldest_first() -> None:
    tree = group(updates={"type": "array", "x-in-order": "date", "items": {}})
    days = [{"date": "2026-03-03"}, {"date": "2026-02-02"}, {"date": "2026-02-03"}, {"date": "2026-02-03"}, {}]
    assert [(place, message) for place, message, _ in said(tree, {"updates": days})] == [
        ("updates.1.date", "“updates” is out of order: 2 February 2026 stands below 3 March 2026")
    ]


def test_no_two_entries_are_one_thing() -> None:
    tree = group(milestones={"type": "array", "x-unique": [["milestone"]], "items": {}})
    entries = [{"milestone": "start"}, {"milestone": "Start "}, {"milestone": "end"}, {}, {}]
    assert [(place, message) for place, message, _ in said(tree, {"milestones": entries})] == [
        ("milestones.1.milestone", "“milestones” has two entries whose “milestone” is “Start ”")
    ]


def test_a_list_whose_entries_have_ids_has_each_once() -> None:
    plan = source.read("a.yaml", (ROOT / "schemas/action-plan.example.yaml").read_bytes()).value
    plan["actions"].append(plan["actions"][0])
    found = schema.problems(SCHEMAS["action-plan"], "a.yaml", plan)
    assert [one.message for one in found] == ["“actions” has two entries whose “id” is “a1”"]


def test_a_part_is_no_larger_than_its_whole() -> None:
    tree = {**group(upheld=field(), number=field()), "x-at-most": {"upheld": "number"}}
    assert [message for _, message, _ in said(tree, {"upheld": 1200, "number": 7})] == [
        "“upheld” is 1,200, more than “number”, 7"
    ]
    assert said(tree, {"upheld": 7, "number": 7}) == []
    assert said(tree, {"upheld": "many", "number": 7}) == []


def test_long_and_odd_values_are_told_on_one_short_line() -> None:
    (_, message, _), *_ = said(group(it=field(enum=["a"])), {"it": "one\ntwo\x1b[31m" + "x" * 500})
    assert "\n" not in message
    assert "\x1b" not in message
    assert len(message) < 90


def keywords(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        for key, inner in node.items():
            if key in ("properties", "dependentSchemas"):
                for below in inner.values():
                    yield from keywords(below)
            else:
                yield key
                if key in ("items", "additionalProperties", "propertyNames"):
                    yield from keywords(inner)


def test_every_keyword_of_the_schemas_has_words() -> None:
    used = {keyword for known in SCHEMAS.values() for keyword in keywords(known.tree)}
    ours = {keyword for keyword in used if keyword.startswith("x-")} - set(MESSAGES)
    assert used - ours - SILENT - {"$ref"} <= KEYWORDS
    assert {row.partition(":")[0] for row in MESSAGES} >= KEYWORDS


@pytest.mark.parametrize("type", SCHEMAS)
def test_faults_are_found_where_the_reference_implementation_finds_them(type: str) -> None:
    known = SCHEMAS[type]
    example = source.read("a.yaml", (ROOT / f"schemas/{type}.example.yaml").read_bytes()).value
    reference = jsonschema.Draft202012Validator(known.tree, format_checker=jsonschema.FormatChecker())
    chance = random.Random(type)
    for _ in range(40):
        value = spoilt(example, chance)
        found = schema.problems(known, "a.yaml", value)
        wrong = list(reference.iter_errors(value))
        ours = [one for one in found if "out of order" not in one.message and "two entries" not in one.message]
        ours = [one for one in ours if ", before “" not in one.message and ", more than “" not in one.message]
        assert bool(ours) == bool(wrong), (value, [one.message for one in ours], [error.message for error in wrong])
        for one in found:
            assert "{" not in one.message
            assert one.remedy.endswith((".", "?")), one.remedy
            assert "None" not in one.message


def restyled(value: Any, chance: random.Random) -> Any:
    """The value with one thing in another form, as people write it."""
    value, holder, key, _ = somewhere(value, chance)
    old = holder[key]
    if isinstance(holder, dict) and chance.random() < 0.3:
        holder[chance.choice([key.upper(), key.replace("_", " "), f"{key} ", key[:-1], f"“{key}”"])] = holder.pop(key)
    elif isinstance(old, bool):
        holder[key] = chance.choice(["yes", "No", "ON", "True "])
    elif isinstance(old, int | float):
        holder[key] = chance.choice([f"{old:,}", f"“{old}”", f"0{old}", f"{old} "])
    elif isinstance(old, str):
        holder[key] = chance.choice([old.upper(), f" {old} ", old.replace("-", "/"), old.replace("-", " "), f"“{old}”"])
    elif isinstance(old, list):
        holder[key] = chance.choice([old + old[:1], ", ".join(map(str, old)), old[0] if old else []])
    return value


@pytest.mark.parametrize("type", SCHEMAS)
def test_every_fix_that_is_offered_fixes_its_fault(type: str) -> None:
    known = SCHEMAS[type]
    example = source.read("a.yaml", (ROOT / f"schemas/{type}.example.yaml").read_bytes()).value
    chance = random.Random(type)
    for _ in range(60):
        value = restyled(example, chance) if chance.random() < 0.8 else spoilt(example, chance)
        found = schema.problems(known, "a.yaml", value)
        for one in found:
            if one.fix:
                fixed = source.read("a.yaml", emit.edit(emit.dump(value, known.tree).encode(), one.fix))
                left = [(other.place.route, other.message) for other in schema.problems(known, "a", fixed.value)]
                assert (one.place.route, one.message) not in left
                assert len(left) < len(found), (one.message, one.fix, left)
