"""Faults of writing: tabs, quotation marks, brackets, colons, and the parts of YAML that records do without."""

from __future__ import annotations

from random import Random

from mutants.text import File, Mutant, Spot


def tab_as_indentation(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(
        chance, lambda one: one.keyed and not one.flow and len(one.route) > 1 and _starts_its_line(file, one)
    )
    if not spot:
        return None
    start = file.text.rfind("\n", 0, spot.begins) + 1
    return file.changed(start, spot.begins, "\t" * ((spot.begins - start) // 2))


def quotation_mark_never_closed(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _written_plain)
    return file.changed(spot.start, spot.start, chance.choice("\"'")) if spot else None


def quotation_mark_closed_too_early(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _written_plain(one) and " " in file.text[one.start : one.end])
    if not spot:
        return None
    words = file.text[spot.start : spot.end].split(" ")
    return file.changed(spot.start, spot.end, f'"{words[0]}" {" ".join(words[1:])}'.replace('" "', '" '))


def anchor_and_alias(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _plain)
    return file.changed(spot.start, spot.start, chance.choice(["&same ", "&a1 "])) if spot else None


def alias(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _plain)
    return file.put(spot, chance.choice(["*same", "*ref1"])) if spot else None


def merge_key(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.keyed and not one.flow and _starts_its_line(file, one))
    return file.inserted(spot, chance.choice(["<<: *defaults", "<<: {title: Same}"])) if spot else None


def tag(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, _plain)
    return (
        file.changed(spot.start, spot.start, chance.choice(["!!str ", "!important ", "!!python/name:os.system "]))
        if spot
        else None
    )


def second_document(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: len(one.route) == 1 and one.begins > file.spots[0].start)
    return file.inserted(spot, "---") if spot else None


def mark_in_the_middle(file: File, chance: Random) -> Mutant | None:
    """A byte order mark, as a file that was pasted into another brings it."""
    spot = file.pick(chance, lambda one: one.keyed and one.begins > 0)
    return file.changed(spot.begins, spot.begins, "\ufeff") if spot else None


def no_space_after_the_colon(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.keyed and not one.flow and one.one_line and one.colon < one.start)
    return file.changed(spot.colon, spot.start, chance.choice(["", "\u00a0"])) if spot else None


def no_colon(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.keyed and not one.flow and one.one_line)
    return file.changed(spot.colon - 1, spot.colon, chance.choice(["", " =", ";"])) if spot else None


def no_space_after_the_dash(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: isinstance(one.route[-1:][0] if one.route else "", int) and not one.flow)
    if not spot or file.text[spot.start - 2 : spot.start] != "- ":
        return None
    return file.changed(spot.start - 1, spot.start, "")


def second_colon_in_a_line(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _written_plain(one) and one.free and not one.flow)
    return file.changed(spot.start, spot.start, chance.choice(["Part two: ", "NB: ", "At home: "])) if spot else None


def indented_too_far(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _later_field(file, one))
    return file.changed(spot.begins, spot.begins, chance.choice([" ", "  "])) if spot else None


def indented_too_little(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _later_field(file, one) and len(one.route) > 1)
    return file.changed(spot.begins - 1, spot.begins, "") if spot else None


def bracket_not_closed(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.style == "flow" and not one.flow and one.value)
    return file.changed(spot.end - 1, spot.end, "", file.line(spot.start)) if spot else None


def bracket_closed_too_often(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.style == "flow" and not one.flow and one.value)
    return file.changed(spot.end, spot.end, file.text[spot.end - 1], file.line(spot.end)) if spot else None


def comma_left_out_between_brackets(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.flow and one.keyed and file.text[one.end] == ",")
    return file.changed(spot.end, spot.end + 1, "") if spot else None


def control_character(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: one.free and one.one_line)
    return file.changed(spot.end - 1, spot.end - 1, chance.choice("\x07\x00\x1b\x0b\x7f")) if spot else None


def sign_that_begins_no_value(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _written_plain(one) and one.free)
    return (
        file.changed(spot.start, spot.start, chance.choice(["@", "`", "%", "*", "&", "!", "| ", "> "]))
        if spot
        else None
    )


def bracket_where_text_belongs(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _written_plain(one) and one.free and not one.flow)
    return (
        file.changed(spot.start, spot.start, chance.choice(["[draft] ", "{draft} ", "[see below] "])) if spot else None
    )


def conflict_marker(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: len(one.route) == 1)
    return file.inserted(spot, chance.choice(["<<<<<<< HEAD", "=======", ">>>>>>> branch"])) if spot else None


def backslash_in_quotation_marks(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: _written_plain(one) and one.free and '"' not in one.value)
    return file.put(spot, rf'"S:\QA\Plans\{spot.value[:20]}"') if spot else None


def line_of_nothing(file: File, chance: Random) -> Mutant | None:
    spot = file.pick(chance, lambda one: len(one.route) == 1)
    return file.inserted(spot, chance.choice(["See the minutes", ": nothing", "- one", "?", "."])) if spot else None


def _plain(spot: Spot) -> bool:
    return spot.style == "" and spot.keyed and not spot.flow


def _written_plain(spot: Spot) -> bool:
    """Words on one line, without quotation marks round them or in them."""
    return _plain(spot) and isinstance(spot.value, str) and not {'"', "'"} & set(spot.value)


def _starts_its_line(file: File, spot: Spot) -> bool:
    return not file.text[file.text.rfind("\n", 0, spot.begins) + 1 : spot.begins].strip()


def _later_field(file: File, spot: Spot) -> bool:
    """A field that is not the first of its group, on a line of its own."""
    return spot.keyed and not spot.flow and _starts_its_line(file, spot) and file.below(file.holder(spot))[0] != spot
