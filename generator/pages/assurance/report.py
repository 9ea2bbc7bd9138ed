"""Formal reports: the list by kind, and a page for each with its words, required contents, versions and dispatch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from generator.assurance.requirements.criteria import missing_contents
from generator.components import (
    Blocks,
    Callout,
    Column,
    Facts,
    Lead,
    Link,
    More,
    News,
    NewsItem,
    Paragraph,
    Passage,
    Phrase,
    Points,
    Table,
    phrase,
    states,
)
from generator.components.records import byline, choice, departures, withdrawals, withdrawn_notice
from generator.edition import View
from generator.model.lists import Content, ReportKind, find
from generator.model.report import Report, ReportVersion
from generator.page import Page
from generator.periods import Quarter, Year
from generator.wording import day, plural, sentence

_SHOWN = 4
"""How many periods of a kind of report are shown at once; the earlier ones are closed until the reader opens them."""
_PUBLIC = "What we have reported about our work to keep adults safe, year by year."
ByPeriod = Sequence[tuple[str, Sequence[Report]]]


def pages(view: View) -> Iterator[Page]:
    reports = sorted(
        view.all(Report), key=lambda one: (one.period, one.last_stage.date or date.min, one.id), reverse=True
    )
    if not (view.uses("report") or reports):
        return
    groups = [(kind.title, _by_period(reports, kind.id)) for kind in view.framework.report_kinds]
    yield Page(
        path="assurance/reports/index.md",
        template="assurance/reports.md.jinja",
        title="Reports",
        description="The partnership's formal reports: quarterly, annual and for setting priorities.",
        context={
            "lead": Lead(_PUBLIC if view.public else "The formal reports that the calendar asks for."),
            "groups": [{"title": title, "reports": _group(view, found)} for title, found in groups if found],
            "empty": f"No report {'has been published' if view.public else 'is recorded'} yet.",
            "withdrawn": withdrawals(view.taken_down("report"), "A report"),
        },
    )
    for one in reports:
        yield _page(view, one)


def period(text: str, year_starts: int) -> str:
    """Return a quarter or a year of the partnership in words, and any other text as it is."""
    try:
        return Quarter.parse(text, year_starts).label if "-q" in text else Year.parse(text, year_starts).label
    except ValueError:
        return text


def _by_period(reports: Sequence[Report], kind: str) -> ByPeriod:
    """The reports of one kind by period, the newest first: several where each agency reports."""
    grouped = groupby((one for one in reports if one.kind == kind), lambda one: one.period)
    return [(period, sorted(found, key=lambda one: (one.agency or "", one.id))) for period, found in grouped]


def _group(view: View, found: ByPeriod) -> Blocks:
    made: list[Any] = [_lines(view, found[:_SHOWN])]
    if found[_SHOWN:]:
        made.append(More("Earlier ones", _lines(view, found[_SHOWN:])))
    return Blocks(made)


def _lines(view: View, found: ByPeriod) -> News:
    items: list[NewsItem] = []
    for text, reports in found:
        called = period(text, view.partnership.year_starts)
        if reports[0].agency:
            items.append(NewsItem(called, plural(len(reports), "report"), note=_agencies(view, reports)))
        else:
            items += [_line(view, called, one) for one in reports]
    return News(items)


def _line(view: View, called: str, one: Report) -> NewsItem:
    also = f"Also in: {', '.join(version(view, each) for each in one.versions)}" if one.versions else ""
    badge = states.stage(one) if one.last_stage.stage not in ("", "published") else ""
    return NewsItem(called, one.title, f"report/{one.id}", badge, also)


def _agencies(view: View, reports: Sequence[Report]) -> Phrase:
    parts: list[Any] = []
    for one in reports:
        link = Link(f"report/{one.id}", view.name(f"agency/{one.agency}"))
        parts += [", ", link] if parts else [link]
    return Phrase(tuple(parts))


def version(view: View, one: ReportVersion) -> str:
    """Return the format of a version, and its language where it says one."""
    kind = choice(view, "report_formats", one.kind)
    return f"{kind} in {one.language}" if one.language else kind


def _page(view: View, one: Report) -> Page:
    kind = find(view.framework.report_kinds, one.kind) or ReportKind(title="Report")
    missing = missing_contents(kind, one)
    called = period(one.period, view.partnership.year_starts)
    by = phrase("By ", Link(f"agency/{one.agency}")) if one.agency else None
    return Page(
        path=f"assurance/reports/{one.id}.md",
        template="assurance/report.md.jinja",
        title=one.title,
        description=f"{kind.title}, {called}.",
        context={
            "withdrawn": withdrawn_notice(one),
            "byline": byline(one, called, by),
            "versions": _versions(view, one) if one.versions else None,
            "departures": departures(view, f"report/{one.id}"),
            "narrative": [
                {"title": sentence(section), "words": Passage(words)} for section, words in one.narrative.items()
            ],
            "contents": [_content(one, content) for content in kind.contents if content not in missing],
            "missing": _missing(kind, missing) if missing and not view.public else None,
            "received": _received(one) if one.dispatch or one.presented else None,
        },
        record=("report", one.id),
        searchable=not one.agency,
        kicker=kind.title,
    )


def _versions(view: View, one: Report) -> Facts:
    parts: list[Any] = []
    for each in one.versions:
        kind = choice(view, "report_formats", each.kind)
        link = Link(each.address, f"{kind} ({each.language})" if each.language else kind)
        parts += [", ", link] if parts else [link]
    return Facts([("This report in other formats", Phrase(tuple(parts)))])


def _content(one: Report, content: Content) -> dict[str, Any]:
    """One of the contents that the law asks of a report: its words, or an account by each agency."""
    if not content.by_agency:
        return {"title": content.title, "words": Passage(str(one.contents[content.id]))}
    said: list[Any] = []
    for member in one.members:
        said += [Paragraph(Link(f"agency/{member.agency}")), Passage(member.text)]
    return {"title": content.title, "words": Blocks(said)}


def _missing(kind: ReportKind, missing: Sequence[Content]) -> Callout:
    law = f" ({kind.law})" if kind.law else ""
    return Callout("attention", f"Not yet in the report{law}", Points([one.title for one in missing]))


def _received(one: Report) -> Table:
    rows: list[tuple[Any, Any]] = [(Link(f"meeting/{one.presented}"), "Presented")] if one.presented else []
    rows += [(each.to, day(each.date)) for each in one.dispatch]
    return Table("To whom the report went", [Column("To"), Column("When")], rows, hide_caption=True)
