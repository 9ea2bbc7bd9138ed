"""Meetings: an agenda and minutes from the records that name the meeting, with the rest from `words/meetings.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from activity.calendar import AS_OF, MEETINGS, meetings
from activity.minutes import Named, attendance, minutes
from generator.model.group import Group
from generator.periods import Year
from generator.register import Entry, Register

KINDS = {
    "forward-plan": "forward-plan",
    "action-plans": "action-plans",
    "dashboard": "dashboard",
    "sar-review": "sar-review",
    "single-agency": "single-agency",
    "good-practice": "good-practice",
    "assurance": "assurance",
    "risks": "risks",
    "learning": "other",
    "training-offer": "other",
}
PRESENTED = {
    "opinion": ("assurance", "Assurance opinion"),
    "deep-dive": ("findings", "Deep dive"),
    "survey": ("voice", "Survey"),
    "learning-review": ("other", "Learning from a review of another body"),
    "peer-review": ("assurance", "Peer review"),
    "training-review": ("other", "Review of the training offer"),
    "challenge": ("other", "Professional challenge"),
    "briefing": ("approval", "Learning briefing"),
    "self-evaluation": ("assurance", "Self-evaluation"),
}


def drafts(register: Register, words: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each meeting's id and values; `register` holds the records that name it."""
    entries = {(entry.type, entry.id): entry for entry in register.each()}
    named: dict[str, list[tuple[Entry, tuple[str | int, ...]]]] = {}
    for link in register.links:
        if link.target[0] == "meeting" and link.type != "meeting" and link.route[0] not in ("about", "arises_from"):
            named.setdefault(link.target[1], []).append((entries[link.type, link.id], link.route))
    missed: dict[str, date] = {}
    for group in MEETINGS:
        for day in meetings(group):
            id = f"{group}/{day}"
            told = words["meetings"].get(id, {})
            agenda = list(_agenda(register, group, day, named.get(id, ()), words["audits"]))
            value: dict[str, Any] = {"agenda": agenda}
            if day <= AS_OF:
                people = attendance(register, group, day, told, missed)
                value["minutes"] = minutes(group, day, named.get(id, ()), agenda, told, words["audits"], people)
            yield id, value


