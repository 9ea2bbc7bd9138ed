"""A review is published by a decision that makes sure of three things.

Publishing a review of a death or of serious harm can hurt. Its record says that the family was told, that no
proceedings stand in the way, and that it was read for anything that identifies a person.

Wrong: the stage `published` and, under `publication`, `family_informed: false`.
Right: the stage `published` once all three are true.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.sar import Sar
from generator.problem import Fault
from generator.register import Entry, Register
from generator.wording import shown

upholds = ("R32",)
level = "E"
SURE = {
    "family_informed": "the family was told",
    "proceedings_clear": "no proceedings stand in the way",
    "read_for_identification": "it was read for anything that identifies a person",
}


def problems(register: Register) -> Iterator[Fault]:
    for entry, review in register.of(Sar):
        if review.last_stage.stage == "published":
            yield from _faults(entry, review, len(review.stages) - 1)


def _faults(entry: Entry, review: Sar, last: int) -> Iterator[Fault]:
    decision, stage = review.publication, entry.place("stages", last, note="published")
    published = review.stages[last].date
    if decision is None:
        yield Fault(
            stage,
            "the review is published without a decision on its publication",
            "Add `publication`, or take “published” out.",
        )
    elif decision.decision == "not-published":
        place = entry.place("publication", "decision", note="the decision")
        yield Fault(stage, "the review is published, and the decision was not to", "Correct one of the two.", (place,))
    else:
        for field, words in SURE.items():
            if not getattr(decision, field):
                message = f"the review is published before it is sure that {words}"
                remedy = "Set it to true once it is so; until then, take the stage “published” out."
                yield Fault(entry.place("publication", field), message, remedy, (stage,))
        if decision.date and published and published < decision.date:
            message = f"the review is published on {shown(published)}, "
            message += f"before the decision on {shown(decision.date)}"
            place = entry.place("publication", "date", note="the decision")
            yield Fault(entry.place("stages", last, "date"), message, "Correct one of the two dates.", (place,))
        elif decision.embargo and published and published < decision.embargo:
            held = shown(decision.embargo)
            message = f"the review is published on {shown(published)}, and held back until {held}"
            place = entry.place("publication", "embargo", note="held back until")
            yield Fault(entry.place("stages", last, "date"), message, "Correct one of the two dates.", (place,))
