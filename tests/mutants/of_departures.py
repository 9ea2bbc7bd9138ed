"""Departures from the framework without their reason: true, so accepted, and told."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random

from generator import checks
from generator.problem import Problem
from generator.register import Register
from mutants.text import File, Mutant, Spot


def reason_of_a_departure_left_out(file: File, chance: Random) -> Mutant | None:
    """The recorded reason goes, be it a field of its own or an exception; the departure stays where it was."""
    found = [one for one in _explained(file.register) if one.place.file == file.name]
    problem = chance.choice(found) if found else None
    if not problem:
        return None
    spot = file.pick(chance, lambda one: one.value == problem.reason and "reason" in one.field and _near(one, problem))
    if not spot:
        return None
    if spot.route[0] == "exceptions":
        spot = file.at("exceptions")
        if not spot or len(spot.value) > 1:
            return None
    return file.without(spot, *problem.place.route)


def audits_shared_a_day_before(file: File, chance: Random) -> Mutant | None:
    shared, day = _milestone(file, "audits-shared"), _milestone(file, "audit-day")
    if not shared or not day or file.at(*shared.route[:-1], "reason") or file.at("exceptions"):
        return None
    before = date.fromisoformat(day.value) - timedelta(days=chance.randrange(1, 6))
    return file.put(shared, before.isoformat(), day)


def audit_day_put_off(file: File, chance: Random) -> Mutant | None:
    """As late as the findings report allows, which is after its week."""
    day, report = _milestone(file, "audit-day"), _milestone(file, "findings-report")
    if not day or not report or file.at(*day.route[:-1], "reason") or file.at("exceptions"):
        return None
    late = date.fromisoformat(report.value) - timedelta(days=chance.randrange(2))
    week = (late - date.fromisoformat(file.spots[0].value["starts"])).days // 7 + 1
    return file.put(day, late.isoformat()) if week > 9 and file.spots[0].value["kind"] != "single-agency" else None


def dimension_left_out_of_the_sample(file: File, chance: Random) -> Mutant | None:
    spot = file.at("sample", "covers") if file.type == "audit" else None
    if not spot or len(spot.value) < 2 or file.at("sample", "reason") or file.at("exceptions"):
        return None
    return file.without(chance.choice(file.below(spot)), *spot.route)


def voice_not_sought(file: File, chance: Random) -> Mutant | None:
    spot = file.at("voice", "sought")
    if not spot or spot.value is not True or file.at("voice", "reason") or file.at("exceptions"):
        return None
    return file.put(spot, "false")


def _near(spot: Spot, problem: Problem) -> bool:
    """Whether the reason stands in what holds the departure, or among the exceptions."""
    return spot.route[0] == "exceptions" or problem.place.route[: len(spot.route) - 1] == spot.route[:-1]


@cache
def _explained(register: Register) -> tuple[Problem, ...]:
    """The departures whose reason is recorded."""
    return tuple(one for one in checks.departures(register) if one.reason)


def _milestone(file: File, id: str) -> Spot | None:
    if file.type != "audit":
        return None
    held = [place for place, one in enumerate(file.spots[0].value.get("milestones", ())) if one["milestone"] == id]
    return file.at("milestones", held[0], "actual") if held else None
