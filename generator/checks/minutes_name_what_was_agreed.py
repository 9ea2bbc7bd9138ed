"""The minutes name what the meeting agreed.

Once agreed, a record is shown to the partnership; once published, to everyone. The record of the meeting that agreed
names it, on the agenda or among the decisions. The same goes for publishing a version of the site. Where no minutes
name the decision, the record says why.

Wrong: `{stage: agreed, date: 2026-07-02, meeting: qap/2026-07-02}`, and nothing in that meeting is `about` the record.
Right: `{id: d1, kind: approval, text: The plan was agreed., about: [action-plan/2026-falls]}` among its decisions.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.model.meeting import Meeting
from generator.problem import Fault
from generator.register import Entry, Register
from generator.routes import Route

upholds = ()
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    @cache
    def names(id: str) -> frozenset[str] | None:
        """What the meeting's record is about; None where there are no minutes yet."""
        meeting = register.get(Meeting, id)
        if meeting is None or meeting.minutes is None:
            return None
        about = [item.about for item in meeting.agenda] + [decision.about for decision in meeting.minutes.decisions]
        return frozenset(one.partition("#")[0] for each in about for one in each)

    for entry in register.each():
        for route, id in _decisions(entry):
            named = names(id)
            if named is not None and f"{entry.type}/{entry.id}" not in named:
                yield Fault(
                    entry.place(*route),
                    f"this was agreed at {id}, whose agenda and decisions do not name it",
                    f"Add `about: [{entry.type}/{entry.id}]` to the decision in records/meeting/{id}.yaml; if there is "
                    "none, say why under `exceptions` with `rule: minutes-name-what-was-agreed`.",
                )


def _decisions(entry: Entry) -> Iterator[tuple[Route, str]]:
    """Where the record says which meeting agreed to show it to others."""
    if entry.type == "publication" and "meeting" in entry.value:
        yield ("meeting",), entry.value["meeting"]
    for at, stage in enumerate(entry.record.stages):
        if stage.stage == "agreed" and stage.meeting:
            yield ("stages", at, "meeting"), stage.meeting
