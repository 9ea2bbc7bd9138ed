"""Every visible record as JSON, one file a type: what an edition shows, for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.edition import View
from generator.page import File


def files(view: View) -> Iterator[File]:
    for type, entries in view.register.entries.items():
        if entries:
            records = [
                {"id": id, **(view.register.schemas[type].path.read(id) or {}), **entry.value}
                for id, entry in entries.items()
            ]
            data = {
                "type": type,
                "title": view.register.schemas[type].title,
                "partnership": view.partnership.title,
                "as_of": view.day.isoformat(),
                "notice": view.partnership.illustrative.notice if view.partnership.illustrative else "",
                "records": records,
            }
            yield File(f"downloads/records/{type}.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")
