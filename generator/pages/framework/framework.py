"""The framework in its own words: one page for the version in force, and one for each that came before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from generator.components import (
    Byline,
    Callout,
    Card,
    Cards,
    Column,
    Lead,
    Link,
    News,
    NewsItem,
    Note,
    Paragraph,
    Passage,
    Points,
    Prose,
    Table,
    phrase,
)
from generator.edition import View
from generator.model.framework import Element, Framework, Role
from generator.model.partnership import BusinessPlan
from generator.model.record import in_force, oldest_first
from generator.page import Page
from generator.pages.framework.process import process
from generator.pages.framework.section import Section, section
from generator.wording import day, inside, spelled, the


def pages(view: View) -> Iterator[Page]:
    versions = oldest_first(view.all(Framework))
    current = in_force(versions, view.day)
    if current is None:
        return
    others = [one for one in reversed(versions) if one is not current]
    yield _page(view, current, "framework/index.md", others)
    for one in others:
        yield _page(view, one, f"framework/versions/{one.id}.md", [])


def _page(view: View, framework: Framework, path: str, others: Sequence[Framework]) -> Page:
    begun = framework.applies_from
    return Page(
        path=path,
        template="framework/framework.md.jinja",
        title=framework.title,
        description="What quality assurance is for here, what it rests on, who does what, and how it runs.",
        context={
            "lead": Lead(
                f"How {the(view.partnership.title)} makes sure that adults are kept safe and heard: in the framework’s "
                "own words."
            ),
            "byline": Byline([f"In force from {day(begun)}"]) if begun else None,
            "review_due": None if view.public else review_due(framework, view.partnership.business_plan, view.day),
            "sections": list(sections(framework, others)),
        },
        record=("framework", framework.id),
        kicker="" if path == "framework/index.md" else "Framework",
    )


def review_due(framework: Framework, plan: BusinessPlan | None, today: date) -> Callout | None:
    """Return the notice that a review is due after the end of the business plan (R06); None where it is not."""
    ended = plan.ends if plan else None
    if plan is None or ended is None or ended >= today:
        return None
    if any(review.date and review.date >= ended for review in framework.reviews):
        return None
    said = f"{plan.title} ended on {day(ended)}, and the framework has not been reviewed since."
    return Callout("attention", "A review of this framework is due", said)


def sections(framework: Framework, others: Sequence[Framework]) -> Iterator[Section]:
    """Yield what the framework says, heading by heading, in its own order; `others` are its other versions."""
    if framework.purpose:
        yield section("Purpose", "purpose", Passage(framework.purpose))
    if framework.principles:
        cards = [Card(one.title, text=Prose(one.text)) for one in framework.principles]
        yield section("Principles", "principles", framework.principles_text, Cards(cards), parts=_monitored(framework))
    sentence = "The steps of quality assurance, and which leads to which; the text follows."
    if drawn := process("process", "How quality assurance works", sentence, framework.process):
        yield section("How it works", "process", drawn, _note(framework.process_note))
    if framework.values:
        cards = [Card(one.title, text=Prose(one.text)) for one in framework.values]
        yield section("Values", "values", framework.values_text, Cards(cards, "wide"))
    if framework.roles:
        yield section("Who does what", "roles", parts=[_role(one) for one in framework.roles])
    if framework.information:
        cards = [Card(one.title, text=Prose(one.text), kicker=one.question) for one in framework.information]
        yield section(kinds(len(cards)), "information", framework.information_text, Cards(cards))
    if framework.sources:
        cards = [Card(one.title, text=Prose(one.text)) for one in framework.sources]
        yield section("Where the evidence comes from", "sources", Cards(cards, "wide"))
    if framework.elements:
        yield section("Elements", "elements", parts=[_element(one) for one in framework.elements])
    if framework.delivery:
        yield section("Delivery", "delivery", framework.delivery_text, _delivery(framework))
    for one in framework.sections:
        yield section(one.title, f"section-{one.id}", Passage(one.text))
    if framework.review_triggers or framework.reviews:
        yield section("Review", "review", *_review(framework))
    if others:
        yield section("Other versions", "versions", Points([_version(one) for one in others]))


def kinds(number: int) -> str:
    """Return the heading above the types of information: `Three types of information`."""
    return f"{spelled(number).capitalize()} types of information" if number > 1 else "The type of information"


def _note(text: str | None) -> Note | None:
    return Note(text) if text else None


def _monitored(framework: Framework) -> Iterator[Section]:
    if framework.monitoring:
        points = Points([one.text for one in framework.monitoring.items])
        yield section("What is monitored", "monitoring", framework.monitoring.text, points)


def _role(role: Role) -> Section:
    introduction = Paragraph(f"{role.text}:") if role.text else None
    points = Points([Prose(one.text) for one in role.responsibilities])
    return section(role.title, f"role-{role.id}", introduction, points)


def _element(element: Element) -> Section:
    columns = [Column("Element"), Column("In the framework’s words")]
    rows = [(one.title, Passage(one.text)) for one in element.items]
    table = Table(element.title, columns, rows, stack=True, hide_caption=True)
    return section(element.title, f"element-{element.id}", table)


def _delivery(framework: Framework) -> Table:
    columns = ("Output", "What we will do", "What we will learn", "When we will do it")
    rows = [(one.title, Passage(one.what), Passage(one.learn), Passage(one.when)) for one in framework.delivery]
    return Table("What is done, what is learned and when", [Column(one) for one in columns], rows, stack=True)


def _review(framework: Framework) -> Iterator[Any]:
    if framework.review_triggers:
        yield Paragraph("The framework is reviewed when:")
        yield Points([f"{inside(one.title)} (“{one.words}”)" for one in framework.review_triggers])
    held = sorted(framework.reviews, key=lambda one: str(one.date), reverse=True)
    if held:
        yield News(
            [
                NewsItem(day(one.date), one.outcome, f"meeting/{one.meeting}" if one.meeting else "", note=one.because)
                for one in held
            ]
        )


def _version(framework: Framework) -> Any:
    since = f", in force from {day(framework.applies_from)}" if framework.applies_from else ""
    return phrase(Link(f"framework/{framework.id}"), since)
