"""The sentences of a meeting: its agenda, whether it was held, what was decided and who attended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.pair import Pair, SentencePart, both, record
from generator.model.meeting import Agreement, Attendance, Meeting, Minutes
from generator.periods import short_label_of
from generator.register.names import reference_name
from generator.wording import day, plural, quoted, some_of, words


def new(pair: Pair) -> Iterator[str]:
    made = record(pair, Meeting)
    if made.agenda:
        yield f"{plural(len(made.agenda), 'item')} on the agenda"
    if made.cancelled:
        yield f"cancelled, {quoted(made.cancelled.reason)}"
    if made.minutes:
        yield from _minutes(pair, made.minutes)


def changed(pair: Pair) -> Iterator[SentencePart]:
    then, now = both(pair, Meeting)
    if now.cancelled and not then.cancelled:
        instead = f", held instead: {pair.name('meeting', now.cancelled.instead)}" if now.cancelled.instead else ""
        yield SentencePart(f"cancelled, {quoted(now.cancelled.reason)}{instead}", pair.below("cancelled"))
    if now.minutes and not then.minutes:
        yield SentencePart("; ".join(_minutes(pair, now.minutes)), pair.below("minutes"))
    elif now.minutes and then.minutes:
        yield from _amended(pair, then.minutes, now.minutes)
    came = [one for one in now.agenda if one.id not in {each.id for each in then.agenda}]
    if came:
        covers = [change for one in came for change in pair.below("agenda", one.id)]
        yield SentencePart(f"now on the agenda: {some_of((quoted(one.title) for one in came), 5)}", covers)
    went = [one for one in then.agenda if one.id not in {each.id for each in now.agenda}]
    if went:
        covers = [change for one in went for change in pair.below("agenda", one.id)]
        yield SentencePart(f"no longer on the agenda: {some_of((quoted(one.title) for one in went), 5)}", covers)


def _minutes(pair: Pair, minutes: Minutes) -> Iterator[str]:
    """When it was held, who attended, what was decided and agreed, and how many actions were set."""
    held = f"held{f' on {day(minutes.held)}' if minutes.held else ''}"
    yield f"{held}, {_attendance(minutes)}" if minutes.attendance else held
    if minutes.decisions:
        said = some_of((quoted(one.text) for one in minutes.decisions), 3)
        yield f"{plural(len(minutes.decisions), 'decision')}: {said}"
    yield from (_agreed(pair, one) for one in minutes.agreed)
    if minutes.actions:
        yield f"{plural(len(minutes.actions), 'action')} to take away"


def _amended(pair: Pair, then: Minutes, now: Minutes) -> Iterator[SentencePart]:
    """What was added to minutes that already existed."""
    former = {one.agency: one for one in then.attendance}
    if now.attendance and not former:
        yield SentencePart(_attendance(now), pair.below("minutes", "attendance"))
    for one in now.attendance if former else ():
        old = former.get(one.agency)
        if old is None or _presence(old) != _presence(one):
            was = f"{_presence(old)} → " if old else ""
            covers = pair.below("minutes", "attendance", one.agency)
            yield SentencePart(f"{pair.name('agency', one.agency)} {was}{_presence(one)}", covers)
    known = {one.id for one in then.decisions}
    for decision in now.decisions:
        if decision.id not in known:
            yield SentencePart(f"decided, {quoted(decision.text)}", pair.below("minutes", "decisions", decision.id))
    came = tuple(one for one in pair.below("minutes", "agreed", "*") if one.before is None)
    if came and now.agreed[: len(then.agreed)] == then.agreed:
        yield SentencePart("; ".join(_agreed(pair, one) for one in now.agreed[len(then.agreed) :]), came)
    was_open = {one.id for one in then.actions if not one.done}
    for action in now.actions:
        if action.id in was_open and action.done:
            covers = pair.below("minutes", "actions", action.id, "done")
            yield SentencePart(f"action {quoted(action.text)} done on {day(action.done)}", covers)


def _attendance(minutes: Minutes) -> str:
    present = sum(one.present for one in minutes.attendance)
    return f"{present:,} of {plural(len(minutes.attendance), 'agency', 'agencies')} there"


def _presence(one: Attendance) -> str:
    return ("present by deputy" if one.deputy else "present") if one.present else "absent"


def _agreed(pair: Pair, one: Agreement) -> str:
    """`variation agreed for accessible-refuge of …, until 31 March 2027: “…”`."""
    kinds = pair.schema.tree["properties"]["minutes"]["properties"]["agreed"]["items"]["properties"]["about"]
    about = f" for {reference_name(pair.view.register, kinds['x-record'], one.about)}" if one.about else ""
    for_whom = f", {pair.name('agency', one.agency)}" if one.agency else ""
    period = f", {short_label_of(one.period, pair.view.partnership.year_starts)}" if one.period else ""
    until = f", until {day(one.until)}" if one.until else ""
    return f"{words(one.kind)} agreed{about}{for_whom}{period}{until}, {quoted(one.reason)}"
