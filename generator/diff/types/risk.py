"""The sentences of a risk: how great it is judged to be now, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.pair import Pair, SentencePart, both, record
from generator.model.risk import Risk, RiskAssessment
from generator.wording import day, quoted


def new(pair: Pair) -> Iterator[str]:
    made = record(pair, Risk)
    if made.assessments:
        yield f"score {_scored(made.assessments[-1])}"
    if made.owner:
        yield f"owned by {pair.called(made.owner)}"
    if made.raised:
        yield f"raised on {day(made.raised)}"


def changed(pair: Pair) -> Iterator[SentencePart]:
    then, now = both(pair, Risk)
    came = tuple(one for one in pair.below("assessments", "*") if one.before is None)
    if came and then.assessments and now.assessments[: len(then.assessments)] == then.assessments:
        old, last = then.assessments[-1], now.assessments[-1]
        note = f", {quoted(last.note)}" if last.note else ""
        same = old.score == last.score
        yield SentencePart(f"score {'still ' if same else f'{old.score} → '}{_scored(last)}{note}", came)
    if now.closed and not then.closed:
        on = f" on {day(now.closed.date)}" if now.closed.date else ""
        at = f", agreed at {pair.name('meeting', now.closed.agreed)}" if now.closed.agreed else ""
        yield SentencePart(f"closed{on}, {quoted(now.closed.reason)}{at}", pair.below("closed"))
    former = [one.text for one in then.controls]
    for number, control in enumerate(now.controls):
        text = quoted(control.text)
        below = pair.below("controls", str(number + 1))
        if number < len(former) and former[number] == control.text:
            if control.in_place and not then.controls[number].in_place:
                yield SentencePart(f"control {text} in place since {day(control.in_place)}", below)
        elif control.text not in former and any(one.before is None for one in below):
            when = f", in place since {day(control.in_place)}" if control.in_place else ", planned"
            yield SentencePart(f"new control, {text}{when}", below)


def _scored(one: RiskAssessment) -> str:
    return f"{one.score} (likelihood {one.likelihood}, impact {one.impact})"
