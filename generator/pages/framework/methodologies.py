"""The audit methodology: how an audit is done, and every version of the methodology."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.components import Button, Buttons, Column, Lead, Link, Note, Table
from generator.edition import View
from generator.model.audit import Audit
from generator.model.methodology import Methodology
from generator.model.record import in_force, oldest_first
from generator.page import Page
from generator.pages.framework import methodology
from generator.pages.framework.process import process
from generator.wording import day, plural


def pages(view: View) -> Iterator[Page]:
    versions = oldest_first(view.all(Methodology))[::-1]
    if not versions:
        return
    current = in_force(versions, view.day) or versions[0]
    audits = sorted(view.all(Audit), key=lambda one: (one.starts or view.day, one.id), reverse=True)
    used = {one.id: [audit for audit in audits if audit.methodology == one.id] for one in versions}
    sentence = "The steps of an audit, and which leads to which; the text follows."
    yield Page(
        path="framework/methodology/index.md",
        template="framework/methodologies.md.jinja",
        title="Audit methodology",
        description="How agencies audit their work together, step by step, and every version of the methodology.",
        context={
            "lead": Lead(
                "Agencies look at the same cases, each from its own side, and then meet to agree what they learned. An "
                f"audit takes {plural(current.window_weeks, 'week')}."
            ),
            "buttons": Buttons([Button(f"Read {current.title}", f"methodology/{current.id}")]),
            "process": process("audit-process", "The steps of an audit", sentence, current.process),
            "process_note": Note(current.process_note) if current.process_note else None,
            "versions": _versions(versions, current, {} if view.public else used),
        },
        kicker="Framework",
    )
    for one in versions:
        yield methodology.page(one, used[one.id])


def _versions(versions: Sequence[Methodology], current: Methodology, used: Mapping[str, Sequence[Audit]]) -> Table:
    """Every version; an empty column is left out."""
    columns: list[tuple[Column, list[Any]]] = [(Column("Version"), [Link(f"methodology/{one.id}") for one in versions])]
    if any(one.applies_from for one in versions):
        columns.append((Column("In force from"), [day(one.applies_from) for one in versions]))
    columns.append((Column("Weeks", number=True), [one.window_weeks for one in versions]))
    if current.agencies:
        columns.append((Column("Agencies asked", number=True), [len(one.agencies) for one in versions]))
    if used:
        columns.append((Column("Audits that used it", number=True), [len(used[one.id]) for one in versions]))
    headings = [heading for heading, _ in columns]
    rows = list(zip(*(cells for _, cells in columns), strict=True))
    return Table("Every version of the methodology, newest first", headings, rows)
