"""A datum of a person is found wherever it stands, and no form of the report repeats it."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml
from conftest import ROOT
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator import checks, register, report, schema, source
from generator.problem import Problem
from generator.register import Register
from generator.report import text as as_text
from generator.routes import Route, below

SCHEMAS = schema.load(ROOT / "schemas")
EXAMPLES = {
    type: source.read(f"{type}.example.yaml", (ROOT / f"schemas/{type}.example.yaml").read_bytes()).value
    for type in SCHEMAS
}
CONTACTS = {type for type, known in SCHEMAS.items() if any(schema.each(schema.keyword_tree(known.tree, "x-contact")))}
PARTNERSHIP = "records/partnership/esap.yaml"
ABOUT = (ROOT / "tests/examples/base" / PARTNERSHIP).read_bytes()


def leaves(value: Any, node: Mapping[str, Any], route: Route = ()) -> Iterator[Route]:
    """Every text of a value, save those in fields made for public contact or for forms of case references."""
    if node.get("x-contact") or route[:1] in (("case_references",), ("email_domains",)):
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, below(node, key), (*route, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from leaves(inner, below(node, position), (*route, position))
    elif isinstance(value, str):
        yield route


PLACES = [(type, route) for type, value in EXAMPLES.items() for route in leaves(value, SCHEMAS[type].tree)]


def nhs_number(digits: str) -> str | None:
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True))
    check = -total % 11
    return None if check == 10 else f"{digits[:3]} {digits[3:6]} {digits[6:]}{check}"


def digits(number: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=number, max_size=number)


words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=9)
name = words.map(str.capitalize)
DATA = {
    "no-nhs-number": digits(6).map(lambda some: nhs_number(f"999{some}")).filter(bool),
    "no-national-insurance-number": digits(6).map(lambda some: f"AB{some}C"),
    "no-date-of-birth": st.dates().map(lambda day: f"{day.day} {day:%B} 19{day:%y}"),
    "no-postcode": digits(1).map(lambda some: f"SK99 {some}ZZ"),
    "no-personal-telephone-number": digits(3).map(lambda some: f"07700 900{some}"),
    "no-personal-email-address": words.map(lambda some: f"{some}@mail.example"),
    "no-case-reference": digits(7).filter(lambda some: some.strip("0") != ""),
    "no-personal-name": st.tuples(name, name).map(" ".join),
}
BEFORE = {"no-date-of-birth": "born on ", "no-case-reference": "Mosaic ", "no-personal-name": "her daughter "}
data_of_a_person = st.sampled_from(sorted(DATA)).flatmap(
    lambda rule: st.tuples(st.just(rule), DATA[rule], st.just(BEFORE.get(rule, "")))
)


def planted(type: str, route: Route, words: str) -> Any:
    value = copy.deepcopy(EXAMPLES[type])
    holder = value
    for step in route[:-1]:
        holder = holder[step]
    holder[route[-1]] = words
    return value


def written(value: Any, style: str | None, width: int) -> str:
    """The record with every text in one style of quotation."""

    class Dumper(yaml.SafeDumper): ...

    Dumper.add_representer(
        str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)
    )
    return yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=width)


def gathered(name: str, data: bytes) -> Register:
    about = [] if name.startswith("records/partnership/") else [source.read(PARTNERSHIP, ABOUT)]
    return register.gather([source.read(name, data), *about], SCHEMAS)


def repeated(found: Register, problems: list[Problem], secret: str) -> list[str]:
    """The forms of the report that have the secret, with or without its spaces, or the greater part of it."""
    whole = report.Report(problems, already=problems, against="main", documents=found.documents)
    forms = {form: report.printed(form, whole) for form in report.FORMS}
    forms["plain"] = as_text.plain(problems)
    parts = {secret, "".join(secret.split()), secret[: len(secret) * 2 // 3], secret.casefold()}
    return [form for form, said in forms.items() if any(part in said for part in parts)]


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(PLACES), data_of_a_person,
    st.sampled_from(["{}", "{}.", "Seen: {}, and more", "x" * 45 + " {}", "{0} and {0}"]),
    st.sampled_from([None, '"', "'", "|", ">"]), st.sampled_from([20, 80, 10_000]),
)  # fmt: skip
def test_a_datum_in_any_text_is_found_and_never_repeated(
    place: tuple[str, Route], datum: tuple[str, str, str], around: str, style: str | None, width: int
) -> None:
    (type, route), (rule, secret, before) = place, datum
    value = planted(type, route, around.format(before + secret).strip())
    data = written(value, style, width)
    check_found(f"records/{type}/a-record.yaml", data.encode(), rule, secret)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(sorted(EXAMPLES)),
    data_of_a_person,
    st.sampled_from(["comment", "key", "code", "broken", "misplaced"]),
)
def test_a_datum_in_any_other_place_is_found_and_never_repeated(
    type: str, datum: tuple[str, str, str], where: str
) -> None:
    rule, secret, before = datum
    assume(where != "broken" or type not in CONTACTS or rule not in ("no-postcode", "no-personal-telephone-number"))
    text = (ROOT / f"schemas/{type}.example.yaml").read_text()
    folder = type
    if where == "comment":
        text = f"# {before}{secret}\n{text}"
    elif where == "key":
        text += f'"{before}{secret}": 1\n'
    elif where == "code":
        text += 'odd: "' + before + "".join(f"\\u{ord(letter):04x}" for letter in secret) + '"\n'
    elif where == "broken":
        text += f"broken: {before}{secret}\n  - [\n"
    else:
        folder, text = "no-such-type", text + f"odd: {before}{secret}\n"
    check_found(f"records/{folder}/a-record.yaml", text.encode(), rule, secret)


def check_found(name: str, data: bytes, rule: str, secret: str) -> None:
    found = gathered(name, data)
    problems = checks.run(found)
    mine = [one for one in problems if one.rule == rule]
    assert mine
    assert all(one.secret for one in mine)
    assert all(one.place.line and one.place.column for one in mine)
    assert repeated(found, problems, secret) == []


@pytest.mark.parametrize(
    "name",
    [
        "999-000-0018",
        "of-07700-900123",
        "sk99-9zz",
        "of 07700 900123",
        "born-1950-03-12",
        "AB123456C",
        "a@mail.example",
    ],
)
def test_a_datum_in_the_name_of_a_file_is_found_and_never_repeated(name: str) -> None:
    found = gathered(f"records/term/{name}.yaml", b"title: Word\nmeaning: What it says.\nodd: field\n")
    problems = checks.run(found)
    assert [one.rule for one in problems if one.secret]
    assert repeated(found, problems, name.removeprefix("of-").removeprefix("of ").removeprefix("born-")) == []


def test_the_place_is_that_of_the_very_characters() -> None:
    text = """\
title: Word   # ring 07700 900123
meaning: >-
  What a person says
  on 07700
  900456, or elsewhere.
link: "07700 90078\\u0039"
"""
    problems = checks.run(gathered("records/term/word.yaml", text.encode()))
    lines = text.split("\n")
    rest = [lines[one.place.line - 1][one.place.column - 1 :] for one in problems if one.secret]
    assert rest == ["07700 900123", "07700", '"07700 90078\\u0039"']
