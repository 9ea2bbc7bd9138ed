"""What an agency learned: reports of what adults said to it, and the good practice, visits and reviews that name it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.components import Facts, Link, News, NewsItem, Points
from generator.model.voice import Voice
from generator.page import Reference
from generator.wording import short_day

_LEARNING = {
    "good-practice": "Good practice",
    "visit": "Front-line visits",
    "challenge": "Challenges",
    "inspection": "Inspections",
    "learning-review": "Learning reviews",
    "report": "Reports",
}
"""The records that an agency's page lists where they name it."""


def voices(voices: Sequence[Voice]) -> News:
    """Return the last reports of what adults said to an agency; `voices` are the newest first."""
    return News(
        [
            NewsItem(
                short_day(one.received),
                f"Adult voice report, Q{one.quarter[-1]} {one.quarter[:-3]}",
                f"voice/{one.id}",
                note=" ".join(one.learned) or one.heard,
            )
            for one in voices[:6]
        ]
    )


def records(linking: Iterable[Reference]) -> Facts | None:
    """Return what names an agency, by type, newest id first: four of each, and how many more there are."""
    pairs = []
    for type, title in _LEARNING.items():
        ids = sorted((id for kind, id in linking if kind == type), reverse=True)
        said: list[Any] = [Link(f"{type}/{id}") for id in ids[:4]]
        more = [f"and {len(ids) - 4} earlier"] if len(ids) > 4 else []
        if ids:
            pairs.append((title, Points([*said, *more])))
    return Facts(pairs) if pairs else None
