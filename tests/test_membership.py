"""Agencies that end, begin, join or get another name: nothing is owed outside their time, and what was stays."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from editions import texts, view
from small import PARTNERSHIP, small

from generator import checks, cli, register
from generator.assurance.assessment import assess
from generator.assurance.calendar.schedule import of_agency, schedule
from generator.assurance.figures.from_records import dues
from generator.assurance.learning.voices import by_quarter
from generator.assurance.membership import successor
from generator.assurance.requirements.criteria import attendance
from generator.assurance.requirements.judgement import Basis
from generator.model.agency import Agency
from generator.model.methodology import Methodology
from generator.model.record import in_force
from generator.pages.action_plans import action_plan
from generator.pages.action_plans import overview as plans
from generator.pages.agencies import agency, overview
from generator.pages.audits import audit
from generator.pages.framework import group
from generator.pages.home import partners
from generator.schema import Schema

DAY = date(2026, 5, 20)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A copy of the second partnership's records."""
    shutil.copytree(ROOT / "tests/second/records", tmp_path / "records")
    return tmp_path


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / f"records/{name}.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


@pytest.fixture
def merged(second: Path) -> Path:
    """The constabulary ended on 30 June 2025, and the moor police took over on 1 July."""
    edit(
        second, "agency/constabulary", "statutory: true", "statutory: true\nleft: 2025-06-30\nsucceeded_by: moor-police"
    )
    police = "title: Moor & Fell Police\nrole: member\nsector: police\nstatutory: true\njoined: 2025-07-01\n"
    (second / "records/agency/moor-police.yaml").write_text(police)
    (second / "records/kpi-return/moor-police").mkdir()
    for quarter in ("2025-q3", "2025-q4", "2026-q1"):
        moved = second / f"records/kpi-return/constabulary/{quarter}.yaml"
        moved.rename(second / f"records/kpi-return/moor-police/{quarter}.yaml")
    owed = "  - agency: moor-police\n    frequency: quarterly\n    geography: area\n"
    path = second / "records/indicator/trained.yaml"
    path.write_text(path.read_text() + owed)
    edit(second, "methodology/eight-weeks", "[council, constabulary, care-trust]", "[council, moor-police, care-trust]")
    return second


def test_nothing_is_owed_before_an_agency_begins_or_after_it_ended(merged: Path, schemas: dict[str, Schema]) -> None:
    known = register.read(merged, schemas).at(DAY)
    assert known.faults == ()
    states = {(one.agency, str(one.quarter)): one.state for one in assess(known, DAY).returns}
    assert {quarter for agency, quarter in states if agency == "constabulary"} == {"2025-q1", "2025-q2"}
    assert {quarter for agency, quarter in states if agency == "moor-police"} >= {"2025-q3", "2025-q4", "2026-q1"}
    assert "outstanding" not in states.values()


def test_the_areas_history_runs_over_both_agencies(merged: Path, schemas: dict[str, Schema]) -> None:
    known = register.read(merged, schemas).at(DAY)
    before = register.read(ROOT / "tests/second", schemas).at(DAY)
    figures, former = (assess(one, DAY).figures["trained"].whole for one in (known, before))
    assert [str(point.value) for point in figures.points] == [str(point.value) for point in former.points]


def test_an_agency_that_ended_keeps_its_page_and_says_what_followed(merged: Path, schemas: dict[str, Schema]) -> None:
    pages = texts(view(register.read(merged, schemas), DAY, "partnership"), [agency, overview])
    ended, index = pages["agencies/constabulary.md"], pages["agencies/index.md"]
    assert "Part of the partnership until 30 June 2025" in ended
    assert re.search(r'Succeeded by</dt> <dd><a href="\.\./moor-police/">Moor &amp; Fell Police</a>', ended)
    assert "Nothing is overdue" in ended
    assert "Part of the partnership since 1 July 2025" in pages["agencies/moor-police.md"]
    assert "Northmoor Constabulary" in index.partition("## Former members")[2]
    assert "Northmoor Constabulary" not in index.partition("## Former members")[0]


