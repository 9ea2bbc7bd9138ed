"""Governance: how the boards and groups stand to each other, and what each is for, who sits on it, when it meets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.charts.diagram import Box, draw
from generator.edition import View
from generator.model.framework import Framework
from generator.model.group import Group
from generator.model.meeting import Meeting
from generator.model.obligation import Obligation
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    groups = _downwards(view.all(Group))
    if not groups:
        return
    sentence = "Which group reports to which; every group's part follows."
    frameworks = view.all(Framework)
    meetings = {one.id: _meetings(view, one) for one in groups}
    yield Page(
        path="framework/governance.md",
        template="framework/governance.md.jinja",
        title="Governance",
        description="The boards and groups of the partnership: what each is for, and who sits on it.",
        context={
            "groups": groups,
            "names": {one.id: one.title for one in groups},
            "drawing": draw("governance", "The boards and groups", sentence, _boxes(groups)),
            "below": _below(groups),
            "words": frameworks[-1].governance if frameworks else None,
            "meetings": meetings,
            "next_day": {id: found["next"].day for id, found in meetings.items() if found["next"]},
            "owed": {one.id: [duty for duty in view.all(Obligation) if duty.group == one.id] for one in groups},
        },
        shows=tuple(("group", f"{one.id}#{one.id}") for one in groups),
        kicker="Framework",
    )


def _downwards(groups: tuple[Group, ...]) -> list[Group]:
    """The groups from the top down, each followed by those that report to it; none is lost."""
    ordered = sorted(groups, key=lambda one: (one.order, one.id))
    known = {one.id for one in groups}
    found: dict[str, Group] = {}

    def add(one: Group) -> None:
        if one.id not in found:
            found[one.id] = one
            for child in ordered:
                if child.parent == one.id:
                    add(child)

    for one in ordered:
        if one.parent not in known:
            add(one)
    for one in ordered:
        add(one)
    return list(found.values())


def _below(groups: list[Group]) -> Mapping[str, list[Group]]:
    return {one.id: [child for child in groups if child.parent == one.id] for one in groups}


def _boxes(groups: list[Group]) -> Iterator[Box]:
    below = _below(groups)
    for one in groups:
        chair = f"Chair: {one.chair}" if one.chair else ""
        yield Box(one.id, one.title, chair, tuple(child.id for child in below[one.id]))


def _meetings(view: View, group: Group) -> Mapping[str, Meeting | None]:
    """The group's last meeting held and its next one planned."""
    own = sorted((one for one in view.all(Meeting) if one.group == group.id), key=lambda one: one.date)
    held = [one for one in own if one.minutes]
    ahead = [one for one in own if one.date >= view.day.isoformat() and not one.minutes and not one.cancelled]
    return {"last": held[-1] if held else None, "next": ahead[0] if ahead else None}
