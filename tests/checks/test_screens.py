"""Where the screens look and where they do not: contacts, exceptions, comments, files that can't be read."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from test_examples import EXAMPLES, lay

from generator import checks, register, schema, screens, source
from generator.register import Register
from generator.schema import Schema

WORD = "records/term/word.yaml"
NUMBER = "title: Word\nmeaning: Ring 07700 900123, or 01632 960 123.\n"


def told(root: Path, schemas: dict[str, Schema], text: str, name: str = WORD) -> list[str]:
    """The rules told of one more record in the base world."""
    lay(root, "base")
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return [one.rule for one in checks.run(register.read(root, schemas))]


def screened(found: Register) -> list[str]:
    return [str(one) for one in checks.run(found) if one.rule.removeprefix("no-") in screens.KINDS]


@pytest.mark.parametrize("root", [ROOT, ROOT / "tests/second", ROOT / "tests/restricted"], ids=lambda path: path.name)
def test_the_shipped_records_are_clean(root: Path, schemas: dict[str, Schema]) -> None:
    assert screened(register.read(root, schemas)) == []


def test_the_examples_are_clean(schemas: dict[str, Schema]) -> None:
    documents = [source.read(f"records/{type}/one.yaml", known.example.encode()) for type, known in schemas.items()]
    assert screened(register.gather(documents, schemas)) == []


def test_the_worlds_of_the_other_rules_are_clean(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    for folder in EXAMPLES.iterdir():
        if folder.name.removeprefix("no-") not in screens.KINDS:
            lay(tmp_path / folder.name, "base", folder.name)
            assert screened(register.read(tmp_path / folder.name, schemas)) == [], folder.name


@pytest.mark.parametrize(
    ("exceptions", "left"),
    [
        ("", 2),
        ("{field: meaning, rule: no-personal-telephone-number, reason: They are made up.}", 0),
        ("{field: title, rule: no-personal-telephone-number, reason: They are made up.}", 2),
        ("{field: meaning, rule: no-postcode, reason: They are made up.}", 2),
        ("{rule: no-personal-telephone-number, reason: They are made up.}", 2),
    ],
)
def test_an_exception_must_name_the_field(
    exceptions: str, left: int, tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    rules = told(tmp_path, schemas, NUMBER + (f"exceptions:\n  - {exceptions}\n" if exceptions else ""))
    assert rules.count("no-personal-telephone-number") == left
    assert ("exception-names-a-departure" in rules) == exceptions.startswith("{rule")


def test_a_comment_cannot_be_excepted(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    excepted = "exceptions:\n  - {field: meaning, rule: no-personal-telephone-number, reason: They are made up.}\n"
    rules = told(tmp_path, schemas, f"{NUMBER}# or on 07700 900456\n{excepted}")
    assert rules == ["no-personal-telephone-number"]


def test_a_text_is_no_comment_for_its_sign(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    text = "title: Word\nmeaning: |-\n  Ring\n  # 07700 900123\n"
    assert told(tmp_path, schemas, text) == ["no-personal-telephone-number"]


def test_the_remedy_names_a_field_that_does_not_repeat_the_datum(schemas: dict[str, Schema]) -> None:
    text = schemas["indicator"].example.replace("agency: ", "agency: AB123456C # ", 1)
    found = register.gather([source.read("records/indicator/one.yaml", text.encode())], schemas)
    remedies = [one.remedy for one in checks.run(found) if one.secret]
    assert len(remedies) == 1
    assert "`field: owed_by`" in remedies[0]


@pytest.mark.parametrize("piece", ["999 000 0018, ", "<b>x</b> ", "Mrs Smith, ", "07700 900123\n\n  ", "[x](y) # "])
def test_a_file_full_of_them_is_told_of_briefly_and_soon(
    piece: str, tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    started = time.process_time()
    rules = told(tmp_path, schemas, f"title: Word\nmeaning: |-\n  {piece * (900_000 // len(piece))}\n")
    assert len([one for one in rules if one.startswith("no-")]) == 20
    assert len(rules) == 20 + rules.count("schema")
    assert time.process_time() - started < 10


def test_markup_cannot_be_excepted(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    text = "title: Word\nmeaning: <b>x</b>\nexceptions:\n  - {field: meaning, rule: no-markup, reason: It is bold.}\n"
    assert sorted(told(tmp_path, schemas, text)) == ["exception-names-a-departure", "no-markup"]


def test_a_number_made_for_public_contact_may_stand_anywhere(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    contact = "title: Helpline\nrole: support\nswitchboard: 01632 960 123\n"
    assert told(tmp_path, schemas, contact, "records/agency/helpline.yaml") == []
    assert told(tmp_path, schemas, "title: Word\nmeaning: Ring 01632 960123, or +44 1632 960 123.\n") == []
    assert told(tmp_path, schemas, "title: Word\nmeaning: Ring 01632 960124.\n") == ["no-personal-telephone-number"]


def test_an_office_may_have_its_postcode(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    path = tmp_path / "records/partnership/esap.yaml"
    path.write_text(path.read_text().replace("phone: 01632 960 101", "phone: 01632 960 101\n    note: At SK99 9ZZ."))
    assert screened(register.read(tmp_path, schemas)) == []


@pytest.mark.parametrize(
    ("domains", "address", "rules"),
    [
        ("[]", "a@example.org", 1),
        ("[example.org]", "a@example.org", 0),
        ("[example.org]", "a@team.example.org", 0),
        ("[team.example.org]", "a@example.org", 1),
        ("[example.org]", "a@example.org.uk", 1),
    ],
)
def test_mailboxes_of_the_partnerships_domains(
    domains: str, address: str, rules: int, tmp_path: Path, schemas: dict[str, Schema]
) -> None:
    lay(tmp_path, "base")
    with open(tmp_path / "records/partnership/esap.yaml", "a") as file:
        file.write(f"email_domains: {domains}\n")
    (tmp_path / "records/term").mkdir()
    (tmp_path / WORD).write_text(f"title: Word\nmeaning: Write to {address} for it.\n")
    assert len(screened(register.read(tmp_path, schemas))) == rules


def test_a_fault_of_the_partnership_is_nobody_elses(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    path = tmp_path / "records/partnership/esap.yaml"
    (tmp_path / "records/term").mkdir()
    (tmp_path / WORD).write_text("title: Word\nmeaning: Write to a@example.org for it, or ring 01632 960 101.\n")
    whole = path.read_text() + "email_domains: [example.org]\n"
    for text in (whole + "tilte: x\n", whole + "broken: [\n"):
        path.write_text(text)
        assert screened(register.read(tmp_path, schemas)) == []
    path.unlink()
    assert screened(register.read(tmp_path, schemas)) == []


def test_a_file_that_cannot_be_a_record_is_read_all_the_same(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    agency = "title: Helpline\nrole: [\nswitchboard: 01632 960 123\n"
    assert "no-personal-telephone-number" not in told(tmp_path, schemas, agency, "records/agency/helpline.yaml")
    (tmp_path / "records/agency/helpline.yaml").unlink()
    for text in (
        f"{NUMBER}  - [",
        f"{NUMBER}tilte: x\n",
        f"- {NUMBER}",
        "title: 07700 900123\x00\nmeaning: 07700 900456\n",
    ):
        assert told(tmp_path, schemas, text).count("no-personal-telephone-number") == 2, text


def test_what_was_not_known_then_is_no_departure_then(schemas: dict[str, Schema]) -> None:
    text = schemas["briefing"].example + "\n# Her daughter Anna Brown took part.\n"
    found = register.gather([source.read("records/briefing/one.yaml", text.encode())], schemas)
    assert [one.rule for one in checks.departures(found)] == ["no-personal-name"]
    assert checks.departures(found.at(date(2001, 1, 1))) == []


def test_the_forms_of_a_partnerships_case_references(tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    with open(tmp_path / "records/partnership/esap.yaml", "a") as file:
        file.write("case_references: [ZX-00/A]\n")
    (tmp_path / "records/term").mkdir()
    (tmp_path / WORD).write_text("title: Word\nmeaning: As in ZX-12/A and zx-34/a, not ZX-123/A.\n")
    assert len(screened(register.read(tmp_path, schemas))) == 2


def test_every_schema_keyword_is_where_the_public_rings(schemas: dict[str, Schema]) -> None:
    plans = {type: schema.keyword_tree(known.tree, "x-contact") for type, known in schemas.items()}
    assert {type for type, plan in plans.items() if plan} == {"agency", "partnership"}
