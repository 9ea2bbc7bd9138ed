"""Edits of a record's text that change nothing, or only make a text longer: a person's comments, quotes and order."""

from __future__ import annotations

import inspect
import json
import sys
from collections.abc import Callable
from itertools import pairwise
from random import Random
from textwrap import fill, indent

from mutants.text import File, Spot, quoted

Edit = Callable[[File, Random], "str | None"]
KEEPS_VALUES = "longer_text"
"""Every kind but this one leaves the values as they are."""


def edits() -> dict[str, Edit]:
    """Every kind of harmless edit, by its name."""
    found = inspect.getmembers(sys.modules[__name__], inspect.isfunction)
    return {
        name: edit for name, edit in found if edit.__module__ == __name__ and name not in ("edits",) and name[0] != "_"
    }


def comment_above_a_field(file: File, chance: Random) -> str | None:
    return _above(file, chance, "# checked with the meeting's minutes: yes, 'all' of it")


def comment_at_the_margin(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.keyed and not one.flow and _begins_its_line(file, one))
    return _with(file, _line_start(file, spot), _line_start(file, spot), "# - id: not-a-field\n") if spot else None


def comment_after_a_value(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.one_line and not one.flow and _ends_its_line(file, one))
    return _with(file, spot.end, spot.end, "  # as agreed") if spot else None


def comment_after_a_fields_name(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.style == "block" and one.keyed and file.text[one.colon] == "\n")
    return _with(file, spot.colon, spot.colon, " # in order") if spot else None


def comment_between_entries(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: bool(one.route) and not one.keyed and not one.flow and one.route[-1] != 0)
    start = _line_start(file, spot) if spot else 0
    return _with(file, start, start, "      # the next\n") if spot else None


def comment_at_the_beginning(file: File, chance: Random) -> str | None:
    return f"# {file.id}\n#\n{file.text}"


def comment_at_the_end(file: File, chance: Random) -> str | None:
    return f"{file.text}# the end"


def blank_line(file: File, chance: Random) -> str | None:
    return _above(file, chance, "")


def blank_lines_around(file: File, chance: Random) -> str | None:
    return f"\n\n{file.text}\n\n"


def spaces_at_the_end_of_a_line(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.one_line and not one.flow and _ends_its_line(file, one))
    return _with(file, spot.end, spot.end, "   ") if spot else None


def line_ends_of_windows(file: File, chance: Random) -> str | None:
    return file.text.replace("\n", "\r\n")


def no_end_of_the_last_line(file: File, chance: Random) -> str | None:
    return file.text.rstrip("\n")


def start_of_a_document(file: File, chance: Random) -> str | None:
    return f"---\n{file.text}"


def end_of_a_document(file: File, chance: Random) -> str | None:
    return f"{file.text}...\n"


def byte_order_mark(file: File, chance: Random) -> str | None:
    return f"\ufeff{file.text}"


def double_quotation_marks(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.style == "" and isinstance(one.value, str))
    return _put(file, spot, quoted(spot.value)) if spot else None


def single_quotation_marks(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.style in ("", '"') and isinstance(one.value, str))
    return _put(file, spot, "'" + spot.value.replace("'", "''") + "'") if spot else None


def code_for_a_letter(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.one_line and isinstance(one.value, str) and one.value != "")
    return _put(file, spot, f'"\\u{ord(spot.value[0]):04x}{json.dumps(spot.value[1:])[1:]}') if spot else None


def quotation_marks_round_a_name(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.keyed and file.text[one.begins] not in "\"'")
    mark = chance.choice("\"'")
    return _with(file, spot.begins, spot.begins + len(spot.field), f"{mark}{spot.field}{mark}") if spot else None


def space_before_a_colon(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.keyed)
    return _with(file, spot.colon - 1, spot.colon - 1, " ") if spot else None


def spaces_after_a_colon(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.keyed and one.one_line and one.start > one.colon)
    return _with(file, spot.colon, spot.colon, "    ") if spot else None


def tab_after_a_colon(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.keyed and one.one_line and one.start > one.colon and not one.flow)
    return _with(file, spot.colon, spot.start, " \t") if spot else None


def value_on_the_next_line(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.keyed and one.one_line and not one.flow and one.start > one.colon)
    return _with(file, spot.colon, spot.start, f"\n{_column(file, spot) + '    '}") if spot else None


def brackets_to_lines(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.style == "flow" and one.keyed and not one.flow and bool(one.value))
    if not spot:
        return None
    parts = [file.text[one.begins : one.end] for one in file.below(spot)]
    margin, dash = _column(file, spot) + "  ", "- " if isinstance(spot.value, list) else ""
    return _with(file, spot.colon, spot.end, "".join(f"\n{margin}{dash}{part}" for part in parts))


def lines_to_brackets(file: File, chance: Random) -> str | None:
    def fits(spot: Spot) -> bool:
        plain = all(one.one_line and not set(",[]{}#") & set(str(one.value)) for one in file.below(spot))
        return spot.style == "block" and spot.keyed and plain and "#" not in file.text[spot.colon : spot.end]

    spot = file.pick(chance, fits)
    if not spot:
        return None
    listed = ", ".join(" ".join(file.text[one.begins : one.end].split()) for one in file.below(spot))
    return _put(file, spot, f"[{listed}]" if isinstance(spot.value, list) else f"{{{listed}}}")