def test_who_joins_later_is_not_asked_for_audits_before(second: Path, schemas: dict[str, Schema]) -> None:
    (second / "records/agency/fire.yaml").write_text("title: Fire Service\nrole: member\njoined: 2026-05-01\n")
    edit(second, "methodology/eight-weeks", "care-trust]", "care-trust, fire]")
    edit(
        second,
        "partnership/northmoor",
        "  - type: kpi-return",
        "  - type: audit-return\n    tracked_from: 2025-01-01\n  - type: kpi-return",
    )
    seen = view(register.read(second, schemas), DAY, "partnership")
    pages = texts(seen, [agency, overview, audit])
    assert "Fire Service" not in pages["audits/2026-falls.md"]
    assert "Not returned" not in pages["agencies/fire.md"]


AUTUMN, WINTER = "2025-09-10", "2025-12-10"
ASKED = "agencies: [council, constabulary, care-trust]\n"
RETURNED = """
received: 2026-02-18
nil: {reason: No officer knew anybody in the sample.}
voice: {sought: false, reason: No case was audited.}
"""


@pytest.fixture
def listed(second: Path) -> Path:
    """An audit from 2 February to 29 March 2026, its returns due by 1 March, that lists the agencies it asks."""
    edit(
        second,
        "partnership/northmoor",
        "  - type: kpi-return",
        "  - type: audit-return\n    tracked_from: 2025-01-01\n  - type: kpi-return",
    )
    asked = second / "records/audit/2026-falls.yaml"
    asked.write_text(asked.read_text() + ASKED)
    return second


def left(root: Path, day: str) -> None:
    """Let the constabulary leave."""
    edit(root, "agency/constabulary", "statutory: true", f"statutory: true\nleft: {day}")


@pytest.mark.parametrize(("last", "awaited"), [("2026-01-31", False), ("2026-02-28", False), ("2026-03-01", True)])
def test_who_left_before_returns_are_due_is_not_awaited_though_the_audit_lists_it(
    last: str, awaited: bool, listed: Path, schemas: dict[str, Schema]
) -> None:
    left(listed, last)
    pages = texts(view(register.read(listed, schemas), DAY, "partnership"), [agency, audit])
    who = pages["audits/2026-falls.md"].partition("## Who returned")[2].partition("\n## ")[0]
    assert "Care Trust" in who
    assert ("Northmoor Constabulary" in who) == awaited
    assert ("Not returned" in pages["agencies/constabulary.md"]) == awaited


def test_what_an_agency_returned_before_it_left_stays(listed: Path, schemas: dict[str, Schema]) -> None:
    left(listed, "2026-02-20")
    (listed / "records/audit-return/2026-falls").mkdir(parents=True)
    (listed / "records/audit-return/2026-falls/constabulary.yaml").write_text(RETURNED)
    known = register.read(listed, schemas)
    assert checks.run(known) == []
    states = {part.agency: part.state for part in assess(known.at(DAY), DAY).participation}
    assert states == {"council": "not-returned", "constabulary": "nil", "care-trust": "not-returned"}


