"""What nobody has examined: the principles and priorities that no record of the last twelve months is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from generator.assurance.requirements.evidence import evidence, known_on, pairs
from generator.components import Link, Paragraph, Points, Strong, phrase
from generator.edition import View
from generator.model.framework import Passage, Principle
from generator.model.priority import Priority
from generator.periods import TWELVE_MONTHS
from generator.wording import inside, listed, with_article

_EXAMINING_TYPES = ("audit", "deep-dive", "survey", "peer-review", "opinion")
"""The types of record that examine a priority of the plan."""


def unexamined(view: View) -> Points | None:
    """Return each principle with the sources that have no evidence of it, and each priority not examined; None
    where there are none.
    """
    points = [
        phrase(Strong(principle), f", from {listed(sources)}") for principle, sources in _sources_missing(view).items()
    ]
    points += [
        phrase(
            "The priority ",
            Link(f"priority/{one.id}", one.title),
            f": no {_alternatives(map(inside, _examining(view)))}",
        )
        for one in _priorities_missing(view)
    ]
    return Points(points) if points else None


def examined(view: View) -> Paragraph:
    """Return the sentence for a year in which everything was examined, with the types of record that did."""
    said = "In the last twelve months every principle was looked at through every source"
    if not (view.all(Priority) and _examining(view)):
        return Paragraph(f"{said}.")
    return Paragraph(f"{said}, and every priority by {_alternatives(map(with_article, _examining(view)))}.")


def _examining(view: View) -> Sequence[str]:
    """The names of the types in use that examine priorities."""
    return [view.type_name(type) for type in _EXAMINING_TYPES if view.uses(type)]


def _alternatives(items: Iterable[str]) -> str:
    *first, last = items
    return f"{', '.join(first)} or {last}" if first else last


def _sources_missing(view: View) -> Mapping[str, list[str]]:
    """For each principle, the sources from which no record of the last twelve months has evidence of it."""
    late = (one for one in evidence(view.register) if one.day >= view.day - TWELVE_MONTHS)
    seen = pairs(late, "principles", "sources")
    found: dict[str, list[str]] = {}
    each: Iterator[tuple[Principle, Passage]] = product(view.framework.principles, view.framework.sources)
    for principle, source in each:
        if (principle.id, source.id) not in seen:
            found.setdefault(principle.title, []).append(source.title.lower())
    return found


def _priorities_missing(view: View) -> Sequence[Priority]:
    """The priorities not examined in the last twelve months; empty where no type in use examines priorities."""
    return [one for one in view.all(Priority) if _examining(view) and not _is_examined(view, one.id)]


def _is_examined(view: View, priority: str) -> bool:
    return any(
        day >= view.day - TWELVE_MONTHS
        for type, id in view.links_to.get(("priority", priority), ())
        if type in _EXAMINING_TYPES
        and (day := known_on(view.register.schemas[type], view.register.entries[type][id].value))
    )
