"""Sentences for fields that the record type's own module does not cover, made from the schema's titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.diff.changes import Change, Step
from generator.diff.pair import Pair, SentencePart
from generator.diff.values import facts_text, value_text
from generator.register.names import entry_name, item_name
from generator.wording import date_change, inside, plural, quoted, some_of, words
from generator.wording.text import SHORT

About = Callable[[Pair, Change], tuple[str, int]]
"""Gives what a change is about, if not the record (`Action 3 of Fire safety`), and how many steps that takes."""

MOST_FACTS = 4
"""How many facts of a new record are given at most."""


def new(pair: Pair) -> Iterator[str]:
    """Yield the first short facts of a new record, in the order of its schema; its title is given already."""
    assert pair.after
    properties: Mapping[str, Any] = pair.schema.tree["properties"]
    said = [name for name in properties if name in pair.after.value and name not in _ELSEWHERE]
    register, found = pair.view.register, []
    for name in said:
        node, value = properties[name], pair.after.value[name]
        if isinstance(value, str | int) and not (_is_text(node, value) and len(str(value)) > SHORT):
            found.append(f"{inside(node['title'])} {value_text(node, value, register)}")
        elif isinstance(value, list) and "properties" in node["items"] and node["title"].endswith("s"):
            many = inside(node["title"])
            found.append(plural(len(value), re.sub("(ie)?s$", lambda end: "y" if end[1] else "", many), many))
    yield from found[:MOST_FACTS]


_ELSEWHERE = frozenset(
    {"title", "stages", "recorded", "principles", "values", "sources", "information", "formerly", "exceptions"}
)


def changed(pair: Pair, left: Iterable[Change], about: About | None = None) -> Iterator[SentencePart]:
    """Yield a part of a sentence for each change; entries added to one list, or taken out of it, share one."""
    many: dict[tuple[str, str, bool], list[Change]] = {}
    for change in left:
        subject, said = about(pair, change) if about else ("", 0)
        steps = change.steps[said:]
        came, went = change.before is None, change.after is None
        if steps and steps[-1].entry is not None and (came or went):
            many.setdefault((subject, _lead(pair, steps[:-1]), came), []).append(change)
        elif not steps:
            yield SentencePart("new" if came else "taken out", (change,), subject)
        else:
            yield SentencePart(f"{_lead(pair, steps)}: {_change_text(pair, change)}", (change,), subject)
    for (subject, lead, came), changes in many.items():
        names = some_of((_name(pair, change) for change in changes), 3)
        yield SentencePart(f"{lead}: {names} {'added' if came else 'taken out'}", changes, subject)


def _lead(pair: Pair, steps: Sequence[Step]) -> str:
    """The steps to a change in words, which stand before a colon: `findings, “Nowhere to go”, sources`."""
    return ", ".join(_step(pair, step) for step in steps)


def _step(pair: Pair, step: Step) -> str:
    register = pair.view.register
    if step.title:
        return inside(step.title)
    if step.entry is None:
        return f"“{item_name(register, step.item, step.key) if step.item else words(step.key)}”"
    said = entry_name(step.entry)
    if not said and step.named:
        said = some_of(value_text(node, step.entry[one], register) for one, node in step.named.items())
    return said or (value_text(_DATE, step.entry["date"], register) if "date" in step.entry else f"no. {step.key}")


_DATE = {"format": "date"}


def _name(pair: Pair, change: Change) -> str:
    """The name of a whole entry; one that has only a date or a number is described by its first facts too."""
    step, register = change.steps[-1], pair.view.register
    said = _step(pair, step)
    if step.named or entry_name(step.entry or {}):
        return said
    facts = facts_text(change.node, step.entry or {}, register, 2, leave=("date",))
    return (f"{said} ({facts})" if "date" in (step.entry or {}) else facts) if facts else said


def _change_text(pair: Pair, change: Change) -> str:
    """One change, after its lead: `3 March → 10 March 2026`, `A added, B taken out`, `reworded (12 → 15 words)`."""
    before, after, register = change.before, change.after, pair.view.register
    if change.reordered:
        return "put in another order"
    if isinstance(before, list) or isinstance(after, list):
        return _list(pair, change)
    if isinstance(after, Mapping) or isinstance(before, Mapping):
        return f"added ({facts_text(change.node, after, register)})" if after else "taken out"
    if _is_text(change.node, before, after):
        return _text(before, after)
    if isinstance(before, str) and isinstance(after, str) and change.node.get("format") == "date":
        return date_change(date.fromisoformat(before), date.fromisoformat(after))
    then = value_text(change.node, before, pair.views[0].register)
    now = value_text(change.node, after, pair.views[1].register)
    return f"{then} → {now}" if then != now else f"{then} ({before}) → {now} ({after})"


def _is_text(node: Mapping[str, Any], *values: Any) -> bool:
    """Whether the field is free text."""
    written = any(isinstance(value, str) for value in values)
    known = ("x-record", "x-item", "x-here", "enum", "x-period", "x-counts")
    return written and node.get("format") != "date" and not any(one in node for one in known)


def _text(before: Any, after: Any) -> str:
    """Short text in full, long text by how long it was and is and what is new in it."""
    if not isinstance(before, str):
        return f"added, {quoted(str(after))}"
    if not isinstance(after, str):
        return f"taken out, {quoted(before)}"
    old, new = before.split(), after.split()
    if old == new:
        return "laid out anew, in the same words"
    if len(before) <= SHORT and len(after) <= SHORT:
        return f"{quoted(before)} → {quoted(after)}"
    length = f"{len(old):,} → {plural(len(new), 'word')}" if len(old) != len(new) else plural(len(new), "word")
    return f"reworded ({length}): {_excerpt(old, new)}"


def _excerpt(old: Sequence[str], new: Sequence[str]) -> str:
    """The beginning of the new words, or the part of them where they begin to differ."""
    same = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new))
    )
    start = max(same - 3, 0) if len(" ".join(new[: same + 1])) > SHORT else 0
    said = quoted(" ".join(new[start:]))
    return f"“… {said[1:]}" if start else said


def _list(pair: Pair, change: Change) -> str:
    node = change.node.get("items", {})
    before, after = change.before or [], change.after or []
    went, came = _without(before, after), _without(after, before)
    if not went and not came:
        return "put in another order" if before else "nothing → none" if change.before is None else "none → nothing"
    if len(went) == len(came) == 1 and _is_text(node, *went):
        return _text(went[0], came[0])
    said = []
    for items, view, word in ((came, pair.views[1], "added"), (went, pair.views[0], "taken out")):
        if items:
            said.append(f"{some_of(value_text(node, one, view.register) for one in items)} {word}")
    return ", ".join(said)


def _without(items: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """The items that are left after each of `others` takes away one that equals it."""
    left = Counter(others)
    return [one for one in items if not left[one] or left.subtract((one,))]
