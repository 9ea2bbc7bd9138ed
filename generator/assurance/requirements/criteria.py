"""Requirements judged by elapsed time or missing records: for each, a function of the basis."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from generator.assurance.membership import belongs
from generator.assurance.obligations.returns import Return
from generator.assurance.requirements.judgement import Basis, Judgement, combined, each, weigh
from generator.model.audit import Audit
from generator.model.framework import Framework
from generator.model.indicator import Indicator
from generator.model.lists import Content, ReportKind, find, title
from generator.model.methodology import Methodology
from generator.model.partnership import Target
from generator.model.peer_review import PeerReview
from generator.model.programme import Programme
from generator.model.qa_statement import QaStatement
from generator.model.report import Report
from generator.model.self_evaluation import SelfEvaluation
from generator.model.voice import Voice
from generator.periods import TWELVE_MONTHS, Year
from generator.wording import day, inside, listed, plural, the

OUTCOMES = "outcomes"
"""The role of the principle that people are asked what they want."""
NO_REPORT = "No report with required contents is asked for."
AUDIT_DAY, NOTICE = "audit-day", "notice"
"""The roles of two milestones."""


def _each_has_evidence(kind: str, word: str, words: str) -> Callable[[Basis], Judgement]:
    """A criterion: each of the framework's principles, values or sources has evidence in the last twelve months."""

    def judged(basis: Basis) -> Judgement:
        passages = getattr(basis.register.framework, kind)
        shown = {id for one in basis.evidence for id in one.on(kind)}
        missing = [one.title for one in passages if one.id not in shown]
        met = f"{each(len(passages), word, words).capitalize()} has evidence in the last twelve months."
        unmet = f"No record of the last twelve months gives evidence of: {', '.join(missing)}."
        return weigh(len(passages), missing, met, unmet, f"The framework names no {word}.")

    return judged


def outcomes_in_figures(basis: Basis) -> Judgement:
    """Judge R03 by the indicators of outcomes that bear on the principle of asking people what they want."""
    wanted = {one.id for one in basis.register.framework.principles if one.role == OUTCOMES}
    asked = {
        one.id for one in basis.register.all(Indicator) if "outcome" in one.information and wanted & set(one.principles)
    }
    due = [one for one in _due(basis) if asked & set(one.owed)]
    short = [f"agency/{one.agency}" for one in due if one.state == "outstanding" or asked & set(one.missing)]
    met = "Figures on desired outcomes came with every return of the last twelve months."
    unmet = (
        f"Figures on desired outcomes are missing from {len(short)} of {plural(len(due), 'return')} of the last year."
    )
    return weigh(len(due), short, met, unmet, "No figures on desired outcomes fell due.")


def returns_in_time(basis: Basis) -> Judgement:
    """Judge whether the KPI returns of the last year came in time."""
    due = _due(basis)
    missing = [f"agency/{one.agency}" for one in due if one.state == "outstanding"]
    late = [f"agency/{one.agency}" for one in due if one.state == "received-late"]
    met = f"In time: {each(len(due), 'return')} of the last twelve months."
    unmet = f"Of {plural(len(due), 'return')} due in the last twelve months, {len(missing)} did not come"
    unmet += f" and {len(late)} came late."
    return weigh(len(due), [*missing, *late], met, unmet, "No return fell due in the last twelve months.")


def _due(basis: Basis) -> list[Return]:
    return [one for one in basis.assessment.returns if one.due < basis.day and basis.recent(one.due)]


def framework_reviewed(basis: Basis) -> Judgement:
    """Judge R06: once a business plan has ended, the framework is reviewed."""
    plan = basis.register.partnership.business_plan
    if plan is None or plan.ends is None:
        return Judgement("nothing-due", "No business plan is recorded.")
    if plan.ends >= basis.day:
        return Judgement("nothing-due", f"{the(plan.title, first=True)} runs until {day(plan.ends)}.")
    ended = f"{the(plan.title, first=True)} ended on {day(plan.ends)}"
    reviews = [one.date for each in basis.register.all(Framework) for one in each.reviews if one.date]
    after = [day for day in reviews if day >= plan.ends]
    if after:
        return Judgement("met", f"{ended}; the framework was reviewed on {day(min(after))}.")
    return Judgement("not-met", f"{ended}, and no review of the framework has followed.")


def attendance(basis: Basis) -> Judgement:
    """Judge R12 by the agencies absent from the last two meetings at which their attendance is recorded.

    An agency that has left is none of them.
    """
    came: dict[str, list[bool]] = {}
    for meeting in basis.meetings:
        for one in meeting.minutes.attendance if meeting.minutes else ():
            if belongs(basis.register, one.agency, basis.day):
                came.setdefault(one.agency, []).append(one.present)
    absent = [f"agency/{agency}" for agency, there in came.items() if len(there) > 1 and not any(there[-2:])]
    unmet = f"Absent from the last two meetings: {len(absent)} of {plural(len(came), 'agency', 'agencies')}."
    met = "No agency was absent from the last two meetings."
    return weigh(len(came), absent, met, unmet, "No attendance is recorded.")


