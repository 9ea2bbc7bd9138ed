"""Themes of practice by name, and the reviews, findings reports and deep dives in which each comes up."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.deep_dive import DeepDive
from generator.model.findings_report import FindingsReport
from generator.model.sar import Sar
from generator.register import Register


@dataclass(frozen=True)
class Theme:
    """One theme; `places` are the records that name it, written `type/id`, without repeats."""

    name: str
    places: tuple[str, ...]

    @property
    def recurs(self) -> bool:
        return len(self.places) > 1


def themes(register: Register) -> tuple[Theme, ...]:
    """Return every theme that a record names, the most widespread first."""
    found: dict[str, dict[str, None]] = {}
    for review in register.all(Sar):
        for theme in review.themes:
            found.setdefault(theme, {})[f"sar/{review.id}"] = None
    for report in register.all(FindingsReport):
        for finding in report.findings:
            for theme in finding.themes:
                found.setdefault(theme, {})[f"findings-report/{report.id}"] = None
    for dive in register.all(DeepDive):
        for finding in dive.results.findings if dive.results else ():
            for theme in finding.themes:
                found.setdefault(theme, {})[f"deep-dive/{dive.id}"] = None
    return tuple(
        Theme(name, tuple(places)) for name, places in sorted(found.items(), key=lambda one: (-len(one[1]), one[0]))
    )
