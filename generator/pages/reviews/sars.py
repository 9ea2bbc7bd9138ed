"""The index of reviews of deaths and of serious harm: where each stands against its time, and what recurs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.assurance.actions.responses import answers
from generator.assurance.actions.status import ActionState
from generator.assurance.learning.reviews import ReviewStanding, standing
from generator.assurance.learning.themes import themes
from generator.charts.review_lengths import review_lengths
from generator.components import (
    Badge,
    Card,
    Cards,
    Column,
    Facts,
    Figure,
    Lead,
    Link,
    Passage,
    Phrase,
    Stat,
    Table,
    phrase,
    stack,
    states,
)
from generator.components import records as shared
from generator.components.records import choice, withdrawals
from generator.edition import View
from generator.model.lists import AdultReviews
from generator.model.sar import Sar
from generator.page import Page
from generator.periods import Year
from generator.wording import day, listed, plural, sentence, short_day, spelled, with_article

_STEPS = ("referred", "started", "completed", "published")
_PUBLIC = (
    "When an adult who needs care and support has died, or been seriously harmed, because of abuse or neglect, {duty} "
    "find out whether agencies could have worked together better. We do not look for someone to blame. We look for "
    "what should change."
)
_UNDECIDED = "A referral that is still to be decided may be kept apart from these records until the decision."


def pages(view: View) -> Iterator[Page]:
    if not (view.uses("sar") or view.all(Sar)):
        return
    reviews = sorted(view.all(Sar), key=lambda one: (_known(one), one.id), reverse=True)
    standings = {one.id: standing(one, view.framework, view.day) for one in reviews}
    recurring = [one for one in themes(view.register) if any(place.startswith("sar/") for place in one.places)]
    caption = "Themes of the reviews, the most frequent first, with the other places they appear"
    limit = view.framework.adult_reviews.months
    partners = {
        "stats": stats(view, list(standings.values()), limit) if reviews else None,
        "every": _every(view, reviews, standings),
        "against": f"Against {spelled(limit)} months" if limit else "How long they took",
        "lengths": _lengths(view, reviews, standings),
        "slow": _delay_reasons(reviews, standings),
        "responses": _responses(view, reviews),
        "years": _years(view, reviews),
    }
    yield Page(
        path="reviews/sars/index.md",
        template="reviews/sars.md.jinja",
        title=view.type_plural("sar"),
        description="Reviews of deaths and of serious harm, and what was learned from them.",
        context={
            "public": view.public,
            "lead": lead(view.framework.adult_reviews, view.public),
            "cards": [Cards([_card(one)]) for one in reviews] if view.public else [],
            **({} if view.public else partners),
            "recurring": "What keeps coming up" if view.public else "Themes across reviews",
            "themes": shared.themes(view, recurring, caption) if recurring else None,
            "withdrawn": withdrawals(view.taken_down("sar"), sentence(with_article(view.type_name("sar")))),
        },
    )


def lead(asked: AdultReviews, public: bool) -> Lead | None:
    """Return what these reviews are for: for partners as the framework says it, and nothing where it does not."""
    if public:
        return Lead(_PUBLIC.format(duty="the law asks us to" if asked.law else "we"))
    return Lead(asked.purpose) if asked.purpose else None


def _known(review: Sar) -> date:
    return review.referred or review.completed or date.min


def _card(one: Sar) -> Card:
    return Card(
        one.title,
        f"sar/{one.id}",
        text=Passage(one.learning.what_learned) if one.learning else "",
        kicker=f"Completed {day(one.completed)}" if one.completed else "",
        badge=sentence(listed(one.themes)),
    )


def stats(view: View, standings: Sequence[ReviewStanding], limit: int | None) -> Cards:
    """Return how many reviews are under way, to begin, completed and published, and how many passed their time."""
    running, ended = [one for one in standings if one.running], [one for one in standings if one.ended]
    long, late = sum(bool(one.over) for one in running), ""
    within = ""
    if limit:
        months = f"{spelled(limit)} months"
        late = f"{plural(long, 'review')} past {months}" if long else f"all within {months}"
        within = f"{sum(not one.over for one in ended)} of them within {months}"
    kind = ("attention" if long else "good") if running and limit else ""
    begun = sum(one.state in ("referred", "decided") for one in standings)
    awaiting = sum(one.state == "completed" for one in standings) if view.edition == "working" else 0
    decision = [Stat(awaiting, "awaiting a publication decision", "Seen in this edition only", "attention")]
    return Cards(
        [
            Stat(len(running), "under way", late if running else "", kind),
            Stat(begun, "referred or decided, not begun"),
            Stat(len(ended), "completed", within if ended else ""),
            *(decision if awaiting else []),
            Stat(sum(one.state == "published" for one in standings), "published"),
        ],
        "small",
    )


def _every(view: View, reviews: Sequence[Sar], standings: Mapping[str, ReviewStanding]) -> Table:
    rows = []
    for one in reviews:
        known = standings[one.id]
        awaiting = known.state == "completed" and view.edition == "working"
        rows.append(
            (Link(f"sar/{one.id}", one.title), states.review(known, awaiting), _decided(view, one), _held(one, known))
        )
    columns = [Column(title) for title in ("Review", "Where it stands", "Referral and decision", "Review held")]
    empty = "No referral has been recorded yet."
    return Table("Every review, newest referral first", columns, rows, empty=empty, stack=True, note=_UNDECIDED)


def _decided(view: View, one: Sar) -> Any:
    decision = one.decision
    if decision is None or decision.date is None:
        return stack(f"Referred {short_day(one.referred)}")
    said = f"Decided {short_day(decision.date)}: {choice(view, 'review_decisions', decision.kind)}"
    return stack(f"Referred {short_day(one.referred)}", said)


def _held(one: Sar, known: ReviewStanding) -> Any:
    if one.started is None:
        return None
    until = f"to {short_day(one.completed)}" if one.completed else "onwards"
    method = sentence(one.methodology) if one.methodology else None
    return stack(f"{short_day(one.started)} {until}", states.review_length(known), method)


def _lengths(view: View, reviews: Sequence[Sar], standings: Mapping[str, ReviewStanding]) -> Figure | None:
    timed = [(one.title, standings[one.id]) for one in reviews if standings[one.id].months is not None]
    asked = view.framework.adult_reviews
    return Figure(review_lengths(timed[::-1], asked.months), asked.time_limit or "") if timed else None


def _delay_reasons(reviews: Sequence[Sar], standings: Mapping[str, ReviewStanding]) -> Facts | None:
    pairs = [(one.title, one.delay_reason) for one in reviews if standings[one.id].over and one.delay_reason]
    return Facts(pairs) if pairs else None


def _responses(view: View, reviews: Sequence[Sar]) -> Table | None:
    """How many recommendations had each response, and how the actions that answer them stand."""
    answered = answers(view.register, view.assessment.actions)
    rows = [_response(one, answered) for one in reviews if one.recommendations]
    numbers = ("Made", "Accepted", "In part", "Not accepted", "Awaited")
    columns = [Column("Review"), *(Column(title, number=True) for title in numbers), Column("Actions done")]
    caption = "Recommendations of each review, the responses to them and the actions that answer them"
    return Table(caption, columns, rows, stack=True) if rows else None


def _response(review: Sar, answered: Mapping[str, Sequence[ActionState]]) -> tuple[Any, ...]:
    found = Counter(one.response.decision if one.response else "awaited" for one in review.recommendations)
    every = {
        (state.plan, state.action): state
        for one in review.recommendations
        for state in answered.get(f"sar/{review.id}#{one.id}", ())
    }
    kinds = ("accepted", "partly-accepted", "not-accepted", "awaited")
    made = len(review.recommendations)
    return Link(f"sar/{review.id}", review.title), made, *(found[kind] for kind in kinds), done(list(every.values()))


def done(actions: Sequence[ActionState]) -> Phrase:
    """Return how many of some actions are done, and how many are overdue."""
    if not actions:
        return phrase("None set")
    closed = sum(one.closed is not None and one.status != "withdrawn" for one in actions)
    late = sum(one.overdue for one in actions)
    badge = (" ", Badge(f"{late} overdue", "poor")) if late else ()
    return phrase(f"{closed} of {len(actions)}", *badge)


def _years(view: View, reviews: Sequence[Sar]) -> Table | None:
    """How many were referred, begun, completed and published in each of the partnership's years, newest first."""
    counts: dict[Year, Counter[str]] = {}
    for one in reviews:
        published = one.last_stage.date if one.last_stage.stage == "published" else None
        for step, known in zip(_STEPS, (one.referred, one.started, one.completed, published), strict=True):
            if known:
                counts.setdefault(Year.of(known, view.partnership.year_starts), Counter())[step] += 1
    rows = [(str(year), *(counts[year][step] for step in _STEPS)) for year in sorted(counts, reverse=True)]
    columns = [
        Column("Year"),
        *(Column(title, number=True) for title in ("Referred", "Begun", "Completed", "Published")),
    ]
    note = "" if view.edition == "working" else "Reviews that are still in draft are not counted here."
    caption = "Reviews referred, begun, completed and published in each year"
    return Table(caption, columns, rows, note=note) if rows else None
