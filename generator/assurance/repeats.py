"""Themes of findings that recur: which audits found them, as a strength or as an area for development."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.findings_report import FindingsReport

STRENGTH, AREA = "strength", "area-for-development"


@dataclass(frozen=True)
class Theme:
    """One theme and, for each audit that found it, as what: `strength`, `area-for-development` or both."""

    title: str
    audits: Mapping[str, frozenset[str]]

    @property
    def areas(self) -> int:
        """In how many audits it was an area for development."""
        return sum(AREA in kinds for kinds in self.audits.values())


def recurring(reports: Iterable[FindingsReport], least: int = 2) -> tuple[Theme, ...]:
    """Return the themes that at least `least` audits found, the most often an area for development first."""
    found: dict[str, dict[str, set[str]]] = {}
    for report in reports:
        for finding in report.findings:
            for theme in finding.themes:
                found.setdefault(theme, {}).setdefault(report.audit, set()).add(finding.kind)
    themes = [
        Theme(title, {audit: frozenset(kinds) for audit, kinds in audits.items()})
        for title, audits in found.items()
        if len(audits) >= least
    ]
    return tuple(sorted(themes, key=lambda theme: (-theme.areas, -len(theme.audits), theme.title)))
