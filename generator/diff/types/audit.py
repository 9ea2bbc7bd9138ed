"""The sentences of an audit: milestones moved and reached, agencies, the sample."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assurance.audits.windows import MilestoneStanding
from generator.diff.pair import Pair, SentencePart, both, record
from generator.model.audit import Audit, Milestone
from generator.register.names import item_name
from generator.wording import date_change, day, plural, quoted, some_of, words


def new(pair: Pair) -> Iterator[str]:
    made = record(pair, Audit)
    yield f"{words(made.kind)} audit" if made.kind.endswith("agency") else words(made.kind)
    if made.starts:
        yield f"starts on {day(made.starts)}"
    if made.agencies:
        yield f"for {some_of(pair.name('agency', one) for one in made.agencies)}"
    if made.origin.record:
        yield f"because of {pair.called(made.origin.record)}"


def changed(pair: Pair) -> Iterator[SentencePart]:
    then, now = both(pair, Audit)
    if pair.below("starts") and then.starts and now.starts:
        yield SentencePart(f"starts {date_change(then.starts, now.starts)}", pair.below("starts"))
    former = {one.milestone: one for one in then.milestones}
    for one in now.milestones:
        below = pair.below("milestones", one.milestone)
        said, fields = _milestone(pair, former.get(one.milestone, Milestone()), one) if below else ("", ())
        if said:
            yield SentencePart(said, tuple(each for each in below if each.before is None or each.keys[-1] in fields))
    for exemption in now.exemptions:
        below = pair.below("exemptions", exemption.agency)
        if below and exemption.agency not in {one.agency for one in then.exemptions}:
            at = f", agreed at {pair.name('meeting', exemption.agreed)}" if exemption.agreed else ""
            yield SentencePart(
                f"{pair.name('agency', exemption.agency)} exempted, {quoted(exemption.reason)}{at}", below
            )
    if now.sample and then.sample is None:
        agreed = f", agreed on {day(now.sample.agreed)}" if now.sample.agreed else ""
        cases = plural(now.sample.size, "case") if isinstance(now.sample.size, int) else f"{now.sample.size} cases"
        yield SentencePart(f"sample of {cases}{agreed}", pair.below("sample"))


def _milestone(pair: Pair, then: Milestone, now: Milestone) -> tuple[str, tuple[str, ...]]:
    """The text about a milestone reached, moved or given a date of its own, and the fields that it covers."""
    title = quoted(item_name(pair.view.register, "methodology/milestones", now.milestone))
    why = f", {quoted(now.reason)}" if now.reason and now.reason != then.reason else ""
    why += f", agreed at {pair.name('meeting', now.agreed)}" if now.agreed and now.agreed != then.agreed else ""
    step = _step(pair, now.milestone, 1)
    if now.actual and not then.actual:
        late = step is not None and step.state == "done-late"
        after = f", {plural((now.actual - step.latest).days, 'day')} late" if late and step else ""
        return f"{title} on {day(now.actual)}{after}{why}", ("actual", "reason", "agreed")
    if now.actual and then.actual and now.actual != then.actual:
        return f"{title} corrected, {date_change(then.actual, now.actual)}{why}", ("actual", "reason", "agreed")
    if now.planned and then.planned and now.planned != then.planned:
        return f"{title} moved, {date_change(then.planned, now.planned)}{why}", ("planned", "reason", "agreed")
    if now.planned and not then.planned:
        instead = f" (the methodology: by {day(step.table_day)})" if step and step.table_day != now.planned else ""
        return f"{title} planned for {day(now.planned)}{instead}{why}", ("planned", "reason", "agreed")
    return "", ()


def _step(pair: Pair, milestone: str, view: int) -> MilestoneStanding | None:
    window = pair.views[view].assessment.windows.get(pair.id)
    return window.milestone(milestone) if window else None