def audits_joined(basis: Basis) -> Judgement:
    """Judge whether every agency asked took part in the audits of the last year."""
    audits = {one.id for one in basis.audits}
    parts = [one for one in basis.assessment.participation if one.audit in audits and one.state != "awaited"]
    short = [f"agency/{one.agency}" for one in parts if one.state == "not-returned"]
    met = f"Every agency asked took part or is exempt, in {each(len(audits), 'audit')} of the last twelve months."
    unmet = f"{len(short)} of {plural(len(parts), 'audit return')} due in the last twelve months did not come."
    return weigh(len(parts), short, met, unmet, "No audit return fell due in the last twelve months.")


def memorandum(basis: Basis) -> Judgement:
    """Judge whether every member agency has signed the memorandum of understanding."""
    short = [f"agency/{one.id}" for one in basis.members if not one.mou]
    unmet = f"Not signed by {len(short)} of {plural(len(basis.members), 'agency', 'agencies')}."
    return weigh(len(basis.members), short, "Every member agency has signed.", unmet, "There is no member agency.")


def _reported_on(what: str, said: Callable[[Voice], object]) -> Callable[[Basis], Judgement]:
    """A criterion: each member wrote of `what` in an adult voice report of the last twelve months."""

    def judged(basis: Basis) -> Judgement:
        if basis.tracked("voice") is None:
            return Judgement("nothing-due", "No reports of adults' voice are kept.")
        wrote = {one.agency for one in basis.register.all(Voice) if basis.recent(one.received) and said(one)}
        short = [f"agency/{one.id}" for one in basis.members if one.id not in wrote]
        met = f"Every member agency wrote of {what} in the last twelve months."
        unmet = f"In the last twelve months {len(short)} of {plural(len(basis.members), 'agency', 'agencies')}"
        unmet += f" wrote nothing of {what}."
        return weigh(len(basis.members), short, met, unmet, "There is no member agency.")

    return judged


def statements(basis: Basis) -> Judgement:
    """Judge R21: at most 24 months since each agency's last statement; none owed in the first 24 months of tracking."""
    tracked = basis.tracked("qa-statement")
    if tracked is None:
        return Judgement("nothing-due", "No QA Statements are kept.")
    limit = basis.day - 2 * TWELVE_MONTHS
    last: dict[str, date] = {}
    for one in basis.register.all(QaStatement):
        if one.received:
            last[one.agency] = max(one.received, last.get(one.agency, one.received))
    asked = [one.id for one in basis.members if one.id in last or tracked < limit]
    short = [f"agency/{id}" for id in asked if last.get(id, tracked) < limit]
    unmet = (
        f"Missing or over 24 months old: the statement of {len(short)} of {plural(len(asked), 'agency', 'agencies')}."
    )
    nothing = "No statement is 24 months old yet."
    return weigh(len(asked), short, "Every agency's last statement is at most 24 months old.", unmet, nothing)


def self_evaluation(basis: Basis) -> Judgement:
    """Judge R22: the authors of the latest self-evaluation include all evaluators."""
    latest = max(basis.register.all(SelfEvaluation), key=lambda one: one.year, default=None)
    if latest is None:
        kept = basis.tracked("self-evaluation") is not None
        return Judgement("not-met" if kept else "nothing-due", "No strategic self-evaluation has been made.")
    link = (f"self-evaluation/{latest.id}",)
    made = f"The self-evaluation of {latest.year} was made by"
    evaluators = basis.register.framework.evaluators
    authors = listed(f"the {title(evaluators, one)}" for one in latest.authors)
    if {one.id for one in evaluators} <= set(latest.authors):
        return Judgement("met", f"{made} {authors}.", link)
    return Judgement("attention", f"{made} {authors} alone.", link)


def audits_in_year(basis: Basis) -> Judgement:
    """Judge R24 by the audits of each kind held in the last whole year, against the partnership's number."""
    partnership = basis.register.partnership
    tracked = basis.tracked("audit")
    year = Year.of(basis.day, partnership.year_starts).previous
    targets = [one for one in partnership.targets if one.each_year]
    if not targets or tracked is None or tracked > year.start:
        return Judgement("nothing-due", "No whole year of audits is recorded.")
    return combined([_held(basis, one, year) for one in targets])


def _held(basis: Basis, target: Target, year: Year) -> Judgement:
    """How many audits of one kind were held in a year, against its target."""
    kind = find(basis.register.framework.audit_kinds, target.kind)
    days = [basis.milestone_day(one, AUDIT_DAY) for one in basis.register.all(Audit) if one.kind == target.kind]
    held = sum(day is not None and day in year for day in days)
    many = inside(kind.several if kind and target.each_year > 1 else title((kind,) if kind else (), target.kind))
    said = f"Of {target.each_year:,} {many} aimed for in {year}, {held:,} took place"
    if held >= target.each_year:
        return Judgement("met", f"{said}.")
    programme = basis.register.get(Programme, str(year))
    link = (f"programme/{year}",) if programme else ()
    if programme and programme.shortfall:
        return Judgement("attention", f"{said}; the reason is recorded.", link)
    return Judgement("not-met", f"{said}, and no reason is recorded.", link)


