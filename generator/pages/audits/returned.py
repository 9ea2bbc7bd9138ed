"""What agencies returned to an audit: who, in time or not, how each heard the adult, and what it wrote of equality."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.assurance.audits.standing import AuditStanding
from generator.components import (
    Badge,
    Blocks,
    Byline,
    Callout,
    Column,
    Facts,
    Link,
    More,
    Passage,
    Prose,
    Table,
    phrase,
    states,
)
from generator.components.records import choice
from generator.edition import View
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.findings_report import FindingsReport
from generator.wording import day, listed, short_day

_SOUGHT = {True: Badge("Sought", "good"), False: Badge("Not sought", "attention")}


def returns_table(one: AuditStanding, returns: Sequence[AuditReturn]) -> Table:
    """Return each agency that was asked: how its return stands, when it came, of how many cases, and why not."""
    replies = {reply.agency: reply for reply in returns}
    exempted = {exemption.agency: exemption.agreed for exemption in one.audit.exemptions if exemption.agreed}
    rows = []
    for part in one.parts:
        reply = replies.get(part.agency)
        why = part.reason or (reply.nil.reason if reply and reply.nil else "")
        agreed = (" Agreed at ", Link(f"meeting/{exempted[part.agency]}"), ".") if part.agency in exempted else ()
        rows.append(
            (
                Link(f"agency/{part.agency}"),
                states.AUDIT_PARTS[part.state],
                short_day(part.received),
                reply.cases_audited if reply else None,
                phrase(why, *agreed) if why or agreed else None,
                Link(f"audit-return/{one.audit.id}/{part.agency}", "Read") if part.received else None,
            )
        )
    due = one.parts[0].due
    columns = [Column("Agency"), Column("How it stands"), Column("Received", narrow=True)]
    more = [Column("Cases", number=True), Column("Reason"), Column("Return", narrow=True)]
    caption = f"Completed audits, due by {day(due)}" if due else "Completed audits"
    return Table(caption, [*columns, *more], rows, stack=True)


def voice(view: View, audit: Audit, report: FindingsReport | None, returns: Sequence[AuditReturn]) -> Blocks | None:
    """Return how the audit heard the adult, what its report says of it, and how each agency heard the adult."""
    replies = [reply for reply in returns if reply.voice]
    if not (audit.voice or (report and report.voice) or replies):
        return None
    made: list[Any] = []
    if audit.voice and audit.voice.sought:
        made.append(Byline([_SOUGHT[True]]))
        made += [Passage(audit.voice.how)] if audit.voice.how else []
    elif audit.voice:
        reason = audit.voice.reason or "No reason is recorded."
        made.append(Callout("attention", "Not sought in this audit", reason))
    if report and report.voice:
        made.append(Passage(report.voice))
    rows = [_heard(view, reply) for reply in replies if not reply.nil]
    if rows:
        columns = [Column("Agency"), Column("Views"), Column("Heard from"), Column("How, or why not")]
        made.append(Table("How each agency heard the adult", columns, rows, stack=True))
    return Blocks(made)


def _heard(view: View, reply: AuditReturn) -> tuple[Any, ...]:
    said = reply.voice
    assert said
    heard_from = listed([choice(view, "voices", one) for one in said.heard_from])
    how = Prose(said.how) if said.how else said.reason
    return Link(f"agency/{reply.agency}"), _SOUGHT[said.sought], heard_from or None, how


def equality(view: View, audit: Audit, report: FindingsReport | None, returns: Sequence[AuditReturn]) -> Blocks | None:
    """Return what the audit, its report and each agency wrote of equality, diversity and inclusion."""
    made: list[Any] = [Passage(said) for said in (audit.equality, report.equality if report else None) if said]
    pairs = [(view.name(f"agency/{one.agency}"), Prose(one.equality)) for one in returns if one.equality]
    if pairs:
        made.append(More("What each agency wrote about equality", Facts(pairs)))
    return Blocks(made) if made else None
