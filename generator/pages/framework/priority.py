"""The priorities of the business plan: what set each, the audits and learning that serve it, its indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from generator.components import Byline, Callout, Column, Entries, Lead, Link, Note, Points, Table
from generator.edition import View
from generator.model.audit import Audit
from generator.model.indicator import Indicator
from generator.model.partnership import BusinessPlan
from generator.model.priority import Priority
from generator.page import Page, Reference
from generator.pages.framework.section import Section, section
from generator.wording import day, inside, listed
from generator.wording.units import written


def pages(view: View) -> Iterator[Page]:
    priorities = sorted(view.all(Priority), key=lambda one: (one.plan, one.order, one.id))
    if not priorities:
        return
    plans = [(plan, list(found)) for plan, found in groupby(priorities, lambda one: one.plan)]
    yield Page(
        path="framework/priorities.md",
        template="framework/priorities.md.jinja",
        title="Priorities",
        description="What the business plan puts first, what was learned that set it, and the work that serves it.",
        context={
            "lead": Lead("What the partnership has put first, why, and the work that serves it."),
            "ended": None if view.public else ended(view.partnership.business_plan, view.day),
            "plans": [
                {
                    "title": plan if len(plans) > 1 else "",
                    "priorities": [_priority(view, one) for one in found],
                }
                for plan, found in plans
            ],
        },
        shows=tuple(("priority", f"{one.id}#{one.id}") for one in priorities),
        kicker="Framework",
    )


def ended(plan: BusinessPlan | None, today: date) -> Callout | None:
    """Return that the plan has ended and what holds until a new one is agreed; None while it runs."""
    if plan is None or plan.ends is None or plan.ends >= today:
        return None
    since = f"{plan.title} ended on {day(plan.ends)}."
    said = f"{since} Until a new one is agreed, its priorities still guide what is audited."
    return Callout("attention", "The plan these come from has ended", said)


def _priority(view: View, one: Priority) -> Section:
    note = Note(one.note) if one.note else None
    return section(one.title, one.id, one.text, byline(view, one), note, parts=_parts(view, one))


def byline(view: View, one: Priority) -> Byline:
    """Return the plan of a priority, when it applies, and its principles."""
    titles = {each.id: each.title for each in view.framework.principles}
    applies = f"{day(one.starts)} to {day(one.ends)}" if one.starts and one.ends else ""
    principles = listed(inside(titles.get(id, id)) for id in one.principles)
    return Byline([said for said in (one.plan, applies, f"Principles: {principles}" if principles else "") if said])


def _parts(view: View, one: Priority) -> Iterator[Section]:
    """What set a priority, what serves it, and how its indicators stand."""
    if one.learning or one.learned_from:
        learned = Points([Link(each) for each in one.learned_from]) if one.learned_from else None
        yield section("What set it", f"{one.id}-set-by", one.learning, learned)
    by_type = served(one, view.links_to.get(("priority", one.id), ()), view.all(Audit))
    if by_type or not view.public:
        yield section("What serves it", f"{one.id}-served-by", _served(view, one, by_type))
    figures = list(_figures(view, one))
    if figures:
        columns = [Column("Indicator"), Column("Latest", number=True), Column("Quarter"), Column("Target", number=True)]
        table = Table(f"Figures for {one.title}", columns, figures, stack=True, hide_caption=True)
        yield section("How it is going", f"{one.id}-figures", table)


def served(one: Priority, linking: Iterable[Reference], audits: Iterable[Audit]) -> Mapping[str, Sequence[Reference]]:
    """Return the records that name a priority, by type; audits newest first."""
    found: dict[str, Sequence[Reference]] = {
        type: list(each) for type, each in groupby(sorted(linking), lambda each: each[0])
    }
    if "audit" in found:
        named = [each for each in audits if one.id in each.priorities]
        newest = sorted(named, key=lambda each: (each.starts or date.max, each.id), reverse=True)
        found["audit"] = [("audit", each.id) for each in newest]
    return found


def _served(view: View, one: Priority, by_type: Mapping[str, Sequence[Reference]]) -> Table:
    rows = [
        (view.type_name(type), Entries([Link(f"{kind}/{id}") for kind, id in each])) for type, each in by_type.items()
    ]
    empty = "No audit or review names this priority yet."
    columns = [Column("Kind"), Column("Records")]
    return Table(f"Records that serve {one.title}", columns, rows, empty=empty, stack=True, hide_caption=True)


def _figures(view: View, one: Priority) -> Iterator[tuple[Link, str, str, str]]:
    """For each indicator of a priority: a link, the latest figure, its quarter and the target, as people write them."""
    for indicator in filter(None, (view.get(Indicator, id) for id in one.indicators)):
        figures = view.assessment.figures.get(indicator.id)
        latest = figures.whole.latest if figures and figures.whole else None
        yield (
            Link(f"indicator/{indicator.id}"),
            written(latest.value, indicator) if latest else "",
            latest.quarter.label if latest else "",
            written(indicator.target.value, indicator) if indicator.target else "",
        )