def test_a_list_that_names_who_has_left_is_a_departure_with_a_remedy(
    listed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left(listed, "2026-01-31\nsucceeded_by: care-trust")
    assert cli.main(["check", "--root", str(listed)]) == 0
    said = capsys.readouterr().out
    assert "Northmoor Constabulary belongs until 31 January 2026; the audit starts on 2 February 2026" in said
    assert "Take `constabulary` out, or write `care-trust`, which took its place;" in said


@pytest.fixture
def handed(second: Path) -> Path:
    """The constabulary left on 30 April 2026 with an action open that is due by 30 June, as did who followed it."""
    left(second, "2026-04-30\nsucceeded_by: county-police")
    county = "title: County Police\nrole: member\njoined: 2026-05-01\nleft: 2026-05-10\nsucceeded_by: moor-police\n"
    (second / "records/agency/county-police.yaml").write_text(county)
    (second / "records/agency/moor-police.yaml").write_text("title: Moor Police\nrole: member\njoined: 2026-05-11\n")
    edit(second, "action-plan/2026-falls", "owner: agency/council", "owner: agency/constabulary")
    return second


def test_an_open_action_of_an_agency_that_left_needs_a_new_owner(handed: Path, schemas: dict[str, Schema]) -> None:
    seen = view(register.read(handed, schemas), DAY, "partnership")
    pages = texts(seen, [action_plan, plans, agency, overview, partners])
    give = (
        r"Left on 30 April 2026: give it to "
        r'<a href="[^"]*agencies/moor-police/">Moor Police</a>, which took its place'
    )
    for page in ("action-plans/index.md", "action-plans/2026-falls.md"):
        assert re.search(give, pages[page]), page
        assert "1 needs a new owner" in pages[page], page
    assert "none overdue, 1 needs a new owner" in pages["index.md"]
    assert "1 needs a new owner" in pages["agencies/index.md"].partition("## Former members")[2]
    assert "Needs a new owner" in pages["agencies/constabulary.md"]
    assert "Nothing is owed in the next six months" in pages["agencies/constabulary.md"]


def test_it_is_overdue_from_nobody_but_still_overdue(handed: Path, schemas: dict[str, Schema]) -> None:
    day = date(2026, 7, 20)
    seen = view(register.read(handed, schemas), day, "partnership")
    pages = texts(seen, [action_plan, plans, agency, partners])
    assert "1 is overdue, the longest by 20 days" in pages["action-plans/index.md"].replace("One", "1")
    assert "Nothing is overdue" in pages["agencies/constabulary.md"]
    assert "Northmoor Constabulary, which has left: it needs a new owner" in pages["index.md"]
    late = dues("actions-closed-by-original-date", (), seen.assessment.actions)
    assert late == [("", date(2026, 6, 30), False)], "the partnership's, and no agency's own"


def test_a_closed_action_stays_with_who_closed_it(handed: Path, schemas: dict[str, Schema]) -> None:
    edit(handed, "action-plan/2026-falls", "status: on-track", "status: complete")
    known = register.read(handed, schemas)
    pages = texts(view(known, DAY, "partnership"), [action_plan, plans, agency])
    assert "new owner" not in "".join(pages.values())
    assert "due-from-a-member" not in [one.rule for one in checks.run(known)]
    events = schedule(known, assess(known.at(DAY), DAY), DAY, DAY + timedelta(days=60))
    (done,) = (one for one in of_agency(events, "constabulary") if one.kind == "action")
    assert done.state == "done"


def test_an_action_with_its_new_owner_is_like_any_other(handed: Path, schemas: dict[str, Schema]) -> None:
    told = [one.message for one in checks.run(register.read(handed, schemas)) if one.rule == "due-from-a-member"]
    assert told == ["action a1 is due on 30 June 2026; Northmoor Constabulary belongs until 30 April 2026"]
    edit(handed, "action-plan/2026-falls", "owner: agency/constabulary", "owner: agency/moor-police")
    known = register.read(handed, schemas)
    assert "due-from-a-member" not in [one.rule for one in checks.run(known)]
    pages = texts(view(known, DAY, "partnership"), [action_plan, plans, agency])
    assert "new owner" not in "".join(pages.values())


def test_who_follows_is_named_only_while_it_belongs_itself(schemas: dict[str, Schema]) -> None:
    end = {"role": "member", "left": "2026-03-31"}
    told = {"police": {"title": "Police", **end, "succeeded_by": "trust"}, "trust": {"title": "Trust", **end}}
    known = small(schemas, {f"agency/{id}": value for id, value in told.items()})
    police = known.get(Agency, "police")
    assert police is not None
    assert successor(known, police, date(2026, 3, 31)) == "trust"
    assert successor(known, police, DAY) == ""
    told["trust"]["succeeded_by"] = "police"
    circle = small(schemas, {f"agency/{id}": value for id, value in told.items()})
    assert successor(circle, police, DAY) == ""


def test_reports_and_attendance_are_expected_only_of_who_belongs(schemas: dict[str, Schema]) -> None:
    used = [{"type": type, "tracked_from": "2025-04-01"} for type in ("voice", "meeting", "group")]
    absent = [{"agency": "police", "present": False}]
    item = [{"id": "plan", "title": "Plan", "kind": "other"}]
    meetings = {
        f"meeting/qap/{day}": {"agenda": item, "minutes": {"held": day, "attendance": absent}}
        for day in (AUTUMN, WINTER)
    }
    known = small(
        schemas,
        {
            "partnership/board": {**PARTNERSHIP, "types_in_use": [*PARTNERSHIP["types_in_use"], *used]},
            "agency/police": {"title": "Police", "role": "member", "left": "2025-12-31"},
            "group/qap": {"title": "QAP", "purpose": "Oversees.", "owns_framework": True},
            "methodology/now": {
                **yaml.safe_load((ROOT / "tests/second/records/methodology/eight-weeks.yaml").read_text()),
                "agencies": ["council", "police"],
            },
            **meetings,
        },
    )
    quarters = {str(one.quarter): one.asked for one in by_quarter(known, DAY)}
    assert quarters["2025-26-q3"] == {"council", "police"}
    assert quarters["2025-26-q4"] == {"council"}
    for day, links in ((date(2025, 12, 31), ("agency/police",)), (DAY, ())):
        assert attendance(Basis(known, assess(known, day))).links == links


def test_who_has_left_sits_on_no_group(second: Path, schemas: dict[str, Schema]) -> None:
    board = second / "records/group/board.yaml"
    board.write_text(board.read_text() + "agencies: [council, constabulary]\n")
    left(second, "2026-04-30")
    seen = view(register.read(second, schemas), DAY, "partnership")
    pages = texts(seen, [group, agency])
    assert "It sits on" not in pages["agencies/constabulary.md"]
    assert "It sits on" in pages["agencies/council.md"]
    assert "Northmoor Constabulary" not in pages["framework/governance.md"]


def test_who_has_left_is_neither_asked_nor_exempt(second: Path, schemas: dict[str, Schema]) -> None:
    (name,) = (path.stem for path in (second / "records/audit").glob("*.yaml"))
    asked = second / f"records/audit/{name}.yaml"
    asked.write_text(asked.read_text() + "agencies: [council, care-trust]\n")
    missing = "neither asked nor exempt: Northmoor Constabulary"
    assert missing in [one.message for one in checks.run(register.read(second, schemas))]
    edit(second, "agency/constabulary", "statutory: true", "statutory: true\nleft: 2025-06-30")
    assert missing not in [one.message for one in checks.run(register.read(second, schemas))]


def test_a_later_methodology_decides_nothing_before_it_applies() -> None:
    now, later = Methodology(id="2024"), Methodology(id="2028", applies_from=date(2028, 1, 1))
    assert in_force([later, now], date(2027, 12, 31)) is now
    assert in_force([later, now], date(2028, 1, 1)) is later
    assert in_force([later], date(2027, 12, 31)) is later
    assert in_force([], DAY) is None


def test_references_by_a_former_id_are_fixed_and_folders_named(
    second: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = second / "records/agency/constabulary.yaml", second / "records/agency/moor-police.yaml"
    new.write_text(old.read_text() + "formerly: [constabulary]\n")
    old.unlink()
    assert cli.main(["check", "--root", str(second), "--fix"]) == 1
    said = capsys.readouterr().out
    assert "git mv records/kpi-return/constabulary records/kpi-return/moor-police" in said
    assert "constabulary" not in (second / "records/indicator/trained.yaml").read_text()
    assert "constabulary" not in (second / "records/methodology/eight-weeks.yaml").read_text()
    (second / "records/kpi-return/constabulary").rename(second / "records/kpi-return/moor-police")
    assert cli.main(["check", "--root", str(second)]) == 0


def test_former_addresses_keep_answering(second: Path) -> None:
    edit(second, "agency/constabulary", "statutory: true", "statutory: true\nformerly: [county-police]")
    edit(
        second,
        "indicator/trained",
        "title: Officers trained\n",
        "title: Officers trained\nformerly: [police-trained]\n",
    )
    assert cli.main(["build", "--root", str(second), "--edition", "partnership"]) == 0
    site = second / "build/site/partnership"
    now, former = site / "calendar/constabulary.ics", site / "calendar/county-police.ics"
    assert now.read_bytes() == former.read_bytes()
    assert "../constabulary/" in (site / "agencies/county-police/index.html").read_text()
    figures = {path.name: path.read_bytes() for path in (site / "performance/trained").glob("*.csv")}
    assert figures
    assert figures == {path.name: path.read_bytes() for path in (site / "performance/police-trained").glob("*.csv")}
