"""What an indicator counts, out of what and in which unit, and the sections that indicators stand in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.edition import View
from generator.model.indicator import Indicator
from generator.wording.units import unit

_KINDS = {
    "returned": "What agencies return",
    "derived": "Figures of other indicators",
    "from-records": "Records kept here",
}


def indicators(view: View) -> list[Indicator]:
    """Return every visible indicator, in the order of their codes."""
    return sorted(view.all(Indicator), key=lambda one: one.code)


def measure_titles(view: View) -> Mapping[str, str]:
    """Return what each measure is called, by its id."""
    return {measure.id: measure.title for one in view.all(Indicator) for measure in one.measures}


def counted(indicator: Indicator, titles: Mapping[str, str]) -> str:
    """Return the measures that are counted, added up."""
    return _sum(indicator.numerator, titles)


def out_of(indicator: Indicator, titles: Mapping[str, str]) -> str:
    """Return the measures that the count is out of, added up; nothing for a plain count."""
    return _sum(indicator.denominator, titles)


def facts(indicator: Indicator, titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what is counted, out of what, the unit, which way is better and where the figure comes from."""
    pairs = [
        ("Counted", counted(indicator, titles)),
        ("Out of", out_of(indicator, titles)),
        ("Unit", unit(indicator)),
        ("Better", better(indicator)),
        ("Comes from", _KINDS.get(indicator.kind, indicator.kind)),
    ]
    return [(name, said) for name, said in pairs if said]


def better(indicator: Indicator) -> str:
    """Return which way a figure is better."""
    return {"up": "Higher", "down": "Lower"}.get(indicator.better, "Neither higher nor lower: no target is set")


def sections(indicators: Iterable[Indicator]) -> list[tuple[str, list[Indicator]]]:
    """Return each section's title with its indicators, in the order of their first; those without one come last."""
    found: dict[str, list[Indicator]] = {}
    for one in indicators:
        found.setdefault(one.section, []).append(one)
    otherwise = "Other indicators" if len(found) > 1 else "All indicators"
    return [(name or otherwise, found[name]) for name in sorted(found, key=lambda name: not name)]


def _sum(measures: Sequence[str], titles: Mapping[str, str]) -> str:
    return " + ".join(titles.get(one, one) for one in measures)
