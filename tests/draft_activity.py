"""Drafts of the illustrative activity's bulk: `python tests/draft_activity.py OUT_DIR` writes them; same seed, same bytes.

The records in `records/` are the truth: they began as these drafts and were edited by hand since.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from activity import kpi_returns  # noqa: E402
from activity.writing import write  # noqa: E402
from generator import schema, source  # noqa: E402

DRAFTS = (("kpi-return", kpi_returns, "kpi"),)


def main(folder: Path) -> None:
    """Write every draft below `folder`, one file a record."""
    schemas = schema.load(TESTS.parent / "schemas")
    for type, module, words in DRAFTS:
        for id, value in module.drafts(_words(words)):
            write(folder, schemas[type], id, value)


def _words(name: str) -> dict[str, Any]:
    path = TESTS / "activity" / "words" / f"{name}.yaml"
    found: dict[str, Any] = source.read(path.name, path.read_bytes()).value
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
