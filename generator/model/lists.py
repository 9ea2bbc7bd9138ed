"""The lists that records choose from, each in the words of a framework."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

C = TypeVar("C", bound="Choice")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One entry of a list: its id and what people call it."""

    id: str = ""
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Step(Choice):
    """One step of a scale; `meaning` is good, weak, poor or, where nothing is judged, none."""

    meaning: str = "none"
    text: str | None = None

    @property
    def judged(self) -> bool:
        return self.meaning != "none"

    @property
    def good(self) -> bool:
        """Whether its meaning is good."""
        return self.meaning == "good"

    @property
    def falls_short(self) -> bool:
        """Whether it is below what is asked, by a little or by far."""
        return self.meaning in ("weak", "poor")


@dataclass(frozen=True, kw_only=True)
class AuditKind(Choice):
    """A kind of audit; `together` says that agencies hold it jointly, in a window of weeks."""

    plural: str | None = None
    together: bool = True

    @property
    def several(self) -> str:
        """What several of them are called."""
        return self.plural or f"{self.title}s"


@dataclass(frozen=True, kw_only=True)
class AnswerKind(Choice):
    """A kind of answer to an audit's question: the answers a case may have, the best first; empty where it is answered
    in words.
    """

    answers: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Content(Choice):
    """Something that a report must contain; with `by_agency`, an account by each member."""

    by_agency: bool = False


@dataclass(frozen=True, kw_only=True)
class ReportKind(Choice):
    """A kind of formal report, and what the law says it must contain."""

    law: str | None = None
    contents: tuple[Content, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ReviewDecision(Choice):
    """What may be decided on a referral; `review` says that it begins a review."""

    review: bool = True


@dataclass(frozen=True, kw_only=True)
class SurveyKind(Choice):
    """A kind of survey; `of_adults` says that it asks the people who use services."""

    of_adults: bool = False


@dataclass(frozen=True, kw_only=True)
class Cadence(Choice):
    """How often an obligation falls due: the length of its period in months."""

    months: int = 3


@dataclass(frozen=True, kw_only=True)
class Frequency(Choice):
    """How often an agency returns an indicator: the quarters of the year with which it does, 1 to 4."""

    quarters: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Geography(Choice):
    """The area that figures are for; `in_total` says that they are added to the total of the partnership's area."""

    in_total: bool = True


@dataclass(frozen=True, kw_only=True)
class RecordName:
    """What the partnership calls a type of record."""

    type: str = ""
    title: str = ""
    plural: str = ""


@dataclass(frozen=True, kw_only=True)
class AdultReviews:
    """The reviews of deaths and serious harm: their law, what they ask, and the months that they may take."""

    law: str | None = None
    purpose: str | None = None
    months: int | None = None
    time_limit: str | None = None
    markers_from: str | None = None


def find(entries: Iterable[C], id: str | None) -> C | None:
    """Return the entry with that id; None where the list has none."""
    return next((one for one in entries if one.id == id), None)


def title(entries: Iterable[C], id: str) -> str:
    """Return what people call an entry; its id in words where the list does not have it."""
    found = find(entries, id)
    return found.title if found else id.replace("-", " ").capitalize()
