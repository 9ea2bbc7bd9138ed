"""What the pages of audits look up: the returns of each audit, and its tools."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.edition import View
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.model.audit_tool import AuditTool


def returns_by_audit(view: View) -> Mapping[str, Sequence[AuditReturn]]:
    """Return the visible returns of each audit, by its id."""
    found: dict[str, list[AuditReturn]] = {}
    for one in view.all(AuditReturn):
        found.setdefault(one.audit, []).append(one)
    return found


def tools_of(view: View, audit: Audit) -> list[AuditTool]:
    """Return the visible tools of an audit."""
    return [tool for id in audit.tools if (tool := view.get(AuditTool, id))]
