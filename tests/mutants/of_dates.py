"""Faults of a date or period: no such day, written another way, of another time, in an impossible order."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from generator.model.methodology import Methodology
from generator.periods import Quarter
from generator.schema import at
from mutants.text import File, Mutant, Spot, quoted


def no_such_day(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _date)
    day = chance.choice(["2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-11-00"])
    return file.put(spot, day) if spot else None


def date_written_another_way(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _date)
    if not spot:
        return None
    day = date.fromisoformat(spot.value)
    ways = ("%d/%m/%Y", "%d.%m.%Y", "%-d %B %Y", "%d %b %y", "%Y/%m/%d", "%Y%m%d", "%d-%m-%Y", "%A", "%Y-%m-%dT09:00")
    return file.put(spot, day.strftime(chance.choice(ways)))


def date_without_its_day(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _date)
    return file.put(spot, chance.choice([spot.value[:7], spot.value[:4], "2026-3-5", "soon", "tbc"])) if spot else None


def date_of_another_time(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _date)
    return file.put(spot, chance.choice(["2206", "0026", "1026", "3026"]) + spot.value[4:]) if spot else None


def date_before_what_comes_first(file: File, chance: Random) -> Mutant | None:
    holder = file.pick(chance, lambda one: any(_pair(one.value, pair) for pair in _pairs(one)))
    if not holder:
        return None
    later, earlier = chance.choice([pair for pair in _pairs(holder) if _pair(holder.value, pair)])
    spot = file.at(*holder.route, *later.split("."))
    other = file.at(*holder.route, *earlier.split("."))
    if not spot or not other:
        return None
    return file.put(spot, _days(other.value, -chance.randrange(1, 60)), other)


def dated_list_out_of_order(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: "x-in-order" in one.node and len(one.value) > 1)
    if not spot:
        return None
    dates = [file.at(*spot.route, place, spot.node["x-in-order"]) for place in range(len(spot.value))]
    place = chance.randrange(1, len(dates))
    last, before = dates[place], dates[place - 1]
    if not last or not before or place + 1 < len(dates):
        return None
    return file.put(last, _days(before.value, -chance.randrange(1, 9)), before)


def milestone_before_what_it_depends_on(file: File, chance: Random) -> Mutant | None:
    methodology = file.type == "audit" and file.register.get(Methodology, file.spots[0].value["methodology"])
    if not methodology:
        return None
    held = {
        one["milestone"]: place
        for place, one in enumerate(file.spots[0].value.get("milestones", ()))
        if "actual" in one
    }
    rows = [(row.id, other) for row in methodology.milestones for other in row.after if {row.id, other} <= held.keys()]
    if not rows:
        return None
    one, other = (file.at("milestones", held[id], "actual") for id in chance.choice(rows))
    assert one
    assert other
    return file.put(one, _days(other.value, -chance.randrange(1, 4)), other)


def figures_of_a_quarter_that_still_runs(file: File, chance: Random) -> Mutant | None:
    spot = file.at("received") if file.type == "kpi-return" else None
    if not spot:
        return None
    quarter = Quarter.parse(file.id.rpartition("/")[2], file.register.partnership.year_starts)
    return file.put(spot, _days(quarter.end.isoformat(), -chance.randrange(80)))


def period_that_is_none(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: "x-period" in one.node)
    ways = ["2026-28-q1", "2026-27-q5", "2026-27-q0", "2026-27 Q1", "Q3 2026", "2026-q3", "26-27-q1", "2027-26"]
    return file.put(spot, quoted(chance.choice(ways))) if spot else None


def published_without_agreement(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.field == "stage" and one.value == "agreed")
    stages = [one["stage"] for one in file.spots[0].value.get("stages", ())]
    if not spot or "published" not in stages or stages.count("agreed") > 1:
        return None
    published = file.at("stages", stages.index("published"), "stage")
    assert published
    return file.put(spot, "accuracy-check", published)


def _date(spot: Spot) -> bool:
    return spot.node.get("format") == "date"


def _pairs(spot: Spot) -> list[tuple[str, str]]:
    return [*spot.node.get("x-not-before", {}).items()]


def _pair(value: object, pair: tuple[str, str]) -> bool:
    return all(at(value, path) is not None for path in pair)


def _days(day: str, more: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=more)).isoformat()
