"""Who took part in each audit: for every agency expected, whether and when it returned its tool, and why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.assurance.audits.windows import Window
from generator.assurance.membership import members
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.group import Term
from generator.model.methodology import Methodology
from generator.register import Register

RETURNS = "returns"
"""The role of the milestone by which completed audits are due."""
State = Literal["returned", "returned-late", "nil", "exempt", "awaited", "not-returned"]


@dataclass(frozen=True)
class Part:
    """One agency's part in one audit; `due` is the last day of the week in which returns are due."""

    audit: str
    agency: str
    state: State
    due: date | None
    received: date | None
    reason: str | None

    @property
    def on_time(self) -> bool | None:
        return None if self.received is None or self.due is None else self.received <= self.due


def participation(register: Register, windows: Mapping[str, Window], day: date) -> tuple[Part, ...]:
    """Return each expected agency's part in each audit that has a window, by audit (R13, R38).

    Empty where the partnership does not use audit returns.
    """
    if "audit-return" not in register.types:
        return ()
    returns = {one.id: one for one in register.all(AuditReturn)}
    return tuple(
        part(audit, agency, returns.get(f"{audit.id}/{agency}"), windows[audit.id], day)
        for audit in register.all(Audit)
        if audit.id in windows
        for agency in expected(register, audit, windows[audit.id], day)
    )


def expected(register: Register, audit: Audit, window: Window, day: date) -> tuple[str, ...]:
    """Return the agencies that an audit asks, those exempted included: its own list, or its methodology's.

    Of either, only the agencies in `belonging` are asked; one that returned its tool and then left stays.
    """
    terms: tuple[Term, ...] = ()
    asked = audit.agencies
    if methodology := None if asked else register.get(Methodology, audit.methodology):
        asked, terms = methodology.agencies, methodology.terms
    present = belonging(register, asked, terms, window, day)
    stay = [one for one in asked if one in present or returned(register, audit, one)]
    return tuple(dict.fromkeys((*stay, *(one.agency for one in audit.exemptions))))


def belonging(
    register: Register, agencies: Iterable[str], terms: Iterable[Term], window: Window, day: date = date.max
) -> tuple[str, ...]:
    """Return those of `agencies` that belong when the audit starts and when returns are due, or on `day` if that comes
    first.
    """
    agencies, terms, step = tuple(agencies), tuple(terms), window.of(RETURNS)
    until = max(window.starts, min(step.latest, day)) if step else window.starts
    first, last = (members(register, agencies, terms, one) for one in (window.starts, until))
    return tuple(one for one in first if one in last)


def returned(register: Register, audit: Audit, agency: str) -> bool:
    """Return whether an agency's completed tool came."""
    found = register.get(AuditReturn, f"{audit.id}/{agency}")
    return found is not None and found.received is not None


def part(audit: Audit, agency: str, found: AuditReturn | None, window: Window, day: date) -> Part:
    """Return one agency's part in one audit on `day`."""
    step = window.of(RETURNS)
    due = step.latest if step else None
    exemption = next((one for one in audit.exemptions if one.agency == agency), None)
    received = found.received if found else None
    reason = exemption.reason if exemption else found.late_reason if found else None
    state: State = "awaited"
    if received and found:
        late = due is not None and received > due
        state = "nil" if found.nil else "returned-late" if late else "returned"
    elif exemption:
        state = "exempt"
    elif due and day > due:
        state = "not-returned"
    return Part(audit.id, agency, state, due, received, reason)
