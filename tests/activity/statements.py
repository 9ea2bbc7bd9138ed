"""QA Statements of 2024-25: the same items for every agency, ratings and evidence from `words/qa-statements.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from activity.audits import SENDERS
from activity.reports import SIGNED

EVENT = "2025-03-19"
NOTES = {
    "adult-social-care": "Colleagues asked who is not referred. Nobody knew, and the agency lowered its own rating.",
    "nhs-gm-stockport": "Practices were asked to bring one record each next time.",
    "stockport-nhs-ft": "Others asked how night staff hear of anything, and two offered to try the same briefing.",
    "pennine-care": "The wait for an advocate was agreed to be everyone's and not one agency's.",
    "prevention-alliance": "Members came, and asked the questions.",
    "nw-ambulance": "Crews' two-minute films were shown and borrowed.",
    "age-uk-stockport": "What a volunteer may promise was debated for half an hour.",
    "stockport-homes": "Contractors were the question: they see most and are trained least.",
}


def drafts(words: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each statement's id and values; those received after the event have none."""
    for agency, told in words["agencies"].items():
        value: dict[str, Any] = {
            "received": told["received"],
            "sender_role": SENDERS[agency][0],
            "signed_off_by": SIGNED[agency],
            "items": [_item(id, item, told[id]) for id, item in words["items"].items()],
        }
        if agency in NOTES:
            value["event"] = {"date": EVENT, "notes": NOTES[agency]}
        value["principles"] = list(dict.fromkeys(item[2] for item in words["items"].values()))
        value["sources"] = ["case-records", "staff-experience"]
        yield f"{agency}/2024-25", value


def _item(id: str, item: list[str], told: str) -> dict[str, Any]:
    section, statement, principle = item
    rating, _, rest = told.partition(" ")
    evidence, _, action = rest.partition(" | ")
    return {
        "id": id,
        "section": section,
        "statement": statement,
        "principle": principle,
        "rating": rating,
        "evidence": evidence,
        **({"action": action} if action else {}),
    }
