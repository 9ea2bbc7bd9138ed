"""Agencies, assurance and the guides: what an agency, the Chair and a newcomer find there."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import ROOT
from editions import texts, view
from small import small

from generator import register
from generator.assurance.assessment import assess
from generator.assurance.obligations.notifications import notifications
from generator.assurance.requirements.standing import standings
from generator.edition import View
from generator.model.agency import Agency
from generator.model.risk import Risk
from generator.pages.about import publication
from generator.pages.agencies import agency
from generator.pages.agencies import overview as agencies
from generator.pages.assurance import challenge, meeting, notification, qa_statement, risk, self_evaluation
from generator.pages.assurance import overview as assurance
from generator.pages.framework import editions, principles, record_guide, requirement, rules
from generator.register import Register
from generator.schema import Schema

DAY = date(2026, 11, 20)
SECTION = (
    agency,
    agencies,
    assurance,
    challenge,
    editions,
    meeting,
    notification,
    principles,
    publication,
    qa_statement,
)
SECTION += (record_guide, requirement, risk, rules, self_evaluation)


@pytest.fixture(scope="module")
def partners(shipped: Register) -> View:
    return view(shipped, DAY, "partnership", departures=True)


@pytest.fixture(scope="module")
def said(partners: View) -> dict[str, str]:
    return texts(partners, SECTION)


def test_the_public_has_the_published_versions_and_nothing_else_of_these(shipped: Register) -> None:
    public = view(shipped, DAY, "public")
    assert {page.path for module in SECTION for page in module.pages(public)} == {"downloads/versions.md"}


def test_every_member_has_a_page_and_the_others_only_a_line(partners: View, said: dict[str, str]) -> None:
    for one in partners.all(Agency):
        assert (f"agencies/{one.id}.md" in said) == (one.role == "member")
    assert "Care Quality Commission" in said["agencies/index.md"]


def test_an_agency_sees_first_what_is_overdue_and_what_comes(said: dict[str, str]) -> None:
    late = said["agencies/prevention-alliance.md"]
    first, _, rest = late.partition("## Owed, and when")
    assert "3 things are overdue" in first
    assert rest.index("Overdue</span>") < rest.index("Due</span>")
    assert "Nothing is overdue" in said["agencies/pennine-care.md"].partition("\n## ")[0]


def test_a_past_day_shows_no_later_return(shipped: Register) -> None:
    before = texts(view(shipped, date(2024, 5, 1), "partnership"), SECTION)
    returned = before["agencies/pennine-care.md"].partition("## What it returned")[2]
    assert "Q4 2023-24" in returned
    assert "Q1 2024-25" not in returned


def test_the_matrix_has_every_watched_risk_once(partners: View, said: dict[str, str]) -> None:
    matrix = said["assurance/risks/index.md"].partition("Risks by likelihood and impact</span>")[2]
    watched = [one for one in partners.all(Risk) if not one.closed]
    assert len(watched) > 3
    for one in watched:
        assert matrix.partition("</table>")[0].count(f">{one.title}<") == 1


def test_a_meeting_to_come_is_a_pack_and_names_what_is_missing(said: dict[str, str]) -> None:
    pack = said["assurance/meetings/qap/2026-12-03.md"]
    assert "The pack is not complete" in pack
    assert "The forward plan as it stands" in pack
    assert "The pack is not complete" not in said["assurance/meetings/qap/2026-07-02.md"]


def test_a_rule_shows_a_wrong_and_a_right_record_and_who_departs(said: dict[str, str]) -> None:
    page = said["framework/rules/audit-shared-a-week-before.md"]
    assert "shared on 1 June 2026" in page
    assert "<code>audits-shared</code>" in page
    assert "5 days before the audit day" in page
    assert all("framework/rules/" in path or "Wrong:" not in text for path, text in said.items())


def test_the_record_guide_has_every_type_in_use_and_every_field(
    partners: View, said: dict[str, str], schemas: dict[str, Schema]
) -> None:
    for type in partners.register.types:
        text = said[f"framework/records/{type}.md"]
        for name in schemas[type].tree["properties"]:
            assert f"<code>{name}</code>" in text


def test_who_sees_what_says_that_audits_are_for_partners(said: dict[str, str]) -> None:
    audit = said["framework/editions.md"].partition("### Audit {: #audit }")[2].partition("###")[0]
    assert "Business Unit and partners" in audit
    assert "Everyone<" not in audit


def test_requirements_come_with_how_they_stand(shipped: Register, partners: View) -> None:
    known = shipped.at(DAY)
    object.__setattr__(partners, "standings", standings(known, assess(known, DAY)))
    said = texts(partners, SECTION)
    assert "Not signed by 1 of 10 agencies." in said["assurance/requirements/r15.md"]
    assert "probation-service" in said["assurance/requirements/r15.md"].partition("What to look at")[2]
    assert "Of 48 requirements" in said["assurance/index.md"]


def test_concerns_are_shown_as_counts_and_only_where_given(shipped: Register, said: dict[str, str]) -> None:
    assert "assurance/notifications.md" not in said
    partners = view(shipped, DAY, "partnership", departures=True)
    restricted = register.read(ROOT / "tests" / "restricted", shipped.schemas)
    object.__setattr__(partners.assessment, "notifications", notifications(restricted, shipped, DAY))
    page = texts(partners, SECTION)["assurance/notifications.md"]
    assert "issues of concern in the last four quarters" in page
    summaries = [entry.value.get("summary") for entry in restricted.entries["notification"].values()]
    assert any(summaries)
    assert not any(summary in page for summary in summaries if summary)


def test_an_agency_that_owes_nothing_and_has_nothing_still_has_a_page(schemas: dict[str, Schema]) -> None:
    few = view(small(schemas, {}), date(2025, 12, 1), "partnership")
    page = texts(few, SECTION)["agencies/council.md"]
    assert "Nothing is overdue" in page
    assert "## What it returned" not in page
