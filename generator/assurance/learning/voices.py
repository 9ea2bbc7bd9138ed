"""Adult voice reports by quarter: which agencies reported, and the totals of complaints and compliments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.assurance.membership import members
from generator.model.agency import Agency
from generator.model.methodology import Methodology
from generator.model.record import in_force
from generator.model.voice import Voice
from generator.periods import Quarter, quarters
from generator.register import Register


@dataclass(frozen=True)
class VoiceQuarter:
    """One quarter: its reports by agency, and totals of the numbers given; None where no agency gave one."""

    quarter: Quarter
    reports: Mapping[str, Voice]
    complaints: int | None
    upheld: int | None
    safeguarding: int | None
    compliments: int | None
    due: date
    asked: frozenset[str] = frozenset()
    """The agencies whose report was asked for or came; others did not belong at the quarter's end."""

    @property
    def themes(self) -> tuple[tuple[str, int], ...]:
        """What complaints were about, with how many agencies said so, the most frequent first."""
        said = Counter(theme for one in self.reports.values() if one.complaints for theme in one.complaints.themes)
        return tuple(sorted(said.items(), key=lambda one: (-one[1], one[0])))


def by_quarter(register: Register, day: date) -> tuple[VoiceQuarter, ...]:
    """Return every quarter that has ended by `day` since adult voice reports are kept, newest first."""
    partnership = register.partnership
    reports: dict[str, dict[str, Voice]] = {}
    for one in register.all(Voice):
        reports.setdefault(one.quarter, {})[one.agency] = one
    tracked = next((used.tracked_from for used in partnership.types_in_use if used.type == "voice"), None)
    known = [Quarter.parse(quarter, partnership.year_starts) for quarter in reports]
    first = min([*known, *([Quarter.of(tracked, partnership.year_starts)] if tracked else [])], default=None)
    if first is None:
        return ()
    ended = [one for one in quarters(first, Quarter.of(day, partnership.year_starts)) if one.end < day]
    arrears, every = timedelta(days=partnership.arrears_days), [one.id for one in reporting(register, day)]
    asked = {one: members(register, every, (), one.end) for one in ended}
    return tuple(_quarter(one, asked[one], reports.get(str(one), {}), one.end + arrears) for one in reversed(ended))


def reporting(register: Register, day: date) -> tuple[Agency, ...]:
    """Return the agencies that should report adult voice: those of the methodology in force, and all that ever did."""
    methodology = in_force(register.all(Methodology), day)
    ids = {*(methodology.agencies if methodology else ()), *(one.agency for one in register.all(Voice))}
    return tuple(sorted((one for one in register.all(Agency) if one.id in ids), key=lambda one: one.title))


def _quarter(quarter: Quarter, asked: Iterable[str], reports: Mapping[str, Voice], due: date) -> VoiceQuarter:
    complaints = [one.complaints for one in reports.values() if one.complaints]
    compliments = [one.compliments for one in reports.values() if one.compliments]
    return VoiceQuarter(
        quarter,
        reports,
        complaints=_sum(one.number for one in complaints),
        upheld=_sum(one.upheld for one in complaints),
        safeguarding=_sum(one.safeguarding for one in complaints),
        compliments=_sum(one.number for one in compliments),
        due=due,
        asked=frozenset({*asked, *reports}),
    )


def _sum(numbers: Iterable[int | str | None]) -> int | None:
    known = [number for number in numbers if isinstance(number, int)]
    return sum(known) if known else None
