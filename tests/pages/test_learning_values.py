"""What pages of learning say, as plain values: each branch of a sentence that has several."""

from __future__ import annotations

from datetime import date

from generator.components import Badge, phrase
from generator.model.briefing import Briefing
from generator.model.visit import Visit, VisitAccount
from generator.pages.learning import briefing, visit
from generator.periods import Year

DAY = date(2026, 5, 20)
MADE = Visit(id="a", account=VisitAccount(visited=DAY))
PLANNED = Visit(id="b", planned=date(2026, 6, 1))
PASSED = Visit(id="c", planned=date(2026, 5, 1))


def test_a_visit_was_made_or_is_planned_or_waits_for_its_account() -> None:
    assert visit.when(MADE, DAY) == phrase("Visited 20 May 2026")
    assert visit.when(PLANNED, DAY) == phrase(Badge("Planned", "info"), " for ", "1 June 2026")
    assert visit.when(PASSED, DAY) == phrase(Badge("No account yet", "attention"), " planned for ", "1 May 2026")


def test_visits_are_counted_by_what_became_of_them() -> None:
    counts = [one.value for one in visit.stats([MADE, PLANNED, PASSED], DAY, Year.of(DAY)).items]
    assert counts == [1, 1, 1, 1]
    assert len(visit.stats([MADE, PLANNED], DAY, Year.of(DAY)).items) == 3, "nothing is past its date"


def test_a_briefing_may_say_for_whom_it_is() -> None:
    assert briefing.audience(Briefing(id="a", audience=("nurses", "police"))) == "For nurses and police"
    assert briefing.audience(Briefing(id="a")) == ""
