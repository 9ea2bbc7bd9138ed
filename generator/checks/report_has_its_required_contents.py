"""A report has all that the law asks of its kind.

The framework's record says for each kind of report what the law asks it to contain: what the board and each member did,
for example, and why a finding was not acted on. A report that was agreed without one of these says why.

Wrong: an agreed report of a kind whose contents include `findings-not-acted-on`, and nothing under that name.
Right: `contents: {findings-not-acted-on: There was no such decision this year.}`
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.assurance.requirements.criteria import missing_contents
from generator.model.lists import Content, find
from generator.model.report import Report
from generator.problem import Fault
from generator.register import Register
from generator.wording import listed

upholds = ("R31",)
level = "D"


def problems(register: Register) -> Iterator[Fault]:
    if register.has_unreadable("framework"):
        return
    for entry, report in register.of(Report):
        kind = find(register.framework.report_kinds, report.kind)
        if kind is None or all(stage.stage != "agreed" for stage in report.stages):
            continue
        missing = missing_contents(kind, report)
        if missing:
            titles = listed(f"“{one.title}”" for one in missing)
            law = kind.law or "the law"
            lacks = "all that" if len(missing) == len(kind.contents) else "what"
            yield Fault(
                entry.place("contents" if "contents" in entry.value else "kind"),
                f"this {kind.title} lacks {lacks} {law} asks for: {titles}",
                f"{_remedy(missing)}; if that can't be given, say why under `exceptions` "
                "with `rule: report-has-its-required-contents`.",
            )


def _remedy(missing: Sequence[Content]) -> str:
    own = listed(f"`{one.id}`" for one in missing if not one.by_agency)
    added = [f"{own} under `contents`"] if own else []
    added += ["an account by each agency under `members`"] if any(one.by_agency for one in missing) else []
    return f"Add {', and '.join(added)}"
