"""The section of reviews: what is under way, what is awaited, what was published, and links to each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.assurance.learning.reviews import standing
from generator.components import Badge, Card, Cards, Lead, News, NewsItem
from generator.edition import View
from generator.model.deep_dive import DeepDive
from generator.model.inspection import Inspection
from generator.model.learning_review import LearningReview
from generator.model.peer_review import PeerReview
from generator.model.record import Record
from generator.model.sar import Sar
from generator.page import Page
from generator.wording import day as day_in_words

KINDS: dict[str, tuple[type[Record], str]] = {
    "sar": (Sar, "reviews/sars/index.md"),
    "learning-review": (LearningReview, "reviews/learning-reviews/index.md"),
    "deep-dive": (DeepDive, "reviews/deep-dives/index.md"),
    "peer-review": (PeerReview, "reviews/peer-reviews/index.md"),
    "inspection": (Inspection, "reviews/inspections/index.md"),
}
NEWEST = 6
_PUBLIC = {
    "sar": "When an adult died or was seriously harmed: what should change.",
    "learning-review": "What we take from reviews that others hold.",
    "deep-dive": "A close look at one question.",
    "peer-review": "What people from outside told us.",
    "inspection": "What regulators said about local services.",
}
_PARTNERS = {
    "learning-review": "Reviews of other kinds, owned elsewhere.",
    "deep-dive": "One theme, through audit, data and engagement.",
    "peer-review": "Practice and oversight, seen from outside.",
    "inspection": "Regulators’ outcomes and the responses to them.",
}
_TITLES = {
    "learning-review": "Other learning reviews",
    "deep-dive": "Deep dives",
    "peer-review": "Peer reviews",
    "inspection": "Inspections",
}
_LEAD = (
    "When something goes wrong, we look at it carefully and say openly what we learned. We also look closely when "
    "things go well."
)
_AWAITED = {
    "publication-decision": ("Completed on this day", "Publication decision", "attention"),
    "to-be-published": ("Not before this day", "To be published", "info"),
    "decision": ("Referred on this day", "Decision", "info"),
    "to-begin": ("Decided on this day", "To begin", "info"),
    "responses": ("Completed on this day; recommendations wait for a response", "Responses", "attention"),
    "due": ("Deep dive, due on this day", "Findings", "info"),
    "planned": ("Peer review, planned for this day", "To be held", "info"),
}
"""For each reason why a review is listed: the words for its day, and for what is awaited."""


@dataclass(frozen=True)
class Item:
    """One line: a record, the day that matters, and why it is listed."""

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
            "lead": Lead(_LEAD if view.public else "What is under way, what is awaited, and what was published."),
            "kinds": Cards([_kind(view, type, path) for type, path in kinds.items()], "small"),
            "under_way": None if view.public and not any(_under_way(view)) else _news_of_under_way(view),
            "awaited": _news_of_awaited(view),
            "published": _news_of_published(view),
        },
    )


def _kind(view: View, type: str, path: str) -> Card:
    law = view.framework.adult_reviews.law
    held = f"Held under {law}, from referral to publication." if law else "From referral to publication."
    text = _PUBLIC[type] if view.public else {**_PARTNERS, "sar": held}[type]
    title = _TITLES.get(type) or view.type_plural(type)
    return Card(title, path, len(view.all(KINDS[type][0])), text, kicker="Published" if view.public else "")


def _news_of_under_way(view: View) -> News:
    items = []
    for one in sorted(_under_way(view), key=_newest):
        type = view.type_name(one.target.partition("/")[0])
        note = "Deep dive, agreed by the chair on this day" if one.why == "agreed" else f"{type}, begun on this day"
        late = one.why == "past-its-time"
        badge = Badge("Past its time", "attention") if late else Badge("Under way", "info")
        items.append(NewsItem(day_in_words(one.day), view.name(one.target), one.target, badge, note))
    return News(items, "No review is under way.")


def _news_of_awaited(view: View) -> News | None:
    if view.public:
        return None
    items = []
    for one in sorted(_awaited(view), key=lambda one: (one.day or date.max, one.target)):
        note, word, kind = _AWAITED[one.why]
        passed = one.why in ("due", "planned") and one.day is not None and one.day < view.day
        badge = Badge(f"{word}, past its date", "attention") if passed else Badge(word, kind)
        known = note if one.day else ""
        items.append(NewsItem(day_in_words(one.day), view.name(one.target), one.target, badge, known))
    return News(items) if items else None


def _news_of_published(view: View) -> News:
    items = [
        NewsItem(
            day_in_words(one.day), view.name(one.target), one.target, note=view.type_name(one.target.split("/")[0])
        )
        for one in sorted(_published(view), key=_newest)[:NEWEST]
    ]
    later = " When it is, it will be here first." if view.public else ""
    return News(items, f"Nothing has been published yet.{later}")


def _newest(item: Item) -> tuple[int, str]:
    return -(item.day or date.min).toordinal(), item.target


def _under_way(view: View) -> Iterator[Item]:
    for sar in view.all(Sar):
        known = standing(sar, view.framework, view.day)
        if known.running:
            yield Item(f"sar/{sar.id}", sar.started, "past-its-time" if known.over else "began")
    for review in view.all(LearningReview):
        if review.started and not review.completed:
            yield Item(f"learning-review/{review.id}", review.started, "began")
    for dive in view.all(DeepDive):
        if not dive.results:
            yield Item(f"deep-dive/{dive.id}", dive.agreed_by_chair, "agreed")


def _awaited(view: View) -> Iterator[Item]:
    """What is still to be decided or held; an awaited publication decision only in the working edition."""
    for sar in view.all(Sar):
        state = standing(sar, view.framework, view.day).state
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
