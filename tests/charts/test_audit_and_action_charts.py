"""The charts of audits and actions: what they say, that they draw, and that nothing but their own data is in them."""

from __future__ import annotations

import json
from datetime import date

import pytest

from generator.assurance.actions.progress import Progress
from generator.assurance.actions.status import ActionState
from generator.assurance.audits.results import Result
from generator.assurance.audits.standing import AuditStanding
from generator.assurance.audits.windows import Window
from generator.charts import Chart
from generator.charts.action_ageing import action_ageing
from generator.charts.action_dates import action_dates
from generator.charts.action_progress import action_progress
from generator.charts.audit_grades import audit_grades
from generator.charts.audit_subjects import SubjectResult, audit_subjects
from generator.charts.audit_windows import audit_windows
from generator.model.audit import Audit
from generator.model.audit_tool import Question
from generator.model.lists import AnswerKind, Step

DAY = date(2026, 5, 20)


GRADES = AnswerKind(
    id="graded",
    title="A grade",
    answers=(
        Step(id="outstanding", title="Outstanding", meaning="good"),
        Step(id="good", title="Good", meaning="good"),
        Step(id="requires-improvement", title="Requires improvement", meaning="weak"),
        Step(id="inadequate", title="Inadequate", meaning="poor"),
        Step(id="not-applicable", title="Not applicable", meaning="none"),
    ),
)


def state(status: str = "on-track", **changed: object) -> ActionState:
    known = {
        "plan": "p", "action": "a", "owner": "agency/x", "text": "Do it.", "priority": None, "status": status,
        "set": date(2026, 1, 5), "original": date(2026, 4, 1), "due": date(2026, 6, 1), "moved": 1, "closed": None,
        "overdue": False, "days_late": 0, "days_left": 12,
    }  # fmt: skip
    return ActionState(**{**known, **changed})  # type: ignore[arg-type]


def running(id: str, starts: date, ends: date) -> AuditStanding:
    window = Window(id, starts, ends, 12, 3 if starts <= DAY <= ends else None, ())
    return AuditStanding(Audit(id=id, title=id.title(), starts=starts), "running", window, (), None, (), ())


def result(id: str, **cases: int) -> Result:
    known = dict.fromkeys((one.id for one in GRADES.answers), 0)
    return Result(Question(id=id, text=f"Was it {id}?"), GRADES, known | cases, ("x",))


CHARTS: dict[str, Chart] = {
    "progress": action_progress([Progress(date(2026, 1, 31), 3, 0, 0), Progress(DAY, 4, 3, 1)]),
    "ageing": action_ageing([("more than 90 days overdue", 1), ("1 to 30 days overdue", 2), ("due later", 4)]),
    "dates": action_dates([("1. Council", state()), ("2. Police", state("complete", closed=date(2026, 5, 1)))], DAY),
    "grades": audit_grades([result("seen", good=3, inadequate=1), result("heard", good=1, inadequate=3)]),
    "subjects": audit_subjects([SubjectResult("The adult's voice", "Falls", DAY, 1, 4)]),
    "windows": audit_windows(
        [running("falls", date(2026, 5, 4), date(2026, 7, 26)), running("fire", date(2026, 7, 20), date(2026, 10, 11))],
        DAY,
    ),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_draws_and_needs_nothing_from_elsewhere(name: str) -> None:
    import vl_convert

    chart = CHARTS[name]
    assert '"url"' not in chart.json.replace('"https://vega.github.io', "")
    svg = vl_convert.vegalite_to_svg(chart.json)
    assert "mark-rect" in svg or "mark-line" in svg
    assert all(set(dict(chart.columns)) <= set(row) for row in chart.rows)


def test_sentences_state_the_message() -> None:
    assert CHARTS["progress"].sentence == "1 of 4 actions was closed; 3 were first due by then."
    one = action_progress([Progress(DAY, set=1, due=1, closed=0)])
    assert one.sentence == "The one action was not closed; it was due by then."
    assert CHARTS["ageing"].sentence == "3 of 7 open actions are overdue, 1 of them by more than 90 days."
    assert CHARTS["dates"].sentence == "2 of 2 actions were moved to a later date, the furthest by 61 days."
    assert "most often on “Was it seen?” (75% of cases), least on “Was it heard?” (25%)" in CHARTS["grades"].sentence
    assert CHARTS["windows"].sentence == "One audit is in its window now; of the 2 shown, one window overlaps the next."


def test_one_chart_does_not_show_up_in_the_next_of_its_kind() -> None:
    action_ageing([("due later", 99)])
    assert "99" not in json.dumps(action_ageing([("due later", 1)]).specification["datasets"])


def test_a_plan_with_nothing_open_is_not_drawn_against_today() -> None:
    done = action_dates([("1. Council", state("complete", closed=date(2026, 5, 1)))], DAY)
    assert "today" not in [layer["data"]["name"] for layer in done.specification["layer"]]
    assert "today" in [layer["data"]["name"] for layer in CHARTS["dates"].specification["layer"]]
