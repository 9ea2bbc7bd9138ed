"""A record as known on a day: facts dated later are removed, plans stay."""

from __future__ import annotations

from typing import Any

from generator.schema.traverse import KeywordTree


def as_of(branch: KeywordTree | None, value: Any, until: str) -> Any:
    """Return `value` without what was not known at `until`: the same object if nothing is removed, None if everything
    is.

    `branch` is the schema's keyword tree of the dates that are facts, `x-known`.
    """
    if branch is None:
        return value
    if isinstance(value, list):
        kept = [as_of(branch.items, item, until) for item in value]
        same = len(kept) == len(value) and all(one is other for one, other in zip(kept, value, strict=True))
        return value if same else [item for item in kept if item is not None]
    if not isinstance(value, dict):
        return value
    changed = dict(value)
    for name, inner in value.items():
        below = branch.properties.get(name, branch.values)
        if below is None:
            continue
        if below.here is not None and isinstance(inner, str):
            if inner > until and below.here == "object":
                return None
            if inner > until:
                del changed[name]
            continue
        kept = as_of(below, inner, until)
        if kept is None:
            del changed[name]
        else:
            changed[name] = kept
    return value if all(changed.get(name) is inner for name, inner in value.items()) else changed
