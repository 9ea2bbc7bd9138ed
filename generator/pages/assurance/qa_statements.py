"""What agencies' last statements say together: the heatmap of ratings, the worst of them, and whose is due next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from generator.assurance.obligations.duties import Duty
from generator.components import Badge, Column, Grid, GridCell, Lead, Link, Table
from generator.components.records import rating
from generator.edition import View
from generator.model.agency import Agency
from generator.model.lists import Step
from generator.model.obligation import Obligation
from generator.model.qa_statement import QaStatement
from generator.wording import inside, listed, plural, short_day

_NONE = Badge("No statement")


def lead(ratings: Sequence[Step], latest: Sequence[QaStatement], members: int) -> Lead:
    """Return how many of the agencies gave a statement, and how many practices have each rating."""
    found = Counter(item.rating for one in latest for item in one.items)
    totals = listed(f"{found[one.id]:,} {inside(one.title)}" for one in ratings)
    given = f"{len(latest)} of {plural(members, 'agency', 'agencies')} {'has' if len(latest) == 1 else 'have'} given"
    rate = "It rates" if len(latest) == 1 else "They rate"
    return Lead(f"{given} a statement. {rate} {plural(found.total(), 'practice')}: {totals}.")


def heatmap(view: View, members: Sequence[Agency], latest: Mapping[str, QaStatement]) -> Grid:
    """Return the worst rating of every agency in each section of its last statement (`latest`, by agency)."""
    sections = list(dict.fromkeys(item.section for one in latest.values() for item in one.items))
    scale = view.framework.statement_ratings
    rows, cells = [], []
    for agency in members:
        statement = latest.get(agency.id)
        target = f"qa-statement/{statement.id}" if statement else f"agency/{agency.id}"
        rows.append(Link(target, agency.abbreviation or agency.title))
        cells.append([worst(view, statement, section) for section in sections])
    return Grid(
        "How agencies rate their own practice: the worst rating in each section",
        rows,
        sections,
        cells,
        [*((rating(view, "statement_ratings", one.id), one.text or "") for one in scale), (_NONE, "not given yet")],
        corner="Agency",
    )


def worst(view: View, statement: QaStatement | None, section: str) -> GridCell | None:
    """Return the worst rating of a section and, unless it is the best there is, how many of its practices have it.

    None where the statement has no such section.
    """
    if statement is None:
        return GridCell(_NONE.word, _NONE.kind)
    scale = view.framework.statement_ratings
    rated = [item.rating for item in statement.items if item.section == section]
    found = next((one.id for one in reversed(scale) if one.id in rated), None)
    if found is None:
        return None
    badge = rating(view, "statement_ratings", found)
    many = "" if found == scale[0].id else f" {rated.count(found)} of {len(rated)}"
    return GridCell(f"{badge.word}{many}", badge.kind)


def lowest_rated(view: View, latest: Sequence[QaStatement]) -> Table | None:
    """Return the practices that have the worst rating of all, and what each agency will do; None where none has."""
    lowest = view.framework.statement_ratings[-1]
    rows = [
        (item.statement, Link(f"qa-statement/{one.id}", view.name(f"agency/{one.agency}")), item.action)
        for one in latest
        for item in one.items
        if item.rating == lowest.id
    ]
    columns = [Column("Practice"), Column("Agency"), Column("What it will do")]
    caption = f"Practices rated {inside(lowest.title)}"
    return Table(caption, columns, rows, stack=True, hide_caption=True) if rows else None


def due(view: View, members: Sequence[Agency], latest: Mapping[str, QaStatement]) -> Table:
    """Return when each agency gave its last statement (`latest`, by agency), and by when the next is due."""
    owed: dict[str, Duty] = {}
    for one in view.assessment.duties:
        if one.agency and one.state in ("owed", "late") and _discharged_by_statement(view, one.obligation):
            owed.setdefault(one.agency, one)
    columns = [
        Column("Agency"),
        Column("Last statement"),
        Column("Challenged and supported"),
        Column("Where it stands", narrow=True),
    ]
    rows = [_row(agency, latest.get(agency.id), owed.get(agency.id)) for agency in members]
    return Table("Each agency’s last statement, and when the next is due", columns, rows, stack=True)


def _row(agency: Agency, statement: QaStatement | None, duty: Duty | None) -> tuple[Any, ...]:
    received = f"{statement.year}, received {short_day(statement.received)}" if statement else ""
    return (
        Link(f"agency/{agency.id}", agency.title),
        Link(f"qa-statement/{statement.id}", received) if statement else "None yet",
        short_day(statement.event.date) if statement and statement.event else None,
        standing(statement, duty),
    )


def standing(statement: QaStatement | None, duty: Duty | None) -> Badge | None:
    """Return whether an agency's next statement (`duty`) is due or late, or its last one came late."""
    if duty is None:
        return Badge("Given", "good") if statement else None
    if duty.state != "late":
        return Badge(f"Next by {short_day(duty.due)}", "info")
    if statement and statement.received and statement.received > duty.period.end:
        return Badge(f"Given after {short_day(duty.due)}", "attention")
    return Badge(f"Late since {short_day(duty.due)}", "poor")


def _discharged_by_statement(view: View, obligation: str) -> bool:
    """Whether the obligation is discharged by a statement."""
    found = view.get(Obligation, obligation)
    return found is not None and found.discharged_by.type == "qa-statement"
