"""KPI returns: for each agency exactly the measures it owes, with breakdowns that add up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from activity.calendar import AS_OF, all_quarters, between
from activity.figures import COUNCIL, DRIFT, OTHERS, SPLITS, THEMES
from generator.periods import Quarter

LATE = {
    ("pennine-care", "2024-25-q3"): date(2025, 2, 24),
    ("pennine-care", "2024-25-q4"): date(2025, 5, 29),
    ("probation-service", "2025-26-q2"): date(2026, 1, 22),
    ("nw-ambulance", "2026-27-q2"): date(2026, 11, 10),
    ("age-uk-stockport", "2023-24-q2"): date(2023, 11, 7),
    ("stockport-nhs-ft", "2024-25-q1"): date(2024, 8, 2),
}
NOT_RECEIVED = {("prevention-alliance", "2026-27-q2")}
SENDERS = {
    "adult-social-care": ("Performance Analyst", "Head of Safeguarding"),
    "nhs-gm-stockport": ("Designated Nurse for Safeguarding Adults", "Associate Director of Nursing"),
    "stockport-nhs-ft": ("Named Nurse for Safeguarding Adults", "Deputy Chief Nurse"),
    "pennine-care": ("Safeguarding Data Analyst", "Head of Safeguarding"),
    "prevention-alliance": ("Service Manager", "Service Manager"),
    "nw-ambulance": ("Safeguarding Practitioner", "Head of Safeguarding"),
    "gm-police": ("Detective Sergeant for adults at risk", "Detective Inspector for adults at risk"),
    "age-uk-stockport": ("Safeguarding Lead", "Chief Executive"),
    "probation-service": ("Senior Probation Officer", "Head of the delivery unit"),
    "stockport-homes": ("Safeguarding Lead", "Director of Operations"),
}
HALF_YEARLY = {"nw-ambulance", "gm-police", "probation-service"}
PARTS = {
    "individuals": "enquiries-started",
    "staff-trained": "staff-eligible",
    "providers-rated-good": "providers-rated",
}
REFRESHED = ("enquiries-concluded", "had-capacity", "outcomes-expressed", "outcomes-fully-met", "risk-removed")


def drafts(words: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each return's id and values; `words` holds narratives by agency and quarter."""
    for agency in SENDERS:
        for place, quarter in enumerate(all_quarters()):
            if (agency in HALF_YEARLY and quarter.number % 2) or (agency, str(quarter)) in NOT_RECEIVED:
                continue
            yield f"{agency}/{quarter}", _draft(agency, quarter, place, words)


def _draft(agency: str, quarter: Quarter, place: int, words: Mapping[str, Any]) -> dict[str, Any]:
    random = Random(f"{agency} {quarter}")
    first = quarter.end + timedelta(days=12)
    received = LATE.get((agency, str(quarter))) or between(random, first, quarter.end + timedelta(days=29))
    confirmed = between(random, received + timedelta(days=21), received + timedelta(days=40))
    sender, signed = SENDERS[agency]
    draft: dict[str, Any] = {"received": received.isoformat(), "sender_role": sender, "signed_off_by": signed}
    if confirmed <= AS_OF:
        draft["confirmed"] = confirmed.isoformat()
    draft["values"] = _council(place) if agency == "adult-social-care" else _other(agency, quarter, place)
    draft |= words.get(agency, {}).get(str(quarter), {})
    for measure, why in draft.pop("absent", {}).items():
        draft["values"][measure] = {"absent": "not-available", "reason": why}
    restated = _restated(quarter, place, received) if agency == "adult-social-care" and place else []
    restated += draft.pop("corrections", [])
    if restated:
        draft["restatements"] = [{"date": received.isoformat(), **one} for one in restated]
    draft["sources"] = ["performance-data"]
    draft["information"] = ["quantitative"]
    return draft


def _council(place: int) -> dict[str, Any]:
    """Return Adult Social Care's measures in the quarter of that place in the series."""
    values: dict[str, Any] = {}
    for measure, series in COUNCIL.items():
        count = series[place]
        if count is None:
            continue
        values[measure] = {"count": count}
        for breakdown, weights in SPLITS.get(measure, {}).items():
            moved = {key: weight * DRIFT[key][place] if key in DRIFT else weight for key, weight in weights.items()}
            by = split(count, moved, Random(f"{measure} {breakdown} {place}"))
            values[measure].setdefault("by", {})[breakdown] = by
    for part, whole in PARTS.items():
        for breakdown in [name for name in values[whole]["by"] if name != "support-reason"]:
            by = within(values[part]["count"], values[whole]["by"][breakdown])
            values[part].setdefault("by", {})[breakdown] = by
    for measure, themes in THEMES.items():
        values[measure]["by"] = {"theme": _themes(values[measure]["count"], themes, Random(f"{measure} {place}"))}
    return values


def _restated(quarter: Quarter, place: int, received: date) -> list[dict[str, Any]]:
    """Enquiries closed in the quarter before but recorded after its return: a routine refresh."""
    more = Random(f"refresh {place}").choice((0, 1, 2, 3, 4))
    if not more:
        return []
    values = {measure: {"count": (COUNCIL[measure][place - 1] or 0) + more} for measure in REFRESHED}
    return [{"quarter": str(quarter.previous), "kind": "refresh", "values": values}]


def _other(agency: str, quarter: Quarter, place: int) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for measure, series in OTHERS[agency].items():
        count = series[place]
        if count is None:
            continue
        values[measure] = {"count": count}
        if measure in THEMES and count:
            values[measure]["by"] = {"theme": _themes(count, THEMES[measure], Random(f"{agency} {measure} {place}"))}
        if measure.startswith("staff-") and agency in ("pennine-care", "gm-police", "probation-service"):
            values[measure]["estimated"] = True
    if "staff-eligible" in values and values["staff-trained"]["count"] > 100:
        levels = split(values["staff-eligible"]["count"], {"level-1": 60, "level-2": 34, "level-3": 6}, None)
        values["staff-eligible"]["by"] = {"level": levels}
        values["staff-trained"]["by"] = {"level": within(values["staff-trained"]["count"], levels)}
    return values


def split(total: int, weights: Mapping[str, float], random: Random | None) -> dict[str, int]:
    """Return `total` shared out by weight; where `random` is given, shaken as counts of that size are."""
    whole = sum(weights.values())
    shaken = {
        key: weight * max(0.0, random.gauss(1, min(0.9, (whole / (weight * total)) ** 0.5)))
        if random and weight
        else weight
        for key, weight in weights.items()
    }
    exact = {key: total * weight / (sum(shaken.values()) or 1) for key, weight in shaken.items()}
    parts = {key: int(value) for key, value in exact.items()}
    for key in sorted(exact, key=lambda key: parts[key] - exact[key])[: total - sum(parts.values())]:
        parts[key] += 1
    return parts


def within(total: int, wholes: Mapping[str, int]) -> dict[str, int]:
    """Return `total` shared out over `wholes`, no part above its whole."""
    parts = split(total, wholes, None)
    for key in parts:
        over = parts[key] - wholes[key]
        if over > 0:
            parts[key] -= over
            parts[max(wholes, key=lambda other: wholes[other] - parts[other])] += over
    return parts


def _themes(count: int, weights: Mapping[str, float], random: Random) -> dict[str, int]:
    """Return how many were about each theme: one may be about several, so they exceed the count."""
    found = {key: min(count, round(count * weight * random.uniform(0.6, 1.3))) for key, weight in weights.items()}
    if sum(found.values()) < count:
        found["other"] = min(count, found.get("other", 0) + count - sum(found.values()))
    return found
