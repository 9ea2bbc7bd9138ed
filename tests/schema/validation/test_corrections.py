"""A fault has a fix where one meaning is possible, and its remedy says the corrected line; else it has none."""

from __future__ import annotations

from typing import Any

import pytest

from generator import emit, schema, source
from generator.problem import Edit
from generator.schema import Schema
from generator.schema.load import PathPattern
from generator.schema.validation.corrections import one_slip

ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
LINE = {"type": "string", "minLength": 1, "pattern": "^\\S([^\\r\\n]*\\S)?$"}
ENUM = {"enum": ["multi-agency", "single-agency", "2024"]}
WHOLE = {"type": "integer", "minimum": 0}
NUMBER = {"type": "number"}
TRUTH = {"type": "boolean"}
TEXT = {"type": "string"}
NAMES = {"type": "array", "items": {"type": "string", "x-record": "audit"}, "uniqueItems": True}
SAID = {"type": "array", "items": TEXT}


def told(node: dict[str, Any], value: Any, *required: str) -> tuple[str, tuple[Edit, ...], Schema]:
    """The remedy and fix of the only fault of a record `it: value`, or of the record itself."""
    tree = {"properties": {"it": {"description": "What it is.", **node}}} if "properties" not in node else node
    known = Schema("thing", {"title": "Thing", "type": "object", **tree}, PathPattern.of("{id}"))
    record = value if "properties" in node else {"it": value}
    (problem,) = schema.problems(known, "thing.yaml", record, emit.dump(record, {}).encode())
    return problem.remedy, problem.fix, known


CERTAIN: list[tuple[dict[str, Any], Any, str]] = [
    (ENUM, "Multi Agency", "it: multi-agency"),
    (ENUM, "multi_agency", "it: multi-agency"),
    (ENUM, "multiagency", "it: multi-agency"),
    (ENUM, "“multi-agency”", "it: multi-agency"),
    (ENUM, "multi\u2011agency", "it: multi-agency"),
    (ENUM, 2024, 'it: "2024"'),
    (TEXT, 2024, 'it: "2024"'),
    (WHOLE, "12", "it: 12"),
    (WHOLE, "1,200", "it: 1200"),
    (WHOLE, "1_000", "it: 1000"),
    (WHOLE, "1 000 000", "it: 1000000"),
    (WHOLE, "1\u00a0200", "it: 1200"),
    (WHOLE, "012", "it: 12"),
    (WHOLE, "12.0", "it: 12"),
    (NUMBER, "1,200.5", "it: 1200.5"),
    (TRUTH, "yes", "it: true"),
    (TRUTH, "No", "it: false"),
    (TRUTH, "on", "it: true"),
    (TRUTH, "“off”", "it: false"),
    (TRUTH, "tRUE", "it: true"),
    (ID, "Fire Exits", "it: fire-exits"),
    (ID, "Café exits", "it: cafe-exits"),
    (ID, "Ölheizung", "it: olheizung"),
    (ID, "Straße", "it: strasse"),
    (ID, "fire_exits ", "it: fire-exits"),
    (ID, "fire\u00a0exits", "it: fire-exits"),
    (LINE, " Hips and  knees ", "it: Hips and  knees"),
    (LINE, "Hips\n  and knees\n", "it: Hips and knees"),
    (LINE, " “Hips,” she said", "it: “Hips,” she said"),
    (NAMES, "2026-falls", "it: [2026-falls]"),
    (WHOLE, "+5", "it: 5"),
    (WHOLE, "-0", "it: 0"),
    (NUMBER, "−5", "it: -5"),
]


@pytest.mark.parametrize(("node", "written", "line"), CERTAIN, ids=repr)
def test_what_has_one_meaning_is_fixed(node: dict[str, Any], written: Any, line: str) -> None:
    remedy, fix, known = told(node, written)
    assert remedy == f"Write `{line}`."
    data = emit.dump({"it": written}, {}).encode()
    value = source.read("thing.yaml", emit.edit(data, fix)).value
    assert schema.problems(known, "thing.yaml", value) == []
    assert emit.edit(data, fix).decode() in (f"{line}\n", f'it: "{value["it"]}"\n')


@pytest.mark.parametrize(
    ("node", "written"),
    [
        (ENUM, "multi-agncy"), (ENUM, "agency"), (ENUM, ""), (ENUM, "–"), (WHOLE, "1,20"), (WHOLE, "twelve"),
        (WHOLE, "0x1F"), (WHOLE, "-3"), (WHOLE, "1.5"), (WHOLE, "12%"), (WHOLE, "12:30"), (WHOLE, True),
        (TRUTH, "1"), (TRUTH, 1), (TRUTH, "perhaps"), (TEXT, 1.5), (TEXT, True), (TEXT, None), (TEXT, ["a"]),
        (ID, "出口"), (ID, "½ day"), (ID, "Ødegård 出口"), (ID, "--"), (LINE, " "), (NAMES, {"a": 1}),
        (SAID, "One, or two."), (SAID, "One"), (NAMES, "- a - b"), (NAMES, "Falls at home"), (NAMES, "• a"),
    ],
    ids=repr,
)  # fmt: skip
def test_what_has_none_or_several_is_asked_about(node: dict[str, Any], written: Any) -> None:
    remedy, fix, _ = told(node, written)
    assert fix == ()
    assert not remedy.startswith("Write `it:")


