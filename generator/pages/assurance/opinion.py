"""Assurance opinions: the newest on each theme beside the earlier ones, and a page for each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.edition import View
from generator.model.opinion import Opinion
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    opinions = sorted(view.all(Opinion), key=lambda one: (one.date or date.min, one.id), reverse=True)
    if not (view.uses("opinion") or opinions):
        return
    themes: dict[str, list[Opinion]] = {}
    for one in opinions:
        themes.setdefault(one.theme.casefold(), []).append(one)
    yield Page(
        path="assurance/opinions/index.md",
        template="assurance/opinions.md.jinja",
        title="Opinions",
        description="How sure the partnership can be that arrangements work, theme by theme, in somebody's judgement.",
        context={
            "themes": list(themes.values()),
            "withdrawn": view.taken_down("opinion"),
        },
    )
    for one in opinions:
        yield Page(
            path=f"assurance/opinions/{one.id}.md",
            template="assurance/opinion.md.jinja",
            title=one.title,
            description=f"Assurance opinion on {one.theme}: {one.level}.",
            context={"opinion": one, "others": [other for other in themes[one.theme.casefold()] if other != one]},
            record=("opinion", one.id),
            kicker="Assurance opinion",
        )
