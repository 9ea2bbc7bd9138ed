"""Concerns notified: how many, by quarter and kind, where the restricted store was given; never what they were."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.obligations.notifications import Notifications
from generator.edition import View
from generator.page import Page

QUARTERS = 8


def pages(view: View) -> Iterator[Page]:
    found: Notifications | None = view.assessment.notifications
    if found is None or not found.quarters:
        return
    shown = found.quarters[-QUARTERS:]
    yield Page(
        path="assurance/notifications.md",
        template="assurance/notifications.md.jinja",
        title="Concerns notified",
        description="How many issues of concern agencies notified to the partnership, by quarter and kind.",
        context={"found": found, "quarters": list(reversed(shown)), "recent": sum(map(found.count, shown[-4:]))},
        kicker="Assurance",
    )
