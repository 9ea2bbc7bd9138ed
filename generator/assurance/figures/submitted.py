"""Every figure as it was last given, by agency and quarter, with its place in the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.model.kpi_return import Figure, KpiReturn
from generator.problem import Place
from generator.register import Entry, Register
from generator.routes import Route


@dataclass(frozen=True)
class SubmittedFigure:
    """One figure with its place: the record, and the route to the figure in it.

    `split` is the place of its breakdown: an earlier figure's, where the same count was given again without one.
    """

    figure: Figure
    entry: Entry
    route: Route
    split: tuple[Entry, Route]

    def place(self, *steps: str | int, note: str = "") -> Place:
        """Return the place of something in the figure: `place("count")`."""
        entry, route = self.split if steps[:1] == ("by",) else (self.entry, self.route)
        return entry.place(*route, *steps, note=note)

    @property
    def field(self) -> str:
        """The figure as an exception names it: `values.concerns`, `restatements.1.values.concerns`."""
        return ".".join(str(step + 1) if isinstance(step, int) else step for step in self.route)


Sheet = Mapping[str, SubmittedFigure]
"""Figures by measure: of a return, of a restatement, or as last restated."""


def sheets_by_quarter(register: Register) -> Mapping[tuple[str, str], list[Sheet]]:
    """Return, by agency and quarter, the sheets of the return and of each restatement by date, then the present
    figures.

    The present figures are the last given of each measure. Keys are in order; quarters' ids sort in order of time.
    """
    returns: dict[tuple[str, str], Sheet] = {}
    again: dict[tuple[str, str], list[tuple[date, Sheet]]] = {}
    for entry, made in register.of(KpiReturn):
        returns[made.agency, made.quarter] = _sheet(entry, ("values",), made.values)
        for position, one in enumerate(made.restatements):
            if one.date:
                sheet = _sheet(entry, ("restatements", position, "values"), one.values)
                again.setdefault((made.agency, one.quarter), []).append((one.date, sheet))
    found: dict[tuple[str, str], list[Sheet]] = {}
    for key in sorted(returns.keys() | again.keys()):
        sheets = [sheet for _, sheet in sorted(again.get(key, ()), key=lambda one: one[0])]
        sheets = [returns[key], *sheets] if key in returns else sheets
        found[key] = [*sheets, _latest(sheets)] if len(sheets) > 1 else sheets
    return found


def histories(register: Register) -> Iterator[list[tuple[str, Sheet]]]:
    """Yield, for each agency, its quarters in order of time with their present figures."""
    by_agency: dict[str, list[tuple[str, Sheet]]] = {}
    for (agency, quarter), sheets in sheets_by_quarter(register).items():
        by_agency.setdefault(agency, []).append((quarter, sheets[-1]))
    yield from by_agency.values()


def _sheet(entry: Entry, route: Route, values: Mapping[str, Figure]) -> Sheet:
    return {id: SubmittedFigure(figure, entry, (*route, id), (entry, (*route, id))) for id, figure in values.items()}


def _latest(sheets: list[Sheet]) -> Sheet:
    found: dict[str, SubmittedFigure] = {}
    for sheet in sheets:
        for measure, one in sheet.items():
            former = found.get(measure)
            if former and former.figure.by and not one.figure.by and former.figure.count == one.figure.count:
                one = replace(one, figure=replace(one.figure, by=former.figure.by), split=former.split)
            found[measure] = one
    return found
