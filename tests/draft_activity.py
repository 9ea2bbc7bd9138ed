"""Drafts of the bulk of the illustrative activity: `python tests/draft_activity.py OUT_DIR`; same seed, same bytes.

The records in `records/` are the truth: they began as these drafts and were edited by hand since. Meetings are drafted
from the records that name them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parent
WORDS = TESTS / "activity" / "words"
sys.path[:0] = [str(TESTS), str(TESTS.parent)]

from activity import agendas, audits, kpi_returns, reports, statements, voices  # noqa: E402
from activity.writing import write  # noqa: E402

from generator import register, schema, source  # noqa: E402


def main(folder: Path) -> None:
    """Write every draft below `folder`, one file a record."""
    schemas = schema.load(TESTS.parent / "schemas")
    for type, id, value in drafts():
        write(folder, schemas[type], id, value)
    told = register.read(TESTS.parent, schemas)
    for id, value in agendas.drafts(told, _words(WORDS / "meetings.yaml")):
        write(folder, schemas["meeting"], id, value)


def drafts() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield type, id and values of every draft."""
    for id, value in kpi_returns.drafts(_words(WORDS / "kpi.yaml")):
        yield "kpi-return", id, value
    for id, value in reports.drafts(_words(WORDS / "reports.yaml"), _words(WORDS / "single-agency.yaml")):
        yield "report", id, value
    for id, value in voices.drafts(_words(WORDS / "voice.yaml")):
        yield "voice", id, value
    for id, value in statements.drafts(_words(WORDS / "qa-statements.yaml")):
        yield "qa-statement", id, value
    yield from audits.drafts({path.stem: _words(path) for path in sorted((WORDS / "audits").iterdir())})


def _words(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = source.read(path.name, path.read_bytes()).value
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
