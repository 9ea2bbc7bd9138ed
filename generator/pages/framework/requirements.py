"""What the framework asks for as a whole: how many requirements are met and not, and each with how it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.assurance.requirements.standing import RequirementStanding
from generator.components import Cards, Column, Lead, Link, Paragraph, Points, Stat, Strong, Table, enumerated, phrase
from generator.components.states import REQUIREMENTS
from generator.edition import View
from generator.model.requirement import Requirement
from generator.wording import day, plural

Standings = Mapping[str, RequirementStanding]
"""How requirements stand, by their ids."""
STATES = {
    "not-met": "nothing of what was asked is there",
    "attention": "some of what was asked is missing",
    "met": "in the last twelve months",
    "nothing-due": "nothing of the kind has come up",
}
"""The states of a requirement, in the order in which they are shown, and what each means."""


def context(view: View, requirements: Sequence[Requirement]) -> Mapping[str, Any]:
    """Return what the page of all requirements says."""
    standings = {one.requirement: one for one in view.standings}
    groups = {
        state: [one for one in requirements if one.id in standings and standings[one.id].state == state]
        for state in STATES
    }
    return {
        "lead": lead(len(requirements), {state: len(found) for state, found in groups.items()}, day(view.day)),
        "stats": Cards([_stat(state, len(found)) for state, found in groups.items()], "small") if standings else None,
        "groups": [
            {"title": REQUIREMENTS[state].word, "anchor": state, "table": _table(state, found, standings)}
            for state, found in groups.items()
            if found
        ],
        "all": None if standings else Points([_link(one) for one in requirements]),
        "how": Paragraph(phrase(*_HOW, *elsewhere(view))),
    }


def lead(requirements: int, counts: Mapping[str, int], day: str) -> Lead:
    """Return the number of requirements, and how many on that day were met, need attention and were not met; `counts`
    are by state.
    """
    asked = f"The framework asks for {plural(requirements, 'thing')}."
    if not any(counts.values()):
        return Lead(asked)
    met, attention, unmet = (counts.get(state, 0) for state in ("met", "attention", "not-met"))
    return Lead(
        f"{asked} On {day}, {_were(met)} met, {attention or 'none'} wanted attention and {_were(unmet)} not met."
    )


def _were(count: int) -> str:
    return f"{count or 'none'} {'was' if count == 1 else 'were'}"


def _stat(state: str, count: int) -> Stat:
    badge = REQUIREMENTS[state]
    return Stat(count, badge.word, STATES[state], badge.kind, f"#{state}" if count else "")


def _table(state: str, found: Sequence[Requirement], standings: Standings) -> Table:
    caption = f"{REQUIREMENTS[state].word}: {plural(len(found), 'requirement')}"
    columns = [Column("Requirement"), Column("How it stands"), Column("Where to see it")]
    rows = [(_link(one), standings[one.id].sentence, shown(one)) for one in found]
    return Table(caption, columns, rows, stack=True)


def _link(one: Requirement) -> Link:
    return Link(f"requirement/{one.id}", f"{one.id.upper()} {one.title}")


def shown(one: Requirement) -> Link | str:
    """Return where on the site a requirement can be seen, linked where it names the page."""
    return Link(one.shown_on, one.where_shown) if one.shown_on else one.where_shown


_HOW = (
    "Each requirement is assessed from the records, by what fell due or happened in the last twelve months. ",
    Strong("Met"),
    ": nothing is missing. ",
    Strong("Wants attention"),
    ": part of what was asked for is missing, or a record departs from the framework without a recorded reason. ",
    Strong("Not met"),
    ": all of it is missing. ",
    Strong("Nothing due"),
    ": nothing of the kind has come up. This shows whether the framework was followed, not whether adults are safer.",
)


def elsewhere(view: View) -> Sequence[Any]:
    """Return links to the pages that show whether adults are safer: opinions and figures, where there are any."""
    found = [Link("assurance/opinions/index.md", "opinions")] if view.register.entries.get("opinion") else []
    found += [Link("performance/index.md", "figures")] if view.assessment.figures else []
    return (" For that, see ", enumerated(found), ".") if found else ()
