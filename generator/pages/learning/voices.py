"""The index of adult voice: what changed because adults said so, who reported when, and how audits heard adults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.assurance.learning.voices import VoiceQuarter, by_quarter, reporting
from generator.components import (
    Blocks,
    Cards,
    Column,
    Grid,
    GridCell,
    Lead,
    Link,
    More,
    News,
    NewsItem,
    Passage,
    Phrase,
    Quote,
    Stat,
    Table,
    phrase,
    stack,
)
from generator.components.records import choice
from generator.edition import View
from generator.model.agency import Agency
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.findings_report import FindingsReport
from generator.page import Page
from generator.wording import listed, number, plural

QUARTERS, ROWS, AUDITS = 6, 8, 5
"""How many quarters the matrix shows, how many rows the table has, and how many audits stand outside “earlier”."""
_LEAD = (
    "What adults, their families and advocates said, what agencies learned from it, and what they changed. Complaints "
    "and compliments are read for what they say about safety."
)
_NOTE = (
    "A dash means that no agency gave the number. Totals rise and fall with the number of reports: compare them only "
    "where as many agencies reported. An agency may report complaints of every kind here, so an indicator "
    "about complaints may count fewer."
)


@dataclass(frozen=True)
class _VoiceSought:
    """How an audit heard adults: how many returns sought their voice, which did not and why, and what was said."""

    audit: Audit
    returns: int
    sought: int
    not_sought: tuple[tuple[str, str], ...]
    said: str | None


def pages(view: View) -> Iterator[Page]:
    if view.public or not view.uses("voice"):
        return
    quarters, agencies = by_quarter(view.register, view.day), reporting(view.register, view.day)
    latest = next((one for one in quarters if one.reports), None)
    agencies = tuple(one for one in agencies if any(one.id in quarter.asked for quarter in quarters[:QUARTERS]))
    matrix = bool(quarters and agencies)
    yield Page(
        path="learning/voice/index.md",
        template="learning/voices.md.jinja",
        title="Adult voice",
        description="What adults said about being kept safe, what agencies learned from it, and what they changed.",
        context={
            "lead": Lead(_LEAD),
            "stats": stats(latest, len(latest.asked)) if latest else None,
            "changes": _changes(view, latest) if latest else None,
            "quotes": _quotes(view, latest) if latest else [],
            "matrix": _matrix(view, quarters[:QUARTERS][::-1], agencies) if matrix else None,
            "complaints": _complaints(quarters[:ROWS]) if matrix else None,
            "about": about(latest) if matrix and latest and latest.themes else None,
            "audits": _audits(list(_sought(view))),
        },
    )


def stats(latest: VoiceQuarter, agencies: int) -> Cards:
    """Return how many agencies reported in the latest quarter, and how many complaints and compliments they had."""
    upheld = f"{number(latest.upheld)} upheld" if latest.upheld is not None else ""
    return Cards(
        [
            Stat(f"{len(latest.reports)} of {agencies}", "agencies reported", latest.quarter.label),
            Stat(_known(latest.complaints), "complaints", upheld),
            Stat(_known(latest.safeguarding), "led to a safeguarding concern"),
            Stat(_known(latest.compliments), "compliments"),
        ],
        "small",
    )


def _known(count: int | None) -> str:
    return number(count, nothing="Not known")


def _changes(view: View, latest: VoiceQuarter) -> News:
    items = []
    for id, one in latest.reports.items():
        after = f", after hearing: {one.heard}" if one.heard and len(one.changed) == 1 else ""
        note = f"{view.name(f'agency/{id}')}{after}"
        items += [NewsItem(latest.quarter.label, text, f"voice/{one.id}", note=note) for text in one.changed]
    return News(items, f"No change was reported in {latest.quarter.label}.")


def _quotes(view: View, latest: VoiceQuarter) -> list[Quote]:
    return [
        Quote(quote.text, f"{choice(view, 'voices', quote.speaker)}, {view.name(f'agency/{id}')}")
        for id, one in latest.reports.items()
        for quote in one.quotes
    ]


def _matrix(view: View, quarters: Sequence[VoiceQuarter], agencies: Sequence[Agency]) -> Grid:
    return Grid(
        "Reports by agency and quarter",
        [Link(f"agency/{one.id}", one.title) for one in agencies],
        [one.quarter.label for one in quarters],
        [[_cell(view, one, agency) for one in quarters] for agency in agencies],
        compact=True,
        corner="Agency",
    )


def _cell(view: View, quarter: VoiceQuarter, agency: Agency) -> GridCell | None:
    """Whether an agency reported in a quarter; until the due date a missing report is awaited. None if none was asked
    for.
    """
    if agency.id not in quarter.asked:
        return None
    if agency.id in quarter.reports:
        return GridCell("Reported", "done", f"voice/{quarter.reports[agency.id].id}")
    return GridCell("Awaited", "info") if view.day <= quarter.due else GridCell("No report", "neutral")


def _complaints(quarters: Sequence[VoiceQuarter]) -> Table:
    numbers = ("Reports", "Complaints", "Upheld", "Led to a concern", "Compliments")
    rows = [
        (
            one.quarter.label,
            *map(number, (len(one.reports), one.complaints, one.upheld, one.safeguarding, one.compliments)),
        )
        for one in quarters
    ]
    columns = [Column("Quarter"), *(Column(title, number=True) for title in numbers)]
    caption = "Complaints and compliments in each quarter, all reports together"
    return Table(caption, columns, rows, stack=True, note=_NOTE)


def about(latest: VoiceQuarter) -> str:
    """Return what complaints of the latest quarter were about."""
    return f"In {latest.quarter.label} complaints were about {listed([theme for theme, *_ in latest.themes])}."


def _sought(view: View) -> Iterator[_VoiceSought]:
    """Every audit with anything recorded about the adult's voice, the newest first."""
    for audit in sorted(view.all(Audit), key=lambda one: (one.starts or view.day, one.id), reverse=True):
        voices = [(one.agency, one.voice) for one in view.all(AuditReturn) if one.audit == audit.id and one.voice]
        report = view.get(FindingsReport, audit.id)
        said = report.voice if report else None
        if voices or said:
            missing = tuple((agency, voice.reason or "") for agency, voice in voices if not voice.sought)
            yield _VoiceSought(audit, len(voices), len(voices) - len(missing), missing, said)


def _audits(found: Sequence[_VoiceSought]) -> Blocks | None:
    if not found:
        return None
    made: list[Any] = [_table(found[:AUDITS], "The adult’s voice in the newest audits")]
    if found[AUDITS:]:
        made.append(More("Earlier audits", _table(found[AUDITS:], "The adult’s voice in earlier audits")))
    return Blocks(made)


def _table(found: Sequence[_VoiceSought], caption: str) -> Table:
    rows = [
        (
            Link(f"audit/{one.audit.id}", one.audit.title),
            _in(one) if one.returns else None,
            Passage(one.said) if one.said else None,
        )
        for one in found
    ]
    columns = [Column("Audit"), Column("Sought in"), Column("What adults said")]
    return Table(caption, columns, rows, hide_caption=True, stack=True)


def _in(one: _VoiceSought) -> Any:
    """In how many returns the adult's voice was sought, and by whom it was not."""
    missing = [
        Phrase((phrase("Not by ", Link(f"agency/{id}"), f": {reason}" if reason else None),), soft=True)
        for id, reason in one.not_sought
    ]
    return stack(f"{one.sought} of {plural(one.returns, 'return')}", *missing)
