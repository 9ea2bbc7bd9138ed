"""How something is done, step by step: a drawing of boxes and arrows, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.charts.diagram import Box, draw
from generator.components import Diagram, Phrase, Points, Strong, phrase
from generator.model.framework import ProcessStep


def process(id: str, title: str, sentence: str, steps: Sequence[ProcessStep]) -> Diagram | None:
    """Return the steps as a drawing, `id` its name on the page and `sentence` what it shows; None without steps."""
    if not steps:
        return None
    boxes = [Box(one.id, one.title, "", one.next) for one in steps]
    return Diagram(title, draw(id, title, sentence, boxes), Points(list(texts(steps)), numbered=True))


def texts(steps: Sequence[ProcessStep]) -> Iterator[Phrase]:
    """Yield each step in words, with the steps it leads to unless that is just the next one."""
    titles = {one.id: one.title for one in steps}
    for place, one in enumerate(steps):
        following = [id for id in one.next if id in titles]
        expected = [step.id for step in steps[place + 1 : place + 2]]
        leads = f" Leads to: {'; '.join(titles[id] for id in following)}."
        soft = Phrase((leads,), soft=True) if following and following != expected else None
        yield phrase(Strong(f"{one.title}."), f" {one.text}", soft)
