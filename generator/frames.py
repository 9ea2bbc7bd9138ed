"""All figures, actions, audits and obligations of a partnership as tidy pandas DataFrames, for analysts.

`from generator import frames; data = frames.read(".", date(2026, 11, 20)); data.figures`
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas

from generator import edition, register, schema, tables
from generator.assurance.assessment import assess
from generator.assurance.figures.disclosure import Marker
from generator.edition import Edition, View
from generator.model.indicator import Indicator

_DAYS = ("quarter_starts", "quarter_ends", "set", "first_due", "due", "closed", "starts", "ends", "period_starts",
         "period_ends", "done")  # fmt: skip
_WHOLE = ("times_moved", "days_late", "asked", "returned", "missing", "strengths", "areas_for_development", "actions",
          "actions_open", "actions_overdue")  # fmt: skip
_TRUTHS = ("overdue", "on_time")
_NUMBERS = ("value", "numerator", "denominator")


@dataclass(frozen=True)
class Frames:
    """What one edition shows on one day, one observation in each row; `tables` lists the columns of each frame.

    Days are `datetime64[ns]`, whole numbers `Int64`, yes-or-no values `boolean`, numbers `Float64`, the rest `string`.
    A figure that may not be shown, or that nobody returned, has no value: `status` says why.
    """

    figures: pandas.DataFrame
    actions: pandas.DataFrame
    audits: pandas.DataFrame
    obligations: pandas.DataFrame


def read(root: Path | str, day: date, name: Edition = "working") -> Frames:
    """Return the frames of the records below `root` as they stood on `day`, as an edition may see them.

    `working` has everything, `partnership` what agencies see, and `public` only figures that may be published.
    Errors: ValueError where the records have faults.
    """
    root = Path(root)
    whole = register.read(root, schema.load(root / "schemas"))
    if whole.faults:
        raise ValueError(f"{len(whole.faults)} faults in the records; `qa check` names them")
    known = whole.at(day)
    return of(edition.view(name, day, known, assess(known, day)))


def of(view: View) -> Frames:
    """Return the frames of what an edition shows."""
    indicators = sorted(view.all(Indicator), key=lambda one: one.code)
    return Frames(
        figures=_frame((row for one in indicators for row in tables.figures(view, one)), tables.FIGURES),
        actions=_frame(tables.actions(view), tables.ACTIONS),
        audits=_frame(tables.audits(view) if not view.public else (), tables.AUDITS),
        obligations=_frame(tables.obligations(view), tables.OBLIGATIONS),
    )


def _frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> pandas.DataFrame:
    frame = pandas.DataFrame([{name: _plain(row[name]) for name in columns} for row in rows], columns=[*columns])
    return frame.astype({name: _dtype(name) for name in columns})


def _plain(value: Any) -> Any:
    """A value without its marker, which is not a number."""
    return None if isinstance(value, Marker) else value


def _dtype(name: str) -> str:
    kinds = (("datetime64[ns]", _DAYS), ("Int64", _WHOLE), ("boolean", _TRUTHS), ("Float64", _NUMBERS))
    return next((kind for kind, names in kinds if name in names), "string")
