"""The record guide, made from the schemas: every type of record, and how to add one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.components import Code, Column, Lead, Link, Steps, Table, phrase
from generator.edition import View
from generator.page import Page
from generator.pages.framework import record_type
from generator.schema import Schema
from generator.wording import plural


def pages(view: View) -> Iterator[Page]:
    if view.public:
        return
    types = {type: known for type, known in view.register.schemas.items() if view.uses(type)}
    counts = {type: len(view.register.entries.get(type, {})) for type in types}
    held = f"{plural(sum(counts.values()), 'record')} of {plural(len(types), 'type')}"
    yield Page(
        path="framework/records/index.md",
        template="framework/record-guide.md.jinja",
        title="Record guide",
        description="Every type of record: what it holds, where its file goes, and how to add one.",
        context={
            "lead": Lead(
                f"Everything on this site comes from {held}. A record is one text file; its place and name say what it "
                "is about."
            ),
            "adding": adding(),
            "types": _types(view, types, counts),
            "editions": Link("framework/editions.md", "Who sees what"),
            "rules": Link("framework/rules/index.md", "Rules"),
        },
    )
    for type, known in types.items():
        yield record_type.page(view, type, known)


def adding() -> Steps:
    """Return how a record is added, step by step."""
    return Steps(
        [
            (
                "Begin it",
                phrase(
                    "Run ",
                    Code("qa new"),
                    " with the type and the new id: it writes the file at the right place, with what the records "
                    "already say, and leaves the rest open.",
                ),
            ),
            (
                "Fill it in",
                "The page of the type says what each field means and shows a whole example. Editors that know the "
                "schemas show it as you type.",
            ),
            (
                "Check it",
                phrase("Run ", Code("qa check"), ": each line names the file, the line and what to write instead."),
            ),
            (
                "Propose it",
                "Whoever accepts the change publishes nothing by it: publication is a step of its own, with a date.",
            ),
        ]
    )


def _types(view: View, types: Mapping[str, Schema], counts: Mapping[str, int]) -> Table:
    columns = [Column("Type"), Column("What it records"), Column("Its file"), Column("Here", number=True)]
    rows = [
        (
            Link(f"framework/records/{type}.md", view.type_name(type)),
            known.tree["description"],
            record_type.file(type, known),
            counts[type],
        )
        for type, known in types.items()
    ]
    return Table("The types in use", columns, rows, stack=True)
