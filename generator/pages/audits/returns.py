"""Audit returns: which agency returned in which audit, year by year, and what is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assurance.audits.standing import AuditStanding
from generator.edition import View
from generator.page import Page
from generator.periods import Year


def pages(view: View) -> Iterator[Page]:
    audits = [one for one in view.audits if one.parts and one.audit.starts]
    if not audits:
        return
    years: dict[Year, list[AuditStanding]] = {}
    for one in audits[::-1]:
        years.setdefault(Year.of(one.audit.starts or view.day, view.partnership.year_starts), []).append(one)
    parts = [part for one in audits for part in one.parts]
    running = {one.audit.id for one in audits if one.state in ("running", "overrun")}
    waiting = [part for part in parts if part.audit in running and part.state in ("awaited", "not-returned")]
    yield Page(
        path="audits/returns.md",
        template="audits/audit-returns.md.jinja",
        title="Audit returns",
        description="Which agency returned its completed audits, in which audit, and when.",
        context={
            "audits": {one.audit.id: one.audit for one in audits},
            "years": sorted(years.items(), reverse=True),
            "agencies": {id: [part for part in parts if part.agency == id] for id in sorted({p.agency for p in parts})},
            "missed": [part for one in audits if one.state == "finished" for part in one.missing],
            "waiting": sorted(waiting, key=lambda part: (part.due or date.max, part.audit, part.agency)),
        },
    )
