"""The audit methodology: how an audit is done, and a page for each version with its weeks, agencies and sample."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.charts.diagram import Box, draw
from generator.edition import View
from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.page import Page


def pages(view: View) -> Iterator[Page]:
    versions = sorted(view.all(Methodology), key=lambda one: (one.applies_from or date.min, one.id), reverse=True)
    if not versions:
        return
    begun = [one for one in versions if one.applies_from is None or one.applies_from <= view.day]
    current = begun[0] if begun else versions[-1]
    audits = sorted(view.all(Audit), key=lambda one: (one.starts or view.day, one.id), reverse=True)
    used = {one.id: [audit for audit in audits if audit.methodology == one.id] for one in versions}
    yield Page(
        path="framework/methodology/index.md",
        template="framework/methodologies.md.jinja",
        title="Audit methodology",
        description="How agencies audit their work together, step by step, and every version of the methodology.",
        context={"current": current, "versions": versions, "used": used, "drawing": _drawing(current)},
        kicker="Framework",
    )
    for one in versions:
        yield Page(
            path=f"framework/methodology/{one.id}.md",
            template="framework/methodology.md.jinja",
            title=one.title,
            description=f"{one.title}: the week table, the agencies asked, the sample, the tool and the audit day.",
            context={"methodology": one, "audits": used[one.id]},
            record=("methodology", one.id),
            kicker="Audit methodology",
        )


def _drawing(methodology: Methodology) -> str | None:
    steps = [Box(one.id, one.title, "", one.next) for one in methodology.process]
    sentence = "The steps of an audit, from the choice of its theme to the action plan; the text follows."
    return draw("audit-process", "How an audit is done", sentence, steps) if steps else None
