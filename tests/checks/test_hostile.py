"""Whatever valid or invalid records say, the checks answer with problems, never with an exception."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from spoiling import somewhere
from test_examples import EXAMPLES, lay

from generator import checks, register, source
from generator.schema import Schema

NAMES = sorted(str(path.relative_to(EXAMPLES / "base")) for path in (EXAMPLES / "base").rglob("*.yaml"))
WRONG: list[Any] = [
    None, "", "x", 0, -1, 10**9, 1.5, True, [], {}, ["x"], "2099-12-31", "1900-01-01", "2026-27-q4", "2099-00-q4",
    "council", "audit/2026-falls", "findings-report/2026-falls#x", "sar/2025-adult-f#r1",
    "withdrawn", "published", "agreed", "not-published",
]  # fmt: skip


def spoil(value: Any, chance: random.Random) -> Any:
    """The value with one part taken out, changed for another or doubled."""
    value, holder, key, holders = somewhere(value, chance)
    match chance.randrange(4):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        case 2:
            others = [one for other in holders for one in (other if isinstance(other, list) else other.values())]
            holder[key] = chance.choice(others)
        case _:
            holder[key] = chance.choice(WRONG)
    return value


@pytest.mark.parametrize("name", NAMES)
def test_no_record_stops_the_checks(name: str, tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base")
    path, chance = tmp_path / name, random.Random(name)
    value = source.read(name, path.read_bytes()).value
    for _ in range(25):
        path.write_text(yaml.safe_dump(spoil(value, chance), allow_unicode=True, sort_keys=False))
        for problem in checks.run(register.read(tmp_path, schemas)):
            assert "\n" not in problem.message


NO_SUCH = {"date": "2026-02-30", "quarter": "2031-33-q1", "year": "2031-33"}
"""What a file may be named after, and what there is none of."""


@pytest.mark.parametrize("rule", ["base", *sorted(checks.modules())])
def test_no_name_stops_the_checks(rule: str, tmp_path: Path, schemas: dict[str, Schema]) -> None:
    lay(tmp_path, "base", rule)
    for path in sorted((tmp_path / "records").rglob("*.yaml")):
        type, _, id = path.relative_to(tmp_path / "records").as_posix().removesuffix(".yaml").partition("/")
        parts = schemas[type].path.read(id) if type in schemas else None
        if not parts or not NO_SUCH.keys() & parts.keys():
            continue
        wrong = schemas[type].path.text.format(**{part: NO_SUCH.get(part, said) for part, said in parts.items()})
        name, text = f"records/{type}/{wrong}.yaml", path.read_text()
        path.unlink()
        value = source.read(name, text.encode()).value
        for left_out in ("", *value):
            kept = {field: said for field, said in value.items() if field != left_out}
            (tmp_path / name).write_text(yaml.safe_dump(kept, allow_unicode=True, sort_keys=False))
            assert name in {one.place.file for one in checks.run(register.read(tmp_path, schemas))}
        (tmp_path / name).unlink()
        path.write_text(text)
