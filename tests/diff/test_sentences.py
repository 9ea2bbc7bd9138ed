"""The words of each record type at their edges: the first time and the second, inside and outside the usual range."""

from __future__ import annotations

import pytest
import views
from views import told

from generator import checks
from generator.diff.comparison import modules

PLAN, OF = "action-plan/2023-hospital-discharge", "Action 1 of Safe discharge from hospital: "
REVISED = "        agreed: qap/2024-02-08\n"
RETURN = "kpi-return/adult-social-care/2026-27-q2"
COUNCIL = "Adult Social Care, Q2 2026-27: "
SAR = "sar/2025-adult-f"


def test_every_module_of_sentences_is_named_after_a_record_type() -> None:
    assert {*modules()} <= {*views.SCHEMAS}


def revision(day: str, due: str) -> str:
    return f"      - date: {day}\n        due: {due}\n        reason: Late.\n"


def test_a_due_date_is_moved_once_twice_and_back() -> None:
    first = [
        (
            "    revisions:\n"
            + views.shipped()[f"records/{PLAN}.yaml"]
            .decode()
            .split("    revisions:\n")[1]
            .partition("    updates:")[0],
            "",
        )
    ]
    assert told("working", {}, {PLAN: first})[0].startswith(
        f"{OF}due date moved, 29 March → 31 July 2024, “The supplier"
    )
    again = [(REVISED, REVISED + revision("2024-07-18", "2025-01-31"))]
    assert told("working", {PLAN: again}) == [
        f"{OF}due date moved a second time, 31 July 2024 → 31 January 2025, “Late.”"
    ]
    back = [(REVISED, REVISED + revision("2024-06-18", "2024-08-31") + revision("2024-07-18", "2024-06-30"))]
    assert told("working", {PLAN: back}) == [
        f"{OF}due date brought forward a third time, 31 July → 30 June 2024, “Late.”"
    ]


def test_an_update_that_changes_no_status_says_still() -> None:
    last = "        note: Field agreed; the change is booked for December.\n"
    more = (
        f"{last}      - date: 2026-11-19\n        status: on-track\n        note: Tested.\n        evidence: A log.\n"
    )
    assert told("working", {"action-plan/2026-self-neglect": [(last, more)]}) == [
        "Action 3 of Self-neglect, three years on: still on track, “Tested.”, with evidence: “A log.”"
    ]


def test_an_action_is_new_or_taken_out() -> None:
    plan = views.shipped()["records/action-plan/2026-self-neglect.yaml"].decode()
    third = "  - id: trusted-worker" + plan.partition("  - id: trusted-worker")[2].partition("stages:")[0]
    gone = {"action-plan/2026-self-neglect": [(third, "")]}
    assert told("working", gone) == ["Action 3 of Self-neglect, three years on: taken out"]
    (said,) = told("working", {}, gone)
    assert said.startswith("Action 3 of Self-neglect, three years on: new, “By January 2027 the shared record")
    assert said.endswith(", for Stockport Homes Group, due on 29 January 2027")


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (868, "846 → 868, up 3%"),
        (897, "846 → 897, up 6%"),
        (898, "846 → 898, up 6%, outside its usual range of 754 to 867"),
        (728, "846 → 728, down 14%"),
        (727, "846 → 727, down 14%, outside its usual range of 754 to 867"),
    ],
)
def test_an_unusual_count_is_told_beside_the_usual_range_and_the_check_asks_about_it(count: int, said: str) -> None:
    edits = {RETURN: [("count: 846", f"count: {count}"), ("health: 162", f"health: {162 + count - 846}")]}
    assert told("working", edits) == [f"{COUNCIL}safeguarding concerns received {said}"]
    found = checks.modules()["figure-within-its-usual-range"].problems(
        views.view("working", views.edited(edits)).register
    )
    asked = [one for one in found if one.place.file == f"records/{RETURN}.yaml"]
    assert bool(asked) == ("outside" in said)
    assert all("usually 754 to 867" in one.message for one in asked)


def test_a_new_return_says_which_of_its_figures_are_furthest_from_usual() -> None:
    pennine = "kpi-return/pennine-care/2026-27-q2"
    few = [("count: 667", "count: 6670"), ("count: 731", "count: 7310")]
    assert told("working", {pennine: few}, {pennine: None}) == [
        "Pennine Care NHS Foundation Trust, Q2 2026-27: new; 4 figures; "
        "staff who need training up 904% on Q1, 728 → 7,310, outside its usual range of 694 to 724; "
        "staff whose training is in date up 914% on Q1, 658 → 6,670, outside its usual range of 570 to 643"
    ]
    many = [(f"count: {count}", f"count: {count}0") for count in (239, 50, 1346)] + [("count: 846", "count: 8460")]
    (said,) = told("working", {RETURN: many}, {RETURN: None})
    assert said.count("outside its usual range of") == 3
    assert said.endswith("; 1 more outside their usual range")


