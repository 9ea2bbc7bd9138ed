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
