"""Who sees what: every type and field by edition, made from the schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.components import (
    Badge,
    Blocks,
    Code,
    Column,
    Grid,
    GridCell,
    Lead,
    Link,
    More,
    Paragraph,
    Steps,
    Table,
    phrase,
)
from generator.edition import View
from generator.page import Page
from generator.pages.framework.section import Section, section
from generator.schema import Schema
from generator.schema.fields import AUDIENCES, Field, fields
from generator.wording import plural, the, words

_REACHED = {"working": "", "partnership": " once agreed", "public": " once published"}
"""For each edition, in words, the step that a record published by steps must have reached to be in it."""


def pages(view: View) -> Iterator[Page]:
    if view.public:
        return
    unit = view.partnership.business_unit
    types = {type: known for type, known in view.register.schemas.items() if view.uses(type)}
    said = (
        f"Three editions of this site are made from the same records: one for {the(unit)}, one for the partner "
        "agencies, one for everyone. What is not opened here is withheld."
    )
    yield Page(
        path="framework/editions.md",
        template="framework/editions.md.jinja",
        title="Who sees what",
        description=f"Every record type and field, and which edition has it: {the(unit)}, the partners, everyone.",
        context={
            "lead": Lead(said),
            "how": how(unit, view.policy.words),
            "types": _types(view, types),
            "fields": [_fields(view, type, known) for type, known in types.items()],
        },
        searchable=False,
    )


def how(unit: str, counts: str) -> Steps:
    """Return the steps that decide who sees what. `unit` names the Business Unit; `counts` is the sentence about counts
    of people.
    """
    own = the(unit)
    steps = [
        (
            "The type",
            "A record of a type that an edition may not see is not in it at all, nor is any link to it.",
        ),
        (
            "The field",
            "A field is in an edition only if it is opened to it, and so is everything that holds it: the "
            "narrowest counts.",
        ),
        (
            "The step reached",
            f"Some types are published by steps. A draft is for {own}; once agreed, partners see it; once "
            f"published, everyone does; withdrawn, {own} alone again. A step is a recorded decision: no date that "
            "passes makes anything more visible.",
        ),
    ]
    return Steps(
        [*steps, ("Counts of people", f"{counts} This is done in the public edition only.")] if counts else steps
    )


def _types(view: View, types: Mapping[str, Schema]) -> Grid:
    key = [(Badge("All fields", "good"), ""), (Badge("Some fields", "done"), ""), (Badge("Nothing"), "")]
    restricted = [(Badge("Never", "poor"), "kept in a restricted store")]
    return Grid(
        "Which edition has which type",
        [Link(f"#{type}", view.type_name(type)) for type in types],
        [view.partnership.business_unit, "Partners", "Everyone"],
        [[cell(known, edition) for edition in AUDIENCES] for known in types.values()],
        key=key + (restricted if any(known.tree.get("x-restricted") for known in types.values()) else []),
        corner="Type",
    )


def cell(known: Schema, edition: str) -> GridCell:
    """Return how many of a type's fields an edition has and, for a type with stages, from which stage on."""
    if known.tree.get("x-restricted"):
        return GridCell("Never: counts only", "poor")
    every = fields(known)
    open = sum(AUDIENCES.index(one.audience) >= AUDIENCES.index(edition) for one in every)
    if not open:
        return GridCell("Nothing", "neutral")
    reached = _REACHED[edition] if known.staged else ""
    if open == len(every):
        return GridCell(f"All fields{reached}", "good")
    return GridCell(f"{open} of {len(every)} fields{reached}", "done")


def _fields(view: View, type: str, known: Schema) -> Section:
    """A type with who sees each of its fields."""
    title, every = view.type_name(type), fields(known)
    unit = view.partnership.business_unit
    columns = [Column("Field"), Column("What it is"), Column("Seen by")]
    rows = [(Code(one.route), one.title, seen(one, unit)) for one in every]
    table = Table(f"{title}: who sees each field", columns, rows, hide_caption=True)
    return section(title, type, conditions(known), More(plural(len(every), "field"), table))


def conditions(known: Schema) -> Blocks | None:
    """Return the fields that must have certain values before everyone sees a record; None where there are none."""
    needed: Mapping[str, Sequence[str]] = known.tree.get("x-published-if", {})
    said: list[Any] = [
        Paragraph(phrase("Everyone sees it only where ", Code(field), f" is {' or '.join(map(words, values))}."))
        for field, values in needed.items()
    ]
    return Blocks(said) if said else None


def seen(field: Field, unit: str) -> str:
    """Return who sees a field, and how: `Business Unit and partners (limited by the group it is in)`."""
    audience = {"working": unit, "partnership": f"{unit} and partners", "public": "Everyone"}[field.audience]
    narrowed = " (limited by the group it is in)" if field.narrowed else ""
    rounded = "; rounded for everyone" if field.counts == "people" and field.audience == "public" else ""
    return f"{audience}{narrowed}{rounded}"
