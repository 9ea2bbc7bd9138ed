"""A period's formal report: its words, what the law asks of it, its versions and its dispatch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.record import Record


@dataclass(frozen=True, kw_only=True)
class MemberAccount:
    agency: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class ReportVersion:
    """The same report in another format or language."""

    kind: str = ""
    language: str | None = None
    date: date | None = None
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Dispatch:
    to: str = ""
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class Report(Record):
    kind: str = ""
    period: str = ""
    agency: str | None = None
    narrative: Mapping[str, str] = field(default_factory=dict)
    contents: Mapping[str, str] = field(default_factory=dict)
    members: tuple[MemberAccount, ...] = ()
    versions: tuple[ReportVersion, ...] = ()
    dispatch: tuple[Dispatch, ...] = ()
    presented: str | None = None
