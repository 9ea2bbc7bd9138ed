"""Surveys: what people were asked, what they answered, what was learned and what changed; a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.assurance.actions.responses import answers
from generator.assurance.actions.status import ActionState
from generator.assurance.figures import disclosure
from generator.assurance.figures.disclosure import Marker, Published, text
from generator.components import (
    Badge,
    Bar,
    Card,
    Cards,
    Column,
    Facts,
    Lead,
    Passage,
    Stat,
    Table,
    agencies,
    phrase,
    states,
)
from generator.components.records import (
    byline,
    choice,
    departures,
    finding,
    resulting_records,
    withdrawals,
    withdrawn_notice,
)
from generator.edition import View
from generator.model.lists import title
from generator.model.survey import QuestionResult, Survey
from generator.page import Page
from generator.wording import day, inside, number

_PUBLIC = "We ask people about keeping adults safe. Here is what they said and what we did about it."
_PARTNERS = "What people were asked, what they answered and what changed."
_SOON = "No survey has been published yet. When people tell us something, you will be able to read it here."
_WITHHELD = "[c] stands where a number is withheld, so that nobody can be identified."


def pages(view: View) -> Iterator[Page]:
    surveys = sorted(view.all(Survey), key=lambda one: (one.opened or date.min, one.id), reverse=True)
    if not (view.uses("survey") or surveys):
        return
    yield Page(
        path="learning/surveys/index.md",
        template="learning/surveys.md.jinja",
        title="Surveys",
        description=_PARTNERS,
        context={
            "lead": Lead(_PUBLIC if view.public else _PARTNERS),
            "surveys": [Cards([_card(view, one)]) for one in surveys],
            "empty": _SOON if view.public else "No survey is recorded yet.",
            "withdrawn": withdrawals(view.taken_down("survey"), "A survey"),
        },
    )
    answered = answers(view.register, view.assessment.actions)
    for one in surveys:
        yield _page(view, one, answered)


def _of_adults(view: View, one: Survey) -> bool:
    """Whether the survey's page is public and addressed to adults, who answered it."""
    return view.public and any(kind.id == one.kind and kind.of_adults for kind in view.framework.survey_kinds)


def _card(view: View, one: Survey) -> Card:
    said = []
    if one.what_learned:
        said += [f"**{'You told us' if _of_adults(view, one) else 'What we learned'}**", one.what_learned.text]
    if one.what_changed:
        said += [f"**{'What we did' if view.public else 'What changed'}**", one.what_changed.text]
    stage = (" ", states.stage(one)) if one.last_stage.stage not in ("", "published") else ()
    return Card(
        one.title,
        f"survey/{one.id}",
        text=Passage("\n\n".join(said or [one.theme])),
        kicker=f"{choice(view, 'survey_kinds', one.kind)}, {day(one.opened)}",
        badge=phrase(state(one, view.public), *stage),
    )


def state(one: Survey, public: bool) -> Any:
    """Return how many people answered, or else the stage a survey has reached; for the public, without how many were
    asked.
    """
    if one.results:
        answered = count(one.results.responses)
        asked = "" if public else f" of {text(count(one.results.invited))} asked"
        return f"{text(answered)} {'person' if answered == 1 else 'people'} answered{asked}."
    return f"Closed {day(one.closed)}; the answers are being counted." if one.closed else Badge("Open", "info")


def _page(view: View, one: Survey, answered: Mapping[str, Sequence[ActionState]]) -> Page:
    own, results = f"survey/{one.id}", one.results
    questions = results.questions if results else ()
    counts = [count(answer.count) for question in questions for answer in question.answers]
    policy = view.policy
    until = f" to {day(one.closed)}" if one.closed else ""
    return Page(
        path=f"learning/surveys/{one.id}.md",
        template="learning/survey.md.jinja",
        title=one.title,
        description=f"Survey, {one.title}: what was asked, what people answered and what changed.",
        context={
            "withdrawn": withdrawn_notice(one),
            "theme": Passage(one.theme),
            "byline": byline(one, f"Asked from {day(one.opened)}{until}"),
            "departures": departures(view, own),
            "stats": _stats(one) if results else None,
            "learned_title": "What you told us" if _of_adults(view, one) else "What we learned",
            "learned": Passage(one.what_learned.text) if one.what_learned else None,
            "changed_title": "What we did about it" if view.public else "What changed",
            "changed": Passage(one.what_changed.text) if one.what_changed else None,
            "changed_on": day(one.what_changed.date) if one.what_changed else None,
            "questions": [_question(question, count(results.responses)) for question in questions if results],
            "note": note(policy, any(isinstance(one, Marker) for one in counts)) if view.public else "",
            "waiting": None if results else waiting(one),
            "findings": [finding(view, f"{own}#{point.id}", point.statement, answered) for point in one.findings],
            "facts": _facts(one),
            "resulting_records": resulting_records(view, own),
        },
        record=("survey", one.id),
        shows=tuple(("survey", f"{one.id}#{point.id}") for point in one.findings),
        kicker=f"Survey: {inside(title(view.framework.survey_kinds, one.kind))}",
    )


def _stats(one: Survey) -> Cards:
    results = one.results
    assert results
    answered, invited = count(results.responses), count(results.invited)
    rate = _share(answered, invited)
    return Cards(
        [
            Stat(text(answered), "people answered"),
            Stat(text(invited), "people were asked"),
            Stat(rate if isinstance(rate, Marker) else f"{text(rate)}%", "of those asked"),
        ],
        "small",
    )


def note(policy: disclosure.Policy, withheld: bool) -> str:
    """Return how counts of answers were rounded or withheld; empty where the policy does neither."""
    if not policy.words:
        return ""
    return " ".join([policy.words, "Shares may not add up to 100%.", *([_WITHHELD] if withheld else [])])


def waiting(one: Survey) -> str:
    """Return what a survey without results is waiting for."""
    return "The answers are being counted." if one.closed else "People can still answer."


def _facts(one: Survey) -> Facts | None:
    pairs: list[tuple[str, Any]] = [
        ("How people were asked", one.method),
        ("So that everyone could take part", one.equality),
        ("Questions used", one.question_set),
        ("Agencies", agencies(one.agencies) if one.agencies else None),
    ]
    known = [(name, value) for name, value in pairs if value]
    return Facts(known) if known else None


def count(value: int | str) -> int | Marker:
    """Return a count as its edition shows it: a number, or the marker in its place."""
    return Marker(value) if isinstance(value, str) and not value.isdigit() else int(value)


def _question(question: QuestionResult, responses: int | Marker) -> Table:
    """Each answer with its count and its share of everyone who answered the survey."""
    columns = [Column("Answer"), Column("People", number=True), Column("Share of those who answered the survey")]
    rows = [
        (one.answer, text(people), _bar(_share(people, responses)))
        for one, people in ((answer, count(answer.count)) for answer in question.answers)
    ]
    return Table(question.question, columns, rows)


def _bar(share: Published) -> Any:
    return share if isinstance(share, Marker) else Bar(share, 100, f"{number(share, 0)}%")


def _share(part: int | Marker, whole: int | Marker) -> Published:
    """A percentage of two counts to which the edition has already applied disclosure control."""
    return disclosure.percentage(part, whole, disclosure.Policy(), "process")
