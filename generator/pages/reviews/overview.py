"""The section of reviews: what is under way, what is awaited, what was published, and the way to each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.assurance.learning.reviews import course
from generator.edition import View
from generator.model.deep_dive import DeepDive
from generator.model.inspection import Inspection
from generator.model.learning_review import LearningReview
from generator.model.peer_review import PeerReview
from generator.model.record import Record
from generator.model.sar import Sar
from generator.page import Page

KINDS: dict[str, tuple[type[Record], str]] = {
    "sar": (Sar, "reviews/sars/index.md"),
    "learning-review": (LearningReview, "reviews/learning-reviews/index.md"),
    "deep-dive": (DeepDive, "reviews/deep-dives/index.md"),
    "peer-review": (PeerReview, "reviews/peer-reviews/index.md"),
    "inspection": (Inspection, "reviews/inspections/index.md"),
}
NEWEST = 6


@dataclass(frozen=True)
class Item:
    """One line: a record, the day that matters, and why it is listed: a word for the template to spell out."""

    target: str
    day: date | None
    why: str


def pages(view: View) -> Iterator[Page]:
    kinds = {type: path for type, (model, path) in KINDS.items() if view.uses(type) or view.all(model)}
    if not kinds:
        return
    yield Page(
        path="reviews/index.md",
        template="reviews/reviews.md.jinja",
        title="Reviews",
        description=f"{view.type_plural('sar')}, other learning reviews, deep dives, peer reviews and inspections.",
        context={
            "kinds": [(type, path, len(view.all(KINDS[type][0]))) for type, path in kinds.items()],
            "under_way": sorted(_under_way(view), key=_newest),
            "awaited": sorted(_awaited(view), key=lambda one: (one.day or date.max, one.target)),
            "published": sorted(_published(view), key=_newest)[:NEWEST],
        },
    )


def _newest(item: Item) -> tuple[int, str]:
    return -(item.day or date.min).toordinal(), item.target


def _under_way(view: View) -> Iterator[Item]:
    for sar in view.all(Sar):
        known = course(sar, view.framework, view.day)
        if known.running:
            yield Item(f"sar/{sar.id}", sar.started, "past-its-time" if known.over else "began")
    for review in view.all(LearningReview):
        if review.started and not review.completed:
            yield Item(f"learning-review/{review.id}", review.started, "began")
    for dive in view.all(DeepDive):
        if not dive.results:
            yield Item(f"deep-dive/{dive.id}", dive.agreed_by_chair, "agreed")


def _awaited(view: View) -> Iterator[Item]:
    """What somebody has still to decide or hold; that a publication decision is awaited is the working edition's."""
    for sar in view.all(Sar):
        state = course(sar, view.framework, view.day).state
        if state == "completed" and view.edition == "working":
            yield Item(f"sar/{sar.id}", sar.completed, "publication-decision")
        elif state == "to-be-published" and sar.publication:
            yield Item(f"sar/{sar.id}", sar.publication.embargo, "to-be-published")
        elif state in ("referred", "decided"):
            day = sar.referred if state == "referred" else sar.decision.date if sar.decision else None
            yield Item(f"sar/{sar.id}", day, "decision" if state == "referred" else "to-begin")
        elif state in ("completed", "to-be-published", "published") and any(
            not one.response for one in sar.recommendations
        ):
            yield Item(f"sar/{sar.id}", sar.completed, "responses")
    for dive in view.all(DeepDive):
        if not dive.results and dive.due:
            yield Item(f"deep-dive/{dive.id}", dive.due, "due")
    for review in view.all(PeerReview):
        if not review.held and review.planned:
            yield Item(f"peer-review/{review.id}", review.planned, "planned")


def _published(view: View) -> Iterator[Item]:
    for type, (model, _) in KINDS.items():
        for one in view.all(model):
            if isinstance(one, Inspection):
                yield Item(f"{type}/{one.id}", one.published, "published")
            elif one.last_stage.stage == "published":
                yield Item(f"{type}/{one.id}", one.last_stage.date, "published")
