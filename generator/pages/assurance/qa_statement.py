"""QA Statements: every agency's last ratings as a heatmap, and a page for each statement with what changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.edition import View
from generator.model.agency import Agency
from generator.model.qa_statement import QaStatement, StatementItem
from generator.page import Page, step


@dataclass(frozen=True)
class Cell:
    """A section of a statement: its worst rating, how many practices have it, and of how many."""

    rating: str
    number: int
    of: int


def pages(view: View) -> Iterator[Page]:
    statements = sorted(view.all(QaStatement), key=lambda one: (one.agency, one.year))
    if not statements:
        return
    latest = {one.agency: one for one in statements}
    worst = view.framework.statement_ratings[-1].id
    rated = Counter(item.rating for one in latest.values() for item in one.items)
    members = [one for one in view.all(Agency) if one.role == "member" or one.id in latest]
    sections = list(dict.fromkeys(item.section for one in latest.values() for item in one.items))
    yield Page(
        path="assurance/qa-statements/index.md",
        template="assurance/qa-statements.md.jinja",
        title="QA Statements",
        description="How each agency rates its own safeguarding practice, section by section, and who has yet to say.",
        context={
            "members": members,
            "latest": latest,
            "sections": sections,
            "cells": {id: [_cell(view, one, section) for section in sections] for id, one in latest.items()},
            "ratings": rated,
            "totals": [f"{rated[one.id]:,} {one.title.lower()}" for one in view.framework.statement_ratings],
            "key": [*_key(view), {"word": "No statement", "kind": "neutral", "text": "not given yet"}],
            "best": view.framework.statement_ratings[0].id,
            "red": [(one, item) for one in latest.values() for item in one.items if item.rating == worst],
            "owed": [
                one
                for one in view.assessment.duties
                if one.agency and one.state in ("owed", "late") and _asks(view, one.obligation)
            ],
        },
    )
    for statement in statements:
        yield _page(view, statement, _former(statements, statement))


def _page(view: View, statement: QaStatement, former: QaStatement | None) -> Page:
    agency = view.get(Agency, statement.agency)
    name = agency.title if agency else statement.agency
    before = {item.id: item.rating for item in former.items} if former else {}
    return Page(
        path=f"assurance/qa-statements/{statement.id}.md",
        template="assurance/qa-statement.md.jinja",
        title=f"{name}, {statement.year}",
        description=f"The QA Statement of {name} for {statement.year}: its ratings, its evidence and what it will do.",
        context={
            "statement": statement,
            "former": former,
            "sections": _by_section(statement.items),
            "ratings": Counter(item.rating for item in statement.items),
            "moved": {item.id: _moved(view, before.get(item.id), item.rating) for item in statement.items},
        },
        record=("qa-statement", statement.id),
        kicker="QA Statement",
    )


def _key(view: View) -> Iterator[Mapping[str, str]]:
    """Each rating with what it means."""
    for one in view.framework.statement_ratings:
        word, kind = step(view.framework.statement_ratings, one.id)
        yield {"word": word, "kind": kind, "text": one.text or ""}


def _asks(view: View, obligation: str) -> bool:
    """Whether the obligation is discharged by a statement."""
    entry = view.register.entries.get("obligation", {}).get(obligation)
    return bool(entry and entry.value["discharged_by"]["type"] == "qa-statement")


def _cell(view: View, statement: QaStatement, section: str) -> Cell | None:
    rated = [item.rating for item in statement.items if item.section == section]
    worst = next((one.id for one in reversed(view.framework.statement_ratings) if one.id in rated), None)
    return Cell(worst, rated.count(worst), len(rated)) if worst else None


def _by_section(items: Sequence[StatementItem]) -> Mapping[str, list[StatementItem]]:
    found: dict[str, list[StatementItem]] = {}
    for item in items:
        found.setdefault(item.section, []).append(item)
    return found


def _former(statements: Sequence[QaStatement], statement: QaStatement) -> QaStatement | None:
    """The same agency's statement before this one."""
    before = [one for one in statements if one.agency == statement.agency and one.year < statement.year]
    return before[-1] if before else None


def _moved(view: View, before: str | None, now: str) -> str:
    """`better`, `worse`, `same`, or nothing where the practice was not asked about before."""
    places = {one.id: at for at, one in enumerate(view.framework.statement_ratings)}
    if before not in places or now not in places:
        return ""
    step = places[before] - places[now]
    return "better" if step > 0 else "worse" if step < 0 else "same"
