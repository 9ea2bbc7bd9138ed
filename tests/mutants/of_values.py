"""Faults of one value: of another type, not among the words allowed, out of bounds, empty, twice."""

from __future__ import annotations

from random import Random

from mutants.text import File, Mutant, Spot, misspelt, quoted


def nothing_where_a_value_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.keyed)
    return file.put(spot, chance.choice(["", "~", "null"])) if spot and "type" in spot.node else None


def number_where_text_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _text)
    return file.put(spot, chance.choice(["2026", "7", "0.5", "-3", "1e3"])) if spot else None


def truth_where_text_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _text)
    return file.put(spot, chance.choice(["true", "False"])) if spot else None


def text_where_a_number_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _number)
    return (
        file.put(spot, chance.choice(["twelve", "n/a", "about 20", "none", quoted(str(spot.value))])) if spot else None
    )


def number_written_another_way(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _number)
    ways = ["1_000", "012", "0x1F", "12%", "£40", "20+", "7 cases"] + ([] if spot and spot.flow else ["1,200"])
    return file.put(spot, chance.choice(ways)) if spot else None


def list_where_one_value_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.keyed and _one(one))
    return file.put(spot, f"[{quoted(str(spot.value))}]") if spot else None


def group_where_one_value_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.keyed and _one(one))
    return file.put(spot, f"{{text: {quoted(str(spot.value))}}}") if spot else None


def one_value_where_a_list_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.keyed and one.node.get("type") == "array" and one.value)
    words = spot.value[0] if spot and isinstance(spot.value[0], str) else "one"
    return file.put(spot, quoted(words)) if spot else None


def one_value_where_a_group_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.route and one.node.get("type") == "object")
    return file.put(spot, chance.choice(["yes", "see minutes", "5"])) if spot else None


def yes_or_no_where_true_or_false_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.node.get("type") == "boolean")
    return file.put(spot, chance.choice(["yes", "no", "on", "Y", "1", '"true"'])) if spot else None


def number_below_its_bound(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _number(one) and "minimum" in one.node)
    return file.put(spot, str(spot.node["minimum"] - chance.randrange(1, 90))) if spot else None


def number_above_its_bound(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _number(one) and "maximum" in one.node)
    return file.put(spot, str(spot.node["maximum"] + chance.randrange(1, 90))) if spot else None


def part_of_a_person(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.node.get("type") == "integer")
    return file.put(spot, f"{spot.value}.5") if spot else None


def word_not_allowed(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: "enum" in one.node)
    return (
        file.put(spot, chance.choice(["other-thing", "unknown-to-all", "amber", "done and dusted"])) if spot else None
    )


def allowed_word_misspelt(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: "enum" in one.node and isinstance(one.value, str))
    wrong = misspelt(spot.value, chance) if spot else ""
    return file.put(spot, wrong) if spot and wrong not in spot.node["enum"] else None


def allowed_word_in_capitals_or_curly_marks(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: "enum" in one.node and isinstance(one.value, str))
    return (
        file.put(spot, chance.choice([spot.value.capitalize(), spot.value.upper(), f"“{spot.value}”"]))
        if spot
        else None
    )


def text_too_long(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _text(one) and one.free and "maxLength" in one.node)
    if not spot:
        return None
    words = "and so on " * (spot.node["maxLength"] // 10 + 1)
    return file.put(spot, f"{words}and on." if not spot.flow else quoted(f"{words}and on."))


def several_lines_where_one_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(
        chance, lambda one: _text(one) and "pattern" in one.node and one.free and one.keyed and not one.flow
    )
    indent = " " * 12
    return file.put(spot, f"|\n{indent}{spot.value}\n{indent}And a second line.") if spot else None


def text_empty(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _text(one) and (one.node.get("minLength") or "pattern" in one.node))
    return file.put(spot, chance.choice(['""', "''"])) if spot else None


def text_of_spaces(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _text(one) and "pattern" in one.node)
    return file.put(spot, f'"{chance.choice(["  ", f"{spot.value} ", f" {spot.value}"])}"') if spot else None


def list_or_group_empty(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.keyed and (one.node.get("minItems") or one.node.get("minProperties")))
    return file.put(spot, "[]" if spot.node["type"] == "array" else "{}") if spot else None


def entry_twice(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.holder.get("uniqueItems") and one.one_line)
    if not spot:
        return None
    again = file.text[spot.start : spot.end]
    dash = file.text[file.text.rfind("\n", 0, spot.start) : spot.start]
    return file.changed(spot.end, spot.end, f", {again}" if spot.flow else dash + again, _next_line(file, spot))


def id_twice(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.field == "id" and one.route[-2] and file.below(_list(file, one))[1:])
    if not spot:
        return None
    ids = [file.at(*one.route, "id") for one in file.below(_list(file, spot))]
    others = [one for one in ids if one and one.route < spot.route]
    return file.put(spot, str(chance.choice(others).value)) if others else None


def web_address_without_its_beginning(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: str(one.value).startswith("https://"))
    return (
        file.put(spot, quoted(spot.value.replace("https://", chance.choice(["", "http://", "ftp://"]))))
        if spot
        else None
    )


def id_that_is_no_id(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.field == "id" and isinstance(one.value, str))
    ways = (str.capitalize, lambda id: f"{id}_2", lambda id: f"{id} 2", lambda id: f"-{id}", lambda id: f"{id}.")
    return file.put(spot, chance.choice(ways)(spot.value)) if spot else None


def _text(spot: Spot) -> bool:
    return spot.node.get("type") == "string" and isinstance(spot.value, str)


def _number(spot: Spot) -> bool:
    return spot.node.get("type") in ("integer", "number")


def _one(spot: Spot) -> bool:
    return spot.node.get("type") not in ("array", "object") and "type" in spot.node


def _list(file: File, spot: Spot) -> Spot:
    return file.at(*spot.route[:-2]) or file.spots[0]


def _next_line(file: File, spot: Spot) -> int:
    return file.line(spot.end) + (0 if spot.flow else 1)
