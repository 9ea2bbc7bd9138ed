"""Two states of the shipped records as one edition sees them: `edited({file: [(before, after)]})`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from conftest import ROOT

from generator import edition, register, schema, source
from generator.assurance import assessment
from generator.diff import Difference, differences
from generator.edition import Edition, View
from generator.register import Register
from generator.register.former import former_ids, under_present_ids

SCHEMAS = schema.load(ROOT / "schemas")
Edits = Mapping[str, Iterable[tuple[str, str]] | str | None]
"""By a file's name below `records`: words and what stands instead of them, or a whole new file, or None to delete."""


@cache
def shipped() -> Mapping[str, bytes]:
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes() for path in sorted(Path(ROOT / "records").rglob("*.yaml"))
    }


def whole(files: Mapping[str, bytes]) -> Register:
    found = register.gather([source.read(file, data) for file, data in sorted(files.items())], SCHEMAS)
    assert not found.faults, [fault.message for fault in found.faults]
    return found


def view(name: Edition, files: Mapping[str, bytes]) -> View:
    return seen(name, whole(files))


def seen(name: Edition, whole: Register) -> View:
    illustrative = whole.partnership.illustrative
    assert illustrative
    assert illustrative.as_of
    known = whole.at(illustrative.as_of)
    return edition.view(name, illustrative.as_of, known, assessment.assess(known, illustrative.as_of))


def titles(name: Edition) -> Mapping[str, str]:
    """Return what the partnership calls one record of each type."""
    return {type: before(name).type_name(type) for type in SCHEMAS}


@cache
def before(name: Edition) -> View:
    return view(name, shipped())


def edited(edits: Edits) -> dict[str, bytes]:
    """The shipped files, edited: every word to be replaced is there."""
    files = dict(shipped())
    for short, what in edits.items():
        name = f"records/{short}.yaml"
        if what is None:
            del files[name]
        elif isinstance(what, str):
            files[name] = what.encode()
        else:
            text = files[name].decode()
            for old, new in what:
                assert old in text, old
                text = text.replace(old, new, 1)
            files[name] = text.encode()
    return files


def changed(name: Edition, edits: Edits, start: Edits | None = None) -> list[Difference]:
    """The differences that the edits make; `start` are edits that the earlier state has."""
    now = whole(edited(edits))
    if not start and None not in edits.values():
        return differences(before(name), seen(name, now))
    then = under_present_ids(whole(edited(start or {})), former_ids(now))
    return differences(seen(name, then), seen(name, now))


def told(name: Edition, edits: Edits, start: Edits | None = None) -> list[str]:
    """Every sentence of an edition about the edits."""
    return [str(said) for one in changed(name, edits, start) for said in one.sentences]