def _agenda(
    register: Register, group: str, day: date, named: Named, audits: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    body = register.get(Group, group)
    kept = _about(named)
    year = Year.of(day)
    since = max((one for one in meetings(group) if one < day), default=day - timedelta(days=60))
    plan = [f"programme/{year}"] + ([f"programme/{year.next}"] if day.month == 3 else [])
    kept.setdefault("assurance" if group == "executive-board" else "forward-plan", []).extend(plan)
    kept.setdefault("sar-review", []).extend(_reviews(register, since, day))
    if "dashboard" not in kept:
        kept["dashboard"] = _latest_figures(register, day)
    kept.setdefault("inspections", []).extend(_between(register, "inspection", "published", since, day))
    kept.setdefault("single-agency", []).extend(
        f"audit-return/{entry.id}"
        for entry in register.entries["audit-return"].values()
        if register.entries["audit"][entry.id.split("/")[0]].value["kind"] == "single-agency"
        and since.isoformat() < entry.value["received"] <= day.isoformat()
    )
    notices = [
        entry
        for entry in register.entries["audit"].values()
        if group == "qap" and entry.value["kind"] != "single-agency" and _notice(entry) == day
    ]
    for item in body.standing_items if body else ():
        kind = KINDS[item.id]
        yield _item(item.id, item.title, kind, about=[one for one in kept.get(kind, []) if _exists(register, one)])
        if item.id == "forward-plan":
            for entry in notices:
                yield _item(
                    f"notice-{entry.id}",
                    f"Notice of audit: {_short(entry.value['title'])}",
                    "audit-notice",
                    by="Quality Assurance Officer",
                    about=[f"audit/{entry.id}"],
                    decision_sought="To agree the dates, the agencies and any exemption.",
                )
    for entry, route in named:
        if entry.type == "findings-report" and route == ("presented",):
            title = register.entries["audit"][entry.id].value["title"]
            answer = f"action-plan/{entry.id}"
            yield _item(
                f"findings-{entry.id}",
                f"Findings of the audit: {_short(title)}",
                "findings",
                by="Quality Assurance Officer",
                about=[f"findings-report/{entry.id}", *([answer] if _exists(register, answer) else [])],
                purpose="To hear what the audit found and agree what follows.",
                decision_sought="To agree the findings and the action plan.",
                **{key: audits[entry.id][key] for key in ("risks", "equality")},
            )
    if group == "qap" and kept["inspections"]:
        yield _item("inspections", "Inspections since the last meeting", "inspections", about=kept["inspections"])
    seen: set[str] = set()
    for entry, _ in named:
        if entry.type in PRESENTED and f"{entry.type}/{entry.id}" not in seen:
            seen.add(f"{entry.type}/{entry.id}")
            kind, title = PRESENTED[entry.type]
            text = f"{title}: {_short(entry.value['title'])}" if "title" in entry.value else title
            yield _item(f"{entry.type}-{entry.id}".replace("/", "-"), text, kind, about=[f"{entry.type}/{entry.id}"])


def _item(id: str, title: str, kind: str, about: Sequence[str] = (), by: str = "", **facts: str) -> dict[str, Any]:
    item: dict[str, Any] = {"id": id[:80], "title": title, "kind": kind}
    if by:
        item["presented_by"] = by
    if about:
        item["about"] = list(dict.fromkeys(about))
    return item | facts


def _about(named: Named) -> dict[str, list[str]]:
    """What the standing items are about at this meeting, by kind."""
    found: dict[str, list[str]] = {}
    for entry, route in named:
        name = f"{entry.type}/{entry.id}"
        if entry.type == "sar":
            found.setdefault("sar-review", []).append(name)
        elif entry.type == "action-plan" and route[0] == "actions":
            found.setdefault("action-plans", []).append(f"{name}#{entry.value['actions'][int(route[1])]['id']}")
        elif entry.type == "good-practice":
            found.setdefault("good-practice", []).append(name)
        elif entry.type == "report" and entry.value["kind"] == "performance-information":
            found.setdefault("dashboard", []).append(name)
        elif entry.type == "report" and entry.value["kind"] in ("audit-learning", "audit-overview"):
            found.setdefault("action-plans", []).append(name)
        elif entry.type == "report" and entry.value["kind"] == "learning-summaries":
            found.setdefault("single-agency", []).append(name)
        elif entry.type in ("report", "peer-review"):
            found.setdefault("assurance", []).append(name)
        elif entry.type == "risk":
            found.setdefault("risks", []).append(name)
    return found


def _between(register: Register, type: str, field: str, since: date, day: date) -> list[str]:
    entries = register.entries[type].values()
    return [f"{type}/{one.id}" for one in entries if since.isoformat() < one.value[field] <= day.isoformat()]


def _reviews(register: Register, since: date, day: date) -> list[str]:
    """Safeguarding Adult Reviews to which something happened since the last meeting."""
    found = []
    for entry in register.entries["sar"].values():
        value = entry.value
        days = [value.get(name, "") for name in ("referred", "started", "completed")]
        days += [value.get(name, {}).get("date", "") for name in ("decision", "publication")]
        if any(since.isoformat() < one <= day.isoformat() for one in days):
            found.append(f"sar/{entry.id}")
    return found


def _latest_figures(register: Register, day: date) -> list[str]:
    """The last performance information report agreed before the meeting."""
    agreed = [
        (stage["date"], f"report/{entry.id}")
        for entry in register.entries["report"].values()
        if entry.value["kind"] == "performance-information"
        for stage in entry.value["stages"]
        if stage["stage"] == "agreed" and stage["date"] <= day.isoformat()
    ]
    return [max(agreed)[1]] if agreed else []


def _notice(entry: Entry) -> date:
    """The day members had notice, or are to have it: the last meeting before the start."""
    went = [one["actual"] for one in entry.value.get("milestones", ()) if one["milestone"] == "notice"]
    if went:
        return date.fromisoformat(went[0])
    return max(day for day in meetings("qap") if day.isoformat() < entry.value["starts"])


def _exists(register: Register, name: str) -> bool:
    type, _, id = name.partition("/")
    return id.partition("#")[0] in register.entries[type]


def _short(title: str) -> str:
    return title.removeprefix("Joint Learning Hub: ")[:90]
