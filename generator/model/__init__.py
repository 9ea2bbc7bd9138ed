"""What a record means: frozen dataclasses, one file a type, found by the type's name."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec

from generator.model.record import Record


@cache
def record_class(type: str) -> type[Record]:
    """Return the dataclass of a record type: `audit-return` → `AuditReturn` of `generator.model.audit_return`."""
    module = importlib.import_module(f"generator.model.{type.replace('-', '_')}")
    found: Any = getattr(module, "".join(word.capitalize() for word in type.split("-")))
    return found  # type: ignore[no-any-return]


def record_type(kind: type[Record]) -> str:
    """Return the record type of a dataclass: `AuditReturn` → `audit-return`."""
    return kind.__module__.rpartition(".")[2].replace("_", "-")


def make(type: str, id: str, parts: Mapping[str, str], value: Mapping[str, Any]) -> Record:
    """Return a record's model: `parts` is what its path says, `value` what its file says, schema-valid already."""
    named = {name.replace("-", "_"): part for name, part in parts.items()}
    return msgspec.convert({**named, **value, "id": id}, record_class(type))
