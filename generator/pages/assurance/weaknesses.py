"""Where assurance is weak: by requirement, by theme, by risk, and in what agencies say themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.assurance.requirements.standing import RequirementStanding
from generator.components import Badge, Column, Link, Phrase, Points, Table, phrase
from generator.components.owners import owner
from generator.components.records import rating
from generator.components.states import REQUIREMENTS, score
from generator.edition import View
from generator.model.challenge import Challenge
from generator.model.lists import find
from generator.model.opinion import Opinion
from generator.model.qa_statement import QaStatement
from generator.model.requirement import Requirement
from generator.model.risk import Risk
from generator.wording import plural, short_day

_SHOWN_REQUIREMENTS, _SHOWN_RISKS = 10, 5
_FORCES = ("will", "should", "aim", "may")


def requirements(found: Sequence[RequirementStanding], known: Mapping[str, Requirement]) -> Table | None:
    """Return the requirements that fall short (`known` has them by id), the worst first; None where none does."""
    weak = _weak(found, known)
    shown = weak[:_SHOWN_REQUIREMENTS]
    caption = f"The first {len(shown)} of {len(weak)}" if len(weak) > len(shown) else "All that fall short"
    rows = [
        (
            Link(f"requirement/{one.requirement}", f"{one.requirement.upper()} {known[one.requirement].title}"),
            REQUIREMENTS[one.state],
            one.sentence,
        )
        for one in shown
    ]
    columns = [Column("Requirement"), Column("How it stands", narrow=True), Column("Why")]
    return Table(caption, columns, rows, stack=True) if rows else None


def _weak(found: Sequence[RequirementStanding], known: Mapping[str, Requirement]) -> list[RequirementStanding]:
    """The requirements that fall short, the worst first, and of equals those that the framework asks most strongly."""

    def weight(one: RequirementStanding) -> tuple[bool, int, str]:
        force = known[one.requirement].force
        return one.state != "not-met", _FORCES.index(force) if force in _FORCES else len(_FORCES), one.requirement

    return sorted((one for one in found if one.state in ("not-met", "attention")), key=weight)


def opinions(view: View) -> list[Opinion]:
    """Return the last opinion on each theme, the weakest first."""
    levels = {one.id: at for at, one in enumerate(view.framework.opinion_levels)}
    newest = {one.theme: one for one in sorted(view.all(Opinion), key=lambda one: (str(one.date), one.id))}
    return sorted(newest.values(), key=lambda one: (-levels.get(one.level, 0), one.theme))


def falls_short(view: View, one: Opinion) -> bool:
    """Return whether an opinion's level is below what is asked."""
    level = find(view.framework.opinion_levels, one.level)
    return level is not None and level.falls_short


def by_theme(view: View, opinions: Sequence[Opinion]) -> Table:
    """Return opinions with their levels and gaps, in the order given."""
    columns = [
        Column("Theme"),
        Column("Assurance", narrow=True),
        Column("Given", narrow=True),
        Column("What is not known"),
    ]
    rows = [
        (
            Link(f"opinion/{one.id}", one.theme),
            rating(view, "opinion_levels", one.level),
            short_day(one.date),
            " ".join(one.gaps),
        )
        for one in opinions
    ]
    return Table("The last opinion on each theme, the weakest first", columns, rows, stack=True)


def risks(view: View) -> list[Risk]:
    """Return the risks watched, the greatest first."""
    watched = [one for one in view.all(Risk) if not one.closed and one.assessments]
    return sorted(watched, key=lambda one: (-one.assessments[-1].score, one.title))


def greatest(view: View, risks: Sequence[Risk]) -> Table:
    """Return the first few of `risks`, each with its score, its owner and why it was judged so."""
    shown = risks[:_SHOWN_RISKS]
    all = f"The {len(shown)} greatest of {plural(len(risks), 'risk')}"
    caption = all if len(risks) > len(shown) else "Every risk watched"
    columns = [Column("Risk"), Column("Score", narrow=True), Column("Answers for it"), Column("Why it was judged so")]
    rows = [
        (
            Link(f"risk/{one.id}", one.title),
            score(one.assessments[-1].score),
            owner(view, one.owner),
            one.assessments[-1].note,
        )
        for one in shown
    ]
    return Table(caption, columns, rows, stack=True)


def by_agencies(view: View) -> Points | None:
    """Return what agencies rate worst in their own last statements, and the challenges still open; None where none."""
    worst = view.framework.statement_ratings[-1].id
    latest = {one.agency: one for one in sorted(view.all(QaStatement), key=lambda one: one.year)}
    points: list[Phrase] = [
        phrase(
            rating(view, "statement_ratings", worst),
            " ",
            Link(f"qa-statement/{one.id}", view.name(f"agency/{one.agency}")),
            f": {item.statement}",
        )
        for one in latest.values()
        for item in one.items
        if item.rating == worst
    ]
    points += [
        phrase(Badge("Open challenge", "info"), " ", Link(f"challenge/{one.id}", one.title or "Challenge"))
        for one in view.all(Challenge)
        if not one.outcome
    ]
    return Points(points) if points else None
