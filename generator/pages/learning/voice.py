"""Adult voice: what adults said and what changed, by agency and quarter, in audits too, and a page for each report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.assurance.learning.voices import Heard, heard, reporting
from generator.edition import View
from generator.model.agency import Agency
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.findings_report import FindingsReport
from generator.model.voice import Voice
from generator.page import Page
from generator.periods import Quarter

SHOWN = 6
"""How many quarters the matrix shows."""


def pages(view: View) -> Iterator[Page]:
    if view.public or not view.uses("voice"):
        return
    quarters = heard(view.register, view.day)
    agencies = reporting(view.register)
    yield Page(
        path="learning/voice/index.md",
        template="learning/voices.md.jinja",
        title="Adult voice",
        description="What adults said about being kept safe, what agencies learned from it, and what they changed.",
        context={
            "quarters": quarters,
            "latest": next((one for one in quarters if one.reports), None),
            "matrix": quarters[:SHOWN][::-1],
            "agencies": agencies,
            "cells": [[_cell(view, one, agency) for one in quarters[:SHOWN][::-1]] for agency in agencies],
            "audits": list(_audits(view)),
        },
    )
    for one in view.all(Voice):
        yield _page(view, one)


def _page(view: View, voice: Voice) -> Page:
    quarter = Quarter.parse(voice.quarter, view.partnership.year_starts)
    agency = view.get(Agency, voice.agency)
    name = agency.title if agency else voice.agency
    around = {str(quarter.previous): "The quarter before", str(quarter.next): "The quarter after"}
    return Page(
        path=f"learning/voice/{voice.id}.md",
        template="learning/voice.md.jinja",
        title=f"{name}, {quarter.label}",
        description=f"What {name} heard from adults in {quarter.label}, and what it changed.",
        context={
            "voice": voice,
            "around": [
                (f"voice/{voice.agency}/{one}", words)
                for one, words in around.items()
                if view.get(Voice, f"{voice.agency}/{one}")
            ],
        },
        record=("voice", voice.id),
        kicker="Adult voice",
    )


def _cell(view: View, quarter: Heard, agency: Agency) -> tuple[str, str, str | None]:
    """Word, kind of status and record of one agency in one quarter: no report is not a late one before its due date."""
    if agency.id in quarter.reports:
        return "Reported", "done", f"voice/{quarter.reports[agency.id].id}"
    return ("Awaited", "info", None) if view.day <= quarter.due else ("No report", "neutral", None)


def _audits(view: View) -> Iterator[dict[str, Any]]:
    """For each audit, newest first: how many returns sought the adult's voice, and what was said."""
    for audit in sorted(view.all(Audit), key=lambda one: (one.starts or view.day, one.id), reverse=True):
        returns = [one for one in view.all(AuditReturn) if one.audit == audit.id and one.voice]
        report = view.get(FindingsReport, audit.id)
        if returns or (report and report.voice):
            yield {
                "audit": audit,
                "returns": len(returns),
                "sought": sum(1 for one in returns if one.voice and one.voice.sought),
                "not_sought": _reasons(returns),
                "said": report.voice if report else None,
            }


def _reasons(returns: Sequence[AuditReturn]) -> list[tuple[str, str]]:
    """The agencies that did not seek the adult's voice in an audit, each with its reason."""
    return [(one.agency, one.voice.reason or "") for one in returns if one.voice and not one.voice.sought]
