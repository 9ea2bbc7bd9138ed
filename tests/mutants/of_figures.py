"""Faults of figures: a sum that is none, a part above its whole, a measure nobody asks for."""

from __future__ import annotations

from random import Random

from generator.model.indicator import Indicator
from generator.register import Register
from generator.schema import at
from mutants.text import File, Mutant, Spot, misspelt


def breakdown_that_does_not_add_up(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _category(file, one) and _exclusive(file.register, one))
    if not spot:
        return None
    number = spot.value + chance.randrange(1, 30)
    figure = spot.route[:-3]
    others = [one for one in (file.at(*spot.route[:-1]), file.at(*figure, "count")) if one]
    return file.put(spot, str(number), *others)


def category_above_the_count(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _category(file, one))
    count = file.at(*spot.route[:-3], "count") if spot else None
    holder = file.at(*spot.route[:-1]) if spot else None
    if not spot or not count or not holder:
        return None
    return file.put(spot, str(count.value + chance.randrange(1, 30)), count, holder)


def part_above_its_whole(file: File, chance: Random) -> Mutant | None:
    within = {one.id: one.within for known in file.register.all(Indicator) for one in known.measures if one.within}
    spot = file.pick(
        chance,
        lambda one: (
            _count(file, one) and one.route[1] in within and file.at("values", within[str(one.route[1])], "count")
        ),
    )
    if not spot or file.at("values", spot.route[1], "by"):
        return None
    whole = file.at("values", within[str(spot.route[1])], "count")
    assert whole
    return file.put(spot, str(whole.value + chance.randrange(1, 30)), whole)


def number_above_what_it_is_part_of(file: File, chance: Random) -> Mutant | None:
    holder = file.pick(chance, lambda one: any(_both(one, pair) for pair in one.node.get("x-at-most", {}).items()))
    if not holder:
        return None
    part, whole = chance.choice([pair for pair in holder.node["x-at-most"].items() if _both(holder, pair)])
    spot, other = file.at(*holder.route, *part.split(".")), file.at(*holder.route, *whole.split("."))
    assert spot
    assert other
    return file.put(spot, str(other.value + chance.randrange(1, 30)), other)


def measure_nobody_asks_for(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(
        chance, lambda one: file.type == "kpi-return" and one.route[:1] == ("values",) and len(one.route) == 2
    )
    return _renamed(file, spot, chance)


def breakdown_or_category_nobody_asks_for(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: "by" in one.route[-3:-1] and file.type == "kpi-return")
    return _renamed(file, spot, chance)


def count_beside_its_absence(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.field == "absent")
    return spot and file.inserted(spot, "count: 12") if spot and not spot.flow else None


def absence_without_its_reason(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _count(file, one) and one.flow and not file.below(file.holder(one))[1:])
    return file.changed(spot.begins, spot.end, "absent: not-available") if spot else None


def more_answers_than_cases(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(
        chance,
        lambda one: file.type == "audit-return" and one.route[2:3] == ("cases",) and one.keyed and len(one.route) == 4,
    )
    cases = file.at("cases_audited")
    if not spot or not cases:
        return None
    return file.put(spot, str(cases.value + chance.randrange(1, 9)), cases)


def grades_for_a_question_of_yes_or_no(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: file.type == "audit-return" and one.field == "cases")
    if not spot:
        return None
    other = "{good: 1}" if {"yes", "no"} & {*spot.value} else '{"yes": 1}'
    return file.changed(spot.begins, spot.end, f"cases: {other}")


def _count(file: File, spot: Spot) -> bool:
    return (
        file.type == "kpi-return" and spot.route[:1] == ("values",) and spot.field == "count" and len(spot.route) == 3
    )


def _category(file: File, spot: Spot) -> bool:
    """A category's count, in a figure that is no estimate: those may be out a little."""
    by = file.type == "kpi-return" and spot.route[:1] == ("values",) and spot.route[-3:-2] == ("by",)
    return by and not file.at(*spot.route[:-3], "estimated")


def _exclusive(register: Register, spot: Spot) -> bool:
    """Whether each thing counted falls into one category of the breakdown."""
    known = [one for indicator in register.all(Indicator) for one in indicator.breakdowns if one.id == spot.route[-2]]
    return any(one.exclusive and spot.route[1] in one.of for one in known)


def _both(spot: Spot, pair: tuple[str, str]) -> bool:
    return all(isinstance(at(spot.value, path), int) for path in pair)


def _renamed(file: File, spot: Spot | None, chance: Random) -> Mutant | None:
    if not spot:
        return None
    wrong = misspelt(spot.field, chance)
    beside = {one.field for one in file.below(file.holder(spot))}
    known = {one.id for indicator in file.register.all(Indicator) for one in indicator.measures}
    return None if wrong in beside | known else file.changed(spot.begins, spot.begins + len(spot.field), wrong)
