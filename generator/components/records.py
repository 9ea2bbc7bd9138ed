"""What pages say of a record in the same way everywhere: its stage, actions, departures and what resulted from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from generator.assurance.actions.status import ActionState
from generator.assurance.learning.themes import Theme
from generator.components import states
from generator.components.blocks import (
    Byline,
    Callout,
    Column,
    Facts,
    Finding,
    News,
    NewsItem,
    Note,
    Paragraph,
    Points,
    Table,
)
from generator.components.inline import Badge, Link, Phrase, Prose, links, phrase, stack
from generator.edition import View
from generator.model.lists import title
from generator.model.record import Record
from generator.page import step
from generator.wording import day, listed, sentence

RESULTING_TYPES = ("briefing", "action-plan", "good-practice", "deep-dive", "audit", "opinion", "risk", "report")
"""The types of record that a review or an audit may lead to, in the order in which pages list them."""


def byline(record: Record, *items: Any) -> Byline | None:
    """Return the byline of a record: `items`, those that are None or empty left out, then the stage it has reached."""
    said = [item for item in (*items, states.stage(record)) if item not in (None, "")]
    return Byline(said) if said else None


def choice(view: View, list: str, id: str) -> str:
    """Return what people call an entry of one of the framework's lists."""
    return title(getattr(view.framework, list), id)


def rating(view: View, scale: str, id: str) -> Badge:
    """Return a step of one of the framework's scales: an opinion's level, a rating, an outcome."""
    return Badge(*step(getattr(view.framework, scale), id))


def agency_names(view: View, ids: Iterable[str]) -> str:
    """Return the names of agencies without links, as `a, b and c`."""
    return listed([view.name(f"agency/{id}") for id in ids])


def withdrawn_notice(record: Record) -> Callout | None:
    """Return what the working edition says above a record that was withdrawn."""
    last = record.last_stage
    if last.stage != "withdrawn" or not isinstance(last.date, date):
        return None
    body = " ".join(one for one in (last.reason, "It is in no edition but this one.") if one)
    return Callout("attention", f"Withdrawn on {day(last.date)}", body)


def withdrawals(days: Sequence[date], what: str) -> Note | None:
    """Return lines for what was published and withdrawn: neither title nor content. `what` is such as “A briefing”."""
    return Note(stack(*(f"{what} was withdrawn on {day(one)}." for one in days))) if days else None


def actions(view: View, found: Sequence[ActionState]) -> News | None:
    """Return actions with owner, date and state, each linked to its place in its plan."""
    if not found:
        return None
    return News(
        [
            NewsItem(
                date=_when(one),
                text=one.text,
                target=f"action-plan/{one.plan}#{one.action}",
                note=view.name(one.owner) if one.owner else "",
                badge=states.action(one),
            )
            for one in found
        ]
    )


def _when(one: ActionState) -> str:
    if one.closed is None:
        return f"Due {day(one.due)}"
    return f"{'Withdrawn' if one.status == 'withdrawn' else 'Done'} {day(one.closed)}"


def departures(view: View, target: str) -> Callout | None:
    """Return where the record `type/id` is not as the framework asks, each with its recorded reason if there is one."""
    found = view.departures_by_record.get(target, ())
    if not found:
        return None
    said = [phrase(_sentence(one.message), f" Reason given: {one.reason}" if one.reason else "") for one in found]
    return Callout("attention", "Not as the framework asks", Points(said))


def _sentence(message: str) -> str:
    said = message[:1].upper() + message[1:]
    return said if said.endswith(".") else f"{said}."


def resulting_records(view: View, target: str, types: Sequence[str] = RESULTING_TYPES) -> Facts | None:
    """Return the visible records that refer to the record `type/id`: the plans, briefings and audits it led to."""
    type, _, id = target.partition("/")
    naming = view.links_to.get((type, id), ())
    found = {kind: [f"{other}/{name}" for other, name in naming if other == kind] for kind in types}
    pairs = [(view.type_name(kind), links(targets)) for kind, targets in found.items() if targets]
    return Facts(pairs) if pairs else None


def sources(found: Sequence[str]) -> Phrase:
    """Return the sources of a finding, and whether they are two or more (triangulation)."""
    if not found:
        return phrase(Badge("No source named", "attention"))
    badge = Badge("Triangulated", "good") if len(found) > 1 else Badge("One source only", "attention")
    return phrase(f"Shown by {listed([one.replace('-', ' ') for one in found])} ", badge)


def finding(
    view: View,
    target: str,
    statement: str,
    answered: Mapping[str, Sequence[ActionState]],
    *body: Any,
    kicker: str = "",
    kind: str = "",
    badge: Any = "",
) -> Finding:
    """Return a finding, recommendation or point of learning, written `type/id#item`, with the actions that answer it.

    Parts of `body` that are None or empty are left out.
    """
    said = [Paragraph(one) if isinstance(one, str | Phrase) else one for one in body if one not in (None, "")]
    shown = actions(view, answered.get(target, ()))
    return Finding(target.partition("#")[2], Prose(statement), kicker, kind, badge, said, shown)


def themes(view: View, found: Sequence[Theme], caption: str) -> Table:
    """Return a table of themes with the records that each is in. Reviews have a column of their own where at least half
    the themes also come up in audits or deep dives.
    """
    rows: list[tuple[str, int, list[Link], list[Link]]] = []
    for theme in found:
        reviews = [_where(view, place) for place in theme.places if place.startswith("sar/")]
        others = [_where(view, place) for place in theme.places if not place.startswith("sar/")]
        rows.append((sentence(theme.title), len(theme.places), reviews, others))
    columns = [Column("Theme"), Column("How often", number=True)]
    if 2 * sum(bool(others) for _, _, _, others in rows) >= len(rows):
        columns += [Column(view.type_plural("sar")), Column("Audits and deep dives")]
        cells = [(title, times, _joined(reviews), _joined(others)) for title, times, reviews, others in rows]
        return Table(caption, columns, cells, stack=True, hide_caption=True)
    columns.append(Column("Where it comes up"))
    every = [(title, times, _joined([*reviews, *others])) for title, times, reviews, others in rows]
    return Table(caption, columns, every, stack=True, hide_caption=True)


def _where(view: View, place: str) -> Link:
    type, _, id = place.partition("/")
    return Link(place, view.name(f"audit/{id}") if type == "findings-report" else view.name(place))


def _joined(pieces: Sequence[Link]) -> Phrase | None:
    parts: list[Any] = []
    for piece in pieces:
        parts += [", ", piece] if parts else [piece]
    return Phrase(tuple(parts)) if parts else None
