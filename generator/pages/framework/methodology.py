"""One version of the audit methodology: its weeks, the agencies asked, the sample, the tool and the audit day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.components import Column, Facts, Link, Paragraph, Points, Table, phrase
from generator.model.audit import Audit
from generator.model.methodology import Event, Methodology, Milestone
from generator.page import Page
from generator.pages.framework.section import Section, section
from generator.wording import day, listed, plural, the


def page(methodology: Methodology, audits: Sequence[Audit]) -> Page:
    """Return the page of a version; `audits` are those that used it."""
    return Page(
        path=f"framework/methodology/{methodology.id}.md",
        template="framework/methodology.md.jinja",
        title=methodology.title,
        description=f"{methodology.title}: the week table, the agencies asked, the sample, the tool and the audit day.",
        context={
            "facts": facts(methodology),
            "sections": list(_sections(methodology, audits)),
        },
        record=("methodology", methodology.id),
        kicker="Audit methodology",
    )


def facts(methodology: Methodology) -> Facts:
    """Return what a version asks, in figures; what it does not ask is left out."""
    event, shared = methodology.event, methodology.share_days_before
    pairs: Sequence[tuple[str, Any]] = (
        ("Length", plural(methodology.window_weeks, "week")),
        ("In force from", day(methodology.applies_from)),
        ("Agencies asked", len(methodology.agencies)),
        ("Questions in a tool, at most", methodology.max_questions),
        ("Audits shared before the audit day", plural(shared, "day") if shared else None),
        ("Audit day led by", listed(event.led_by) if event else None),
    )
    return Facts([(name, value) for name, value in pairs if value])


def _sections(methodology: Methodology, audits: Sequence[Audit]) -> Iterator[Section]:
    """What a version says, heading by heading."""
    if methodology.milestones:
        yield section("Week by week", "weeks", _weeks(methodology.milestones))
    if methodology.agencies:
        yield section("Agencies asked", "agencies", Points([Link(f"agency/{one}") for one in methodology.agencies]))
    if methodology.dimensions:
        yield section("The sample", "sample", sample([one.title for one in methodology.dimensions]))
    if methodology.tool_must_ask:
        asked = Points([one.words or one.title for one in methodology.tool_must_ask])
        yield section("What every tool asks", "tool", Paragraph("Every audit tool asks at least about:"), asked)
    if methodology.event:
        yield section("The audit day", "event", methodology.event.words, _event(methodology.event))
    if methodology.information_pack:
        pack = methodology.information_pack
        contents = Points(list(pack.contains)) if pack.contains else None
        yield section("The information pack", "information-pack", pack.words, contents)
    if methodology.sections:
        parts = [section(one.title, f"section-{one.id}", one.text) for one in methodology.sections]
        yield section("In full", "in-full", parts=parts)
    if audits:
        yield section("Audits that used it", "audits", Points([_audit(one) for one in audits]))


def _weeks(milestones: Sequence[Milestone]) -> Table:
    columns = [Column("Milestone"), Column("When", narrow=True), Column("In the framework’s words"), Column("Who")]
    rows = [(one.title, week(one), one.words if one.words != one.title else None, one.who) for one in milestones]
    return Table("What happens in which week", columns, rows, stack=True)


def week(one: Milestone) -> str:
    """Return when a milestone is due: `Before week 1`, `Week 3`, `Weeks 4 to 8`."""
    if one.before_start:
        return f"Before week {one.week}"
    several = one.last_week is not None and one.last_week != one.week
    return f"Weeks {one.week} to {one.last_week}" if several else f"Week {one.week}"


def sample(dimensions: Sequence[str]) -> Paragraph:
    """Return what the cases of a sample range over, and what is recorded of that."""
    ranged = listed([one.lower() for one in dimensions])
    return Paragraph(
        f"The cases selected cover a range of {ranged}. Only that a range was covered is recorded: nothing about any "
        "one case is."
    )


def _event(event: Event) -> Points | None:
    """How the audit day is held."""
    held: Mapping[str, Any] = {
        "Held in person wherever possible": event.in_person,
        "Time set aside for good practice": event.good_practice_time,
        f"Led by {the(listed(event.led_by))}": event.led_by,
    }
    points = [said for said, so in held.items() if so]
    return Points(points) if points else None


def _audit(one: Audit) -> Any:
    return phrase(Link(f"audit/{one.id}"), f", started {day(one.starts)}" if one.starts else "")
