"""What is drawn: timelines, weeks, charts and matrices, each by its macro in `figures.html.jinja`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.charts import Chart
from generator.components.inline import Badge


@dataclass(frozen=True)
class Event:
    """A point of a timeline: what was planned, what happened, and a `word` for its state with its `kind`, as a Badge
    has.
    """

    title: Any
    kind: str = "neutral"
    word: str = ""
    planned: str = ""
    actual: str = ""
    note: Any = ""


@dataclass(frozen=True)
class Timeline:
    """What was planned and what happened, in order."""

    items: Sequence[Event]


@dataclass(frozen=True)
class WeekRow:
    """A milestone against its weeks: `plan` and `fact` are days (from, to) from the first day, the end excluded."""

    title: str
    planned: str
    actual: str
    word: str
    kind: str
    plan: tuple[int, int] | None
    fact: tuple[int, int] | None


@dataclass(frozen=True)
class Weeks:
    """A plan against its weeks: `starts` has the date on which each begins; `today` is days from the first one, or
    None.
    """

    caption: str
    rows: Sequence[WeekRow]
    starts: Sequence[str]
    today: int | None = None


@dataclass(frozen=True)
class Figure:
    """A chart with its sentence, its table and its data as CSV."""

    chart: Chart
    note: Any = ""


@dataclass(frozen=True)
class GridCell:
    """A state in a matrix: its word, its kind and, if it leads somewhere, its target."""

    word: str
    kind: str
    target: str = ""


@dataclass(frozen=True)
class Grid:
    """A matrix of states: `rows` and `columns` are texts or Links; `cells` holds a list for each row, None where
    nothing applies. `compact` shows shapes only. `key` explains each state; it is made from the cells unless given.
    """

    caption: str
    rows: Sequence[Any]
    columns: Sequence[Any]
    cells: Sequence[Sequence[GridCell | None]]
    key: Sequence[tuple[Badge, str]] = ()
    compact: bool = False
    corner: str = ""


@dataclass(frozen=True)
class MatrixCell:
    """A place of a risk matrix: its score, the kind of that score, and the risks that stand there."""

    score: int
    kind: str
    risks: Sequence[GridCell] = ()


@dataclass(frozen=True)
class Matrix:
    """Risks by likelihood, the rows, and impact, the columns; `cells` holds a list for each row, `key` explains each
    kind of score.
    """

    caption: str
    rows: Sequence[str]
    columns: Sequence[str]
    cells: Sequence[Sequence[MatrixCell]]
    key: Sequence[tuple[Badge, str]] = ()


@dataclass(frozen=True)
class Diagram:
    """A drawing of `generator.charts.diagram`, and the same in words."""

    title: str
    drawing: Markup
    text: Any