def brackets_over_several_lines(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.style == "flow" and one.keyed and not one.flow and bool(one.value))
    if not spot:
        return None
    parts = [file.text[one.begins : one.end] for one in file.below(spot)]
    margin = _column(file, spot) + "    "
    middle = "".join(f"\n{margin}{part}," for part in parts)
    written = file.text[spot.start] + middle + f"\n{margin[2:]}" + file.text[spot.end - 1]
    return _with(file, spot.start, spot.end, written)


def fields_in_another_order(file: File, chance: Random) -> str | None:
    return _shuffled(file, file.spots[0], chance)


def fields_of_a_group_in_another_order(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: bool(one.route) and isinstance(one.value, dict) and len(one.value) > 1)
    return _shuffled(file, spot, chance) if spot else None


def indented_further(file: File, chance: Random) -> str | None:
    spot = file.pick(
        chance, lambda one: one.keyed and one.style == "block" and "\n" in file.text[one.colon : one.start]
    )
    if not spot:
        return None
    more = chance.choice(["  ", "    "])
    return _with(file, spot.colon, spot.end, indent(file.text[spot.colon : spot.end], more).removeprefix(more))


def list_not_indented(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: one.keyed and one.style == "block" and isinstance(one.value, list))
    lines = file.text[spot.colon : spot.end].split("\n") if spot else []
    if not spot or any(line[:2].strip() for line in lines[1:]) or _column(file, spot) != "":
        return None
    return _with(file, spot.colon, spot.end, "\n".join([lines[0], *(line[2:] for line in lines[1:])]))


def text_folded(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: _words(one) and one.keyed and not one.flow)
    width = chance.choice([30, 60])
    return (
        _block(file, spot, ">-", fill(spot.value, width, break_on_hyphens=False, break_long_words=False))
        if spot
        else None
    )


def text_as_it_stands(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: _words(one) and one.keyed and not one.flow)
    return _block(file, spot, "|-", spot.value) if spot else None


def text_over_two_lines(file: File, chance: Random) -> str | None:
    spot = file.pick(chance, lambda one: _words(one) and one.style == "" and not one.flow and " " in one.value)
    if not spot:
        return None
    words = file.text[spot.start : spot.end].split()
    place = chance.randrange(1, len(words))
    if set(words[place][0] + words[place][-1]) & set("#:-?&*!|>%@`"):
        return None
    margin = _column(file, spot) + "      "
    return _with(file, spot.start, spot.end, f"{' '.join(words[:place])}\n{margin}{' '.join(words[place:])}")


def longer_text(file: File, chance: Random) -> str | None:
    unique = {field for fields in file.tree.get("x-unique", ()) for field in fields}
    more = chance.choice(
        ["It was looked at again: nothing had changed.", "That is not so everywhere.", "So it is, yet."]
    )
    spot = file.pick(chance, lambda one: one.free and isinstance(one.value, str) and " " in one.value)
    if not spot or spot.field in unique or len(f"{spot.value} {more}") > spot.node.get("maxLength", 10**6):
        return None
    inner = spot.holder.get("x-unique") or file.holder(file.holder(spot)).node.get("x-unique") or []
    return None if spot.field in {field for fields in inner for field in fields} else _longer(file, spot, more)


def _longer(file: File, spot: Spot, more: str) -> str:
    if spot.style in ("|", ">"):
        return _with(file, spot.end, spot.end, f" {more}")
    return _put(file, spot, quoted(f"{spot.value} {more}"))


def _with(file: File, start: int, end: int, new: str) -> str:
    return file.text[:start] + new + file.text[end:]


def _put(file: File, spot: Spot, written: str) -> str:
    return file.put(spot, written).data.decode()


def _block(file: File, spot: Spot, sign: str, words: str) -> str:
    return _put(file, spot, f"{sign}\n{indent(words, _column(file, spot) + '    ')}")


def _above(file: File, chance: Random, line: str) -> str | None:
    spot = file.pick(chance, lambda one: one.keyed and not one.flow and _begins_its_line(file, one))
    start = _line_start(file, spot) if spot else 0
    return _with(file, start, start, f"{_column(file, spot) if line else ''}{line}\n") if spot else None


def _shuffled(file: File, spot: Spot, chance: Random) -> str | None:
    """The fields of a group in another order, each with its lines; what ends in a comment stays as it is."""
    below = file.below(spot)
    parts = [file.text[one.begins : one.end] for one in below]
    between = {file.text[one.end : other.begins] for one, other in pairwise(below)}
    if len(between) > 1 or any("#" in one for one in between):
        return None
    chance.shuffle(parts)
    return _with(file, below[0].begins, below[-1].end, (between or {""}).pop().join(parts))


def _words(spot: Spot) -> bool:
    return spot.free and isinstance(spot.value, str) and spot.one_line and "  " not in spot.value and spot.value != ""


def _line_start(file: File, spot: Spot) -> int:
    return file.text.rfind("\n", 0, spot.begins) + 1


def _column(file: File, spot: Spot) -> str:
    return " " * (spot.begins - _line_start(file, spot))


def _begins_its_line(file: File, spot: Spot) -> bool:
    return not file.text[_line_start(file, spot) : spot.begins].strip()


def _ends_its_line(file: File, spot: Spot) -> bool:
    return file.text[spot.end : spot.end + 1] in ("\n", "")
