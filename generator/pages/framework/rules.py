"""Rules: what is looked for across records, why, a wrong and a right example, and what departs from it now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

from generator import checks, model
from generator.components import Badge, Column, Lead, Link, Phrase, Table, enumerated
from generator.edition import View
from generator.model.record import Record
from generator.page import Page
from generator.pages.framework import rule
from generator.pages.framework.rule import Rule
from generator.problem import Problem
from generator.wording import plural, sentence

Departures = Mapping[str, Sequence[Problem]]
"""What departs from each rule, by its name."""


def pages(view: View) -> Iterator[Page]:
    if view.public:
        return
    every = [rule.read(name, check) for name, check in checks.modules().items() if _applies(view, check)]
    shown = {one.name: [each for each in view.departures if each.rule == one.name] for one in every}
    refused, reasoned = [one for one in every if one.refuses], [one for one in every if not one.refuses]
    yield Page(
        path="framework/rules/index.md",
        template="framework/rules.md.jinja",
        title="Rules",
        description="What is looked for in the records: what can't be accepted, and what is accepted with a reason.",
        context={
            "lead": lead(len(refused), len(reasoned)),
            "record_guide": Link("framework/records/index.md", "record guide"),
            "refused": _refused(refused) if refused else None,
            "reasoned": _reasoned(reasoned, shown) if reasoned else None,
        },
    )
    for one in every:
        yield Page(
            path=f"framework/rules/{one.name}.md",
            template="framework/rule.md.jinja",
            title=one.statement,
            description=f"The rule {one.name}: what it looks for, why, and what to write instead.",
            context=rule.context(view, one, shown[one.name]),
            kicker="Rule",
        )


def _applies(view: View, check: ModuleType) -> bool:
    """Whether the partnership uses any type that the check looks at; one that looks at every type always applies."""
    models = [one for one in vars(check).values() if isinstance(one, type) and issubclass(one, Record)]
    return not models or view.uses(*map(model.record_type, models))


def lead(refused: int, reasoned: int) -> Lead:
    """Return how many rules refuse what they find, and how many ask for a reason."""
    every = sentence(plural(refused + reasoned, "rule"))
    return Lead(
        f"{every} {'looks' if refused + reasoned == 1 else 'look'} across the records. {refused or 'None'} "
        f"{'says' if refused == 1 else 'say'} what cannot be accepted, because it cannot be true, cannot be read or is "
        f"unsafe to publish; {reasoned or 'none'} {'finds' if reasoned == 1 else 'find'} where practice departed from "
        f"the framework, and {'asks' if reasoned == 1 else 'ask'} for the reason."
    )


def _refused(found: Sequence[Rule]) -> Table:
    rows = [(_link(one), _upheld(one)) for one in found]
    return Table("What cannot be accepted", [Column("Rule"), Column("Upholds")], rows, stack=True, hide_caption=True)


def _reasoned(found: Sequence[Rule], shown: Departures) -> Table:
    columns = [
        Column("Rule"),
        Column("Upholds"),
        Column("Departures", number=True),
        Column("Reasons recorded", narrow=True),
    ]
    rows = [(_link(one), _upheld(one), len(shown[one.name]), reasons(shown[one.name])) for one in found]
    return Table("What is accepted with a reason", columns, rows, stack=True, hide_caption=True)


def _link(one: Rule) -> Link:
    return Link(f"framework/rules/{one.name}.md", one.statement)


def _upheld(one: Rule) -> Phrase | None:
    return enumerated(Link(f"requirement/{id.lower()}", id) for id in one.upholds) if one.upholds else None


def reasons(found: Sequence[Problem]) -> Badge:
    """Return whether a reason is recorded for every departure, or for how many none is."""
    bare = sum(not one.reason for one in found)
    if bare:
        return Badge(f"{bare:,} without a reason", "attention")
    return Badge("All with a reason" if found else "None", "good")
