"""Problems as a JSON list, for other programs."""

from __future__ import annotations

import json

from generator.problem import Edit, Place, Problem
from generator.report import Report


def printed(report: Report) -> str:
    """Return a list of objects, file names relative to the root.

    In a comparison with a commit each has `yours`: true where the problem is new since then.
    """
    yours = {"yours": True} if report.against else {}
    listed = [data(one) | yours for one in report.problems]
    listed += [data(one) | {"yours": False} for one in report.already]
    return json.dumps(listed, indent=2, ensure_ascii=False)


def data(problem: Problem) -> dict[str, object]:
    """Return the problem as plain values."""
    return {
        **_place(problem.place),
        "rule": problem.rule,
        "level": problem.level,
        "message": problem.message,
        "remedy": problem.remedy,
        "related": [_place(place) | {"note": place.note} for place in problem.related],
        "fix": [_edit(edit) for edit in problem.fix],
    }


def _edit(edit: Edit) -> dict[str, object]:
    """An edit; without a new value the field or entry is deleted."""
    plain = edit.new is None or isinstance(edit.new, str | int | float | list | dict)
    return {"route": list(edit.route), **({"new": edit.new} if plain else {}), "key": edit.key}


def _place(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "column": place.column}
