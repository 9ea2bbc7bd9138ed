"""Every field of a type, and who sees it."""

from __future__ import annotations

from generator.schema import Schema
from generator.schema.fields import fields


def test_a_field_is_seen_by_no_more_than_what_holds_it(schemas: dict[str, Schema]) -> None:
    widths = {"working": 0, "partnership": 1, "public": 2}
    for known in schemas.values():
        found = {field.route: field for field in fields(known)}
        for route, field in found.items():
            holder = found.get(route.rpartition(".")[0])
            assert holder is None or widths[field.audience] <= widths[holder.audience], f"{known.type}: {route}"
            assert widths[field.audience] <= widths[field.own]


def test_an_audits_title_is_public_by_itself_and_hidden_with_its_audit(schemas: dict[str, Schema]) -> None:
    title = next(field for field in fields(schemas["audit"]) if field.route == "title")
    assert (title.own, title.audience, title.narrowed) == ("public", "partnership", True)


def test_what_is_written_is_said_in_words(schemas: dict[str, Schema]) -> None:
    forms = {field.route: field.form for field in fields(schemas["audit"])}
    assert forms["starts"] == "date"
    assert forms["tools"] == "list of references to audit-tool"
    assert forms["milestones.milestone"] == "one of the methodology’s milestones"
    assert forms["kind"] == "one of the framework’s audit kinds"
