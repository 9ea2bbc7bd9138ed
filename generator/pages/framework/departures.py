"""Where records depart from what the framework asks, each with the reason recorded for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.components import Badge, Column, Link, Table
from generator.edition import View
from generator.problem import Problem

NO_REASON = Badge("No reason recorded", "attention")


def departures(view: View, found: Iterable[Problem], caption: str, *, hide_caption: bool = False) -> Table:
    """Return departures with the record of each, what departs, and the reason recorded for it."""
    columns = [Column("Record"), Column("What departs"), Column("Reason")]
    return Table(
        caption,
        columns,
        [_row(view, one) for one in found],
        empty="No record departs from it.",
        stack=True,
        hide_caption=hide_caption,
    )


def _row(view: View, one: Problem) -> tuple[Any, ...]:
    entry = view.register.by_name.get(one.place.file)
    record = Link(f"{entry.type}/{entry.id}") if entry else None
    return record, one.message[:1].upper() + one.message[1:], one.reason or NO_REASON
