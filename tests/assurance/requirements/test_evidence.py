"""What the records give evidence of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from small import PARTNERSHIP, small

from generator.assurance.requirements.evidence import evidence, pairs
from generator.register import Register
from generator.schema import Schema

LISTS = {
    "principles": [{"id": "prevention", "title": "Prevention", "text": "Act early."}],
    "sources": [
        {"id": "case-records", "title": "Case records", "text": "Files."},
        {"id": "staff-experience", "title": "Staff experience", "text": "Colleagues."},
    ],
}


def world(schemas: dict[str, Schema], records: Mapping[str, Mapping[str, Any]], *types: str) -> Register:
    used = [{"type": "framework"}, *({"type": type, "tracked_from": "2025-04-01"} for type in types)]
    framework = {
        "title": "Framework", "applies_from": "2025-04-01", "purpose": "To know.", **LISTS,
    }  # fmt: skip
    return small(
        schemas, {"partnership/board": {**PARTNERSHIP, "types_in_use": used}, "framework/one": framework, **records}
    )


def visit(**lists: Any) -> dict[str, Any]:
    return {
        "title": "A visit",
        "visitor": "council",
        "host": "police",
        "planned": "2025-05-01",
        "account": {"visited": "2025-05-02"},
        **lists,
    }


def test_a_record_counts_on_the_day_it_became_known_for_what_it_names(schemas: dict[str, Schema]) -> None:
    both = {"principles": ["prevention"], "sources": ["staff-experience"]}
    known = world(schemas, {"visit/one": visit(**both)}, "visit")
    (found,) = evidence(known)
    assert (found.record, found.day) == ("visit/one", date(2025, 5, 2))
    assert pairs([found], "principles", "sources") == {("prevention", "staff-experience"): ("visit/one",)}


def test_an_item_counts_with_its_own_lists_and_its_records_others(schemas: dict[str, Schema]) -> None:
    statement = {
        "received": "2025-06-01",
        "sender_role": "Lead",
        "items": [{"id": "a", "section": "S", "statement": "Said.", "rating": "green", "principle": "prevention"}],
        "sources": ["case-records"],
    }
    known = world(schemas, {"qa-statement/council/2025-26": statement}, "qa-statement")
    assert ("prevention", "case-records") in pairs(evidence(known), "principles", "sources")


def test_what_will_be_asked_is_no_evidence_and_neither_is_an_untracked_type(schemas: dict[str, Schema]) -> None:
    programme = {
        "approved_on": "2025-04-03",
        "audits": [{"id": "falls", "quarter": "2025-26-q1", "kind": "multi-agency", "theme": "Falls"}],
        "principles": ["prevention"],
    }
    records = {"programme/2025-26": programme, "visit/one": visit(principles=["prevention"])}
    assert not evidence(world(schemas, records, "programme"))
