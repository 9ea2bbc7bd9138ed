"""A record's file as its author sees it: where each value is written, and the same text with one thing changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

import yaml

from generator.register import Register
from generator.routes import Route, below


@dataclass(frozen=True)
class Spot:
    """One value: its schema and its holder's, and the places of its key (or dash), its colon, its start and end."""

    route: Route
    value: Any
    node: Mapping[str, Any]
    holder: Mapping[str, Any]
    begins: int
    colon: int
    start: int
    end: int
    style: str
    flow: bool
    """Whether it stands between brackets."""

    @property
    def field(self) -> str:
        return str(self.route[-1]) if self.route else ""

    @property
    def keyed(self) -> bool:
        return bool(self.route) and isinstance(self.route[-1], str)

    @property
    def free(self) -> bool:
        """Whether it may say anything: words, and no id, reference or pattern."""
        return is_text(self.node) and self.node.get("pattern", r"^\S([^\r\n]*\S)?$") == r"^\S([^\r\n]*\S)?$"

    @property
    def one_line(self) -> bool:
        return self.style in ("", '"', "'")


@dataclass(frozen=True)
class Mutant:
    """A file with one fault: the lines at which it may be told (none: the file as a whole).

    `moved` names the file that this one replaces; where it is nothing, the file is one more.
    """

    name: str
    data: bytes
    lines: frozenset[int]
    moved: str


@dataclass(frozen=True, repr=False)
class File:
    """One shipped record, with the register it belongs to."""

    name: str
    text: str
    type: str
    id: str
    register: Register

    @property
    def tree(self) -> Mapping[str, Any]:
        return self.register.schemas[self.type].tree

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every value, the record itself first."""
        top = yaml.compose(self.text, Loader=yaml.CBaseLoader)
        value = self.register.by_name[self.name].value if self.name in self.register.by_name else {}
        return tuple(_spots(self.text, _spot(self.text, top, (), value, self.tree, {}), top))

    def at(self, *route: str | int) -> Spot | None:
        return next((spot for spot in self.spots if spot.route == route), None)

    def pick(self, chance: Random, fits: Callable[[Spot], Any]) -> Spot | None:
        """One of the values that fit, or None."""
        found = [spot for spot in self.spots if fits(spot)]
        return chance.choice(found) if found else None

    def line(self, place: int) -> int:
        return self.text.count("\n", 0, place) + 1

    def below(self, spot: Spot) -> tuple[Spot, ...]:
        """What a list or group holds."""
        depth = len(spot.route) + 1
        return tuple(one for one in self.spots if len(one.route) == depth and one.route[:-1] == spot.route)

    def holder(self, spot: Spot) -> Spot:
        return self.at(*spot.route[:-1]) or self.spots[0]

    def changed(self, start: int, end: int, new: str, *lines: int) -> Mutant:
        """The file with a span of its text replaced; the fault is on the span's line unless `lines` say where."""
        text = self.text[:start] + new + self.text[end:]
        return Mutant(self.name, text.encode(), frozenset(lines or {self.line(start)}), self.name)

    def put(self, spot: Spot, written: str, *others: Spot) -> Mutant:
        """The file with another value; a fault of two values is at either of their lines."""
        lines = {self.line(one.begins) for one in (spot, *others)} | {self.line(one.start) for one in others}
        start, space = (spot.colon, " ") if spot.keyed else (spot.start, "")
        return self.changed(start, spot.end, space + written, *lines)

    def without(self, spot: Spot, *told: str | int) -> Mutant | None:
        """The file without one field or entry, told at its holder or at a route; None where nothing would be left."""
        beside = self.below(self.holder(spot))
        place = beside.index(spot)
        if len(beside) == 1:
            return None
        if place + 1 < len(beside):
            start, end = spot.begins, beside[place + 1].begins
        else:
            start, end = beside[place - 1].end, spot.end
        if not spot.keyed and not spot.flow:  # the dash of an entry stands before it
            start, end = self.text.rfind("\n", 0, spot.begins), self.text.rfind("\n", 0, end + 1)
            end = end if place + 1 < len(beside) else spot.end
        text = self.text[:start] + self.text[end:]
        again = File(self.name, text, self.type, self.id, self.register)
        place = again.at(*(told or spot.route[:-1])) or again.spots[0]
        return Mutant(self.name, text.encode(), frozenset({again.line(place.begins)}), self.name)

    def inserted(self, spot: Spot, written: str) -> Mutant:
        """The file with a line of its own before a field, indented as it is."""
        start = self.text.rfind("\n", 0, spot.begins) + 1
        if not self.text[start : spot.begins].strip():
            return self.changed(start, start, " " * (spot.begins - start) + written + "\n")
        indent = " " * (spot.begins - start)  # the field stands after an entry's dash
        return self.changed(spot.end, spot.end, f"\n{indent}{written}", self.line(spot.end) + 1)

    def moved(self, name: str, data: bytes | None = None, *lines: int) -> Mutant:
        """The file under another name."""
        return Mutant(name, self.text.encode() if data is None else data, frozenset(lines), self.name)


def _spots(text: str, spot: Spot, node: yaml.Node) -> Iterator[Spot]:
    """A value and whatever is inside it."""
    yield spot
    flow = spot.flow or spot.style == "flow"
    inside: list[tuple[str | int, yaml.Node, yaml.Node | None]] = []
    if isinstance(node, yaml.MappingNode):
        inside = [(key.value, one, key) for key, one in node.value]
    elif isinstance(node, yaml.SequenceNode):
        inside = [(position, one, None) for position, one in enumerate(node.value)]
    for step, one, key in inside:
        try:
            value = spot.value[step]
        except (KeyError, IndexError, TypeError):
            value = None
        inner = _spot(text, one, (*spot.route, step), value, below(spot.node, step), spot.node, flow, key)
        yield from _spots(text, inner, one)


def _spot(
    text: str,
    node: yaml.Node,
    route: Route,
    value: Any,
    tree: Mapping[str, Any],
    holder: Mapping[str, Any],
    flow: bool = False,
    key: yaml.Node | None = None,
) -> Spot:
    start, end = node.start_mark.index, len(text[: node.end_mark.index].rstrip())
    colon = text.index(":", key.end_mark.index) + 1 if key else -1
    begins = key.start_mark.index if key else start
    style = node.style or "" if isinstance(node, yaml.ScalarNode) else ("flow" if node.flow_style else "block")
    return Spot(route, value, tree, holder, begins, colon, start, max(end, colon, start), style, flow)


def is_text(node: Mapping[str, Any]) -> bool:
    """Whether a schema asks for words: no date, number, choice, reference or id."""
    others = {"enum", "x-record", "x-item", "x-here", "x-period", "format"}
    return node.get("type") == "string" and not others & set(node)


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def misspelt(word: str, chance: Random) -> str:
    """The word with one letter left out, doubled, changed or swapped with the next."""
    letters = [place for place, letter in enumerate(word) if letter.isalpha()] or [0]
    place = chance.choice(letters)
    match chance.randrange(4):
        case 0 if len(letters) > 3:
            return word[:place] + word[place + 1 :]
        case 1:
            return word[: place + 1] + word[place:]
        case 2 if place + 1 in letters and word[place] != word[place + 1]:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case _:
            other = chance.choice([letter for letter in "aeinorst" if letter != word[place]])
            return word[:place] + other + word[place + 1 :]
