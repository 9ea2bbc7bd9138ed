"""An entry of the quality assurance calendar, and which record discharges it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class Due:
    """Days after the period ends."""

    days: int = 0
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Discharge:
    """Which records discharge it. Paths are dotted; `where` and `dated` in one list must hold for the same item."""

    type: str = ""
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    period: str = "dated"
    dated: str = ""
    agency: str = "agency"


@dataclass(frozen=True, kw_only=True)
class Obligation(Record):
    category: str = ""
    cadence: str = ""
    order: int = 1
    owed_by: str = ""
    group: str | None = None
    agencies: tuple[str, ...] = ()
    cycle_from: str | None = None
    due: Due | None = None
    discharged_by: Discharge = field(default_factory=Discharge)
    minimum: int = 1
    nil_return_accepted: bool = False
    requirements: tuple[str, ...] = ()
    note: str | None = None

    @property
    def each_agency(self) -> bool:
        """Whether each agency owes it on its own, rather than a group or role."""
        return self.owed_by == "each-agency"
