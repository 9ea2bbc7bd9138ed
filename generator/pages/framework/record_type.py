"""The page of one type of record, made from its schema: its file, an example, and what every field may hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.components import (
    Badge,
    Callout,
    Code,
    Column,
    Facts,
    Lead,
    Link,
    Listing,
    Paragraph,
    Phrase,
    Points,
    Stack,
    Strong,
    Table,
    enumerated,
    phrase,
    stack,
)
from generator.edition import View
from generator.page import Page
from generator.schema import Schema
from generator.schema.fields import Field, audience, fields
from generator.wording import listed, plural, the, with_article

COMPARED = {"x-not-before": "is not before", "x-at-most": "is at most"}
"""Rules between two fields of one object, in words."""
_PARTS = {
    "id": "a short name of your own",
    "quarter": "the quarter, such as 2026-27-q3",
    "year": "the year, such as 2026-27",
    "date": "the day, such as 2026-03-31",
}
"""What is written for the parts of a file's name."""


def page(view: View, type: str, known: Schema) -> Page:
    """Return the page of a record type."""
    title, unit = view.type_name(type), view.partnership.business_unit
    between = list(rules(known.tree))
    return Page(
        path=f"framework/records/{type}.md",
        template="framework/record-type.md.jinja",
        title=title,
        description=f"How to record: {title}. Every field, what it may hold, and an example.",
        context={
            "lead": Lead(known.tree["description"]),
            "facts": _facts(view, type, known),
            "name": Paragraph(name_meaning(known.path.parts)) if known.path.parts else None,
            "steps": _steps(unit) if known.staged else None,
            "example": Listing(f"Example of {with_article(title)}", known.example or ""),
            "fields": _fields(title, known, unit),
            "between": Points(between) if between else None,
        },
        kicker="Record guide",
        searchable=False,
    )


def file(type: str, known: Schema) -> str:
    """Return where the records of a type lie: `records/audit-return/{audit}/{agency}.yaml`."""
    return f"records/{type}/{known.path.text}.yaml"


def _facts(view: View, type: str, known: Schema) -> Facts:
    there = view.register.entries.get(type, {})
    return Facts(
        [
            ("Its file", file(type, known)),
            ("To begin one", Code(f"qa new {type} {known.path.text}")),
            ("For example", next(iter(there), None) or sample_id(known.path.parts)),
            ("Seen at most by", _audience(audience(known.tree), view.partnership.business_unit)),
            ("Here", plural(len(there), "record")),
        ]
    )


def sample_id(parts: tuple[str, ...]) -> str:
    """Return an example of an id, from the parts of a file's name: `a-audit/a-agency`, `2026-27-q3`."""
    plausible = {"quarter": "2026-27-q3", "year": "2026-27", "date": "2026-03-31", "id": "2026-a-short-name"}
    return "/".join(plausible.get(part, f"a-{part}") for part in parts)


def name_meaning(parts: tuple[str, ...]) -> str:
    """Return a sentence on what the parts of a file's name mean."""
    if parts == ("id",):
        return "The file’s name is a short name of your own, in lower case with hyphens: the record’s id everywhere."
    said = listed(_PARTS.get(part, f"the id of the {part.replace('-', ' ')}") for part in parts)
    return f"The file’s name says {said}: what it says is not repeated inside."


def _audience(edition: str, unit: str) -> Badge:
    """A badge with the most public edition that shows something."""
    words = {"working": (unit, "neutral"), "partnership": ("Partners", "done"), "public": ("Everyone", "good")}
    return Badge(*words[edition])


def _steps(unit: str) -> Callout:
    said = (
        f"Drafts are for {the(unit)} alone. Partners see it once a step says that it was agreed, everyone once a step "
        "says that it was published. No date that passes publishes anything."
    )
    return Callout("info", "Published by steps", said)


def _fields(title: str, known: Schema, unit: str) -> Table:
    columns = [
        Column("Field", narrow=True),
        Column("What it is, and what is written"),
        Column("Must be there", narrow=True),
        Column("Seen by", narrow=True),
    ]
    rows = [
        (Code(one.route), meaning(one), "Yes" if one.required else "No", _audience(one.audience, unit).word)
        for one in fields(known)
    ]
    note = (
        "A dot leads into a group or into each item of a list: findings.statement is the statement of a finding. A "
        "field that must be there must be wherever its group is."
    )
    return Table(f"The fields of {with_article(title)}", columns, rows, stack=True, note=note)


def meaning(one: Field) -> Stack:
    """Return what a field is and its form; then, where they apply, its allowed values, whether it counts people or
    dates a fact, and the requirements that it upholds.
    """
    fact = "all that goes with it" if one.known == "object" else "it"
    upheld = [Link(f"requirement/{rule.lower()}", rule) for rule in one.rules]
    return stack(
        phrase(Strong(one.title), f". {one.description} ", Phrase((f"({one.form})",), soft=True)),
        phrase("One of: ", _values(one.allowed)) if one.allowed else None,
        "A count of people: small ones are withheld from the public, the others rounded."
        if one.counts == "people"
        else None,
        f"A fact: before that day, {fact} is not known." if one.known else None,
        phrase("Upholds ", enumerated(upheld), ".") if upheld else None,
    )


def _values(allowed: tuple[str, ...]) -> Phrase:
    first, *others = allowed
    return phrase(Code(first), *(part for value in others for part in (", ", Code(value))))


def rules(node: Mapping[str, Any], holder: str = "") -> Iterator[str]:
    """Yield the rules between fields of one record, in words: `decided is not before referred`.

    `node` is a schema, or the part of one that `holder` names.
    """
    dot = f"{holder}." if holder else ""
    for keyword, words in COMPARED.items():
        for field, other in node.get(keyword, {}).items():
            yield f"{dot}{field} {words} {dot}{other}"
    if "x-in-order" in node:
        yield f"{holder} stand oldest first, by {node['x-in-order']}"
    for together in node.get("x-unique", ()):
        yield f"no two {holder or 'records'} have the same {' with the same '.join(together)}"
    for name, below in node.get("properties", {}).items():
        yield from rules(below, f"{dot}{name}")
        if isinstance(below.get("items"), Mapping):
            yield from rules(below["items"], f"{dot}{name}")
