"""The sentences of an audit return: how many cases were audited, and which answers changed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.pair import Pair, SentencePart, both, record
from generator.model.audit_return import Answer, AuditReturn
from generator.register.names import item_name
from generator.wording import day, number, plural, quoted, some_of, words


def subject(pair: Pair) -> str:
    made = record(pair, AuditReturn)
    return f"{pair.name('agency', made.agency)} on {quoted(pair.name('audit', made.audit))}"


def new(pair: Pair) -> Iterator[str]:
    made = record(pair, AuditReturn)
    if made.nil:
        yield f"nil return, {quoted(made.nil.reason)}"
    elif made.cases_audited is not None:
        cases = made.cases_audited
        yield f"{plural(cases, 'case') if isinstance(cases, int) else f'{cases} cases'} audited"
    if made.answers:
        yield f"{plural(len(made.answers), 'question')} answered"
    if made.received:
        late = f", late, {quoted(made.late_reason)}" if made.late_reason else ""
        yield f"received on {day(made.received)}{late}"


def changed(pair: Pair) -> Iterator[SentencePart]:
    then, now = both(pair, AuditReturn)
    former = {one.question: one for one in then.answers}
    for one in now.answers:
        covers = pair.below("answers", one.question, "cases")
        old = former.get(one.question)
        said = list(_graded(old, one)) if old else []
        if said:
            title = item_name(pair.view.register, "audit-tool/questions", one.question)
            yield SentencePart(f"{quoted(title)}: {some_of(said, 6)}", covers)


def _graded(then: Answer, now: Answer) -> Iterator[str]:
    """`good 3 → 4` for each grade that changed."""
    before, after = then.cases, now.cases
    for grade in dict.fromkeys([*after, *before]):
        if before.get(grade, 0) != after.get(grade, 0):
            old, new = (number(side.get(grade, 0)) for side in (before, after))
            yield f"{words(grade)} {old} → {new}"
