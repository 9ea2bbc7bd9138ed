"""What is known of a KPI return: the measures that the agency owes for the quarter, and what it returned before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.assurance.figures.returned import ReturnedFigures, is_due
from generator.drafts.outline import OPEN, Commented, NotOwed
from generator.model.indicator import Indicator, Measure
from generator.periods import Quarter
from generator.register import Register
from generator.register.names import record_name
from generator.wording import the


def known(register: Register, parts: Mapping[str, str], day: date) -> dict[str, Any]:
    """Return a place for the count of each measure owed, broken down as its indicator says.

    Errors: NotOwed where no indicator asks the agency for figures of that quarter.
    """
    quarter = Quarter.read(parts["quarter"], register.partnership.year_starts)
    if quarter is None:
        return {}
    returned, values = ReturnedFigures(register), dict[str, Any]()
    for indicator in register.all(Indicator):
        if any(one.agency == parts["agency"] and is_due(register, one, quarter) for one in indicator.owed_by):
            for measure in indicator.measures:
                before = returned.count(parts["agency"], quarter.previous, measure.id).number
                values[measure.id] = _value(indicator, measure, before, quarter.previous)
    if not values:
        agency = the(record_name(register, "agency", parts["agency"]))
        raise NotOwed(f"no indicator asks {agency} for figures of {quarter.short_label}")
    return {"values": values}


def _value(indicator: Indicator, measure: Measure, before: object, quarter: Quarter) -> Commented:
    said = measure.title if not isinstance(before, int) else f"{measure.title}; {before:,} in {quarter.short_label}"
    by = {
        one.id: dict.fromkeys((category.id for category in one.categories), OPEN)
        for one in indicator.breakdowns
        if measure.id in one.of
    }
    return Commented({"count": OPEN, **({"by": by} if by else {})}, said)
