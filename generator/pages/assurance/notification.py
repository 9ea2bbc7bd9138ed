"""Concerns notified: how many, by quarter and kind, where the restricted store was given; never what they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from generator.assurance.obligations.notifications import Notifications
from generator.components import Callout, Column, Lead, Table
from generator.components.records import choice
from generator.edition import View
from generator.page import Page
from generator.periods import Quarter
from generator.wording import plural, sentence

_QUARTERS = 8
_RESTRICTED = (
    "What was notified, by whom and about whom is kept in a separate, restricted store and is in no edition of this "
    "site."
)


def pages(view: View) -> Iterator[Page]:
    found: Notifications | None = view.assessment.notifications
    if found is None or not found.quarters:
        return
    shown = found.quarters[-_QUARTERS:]
    yield Page(
        path="assurance/notifications.md",
        template="assurance/notifications.md.jinja",
        title="Concerns notified",
        description="How many issues of concern agencies notified to the partnership, by quarter and kind.",
        context={
            "lead": lead(sum(map(found.count, shown[-4:])), found.open),
            "waited": waited(found.waited) if found.waited is not None else None,
            "counts": _counts(view, found, shown),
            "restricted": Callout("info", "Only counts", _RESTRICTED),
        },
        kicker="Assurance",
    )


def lead(recent: int, open: int) -> Lead:
    """Return how many issues were notified in the last four quarters, and how many of all are still open."""
    notified = f"Agencies notified {plural(recent, 'issue')} of concern in the last four quarters."
    return Lead(f"{notified} {sentence(plural(open, 'issue'))} {'is' if open == 1 else 'are'} still open.")


def waited(days: float) -> str:
    """Return within how many days half of the issues were notified; `days` is the median."""
    if not days:
        return "Half of the issues or more were notified on the day on which the agency knew of them."
    return f"Half of the issues were notified within {plural(ceil(days), 'day')} of the agency knowing of them."


def _counts(view: View, found: Notifications, quarters: Sequence[Quarter]) -> Table:
    kinds = [Column(choice(view, "concern_kinds", kind), number=True) for kind in found.kinds]
    rows = [
        (quarter.label, *(found.count(quarter, kind) for kind in found.kinds), found.count(quarter))
        for quarter in reversed(quarters)
    ]
    columns = [Column("Quarter"), *kinds, Column("All", number=True)]
    return Table("Issues notified, newest quarter first", columns, rows, stack=True)
