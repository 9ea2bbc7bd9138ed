"""Audits, their tools and the agencies' returns: dates by the week table, grades by chance, words from files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from activity.calendar import AS_OF, between, meetings
from activity.kpi_returns import split

SENDERS = {
    "adult-social-care": ("Principal Social Worker", "Head of Safeguarding"),
    "nhs-gm-stockport": ("Designated Nurse for Safeguarding Adults", "Associate Director of Nursing"),
    "stockport-nhs-ft": ("Named Nurse for Safeguarding Adults", "Deputy Chief Nurse"),
    "pennine-care": ("Named Professional for Safeguarding", "Head of Safeguarding"),
    "prevention-alliance": ("Team Leader", "Service Manager"),
    "nw-ambulance": ("Safeguarding Practitioner", "Head of Safeguarding"),
    "gm-police": ("Detective Sergeant for adults at risk", "Detective Inspector for adults at risk"),
    "age-uk-stockport": ("Safeguarding Lead", "Chief Executive"),
    "probation-service": ("Senior Probation Officer", "Head of the delivery unit"),
    "stockport-homes": ("Safeguarding Lead", "Head of Housing Support"),
    "sscp": ("Quality Assurance Lead", "Business Manager, children's partnership"),
}
AGENCIES = tuple(SENDERS)[:10]
AFTER_START = {
    "start": 0,
    "tool-agreed": 2,
    "sample-agreed": 3,
    "auditors-notified": 8,
    "returns-due": 46,
    "audits-shared": 50,
    "audit-day": 58,
    "findings-report": 71,
    "presented": 80,
}
SHARE = {
    "adult-social-care": 0.85, "stockport-nhs-ft": 0.6, "gm-police": 0.45, "nw-ambulance": 0.45, "sscp": 0.5,
    "pennine-care": 0.4, "stockport-homes": 0.4, "nhs-gm-stockport": 0.3, "prevention-alliance": 0.2,
    "age-uk-stockport": 0.2, "probation-service": 0.15,
}  # fmt: skip
VOICES = {
    "advocate": ("advocate", "adviser"),
    "family": ("famil", "mother", "sister", "mothers"),
}


def drafts(words: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield type, id and values; `words` holds, for each audit by id, its facts, its tool and its returns' words."""
    for id, told in words.items():
        returns = dict(_returns(id, told))
        last = max((value["received"] for value in returns.values()), default=None)
        yield "audit", id, _audit(told, last)
        if "tool" in told:
            yield "audit-tool", told["tool"]["id"], _tool(told)
        for agency, value in returns.items():
            yield "audit-return", f"{id}/{agency}", value


def _audit(told: Mapping[str, Any], last: str | None) -> dict[str, Any]:
    audit = dict(told["audit"])
    starts = date.fromisoformat(audit["starts"])
    notice = max(day for day in meetings("qap") if day < starts)
    varied = audit.pop("milestones", {})
    mode, away, extra = audit.pop("mode", None), audit.pop("away", []), audit.pop("with", [])
    reason = audit.pop("mode_reason", None)
    exempt = [{"agreed": f"qap/{notice}", **one} for one in audit.pop("exemptions")]
    absent = {one["agency"] for one in exempt} | set(away)
    milestones = []
    for name, day in {"notice": notice, **{name: starts + timedelta(n) for name, n in AFTER_START.items()}}.items():
        went = {"milestone": name, **varied.get(name, {})}
        actual = last if name == "returns-due" and last else day.isoformat()
        went.setdefault("actual", actual)
        if went["actual"] <= AS_OF.isoformat():
            milestones.append(went)
    audit["methodology"] = "2024"
    if milestones:
        audit["milestones"] = milestones
    if extra:
        audit["agencies"] = [*AGENCIES, *extra]
    if exempt:
        audit["exemptions"] = exempt
    if "tool" in told:
        audit["tools"] = [told["tool"]["id"]]
        audit["sample"] = {**audit["sample"], "agreed": (starts + timedelta(3)).isoformat()}
        audit["information_pack"] = (starts + timedelta(1)).isoformat()
    if mode:
        audit["audit_day"] = {
            "mode": mode,
            "led_by": ["QAP Chair", "SSAP Business Manager"],
            "agencies": [agency for agency in [*AGENCIES, *extra] if agency not in absent],
            **({"reason": reason} if reason else {}),
        }
    return audit


