"""Governance: the boards and groups, which reports to which, what each is for, who sits on it and when it meets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.assurance.membership import members
from generator.charts.diagram import Box, draw
from generator.components import (
    Blocks,
    Diagram,
    Facts,
    Lead,
    Link,
    More,
    Note,
    Paragraph,
    Passage,
    Points,
    Strong,
    phrase,
)
from generator.components.records import choice
from generator.edition import View
from generator.model.group import Group
from generator.model.meeting import Meeting
from generator.model.obligation import Obligation
from generator.page import Page
from generator.wording import day, inside, the

Names = Mapping[str, str]
"""The titles of the groups that the edition shows, by id."""


def pages(view: View) -> Iterator[Page]:
    groups = top_down(view.all(Group))
    if not groups:
        return
    words = view.framework.governance
    yield Page(
        path="framework/governance.md",
        template="framework/governance.md.jinja",
        title="Governance",
        description="The boards and groups of the partnership: what each is for, and who sits on it.",
        context={
            "lead": Lead(f"The boards and groups of {the(view.partnership.title)}, and what each of them is for."),
            "words": Passage(words) if words else None,
            "diagram": _diagram(groups),
            "groups": [{"title": one.title, "anchor": one.id, "body": _body(view, one, groups)} for one in groups],
        },
        shows=tuple(("group", f"{one.id}#{one.id}") for one in groups),
        kicker="Framework",
    )


def top_down(groups: Sequence[Group]) -> list[Group]:
    """Return the groups from the top down, each followed by those that report to it; every group once."""
    ordered = sorted(groups, key=lambda one: (one.order, one.id))
    known = {one.id for one in groups}
    found: dict[str, Group] = {}

    def add(one: Group) -> None:
        if one.id not in found:
            found[one.id] = one
            for child in _below(one, ordered):
                add(child)

    for one in ordered:
        if one.parent not in known:
            add(one)
    for one in ordered:
        add(one)
    return list(found.values())


def _below(group: Group, groups: Sequence[Group]) -> list[Group]:
    """The groups that report to a group."""
    return [one for one in groups if one.parent == group.id]


def _diagram(groups: Sequence[Group]) -> Diagram:
    names = {one.id: one.title for one in groups}
    boxes = [
        Box(
            one.id,
            one.title,
            f"Chair: {one.chair}" if one.chair else "",
            tuple(each.id for each in _below(one, groups)),
        )
        for one in groups
    ]
    sentence = "Which group reports to which; every group's part follows."
    drawing = draw("governance", "The boards and groups", sentence, boxes)
    return Diagram(
        "The boards and groups", drawing, Points([phrase(Strong(one.title), standing(one, names)) for one in groups])
    )


def standing(group: Group, names: Names) -> str:
    """Return who leads a group and whom it reports to, to follow its name: `, led by its chair.`"""
    led = f", led by {the(group.chair)}" if group.chair else ""
    above = names.get(group.parent or "")
    return f"{led}{f', reports to {the(above)}' if above else ''}."


def _body(view: View, group: Group, groups: Sequence[Group]) -> Blocks:
    said: list[Any] = [Passage(group.purpose)] if group.purpose else []
    said.append(_facts(view, group, groups))
    said += [Paragraph("It delivers:"), Points(list(group.delivers))] if group.delivers else []
    sitting = members(view.register, group.agencies, group.terms, view.day)
    seats = [*group.roles, *(Link(f"agency/{agency}") for agency in sitting)]
    owed = sorted((one for one in view.all(Obligation) if one.group == group.id), key=lambda one: one.title)
    duties = [
        phrase(Link(f"obligation/{one.id}"), f", {inside(choice(view, 'cadences', one.cadence))}") for one in owed
    ]
    items = [one.title for one in group.standing_items]
    for summary, points in (
        ("Who sits on it", seats),
        ("On the agenda of every meeting", items),
        ("What the calendar asks of it", duties),
    ):
        said += [More(summary, Points(points))] if points else []
    return Blocks([*said, *([Note(group.note)] if group.note else [])])


def _facts(view: View, group: Group, groups: Sequence[Group]) -> Facts:
    names = {one.id: one.title for one in groups}
    last, coming = meetings(view.all(Meeting), group.id, view.day)
    pairs = (
        ("Known as", group.abbreviation),
        ("Led by", group.chair),
        ("Reports to", names.get(group.parent or "")),
        ("Groups that report to it", "; ".join(one.title for one in _below(group, groups))),
        ("Meets", choice(view, "meeting_cadences", group.meets) if group.meets else None),
        ("Last met", Link(f"meeting/{last.id}", day(last.minutes.held)) if last and last.minutes else None),
        ("Next meets", Link(f"meeting/{coming.id}", day(coming.day)) if coming else None),
    )
    return Facts([(name, value) for name, value in pairs if value])


def meetings(every: Iterable[Meeting], group: str, today: date) -> tuple[Meeting | None, Meeting | None]:
    """Return a group's last meeting that was held, and its next one that is planned; None where there is none."""
    own = sorted((one for one in every if one.group == group), key=lambda one: one.date)
    held = [one for one in own if one.minutes]
    ahead = [one for one in own if one.date >= today.isoformat() and not one.minutes and not one.cancelled]
    return (held[-1] if held else None), (ahead[0] if ahead else None)
