"""Faults of a field's name: left out, misspelt, unknown, twice, in the wrong place."""

from __future__ import annotations

from random import Random

from mutants.text import File, Mutant, Spot, misspelt


def required_field_left_out(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.keyed and one.field in one.holder.get("required", ()))
    return file.without(spot) if spot else None


def field_misspelt(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _named)
    wrong = misspelt(spot.field, chance) if spot else ""
    if not spot or wrong in spot.holder["properties"]:
        return None
    return file.changed(spot.begins, spot.begins + len(spot.field), wrong)


def field_in_capitals(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _named)
    return spot and file.changed(spot.begins, spot.begins + len(spot.field), chance.choice(_WAYS)(spot.field))


_WAYS = (str.capitalize, str.upper)


def unknown_field(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _named(one) and not one.flow)
    name = chance.choice(["comment", "checked_by", "colour", "x", "ref", "last-edited", "status2"])
    return spot and file.inserted(spot, f"{name}: {chance.choice(['yes', '3', 'to do', '[a, b]', '2026-01-05'])}")


def unknown_field_between_brackets(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _named(one) and one.flow)
    return spot and file.changed(spot.begins, spot.begins, "remark: checked, ")


def field_of_the_record_inside_a_group(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _named(one) and not one.flow and len(one.route) > 1)
    top = file.pick(chance, lambda one: len(one.route) == 1 and one.one_line)
    if not spot or not top or top.field in spot.holder["properties"] or "\n" in file.text[top.start : top.end]:
        return None
    return file.inserted(spot, file.text[top.begins : top.end])


def field_twice(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.keyed and not one.flow and one.one_line)
    if not spot:
        return None
    line = file.line(spot.end) + 1
    indent = " " * (spot.begins - file.text.rfind("\n", 0, spot.begins) - 1)
    again = chance.choice([file.text[spot.start : spot.end], "another"])
    return file.changed(spot.end, spot.end, f"\n{indent}{spot.field}: {again}", line)


def field_twice_between_brackets(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.keyed and one.flow and one.one_line)
    if not spot:
        return None
    again = file.text[spot.begins : spot.end]
    return file.changed(spot.end, spot.end, f", {again}", file.line(spot.end))


def _named(spot: Spot) -> bool:
    """A field whose name the schema knows, among no others than those."""
    return spot.keyed and spot.holder.get("additionalProperties") is False