def _tool(told: Mapping[str, Any]) -> dict[str, Any]:
    tool = dict(told["tool"])
    first = [
        _asked("adults-voice", tool.pop("voice"), "empowerment", "service-user-experience", "adults-voice"),
        _asked("protected-characteristics", tool.pop("equality"), "proportionality", "case-records"),
    ]
    tool["questions"] = [*first, *tool["questions"]]
    tool["agreed"] = (date.fromisoformat(told["audit"]["starts"]) + timedelta(2)).isoformat()
    tool["principles"] = list(dict.fromkeys(one["principle"] for one in tool["questions"] if "principle" in one))
    tool["sources"] = list(dict.fromkeys(one["source"] for one in tool["questions"]))
    del tool["id"]
    return tool


def _asked(id: str, text: str, principle: str, source: str, about: str | None = None) -> dict[str, Any]:
    return {
        "id": id,
        "section": "The adult",
        "text": text,
        "answer": "graded",
        "mandatory": True,
        "principle": principle,
        "source": source,
        "asks_about": [about or id],
    }


def _returns(id: str, told: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    starts = date.fromisoformat(told["audit"]["starts"])
    for agency, words in told["returns"].items():
        random = Random(f"{id} {agency}")
        sender, signed = SENDERS[agency]
        day = between(random, starts + timedelta(31), starts + timedelta(46)).isoformat()
        value: dict[str, Any] = {
            "received": words.get("late", day),
            "sender_role": sender,
            "signed_off_by": signed,
            "tool": told["tool"]["id"],
        }
        if "late_reason" in words:
            value["late_reason"] = words["late_reason"]
        if "nil" in words:
            yield agency, value | {"nil": {"reason": words["nil"]}, "voice": {"sought": False, "reason": words["nil"]}}
            continue
        cases = max(2, round(told["audit"]["sample"]["size"] * SHARE[agency] * random.uniform(0.75, 1.05)))
        value["cases_audited"] = cases
        value["answers"] = list(_answers(told, words, cases, random))
        value["voice"] = _voice(words)
        yield agency, value | _prose(words)


def _answers(told: Mapping[str, Any], words: Mapping[str, Any], cases: int, random: Random) -> Iterator[dict[str, Any]]:
    lean, tool = told["lean"], told["tool"]
    graded = [{"id": "adults-voice"}, {"id": "protected-characteristics"}, *tool["questions"]]
    for question in graded:
        id, kind = question["id"], question.get("answer", "graded")
        share = min(0.95, max(0.05, lean.get(id, 0.5) + random.uniform(-0.15, 0.15)))
        none = min(cases // 3, random.choice((0, 0, 0, 1)))
        if kind == "text":
            if id in words:
                yield {"question": id, "comment": words[id]}
        elif kind == "yes-no":
            yes = round((cases - none) * share)
            yield {"question": id, "cases": _seen({"yes": yes, "no": cases - none - yes, "not-applicable": none})}
        else:
            weights = {
                "outstanding": share * 0.2,
                "good": share * 0.8,
                "requires-improvement": (1 - share) * 0.8,
                "inadequate": (1 - share) * 0.2,
            }
            yield {"question": id, "cases": _seen(split(cases - none, weights, random) | {"not-applicable": none})}


def _seen(counts: dict[str, int]) -> dict[str, int]:
    return {key: count for key, count in counts.items() if count}


def _voice(words: Mapping[str, Any]) -> dict[str, Any]:
    if "not_sought" in words:
        return {"sought": False, "reason": words["not_sought"]}
    how = words["voice"]
    heard = [who for who, signs in VOICES.items() if any(sign in how.lower() for sign in signs)]
    return {"sought": True, "heard_from": ["adult", *heard], "how": how}


def _prose(words: Mapping[str, Any]) -> dict[str, Any]:
    prose: dict[str, Any] = {"strengths": [words["strengths"]], "areas_for_development": [words["areas"]]}
    if "equality" in words:
        prose["equality"] = words["equality"]
    if "practice" in words:
        prose["good_practice"] = [words["practice"]]
    sources = ["case-records"]
    if "not_sought" not in words:
        sources.append("service-user-experience")
    if "barriers" in words:
        sources.append("staff-experience")
    return prose | {"sources": sources, "information": ["quantitative", "qualitative"]}
