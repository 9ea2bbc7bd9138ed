"""QA Statements: every agency's last ratings as a heatmap, and a page for each statement with what changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.components import Badge, Byline, Column, Facts, Link, Passage, Phrase, Table, phrase
from generator.components.records import rating
from generator.edition import View
from generator.model.agency import Agency
from generator.model.qa_statement import ChallengeEvent, QaStatement, StatementItem
from generator.page import Page
from generator.pages.assurance import qa_statements as overview
from generator.wording import day, inside


def pages(view: View) -> Iterator[Page]:
    statements = sorted(view.all(QaStatement), key=lambda one: (one.agency, one.year))
    if not statements:
        return
    latest = {one.agency: one for one in statements}
    members = [one for one in view.all(Agency) if one.role == "member" or one.id in latest]
    worst = inside(view.framework.statement_ratings[-1].title)
    yield Page(
        path="assurance/qa-statements/index.md",
        template="assurance/qa-statements.md.jinja",
        title="QA Statements",
        description="How each agency rates its own safeguarding practice, section by section, and who has yet to say.",
        context={
            "lead": overview.lead(view.framework.statement_ratings, list(latest.values()), len(members)),
            "ratings": overview.heatmap(view, members, latest),
            "worst": f"Practices rated {worst}",
            "weak": overview.lowest_rated(view, list(latest.values())),
            "due": overview.due(view, members, latest),
        },
    )
    for statement in statements:
        yield _page(view, statement, _former(statements, statement))


def _page(view: View, statement: QaStatement, former: QaStatement | None) -> Page:
    name = view.name(f"agency/{statement.agency}")
    return Page(
        path=f"assurance/qa-statements/{statement.id}.md",
        template="assurance/qa-statement.md.jinja",
        title=f"{name}, {statement.year}",
        description=f"The QA Statement of {name} for {statement.year}: its ratings, its evidence and what it will do.",
        context={
            "byline": Byline([*counts(view, statement), f"Received on {day(statement.received)}"]),
            "facts": Facts(
                [
                    ("Agency", Link(f"agency/{statement.agency}")),
                    ("Sent by", statement.sender_role),
                    ("Signed off by", statement.signed_off_by),
                    ("Statement before", _before(former)),
                ]
            ),
            "sections": [
                {"title": title, "practices": _practices(view, title, items, former)}
                for title, items in _by_section(statement.items).items()
            ],
            "event": _event(statement.event) if statement.event else None,
        },
        record=("qa-statement", statement.id),
        kicker="QA Statement",
    )


def counts(view: View, statement: QaStatement) -> list[Badge]:
    """Return how many practices have each rating, the worst first; a rating that none has is left out."""
    found = Counter(item.rating for item in statement.items)
    return [
        Badge(f"{found[one.id]} {inside(one.title)}", rating(view, "statement_ratings", one.id).kind)
        for one in reversed(view.framework.statement_ratings)
        if found[one.id]
    ]


def rated(view: View, now: str, before: str | None) -> Phrase:
    """Return a practice's rating, and whether it is better or worse than `before` (None: it was not asked then)."""
    places = {one.id: at for at, one in enumerate(view.framework.statement_ratings)}
    step = places[before] - places[now] if before in places and now in places else 0
    change = " better than before" if step > 0 else " worse than before" if step < 0 else ""
    return phrase(rating(view, "statement_ratings", now), change)


def _before(former: QaStatement | None) -> Any:
    return Link(f"qa-statement/{former.id}", former.year) if former else "None recorded"


def _practices(view: View, title: str, items: Sequence[StatementItem], former: QaStatement | None) -> Table:
    before = {item.id: item.rating for item in former.items} if former else {}
    columns = [Column("Practice"), Column("Own rating"), Column("Evidence"), Column("What it will do")]
    rows = [(one.statement, rated(view, one.rating, before.get(one.id)), one.evidence, one.action) for one in items]
    return Table(title, columns, rows, stack=True, hide_caption=True)


def _event(event: ChallengeEvent) -> dict[str, Any]:
    return {"when": day(event.date), "notes": Passage(event.notes or "")}


def _by_section(items: Sequence[StatementItem]) -> Mapping[str, list[StatementItem]]:
    found: dict[str, list[StatementItem]] = {}
    for item in items:
        found.setdefault(item.section, []).append(item)
    return found


def _former(statements: Sequence[QaStatement], statement: QaStatement) -> QaStatement | None:
    """The same agency's statement before this one."""
    before = [one for one in statements if one.agency == statement.agency and one.year < statement.year]
    return before[-1] if before else None
