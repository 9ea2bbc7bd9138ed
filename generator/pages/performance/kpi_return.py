"""A page for each quarter's KPI returns: what each agency returned and when, what is missing, and what it said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.assurance.obligations.returns import Return
from generator.components import (
    Badge,
    Byline,
    Column,
    Lead,
    More,
    Paragraph,
    Passage,
    Table,
    links,
    phrase,
    states,
)
from generator.edition import View
from generator.model.kpi_return import Figure, KpiReturn
from generator.page import Page
from generator.pages.performance.definition import measure_titles
from generator.pages.performance.returns import address, quarters
from generator.periods import Quarter, short_label_of
from generator.wording import day, number, plural, sentence, the

_ABSENT = {"not-available": "not available", "not-applicable": "not applicable", "withheld": "withheld by the agency"}


def pages(view: View) -> Iterator[Page]:
    titles = measure_titles(view)
    for quarter in quarters(view):
        owed = {one.agency: one for one in view.assessment.returns if one.quarter == quarter}
        made = {one.agency: one for one in view.all(KpiReturn) if one.quarter == str(quarter)}
        yield _page(view, quarter, owed, made, titles)


def _page(
    view: View,
    quarter: Quarter,
    owed: Mapping[str, Return],
    made: Mapping[str, KpiReturn],
    titles: Mapping[str, str],
) -> Page:
    asked = sorted({*made, *owed})
    return Page(
        path=address(quarter),
        template="performance/kpi-return.md.jinja",
        title=f"Returns for {quarter.label}",
        description=f"What each agency returned for {quarter.label}: figures, what they lack, and what agencies said.",
        context={
            "lead": lead(len(made), len(asked)),
            "agencies": [_agency(view, id, owed.get(id), made.get(id), titles) for id in asked],
        },
        shows=tuple(("kpi-return", f"{one.id}#{one.agency}") for one in made.values()),
        kicker="KPI returns",
        searchable=False,
    )


def lead(returned: int, asked: int) -> Lead:
    """Return how many of the agencies asked returned figures."""
    return Lead(f"{returned or 'None'} of {plural(asked, 'agency', 'agencies')} returned figures for this quarter.")


def _agency(
    view: View, id: str, owed: Return | None, made: KpiReturn | None, titles: Mapping[str, str]
) -> dict[str, Any]:
    missing = owed.missing if owed else ()
    name = view.name(f"agency/{id}")
    return {
        "title": name,
        "anchor": id,
        "byline": byline(owed, made),
        "missing": Paragraph(phrase("Neither given nor explained: ", _indicators(missing), ".")) if missing else None,
        "nothing": not_received(owed) if made is None else "",
        "narrative": Passage(made.narrative) if made and made.narrative else None,
        "adult_voice": Passage(made.adult_voice) if made and made.adult_voice else None,
        "figures": _figures(made, name, titles) if made else None,
        "restated": _restated(view, made, titles) if made and made.restatements else None,
    }


def _indicators(ids: Sequence[str]) -> Any:
    return links(f"indicator/{id}" for id in ids)


def byline(owed: Return | None, made: KpiReturn | None) -> Byline | None:
    """Return how a return stands against its due date, whether it is confirmed, and the roles behind it."""
    said: list[Any] = []
    if owed:
        said += [states.RETURNS[owed.state], f"Due {day(owed.due)}"]
    if made:
        said += [f"Received {day(made.received)}"] if made.received else []
        said.append(f"Confirmed {day(made.confirmed)}" if made.confirmed else Badge("Provisional", "draft"))
        said += [f"Sent by {the(made.sender_role)}"] if made.sender_role else []
        said += [f"Signed off by {the(made.signed_off_by)}"] if made.signed_off_by else []
    return Byline(said) if said else None


def not_received(owed: Return | None) -> str:
    """Return that no return was received, or not yet where it is not due."""
    return "Nothing has been received." if owed and owed.state == "outstanding" else "Not yet received."


def _figures(made: KpiReturn, agency: str, titles: Mapping[str, str]) -> More:
    rows = [
        (titles.get(measure, measure), count(figure), figure.reason or ("estimated" if figure.estimated else None))
        for measure, figure in made.values.items()
    ]
    columns = [Column("What is counted"), Column("How many", number=True), Column("Note")]
    table = Table(f"Figures returned by {agency}", columns, rows, hide_caption=True)
    return More(plural(len(rows), "figure"), table)


def count(figure: Figure) -> str:
    """Return a figure's count, or why there is none."""
    return number(figure.count) if figure.count is not None else _ABSENT.get(figure.absent or "", "")


def _restated(view: View, made: KpiReturn, titles: Mapping[str, str]) -> More:
    starts = view.partnership.year_starts
    rows = [
        (
            titles.get(measure, measure),
            short_label_of(again.quarter, starts),
            count(figure),
            f"{sentence(again.kind)}{f': {again.reason}' if again.reason else ''}",
            day(again.date),
        )
        for again in made.restatements
        for measure, figure in again.values.items()
    ]
    columns = [Column("What is counted"), Column("Quarter"), Column("Now", number=True), Column("Why")]
    table = Table("Figures restated", [*columns, Column("Received")], rows, hide_caption=True)
    return More(f"{plural(len(rows), 'figure')} of earlier quarters, restated", table)