def test_names_with_commas_are_a_list_of_names() -> None:
    assert told(NAMES, "2026-falls, 2026-hips")[1] == (Edit(("it",), ["2026-falls", "2026-hips"]),)
    assert told(NAMES, ["a", "b", "a"])[:2] == ("Keep one of the two.", (Edit(("it",), ["a", "b"]),))


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("2", 'it: "2"'), ("2.0", 'it: "2.0"'), ("1e3", 'it: "1e3"'), ("0.0", 'it: "0.0"'), ("-0.0", 'it: "-0.0"'),
        ("+5.", 'it: "+5."'),
    ],
)  # fmt: skip
def test_a_number_that_is_a_text_is_the_text_as_it_stands(written: str, line: str) -> None:
    data = f"it: {written}  # so\n".encode()
    known = Schema("thing", {"title": "Thing", "type": "object", "properties": {"it": TEXT}}, PathPattern.of("{id}"))
    document = source.read("thing.yaml", data)
    (one,) = schema.problems(known, "thing.yaml", document.value, data)
    assert one.remedy == f"Write `{line}`."
    assert f"says {written} without" in one.message
    assert emit.edit(data, one.fix).decode() == f"{line}  # so\n"
    (unsure,) = schema.problems(known, "thing.yaml", document.value)
    assert (unsure.fix, unsure.remedy) == ((), "Put it in quotation marks.")


IDS = {"type": "array", "items": {"properties": {"id": ID, "by": ENUM}}, "x-unique": [["id"]]}


@pytest.mark.parametrize(
    ("node", "written", "certain"),
    [
        (IDS, [{"id": "A & B"}, {"id": "A + B"}], []),
        (IDS, [{"id": "A & B"}, {"id": "a-b"}, {"id": "C D"}], ["c-d"]),
        (IDS, [{"id": "A B", "by": "2024 "}, {"id": "C", "by": "2024 "}], ["2024", "2024", "a-b", "c"]),
        ({"type": "array", "items": ID, "uniqueItems": True}, ["A & B", "A + B", "C D"], ["c-d"]),
        ({"type": "array", "items": ID}, ["A & B", "A + B"], ["a-b", "a-b"]),
        ({"type": "object", "propertyNames": ID}, {"A & B": 1, "A + B": 2, "C D": 3}, ["c-d"]),
        ({"type": "object", "propertyNames": ID}, {"A & B": 1, "a-b": 2}, []),
    ],
)
def test_what_another_has_or_gets_is_not_certain(node: dict[str, Any], written: Any, certain: list[str]) -> None:
    known = Schema("thing", {"title": "Thing", "type": "object", "properties": {"it": node}}, PathPattern.of("{id}"))
    found = schema.problems(known, "thing.yaml", {"it": written})
    assert sorted(one.fix[0].new for one in found if one.fix) == certain
    assert not [one for one in found if not one.fix and one.remedy.startswith("Write `")]


GROUP = {
    "additionalProperties": False,
    "properties": {"starts": {"type": "string"}, "signed_off_by": {}, "kind": {"enum": ["a"]}},
    "required": ["starts"],
}


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ({"Starts": "x"}, "Write `starts:`."),
        ({"starts": "x", "signed-off by": 1}, "Write `signed_off_by:`."),
        ({"starts": "x", "signedOffBy": 1}, "Write `signed_off_by:`."),
        ({"starts": "x", "Kind\u00a0": "a"}, "Write `kind:`."),
        ({"start": "x"}, "Write `starts:`."),
        ({"satrts": "x"}, "Write `starts:`."),
        ({"stars": "x"}, "Write `starts:`."),
        ({"start": 1}, "Correct the name."),
        ({"strt": "x"}, "Correct the name."),
        ({"starts": "x", "kin": "a"}, "Correct the name."),
    ],
)
def test_a_name_is_certain_by_its_letters_or_where_the_record_needs_it(written: dict[str, Any], remedy: str) -> None:
    """One letter wrong is certain only in a field without which the record can't be complete."""
    said, fix, known = told(GROUP, written)
    assert said == remedy
    assert bool(fix) == said.startswith("Write")
    fixed = source.read("a", emit.edit(emit.dump(written, {}).encode(), fix)).value
    assert not fix or schema.problems(known, "thing.yaml", fixed) == []


def test_two_names_for_one_field_are_not_certain() -> None:
    known = Schema("thing", {"title": "Thing", "type": "object", **GROUP}, PathPattern.of("{id}"))
    found = schema.problems(known, "thing.yaml", {"Starts": "x", "STARTS": "y"})
    assert [one.fix for one in found] == [(), ()]


def test_a_space_forgotten_behind_the_colon_is_seen_in_a_group() -> None:
    remedy, fix, _ = (
        told({"type": "object", "properties": {"kind": {}}}, {})
        if False
        else told({"properties": {"origin": {"type": "object", "description": "Why."}}}, {"origin": "kind:data"})
    )
    assert (remedy, fix) == ("Put a space after the colon: `kind: data`.", ())


@pytest.mark.parametrize(
    ("written", "name", "slip"),
    [
        ("start", "starts", True), ("startss", "starts", True), ("stbrts", "starts", True), ("satrts", "starts", True),
        ("starts", "starts", False), ("strt", "starts", False), ("xtarty", "starts", False), ("", "a", True),
    ],
)  # fmt: skip
def test_one_slip_of_the_finger(written: str, name: str, slip: bool) -> None:
    assert one_slip(written, name) == slip
