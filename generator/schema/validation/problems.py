"""The faults of one record against its schema, in the words of the message table, each at its route."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.problem import Place, Problem
from generator.routes import Route
from generator.schema.load import Schema
from generator.schema.validation.errors import SchemaFault, schema_faults
from generator.schema.validation.messages import MESSAGES, OTHERWISE, WRITE
from generator.schema.validation.safe_fixes import certain

_ORDER = {row: place for place, row in enumerate(MESSAGES)}
_COMPARED = {"x-not-before", "x-at-most"}
_OF_A_GROUP = {"additionalProperties", "required", "dependentRequired", *_COMPARED}


def problems(schema: Schema, name: str, value: Any, data: bytes = b"") -> list[Problem]:
    """Return every schema problem of the record `value` in the file `name`; places have routes, not lines yet.

    `data` is the file itself. A number that should be a text is fixed only where it is given, because only the file
    shows how the number was written.
    """
    found = [case for error in schema.validator.iter_errors(value) for case in schema_faults(schema, error)]
    return [_problem(name, case) for case in certain(schema.tree, value, data, [*_root_causes(found)])]


def _root_causes(found: Sequence[SchemaFault]) -> Iterator[SchemaFault]:
    """Leave out faults that follow from another one: a missing field whose name is misspelt, a value's second fault, a
    group that is empty because its fields are not indented, a comparison with a value that is itself at fault.
    """
    outdented = {
        (*case.route[:-1], case.words["near"]) for case in found if case.row == "additionalProperties:outdented"
    }
    misspelt = {(case.route[:-1], case.words["near"]) for case in found if case.row == "additionalProperties:near"}
    first: dict[Route, int] = {}
    for case in found:
        first[case.route] = min(_place(case), first.get(case.route, len(_ORDER)))
    wrong = {case.route for case in found if case.row not in _COMPARED}
    for case in found:
        keyword = case.row.partition(":")[0]
        if keyword in _COMPARED and not wrong.isdisjoint({case.route, *(route for route, _ in case.related)}):
            continue
        if case.row == "type:empty" and case.route in outdented:
            continue
        if keyword == "required" and (case.route, case.words["missing"]) in misspelt:
            continue
        if keyword in _OF_A_GROUP or _place(case) == first[case.route]:
            yield case


def _place(case: SchemaFault) -> int:
    return _ORDER.get(case.row, len(_ORDER))


def _problem(name: str, case: SchemaFault) -> Problem:
    message, remedy = MESSAGES.get(case.row, OTHERWISE)
    remedy = remedy.format(**case.words).strip()
    return Problem(
        Place(name, route=case.route, key=case.key),
        "schema",
        "E",
        message.format(**case.words),
        WRITE.format(line=case.write) if case.write else remedy,
        tuple(Place(name, route=route, note=note) for route, note in case.related),
        fix=case.fix,
    )
