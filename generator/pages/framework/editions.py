"""Who sees what: every type and field by edition, made from the schemas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.edition import View
from generator.page import Page
from generator.schema import Schema
from generator.schema.fields import AUDIENCES, Field, audience, fields


@dataclass(frozen=True)
class Row:
    """One type: who sees the record at all, and of its fields how many each edition has."""

    type: str
    known: Schema
    audience: str
    fields: Sequence[Field]
    counts: Mapping[str, int]

    @property
    def condition(self) -> Mapping[str, Sequence[str]]:
        """The fields, and the values one of them must have, without which the public never sees it."""
        found: Mapping[str, Sequence[str]] = self.known.tree.get("x-published-if", {})
        return found


def pages(view: View) -> Iterator[Page]:
    if view.public:
        return
    rows = [_row(type, known) for type, known in view.register.schemas.items() if view.uses(type)]
    yield Page(
        path="framework/editions.md",
        template="framework/editions.md.jinja",
        title="Who sees what",
        description="Every record type and field, and which edition has it: the Business Unit, the partners, everyone.",
        context={"rows": rows, "restricted": [row for row in rows if row.known.tree.get("x-restricted")]},
        searchable=False,
    )


def _row(type: str, known: Schema) -> Row:
    found = fields(known)
    widths = Counter(AUDIENCES.index(field.audience) for field in found)
    counts = {name: sum(number for width, number in widths.items() if width >= at) for at, name in enumerate(AUDIENCES)}
    return Row(type, known, audience(known.tree), found, counts)
