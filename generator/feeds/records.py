"""Every visible record as JSON, one file a type: what an edition shows, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator.edition import View
from generator.page import File
from generator.register import Entry


def files(view: View) -> Iterator[File]:
    for type, entries in view.register.entries.items():
        if entries:
            yield File(f"downloads/records/{type}.json", _document(view, type, entries))


def _document(view: View, type: str, entries: Mapping[str, Entry]) -> str:
    """A JSON object with the type, the date and the records, one on each line."""
    expected = view.register.schemas[type]
    about = {
        "type": type,
        "title": view.type_name(type),
        "partnership": view.partnership.title,
        "as_of": view.day.isoformat(),
        "notice": view.partnership.illustrative.notice if view.partnership.illustrative else "",
    }
    records = [{"id": id, **(expected.path.read(id) or {}), **entry.value} for id, entry in entries.items()]
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    return f'{json.dumps(about, ensure_ascii=False)[:-1]}, "records": [\n{lines}\n]}}\n'
