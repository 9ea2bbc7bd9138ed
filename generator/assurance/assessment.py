"""How the partnership stands on one day, worked out once from all records, before any edition leaves something out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.assurance.actions.status import ActionState, actions
from generator.assurance.audits.participation import Part, participation
from generator.assurance.audits.windows import Window, windows
from generator.assurance.figures.disclosure import Policy
from generator.assurance.figures.indicators import Figures, figures, published
from generator.assurance.obligations.duties import Duty, duties
from generator.assurance.obligations.notifications import Notifications, notifications
from generator.assurance.obligations.returns import Return, returns
from generator.model.indicator import Indicator
from generator.model.partnership import Disclosure
from generator.register import Register


@dataclass(frozen=True, eq=False)
class Assessment:
    """Audits' windows and participation, actions, KPI returns, duties and indicators' figures on `day`."""

    day: date
    register: Register
    windows: Mapping[str, Window] = field(default_factory=dict)
    participation: tuple[Part, ...] = ()
    actions: tuple[ActionState, ...] = ()
    returns: tuple[Return, ...] = ()
    duties: tuple[Duty, ...] = ()
    figures: Mapping[str, Figures] = field(default_factory=dict)
    notifications: Notifications | None = None

    def redacted(self, visible: Collection[tuple[str, str]]) -> Assessment:
        """Return it without windows, parts, actions and discharging records that are not `visible`."""
        return Assessment(
            self.day,
            self.register,
            {id: window for id, window in self.windows.items() if ("audit", id) in visible},
            tuple(part for part in self.participation if ("audit", part.audit) in visible),
            tuple(action for action in self.actions if ("action-plan", action.plan) in visible),
            self.returns,
            tuple(duty.redacted(visible) for duty in self.duties),
            self.figures,
            self.notifications,
        )

    def published(self, disclosure: Disclosure, visible: Collection[tuple[str, str]]) -> Assessment:
        """Return only what the public may see: the figures of visible indicators, by the disclosure rules."""
        policy = Policy(**vars(disclosure))
        indicators = {one.id: one for one in self.register.all(Indicator)}
        safe = {
            id: published(found, indicators[id], policy)
            for id, found in self.figures.items()
            if ("indicator", id) in visible
        }
        return Assessment(self.day, self.register, figures=safe)


def assess(register: Register, day: date, restricted: Register | None = None) -> Assessment:
    """Return how things stood on `day`; `register` holds only what was known then.

    `restricted` is the store of restricted records; only counts are taken from it.
    """
    spans = windows(register, day)
    parts = participation(register, spans, day)
    states = actions(register, day)
    found = figures(register, parts, states, day)
    counts = notifications(restricted, register, day) if restricted else None
    owed = returns(register, day), duties(register, day)
    return Assessment(day, register, spans, parts, states, *owed, found, counts)