def peer_review(basis: Basis) -> Judgement:
    """Judge R29: at most 36 months since the last; none is owed in the first 36 months of tracking."""
    tracked = basis.tracked("peer-review")
    held = [(one.held, one.id) for one in basis.register.all(PeerReview) if one.held]
    limit = basis.day - 3 * TWELVE_MONTHS
    if held:
        last, id = max(held)
        said = f"The last peer review was held on {day(last)}."
        return Judgement("met" if last >= limit else "not-met", said, (f"peer-review/{id}",))
    overdue = tracked is not None and tracked < limit
    return Judgement("not-met" if overdue else "nothing-due", "No peer review is recorded.")


def annual_report(basis: Basis) -> Judgement:
    """Judge R31 by each kind of report that has required contents: one with all of them within a year of the year's
    end.
    """
    kinds = [one for one in basis.register.framework.report_kinds if one.contents]
    return combined([_reported(basis, one) for one in kinds]) if kinds else Judgement("nothing-due", NO_REPORT)


def _reported(basis: Basis, kind: ReportKind) -> Judgement:
    tracked = basis.tracked("report")
    year = Year.of(basis.day, basis.register.partnership.year_starts).previous.previous
    found = {one.period: one for one in basis.register.all(Report) if one.kind == kind.id and _agreed(one)}
    latest = max(found.values(), key=lambda one: one.period, default=None)
    if (tracked and tracked <= year.start) and str(year) not in found:
        return Judgement("not-met", f"The {kind.title} of {year} is not published.")
    if latest is None:
        return Judgement("nothing-due", f"No {kind.title} has fallen due.")
    link = (f"report/{latest.id}",)
    required = f"what {kind.law} asks for" if kind.law else "its required contents"
    if missing_contents(kind, latest):
        return Judgement("attention", f"The {kind.title} of {latest.period} lacks some of {required}.", link)
    return Judgement("met", f"The {kind.title} of {latest.period} has all of {required}.", link)


def missing_contents(kind: ReportKind, report: Report) -> tuple[Content, ...]:
    """Return what a report of the kind must contain and this one does not."""
    return tuple(one for one in kind.contents if not (report.members if one.by_agency else report.contents.get(one.id)))


def notice_recorded(basis: Basis) -> Judgement:
    """Judge R47 by whether notice of each audit that has started is on record."""
    asked = [one for one in basis.audits if basis.assessment.windows[one.id].of(NOTICE)]
    short = [f"audit/{one.id}" for one in asked if not basis.milestone_day(one, NOTICE)]
    met = f"Notice is recorded of {each(len(asked), 'audit')} of the last twelve months."
    unmet = f"No notice is recorded of {len(short)} of {plural(len(asked), 'audit')} of the last twelve months."
    return weigh(len(asked), short, met, unmet, "No audit asked for notice in the last twelve months.")


def pack_recorded(basis: Basis) -> Judgement:
    """Judge R46 by whether the information pack of each audit is on record, once its week is past."""
    asked = [one for one in basis.audits if _pack_due(basis, one)]
    short = [f"audit/{one.id}" for one in asked if not one.information_pack]
    met = f"An information pack came with {each(len(asked), 'audit')} of the last twelve months."
    unmet = (
        f"No information pack is recorded for {len(short)} of {plural(len(asked), 'audit')} of the last twelve months."
    )
    return weigh(len(asked), short, met, unmet, "No information pack has fallen due in the last twelve months.")


def _pack_due(basis: Basis, audit: Audit) -> bool:
    methodology = basis.register.get(Methodology, audit.methodology)
    pack = methodology.information_pack if methodology else None
    return bool(pack and audit.starts and basis.day >= audit.starts + timedelta(weeks=pack.week))


def _agreed(report: Report) -> bool:
    return report.last_stage.stage in ("agreed", "published")


CRITERIA: Mapping[str, Callable[[Basis], Judgement]] = {
    "R01": _each_has_evidence("principles", "principle", "principles"),
    "R03": outcomes_in_figures,
    "R05": _reported_on("complaints or compliments", lambda one: one.complaints or one.compliments),
    "R06": framework_reviewed,
    "R08": _each_has_evidence("values", "value", "values"),
    "R11": returns_in_time,
    "R12": attendance,
    "R13": audits_joined,
    "R15": memorandum,
    "R17": _each_has_evidence("sources", "source", "sources"),
    "R19": _reported_on("adults' experience", lambda one: one.heard or one.heard_from),
    "R20": _reported_on("how complaints and compliments are monitored", lambda one: one.monitoring),
    "R21": statements,
    "R22": self_evaluation,
    "R24": audits_in_year,
    "R29": peer_review,
    "R31": annual_report,
    "R46": pack_recorded,
    "R47": notice_recorded,
}
"""The criterion of each requirement, judged beside its obligations and the rules that uphold it."""
