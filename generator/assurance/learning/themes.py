"""Themes of practice, and the reviews, findings reports and deep dives in which each comes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.deep_dive import DeepDive
from generator.model.findings_report import FindingsReport
from generator.model.sar import Sar
from generator.register import Register

AREA = "area-for-development"
_REPORT = "findings-report/"


@dataclass(frozen=True)
class Theme:
    """One theme; `places` are the records that name it, written `type/id`, each with the kinds of finding it names.

    A kind is `strength` or `area-for-development`; a review names none.
    """

    title: str
    places: Mapping[str, frozenset[str]]

    @property
    def recurs(self) -> bool:
        return len(self.places) > 1

    @property
    def audits(self) -> Mapping[str, frozenset[str]]:
        """The audits whose findings reports name it, by id, each with the kinds of finding."""
        return {place.removeprefix(_REPORT): kinds for place, kinds in self.places.items() if place.startswith(_REPORT)}

    @property
    def areas(self) -> int:
        """In how many audits it was an area for development."""
        return sum(AREA in kinds for kinds in self.audits.values())


def themes(register: Register) -> tuple[Theme, ...]:
    """Return every theme that a record names, the most widespread first."""
    reviews = [(theme, f"sar/{one.id}", "") for one in register.all(Sar) for theme in one.themes]
    dives = [
        (theme, f"deep-dive/{one.id}", finding.kind)
        for one in register.all(DeepDive)
        for finding in (one.results.findings if one.results else ())
        for theme in finding.themes
    ]
    found = _gathered([*reviews, *_found(register.all(FindingsReport)), *dives])
    return tuple(sorted(found, key=lambda theme: (-len(theme.places), theme.title)))


def recurring(reports: Iterable[FindingsReport]) -> tuple[Theme, ...]:
    """Return the themes that two audits or more found, the most often an area for development first."""
    found = [theme for theme in _gathered(_found(reports)) if theme.recurs]
    return tuple(sorted(found, key=lambda theme: (-theme.areas, -len(theme.places), theme.title)))


def _found(reports: Iterable[FindingsReport]) -> Iterator[tuple[str, str, str]]:
    for report in reports:
        for finding in report.findings:
            yield from ((theme, f"{_REPORT}{report.id}", finding.kind) for theme in finding.themes)


def _gathered(named: Iterable[tuple[str, str, str]]) -> Iterator[Theme]:
    """Themes, gathered from triples of theme, record, and kind of finding or nothing."""
    themes: dict[str, dict[str, set[str]]] = {}
    for theme, place, kind in named:
        themes.setdefault(theme, {}).setdefault(place, set()).update([kind] if kind else [])
    for theme, places in themes.items():
        yield Theme(theme, {place: frozenset(kinds) for place, kinds in places.items()})
