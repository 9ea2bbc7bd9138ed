"""Which principles, sources, values and types of information the records give evidence of, as tables of counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from generator.assurance.requirements.evidence import Evidence, records
from generator.components import Badge, Grid, GridCell
from generator.model.framework import Framework
from generator.periods import Quarter, Year

Pairs = Mapping[tuple[str, str], tuple[str, ...]]
"""The records that give evidence of a principle from a source, by the ids of both."""


class _Titled(Protocol):
    """Anything with an id and a title, such as an item of one of the framework's lists."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...


def principles(framework: Framework, caption: str, found: Pairs) -> Grid:
    """Return how many records give evidence of each principle, a row each, from each source, a column each."""
    return _grid(
        caption,
        framework.principles,
        [(one.title, one.id) for one in framework.sources],
        lambda principle, source: len(found.get((principle, source), ())),
        counted="that give evidence of the principle from the source",
        missing="no record does",
        corner="Principle",
    )


def sources(framework: Framework, found: Iterable[Evidence], shown: Sequence[Quarter]) -> Grid:
    """Return how many records draw upon each source, quarter by quarter."""
    every = list(found)
    return _grid(
        "Records that draw upon each source",
        framework.sources,
        [(f"Q{one.number} {one.in_year}", one) for one in shown],
        lambda source, quarter: len(records(one for one in every if one.day in quarter and source in one.sources)),
        counted="that draw upon the source",
        missing="no record does",
        corner="Source",
    )


def values(framework: Framework, found: Iterable[Evidence], years: Sequence[Year]) -> Grid:
    """Return how many records give evidence of each value, year by year."""
    return _by_year("Evidence of each value, by year", framework.values, "values", found, years)


def information(framework: Framework, found: Iterable[Evidence], years: Sequence[Year]) -> Grid:
    """Return how many records give each type of information, year by year."""
    return _by_year("Each type of information, by year", framework.information, "information", found, years)


def _by_year(
    caption: str, items: Sequence[_Titled], kind: str, found: Iterable[Evidence], years: Sequence[Year]
) -> Grid:
    every = list(found)
    return _grid(
        caption,
        items,
        [(str(one), one) for one in years],
        lambda id, year: len(records(one for one in every if one.day in year and id in one.on(kind))),
        counted="that give evidence of it",
        missing="no record does",
    )


def _grid(
    caption: str,
    items: Sequence[_Titled],
    columns: Sequence[tuple[str, Any]],
    count: Callable[[str, Any], int],
    *,
    counted: str,
    missing: str,
    corner: str = "",
) -> Grid:
    return Grid(
        caption,
        [one.title for one in items],
        [title for title, _ in columns],
        [[_cell(count(one.id, key)) for _, key in columns] for one in items],
        key=((Badge("Number of records", "good"), counted), (Badge("None", "attention"), missing)),
        corner=corner,
    )


def _cell(count: int) -> GridCell:
    return GridCell(f"{count:,}", "good") if count else GridCell("None", "attention")
