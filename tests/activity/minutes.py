"""Minutes: who came, what was decided and what was agreed to differ, as the records that name the meeting say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from generator.model.group import Group
from generator.register import Entry, Register

CHAIRS = {
    "qap": "QAP Chair",
    "executive-board": "Independent Chair",
    "ssap-board": "Independent Chair",
    "pip": "PIP Chair",
    "training-and-workforce": "Training and Workforce Development Chair",
}
BUSY = (
    "Apologies, annual leave.",
    "Apologies, an inspection.",
    "Apologies, sickness.",
    "Apologies, a court hearing.",
    "Apologies, operational pressure.",
    "Apologies, a training day.",
)
DECIDED = {
    "mandatory": "meets the criteria and will be reviewed.",
    "discretionary": "will be reviewed although the criteria may not be met.",
    "criteria-not-met": "does not meet the criteria; the reason goes to the person who referred.",
    "other-review": "will be looked at by another review and not twice.",
}
Named = Sequence[tuple[Entry, tuple[str | int, ...]]]


def attendance(
    register: Register, group: str, day: date, told: Mapping[str, Any], missed: dict[str, date]
) -> list[dict[str, Any]]:
    """Return each agency's line; nobody is missing by chance twice running."""
    random = Random(f"attendance {group} {day}")
    absent = told.get("absent", {})
    body = register.get(Group, group)
    rows = []
    for agency in body.agencies if body else ():
        away = random.random() < 0.07 and missed.get(agency, date.min) < day - timedelta(days=150)
        note = absent.get(agency) or (random.choice(BUSY) if away and not absent else "")
        if note:
            missed[agency] = day
            rows.append({"agency": agency, "present": False, "note": note})
        else:
            deputy = {"deputy": True} if random.random() < 0.12 else {}
            rows.append({"agency": agency, "present": True, **deputy})
    return rows


def minutes(
    group: str,
    day: date,
    named: Named,
    agenda: Sequence[Mapping[str, Any]],
    told: Mapping[str, Any],
    audits: Mapping[str, Any],
    people: list[dict[str, Any]],
) -> dict[str, Any]:
    """Return the minutes of a meeting that was held."""
    found: dict[str, Any] = {"held": day.isoformat(), "chaired_by": CHAIRS[group], "attendance": people}
    found["decisions"] = list(_decisions(day, named, agenda, told, audits))
    if agreed := [*_agreed(named), *_excuses(told)]:
        found["agreed"] = agreed
    if actions := told.get("actions"):
        found["actions"] = [
            {"id": f"m{n}", "text": f"{text}.", "owner": owner, "due": due, **({"done": done} if done else {})}
            for n, (text, owner, due, done) in enumerate(actions, 1)
        ]
    return found


def _decisions(
    day: date, named: Named, agenda: Sequence[Mapping[str, Any]], told: Mapping[str, Any], audits: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    for n, item in enumerate(agenda, 1):
        if item["kind"] == "findings" and item["id"].startswith("findings-"):
            text = audits[item["id"].removeprefix("findings-")]["decision"]
            yield {"id": f"agreed-{n}", "kind": "approval", "text": text, "item": item["id"], "about": item["about"]}
    for entry, route in named:
        if entry.type == "sar" and route == ("decision", "meeting"):
            text = f"{entry.value['title']} {DECIDED[entry.value['decision']['kind']]}"
            yield {
                "id": entry.id,
                "kind": "other",
                "text": text,
                "item": "sar-review" if any(one["id"] == "sar-review" for one in agenda) else "assurance",
                "about": [f"sar/{entry.id}"],
            }
    for entry, route in named:
        if entry.type == "opinion" and route[0] == "stages":
            text = f"{entry.value['level'].capitalize()} assurance was accepted on: {entry.value['theme']}."
            yield {"id": entry.id, "kind": "assurance", "text": text, "about": [f"opinion/{entry.id}"]}
    for n, (kind, text, *about) in enumerate(told.get("decisions", ()), 1):
        yield {"id": f"d{n}", "kind": kind, "text": text, **({"about": about} if about else {})}


def _agreed(named: Named) -> Iterator[dict[str, Any]]:
    varied: set[str] = set()
    for entry, route in named:
        name = f"{entry.type}/{entry.id}"
        if entry.type == "audit" and route[0] == "exemptions":
            one = entry.value["exemptions"][int(route[1])]
            yield {"kind": "exemption", "about": name, "agency": one["agency"], "reason": one["reason"]}
        elif entry.type == "audit" and route[0] == "milestones" and name not in varied:
            varied.add(name)
            moved = [one for one in entry.value["milestones"] if "agreed" in one]
            first = next((one for one in moved if one["milestone"] == "audit-day"), moved[0])
            yield {"kind": "variation", "about": name, "until": first["planned"], "reason": first["reason"]}
        elif entry.type == "action-plan" and "revisions" in route:
            action = entry.value["actions"][int(route[1])]
            one = action["revisions"][int(route[3])]
            yield {
                "kind": "variation",
                "about": f"{name}#{action['id']}",
                "until": one["due"],
                "reason": one["reason"],
            }


def _excuses(told: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for obligation, period, agency, reason in told.get("excuses", ()):
        owed = {"kind": "excuse", "about": f"obligation/{obligation}", "period": period}
        yield owed | ({"agency": agency} if agency else {}) | {"reason": reason}
