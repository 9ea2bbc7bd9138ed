"""On how many sources the findings of each audit rest (triangulation)."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.components import Badge, Column, Link, Table
from generator.edition import View
from generator.model.findings_report import FindingsReport
from generator.wording import plural


def findings(view: View) -> Table | None:
    """Return how many findings of each audit rest on how many sources, the newest audit first."""
    reports = sorted(view.all(FindingsReport), key=lambda one: (str(one.prepared), one.id), reverse=True)
    columns = [
        Column("Audit"),
        Column("One or none", number=True),
        Column("Two", number=True),
        Column("Three or more", number=True),
        Column("Triangulated", narrow=True),
    ]
    rows = [_row(view, one) for one in reports]
    caption = "Findings by the number of sources that they rest on, newest audit first"
    return Table(caption, columns, rows, stack=True) if rows else None


def _row(view: View, report: FindingsReport) -> tuple[Any, ...]:
    counts = Counter(min(len(set(finding.sources)), 3) for finding in report.findings)
    few = counts[0] + counts[1]
    link = Link(f"findings-report/{report.id}", view.name(f"audit/{report.id}"))
    return link, few, counts[2], counts[3], triangulated(few, len(report.findings))


def triangulated(few: int, findings: int) -> Badge | None:
    """Return whether all findings rest on two sources or more, or how many do not; None where there is no finding."""
    if few:
        return Badge(f"{plural(few, 'finding')} on one source or none", "attention")
    return Badge("All triangulated", "good") if findings else None
