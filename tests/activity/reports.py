"""Reports of a period: each quarter's two, each agency's own, and the three of each year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from activity.audits import AGENCIES
from activity.calendar import AS_OF, all_quarters, between, meetings, working_day
from generator.periods import Quarter

NAMES = {
    "adult-social-care": "Adult Social Care",
    "nhs-gm-stockport": "NHS Greater Manchester, Stockport locality",
    "stockport-nhs-ft": "Stockport NHS FT",
    "pennine-care": "Pennine Care",
    "prevention-alliance": "The Prevention Alliance",
    "nw-ambulance": "North West Ambulance Service",
    "gm-police": "Greater Manchester Police",
    "age-uk-stockport": "Age UK Stockport",
    "probation-service": "Probation Service",
    "stockport-homes": "Stockport Homes Group",
}
SIGNED = {
    "adult-social-care": "Head of Safeguarding",
    "nhs-gm-stockport": "Associate Director of Nursing",
    "stockport-nhs-ft": "Deputy Chief Nurse",
    "pennine-care": "Head of Safeguarding",
    "prevention-alliance": "Service Manager",
    "nw-ambulance": "Head of Safeguarding",
    "gm-police": "Detective Inspector for adults at risk",
    "age-uk-stockport": "Chief Executive",
    "probation-service": "Head of the delivery unit",
    "stockport-homes": "Head of Housing Support",
}
QUARTERLY = {
    "audit-learning": ("Audit learning and action plan progress", ("learning", "action-plans", "good-practice")),
    "performance-information": ("Performance information report", ("summary", "adult-voice")),
}
SENT_TO = (
    "Chief executive of the council",
    "Leader of the council",
    "Chief Constable",
    "Healthwatch",
    "Health and wellbeing board",
)
MANAGER = {"role": "SSAP Business Manager"}


def drafts(words: Mapping[str, Any], single: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each report's id and values; `single` holds each agency's own, quarter by quarter."""
    for place, quarter in enumerate(all_quarters()):
        for kind in QUARTERLY:
            yield f"{kind}-{quarter}", _quarterly(kind, quarter, words["quarters"][str(quarter)])
        for agency in AGENCIES:
            if told := single[agency][place]:
                yield f"single-agency-{agency}-{quarter}", _single(agency, quarter, told)
    for year, told in words["overviews"].items():
        yield f"audit-overview-{year}", _yearly("Audit activity and learning overview", "audit-overview", year, told)
    for year, told in words["summaries"].items():
        title = "Learning from agencies' own audits"
        yield f"learning-summaries-{year}", _yearly(title, "learning-summaries", year, told)
    for year, told in words["annual"].items():
        yield f"annual-report-{year}", _annual(year, told)


def _quarterly(kind: str, quarter: Quarter, told: Mapping[str, str]) -> dict[str, Any]:
    title, sections = QUARTERLY[kind]
    next_meeting = next(day for day in meetings("qap") if day > quarter.end + timedelta(days=36))
    draft = working_day(quarter.end + timedelta(days=37))
    stages: list[dict[str, Any]] = [{"stage": "draft", "date": draft.isoformat()}]
    if next_meeting > quarter.end + timedelta(days=75):
        agreed = working_day(quarter.end + timedelta(days=58))
        stages.append({"stage": "agreed", "date": agreed.isoformat(), "role": "QAP Chair"})
    else:
        agreed = next_meeting
        stages[0]["date"] = (agreed - timedelta(days=8)).isoformat()
        stages.append({"stage": "agreed", "date": agreed.isoformat(), "meeting": f"qap/{agreed}"})
    if kind == "performance-information":
        day = working_day(agreed + timedelta(days=11))
        stages.append({"stage": "published", "date": day.isoformat(), **MANAGER})
    if agreed > AS_OF:
        stages = [{"stage": "draft", "date": "2026-11-16"}]
    return {
        "title": f"{title}, {quarter.label}",
        "kind": kind,
        "period": str(quarter),
        "narrative": {section: told[section] for section in sections},
        "presented": f"qap/{next_meeting}",
        "stages": stages,
        "principles": ["accountability"],
        "sources": ["case-records", "performance-data"]
        if kind == "audit-learning"
        else ["performance-data", "service-user-experience"],
        "information": ["qualitative", "outcome"] if kind == "audit-learning" else ["quantitative", "qualitative"],
    }


def _single(agency: str, quarter: Quarter, told: str | Mapping[str, str]) -> dict[str, Any]:
    random = Random(f"single {agency} {quarter}")
    day = between(random, quarter.end + timedelta(days=9), quarter.end + timedelta(days=29)).isoformat()
    text = told if isinstance(told, str) else told["text"]
    agreed = day if isinstance(told, str) else told["late"]
    return {
        "title": f"{NAMES[agency]}: own quality assurance, {quarter.label}",
        "kind": "single-agency-activity",
        "period": str(quarter),
        "agency": agency,
        "narrative": {"activity": text},
        "stages": [{"stage": "agreed", "date": agreed, "role": SIGNED[agency]}],
        "sources": [] if text.startswith("Nil") else ["case-records"],
    }


def _yearly(title: str, kind: str, year: str, told: Mapping[str, str]) -> dict[str, Any]:
    start = date(int(year[:4]) + 1, 4, 1)
    agreed = next(day for day in meetings("qap") if day > start)
    return {
        "title": f"{title}, {year}",
        "kind": kind,
        "period": year,
        "narrative": dict(told),
        "presented": f"qap/{agreed}",
        "stages": [
            {"stage": "draft", "date": (agreed - timedelta(days=15)).isoformat()},
            {"stage": "agreed", "date": agreed.isoformat(), "meeting": f"qap/{agreed}"},
        ],
        "principles": ["accountability", "empowerment"],
        "sources": ["case-records", "service-user-experience"],
        "information": ["qualitative", "outcome"],
    }


def _annual(year: str, told: Mapping[str, Any]) -> dict[str, Any]:
    agreed = date.fromisoformat(told["presented"].partition("/")[2])
    published = date.fromisoformat(told["published"])
    asked = ("objective", "strategy", "reviews-concluded", "reviews-ongoing", "findings-acted-on")
    return {
        "title": f"Annual Report {year}",
        "kind": "annual-report",
        "period": year,
        "narrative": {"summary": told["summary"], "adult-voice": told["adult-voice"]},
        "contents": {name: told[name] for name in (*asked, "findings-not-acted-on")},
        "members": [{"agency": agency, "text": text} for agency, text in told["members"].items()],
        "versions": [
            {
                "kind": "easy-read",
                "date": working_day(published + timedelta(days=21)).isoformat(),
                "address": f"https://ssap.example.org/annual-report-{year}-easy-read",
            }
        ],
        "dispatch": [{"to": to, "date": told["published"]} for to in SENT_TO],
        "presented": told["presented"],
        "stages": [
            {"stage": "draft", "date": (agreed - timedelta(days=34)).isoformat()},
            {"stage": "accuracy-check", "date": (agreed - timedelta(days=27)).isoformat(), "agencies": list(AGENCIES)},
            {"stage": "agreed", "date": agreed.isoformat(), "meeting": told["presented"]},
            {"stage": "published", "date": told["published"], **MANAGER},
        ],
        "principles": ["accountability"],
        "sources": ["performance-data", "case-records", "service-user-experience", "staff-experience"],
        "information": ["quantitative", "qualitative", "outcome"],
    }