def test_a_range_wants_a_dozen_quarters() -> None:
    early = "kpi-return/adult-social-care/2025-26-q4"
    concerns = views.shipped()[f"records/{early}.yaml"].decode().partition("concerns:\n    count: ")[2].split()[0]
    (said,) = told("working", {early: [(f"count: {concerns}", "count: 3000")]})
    assert "outside its usual range" not in said, "eleven quarters before it"


def test_a_few_are_told_by_their_numbers() -> None:
    assert told("working", {RETURN: [("other-enquiries: {count: 7}", "other-enquiries: {count: 9}")]}) == [
        f"{COUNCIL}other enquiries started 7 → 9"
    ]


def test_a_stage_says_when_and_who() -> None:
    step = "    meeting: executive-board/2026-10-13\nprinciples"
    published = "  - stage: published\n    date: 2026-11-16\n    role: Business Manager\n"
    assert told("working", {SAR: [(step, step.replace("principles", f"{published}principles"))]}) == [
        "Adult F: published on 16 November 2026, agreed by the Business Manager"
    ]
    agreed = "  - stage: agreed\n    date: 2026-10-13\n    meeting: executive-board/2026-10-13\n"
    assert told("working", {}, {SAR: [(agreed, "")]}) == [
        "Adult F: agreed at Safeguarding Adults Partnership Executive Board, 13 October 2026"
    ]
    assert told("partnership", {}, {SAR: [(agreed, "")]})[0].startswith(
        "Adult F: agreed at Safeguarding Adults Partnership Executive Board, 13 October 2026; referred on"
    )


def test_a_step_that_is_written_over_is_no_new_step() -> None:
    assert told("working", {SAR: [("date: 2026-08-11", "date: 2026-08-12")]}) == [
        "Adult F: stages, 12 August 2026, date: 11 August → 12 August 2026"
    ]


def test_long_words_are_told_where_they_differ() -> None:
    audit = "audit/2026-self-neglect"
    assert told("working", {audit: [("people kept a say in what happened.", "people decided.")]}) == [
        "Self-neglect and hoarding: three years on – theme: reworded (40 → 35 words): “… and whether people decided.”"
    ]
    assert told("working", {audit: [("theme: >-", "theme: |")]}) == [
        "Self-neglect and hoarding: three years on – theme: laid out anew, in the same words"
    ]


def test_a_milestone_is_reached_on_time_or_late() -> None:
    audit, last = "audit/2026-cuckooing", "    actual: 2026-11-11\n"
    reached = "  - milestone: findings-report\n    actual: 2026-11-{}\n"
    assert told("working", {audit: [(last, last + reached.format(18))]}) == [
        "Cuckooing and exploitation at home: “Findings report prepared” on 18 November 2026"
    ]
    day = "  - milestone: audit-day\n    actual: 2026-11-11\n"
    assert told("working", {audit: [(day, day.replace("-11\n", "-18\n"))]}, {audit: [(day, "")]}) == [
        "Cuckooing and exploitation at home: “Audit day” on 18 November 2026, 3 days late"
    ]


def test_what_else_changed_of_a_milestone_is_told_too() -> None:
    plan = "  - milestone: findings-report\n    planned: 2026-11-{}\n"
    audit, last = "audit/2026-cuckooing", "    actual: 2026-11-11\n"
    now = f"{plan.format(20)}    actual: 2026-11-18\n"
    assert told("working", {audit: [(last, last + now)]}, {audit: [(last, last + plan.format(27))]}) == [
        "Cuckooing and exploitation at home: “Findings report prepared” on 18 November 2026; "
        "milestones, Findings report prepared, planned: 27 November → 20 November 2026"
    ]


def test_fields_without_words_of_their_own_use_their_titles() -> None:
    visit = "visit/2026-ambulance-control-room"
    assert told("working", {visit: [("host: nw-ambulance", "host: gm-police")]}) == [
        "Age UK visits the ambulance control room: host: North West Ambulance Service → Greater Manchester Police"
    ]
    assert told("working", {visit: [("values: [participation]", "values: [participation, transparent]")]}) == [
        "Age UK visits the ambulance control room: values: Transparent added"
    ]
    assert told("working", {"agency/probation-service": [("statutory: false", "statutory: true")]}) == [
        "Probation Service: statutory member: no → yes"
    ]


def test_the_most_weighty_comes_first() -> None:
    found = views.changed(
        "working",
        {
            "visit/2024-probation": None,
            "visit/2026-ambulance-control-room": [("host: nw-ambulance", "host: gm-police")],
            RETURN: [("count: 846", "count: 850")],
            "briefing/2026-advocacy": [
                ("principles:", "  - stage: published\n    date: 2026-11-12\n    role: Manager\nprinciples:")
            ],
        },
    )
    assert [(one.type, one.weight) for one in found] == [
        ("visit", "removed"),
        ("visit", "changed"),
        ("briefing", "published"),
        ("kpi-return", "changed"),
    ]
