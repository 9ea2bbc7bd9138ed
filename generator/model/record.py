"""What every record has, whatever its type."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class RuleException:
    """A departure from a rule that is right here: the field, the rule's name and the reason."""

    field: str = ""
    rule: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One dated step towards publication."""

    stage: str = "draft"
    date: date | None = None
    meeting: str | None = None
    role: str | None = None
    agencies: tuple[str, ...] = ()
    reason: str | None = None


_NOT_STAGED = Stage(stage="")


@dataclass(frozen=True, kw_only=True)
class Record:
    """One record. Every field has a default, because an edition may withhold any of them."""

    id: str
    title: str = ""
    principles: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    information: tuple[str, ...] = ()
    recorded: date | None = None
    formerly: tuple[str, ...] = ()
    exceptions: tuple[RuleException, ...] = ()
    stages: tuple[Stage, ...] = ()

    @property
    def last_stage(self) -> Stage:
        """The last step towards publication; an empty one where there is none."""
        return self.stages[-1] if self.stages else _NOT_STAGED
