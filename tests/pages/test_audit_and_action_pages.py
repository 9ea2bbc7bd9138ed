"""The pages of audits and action plans: what the Business Manager, an agency and the public find on them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from conftest import ROOT
from editions import texts, view

from generator import register
from generator.edition import View
from generator.model.action_plan import ActionPlan
from generator.model.audit import Audit
from generator.model.audit_return import AuditReturn
from generator.pages.action_plans import action_plan
from generator.pages.action_plans import overview as action_plans
from generator.pages.audits import audit, audit_tool, overview, programme
from generator.pages.audits import returns as participation
from generator.register import Register
from generator.schema import Schema

DAY = date(2026, 11, 20)
SECTION = (audit, overview, participation, programme, audit_tool, action_plan, action_plans)


@pytest.fixture(scope="module")
def partners(shipped: Register) -> View:
    return view(shipped, DAY, "partnership")


@pytest.fixture(scope="module")
def said(partners: View) -> dict[str, str]:
    return texts(partners, SECTION)


def test_the_public_has_no_audit_and_no_action_plan(shipped: Register) -> None:
    public = view(shipped, DAY, "public")
    assert not [page for module in SECTION for page in module.pages(public)]


def test_a_departure_is_named_by_what_its_rule_asks(shipped: Register) -> None:
    page = texts(view(shipped, DAY, "partnership", departures=True), SECTION)["audits/2025-homelessness.md"]
    text = page.partition("What was not as the framework asks")[2]
    assert "Notice of an audit is given at a meeting before it starts" in text
    assert "An audit is in a programme that was approved" in text
    assert "agreed to hold it outside the programme" in text


def test_the_first_screen_says_which_week_the_running_audit_is_in(said: dict[str, str]) -> None:
    lead = said["audits/index.md"].partition("\n## ")[0]
    assert "Cuckooing and exploitation at home is in week 10 of 12" in lead
    assert "Week 10 of 12" in lead


def test_who_is_exempt_is_told_with_the_reason(partners: View, said: dict[str, str]) -> None:
    exempted = [(one.id, exemption) for one in partners.all(Audit) for exemption in one.exemptions]
    assert exempted
    for id, exemption in exempted:
        section = said[f"audits/{id}.md"].partition("## Who returned")[2].partition("\n## ")[0]
        assert "Exempt" in section
        assert exemption.reason in section.replace("&#39;", "'").replace("&#34;", '"')


def test_an_agency_that_did_not_seek_the_adults_voice_is_shown_with_its_reason(
    partners: View, said: dict[str, str]
) -> None:
    silent = [one for one in partners.all(AuditReturn) if one.voice and not one.voice.sought and not one.nil]
    assert silent
    for one in silent:
        section = said[f"audits/{one.audit}.md"].partition("## The adult's voice")[2].partition("\n## ")[0]
        assert "Not sought" in section
        assert one.voice
        assert (one.voice.reason or "") in section.replace("&#39;", "'").replace("&#34;", '"')


def test_every_finding_and_action_can_be_linked_to(partners: View, said: dict[str, str]) -> None:
    for one in partners.all(ActionPlan):
        text = said[f"action-plans/{one.id}.md"]
        assert all(f"{{: #{action.id} }}" in text for action in one.actions)
    text = said["audits/2026-self-neglect.md"]
    assert re.search(r'href="../../action-plans/2026-self-neglect/#invited-or-heard"', text)
    assert 'id="absent-from-own-meeting"' in text


def test_findings_in_draft_are_the_business_units_alone(shipped: Register, said: dict[str, str]) -> None:
    working = texts(view(shipped, DAY, "working"), SECTION)["audits/2026-cuckooing.md"]
    assert "Findings in draft" in working
    assert "### Areas for development" in working
    assert "No findings are shown yet" in said["audits/2026-cuckooing.md"]


def test_an_overdue_action_says_so_wherever_it_is_listed(partners: View, said: dict[str, str]) -> None:
    late = [one for one in partners.assessment.actions if one.overdue]
    assert late
    assert f"{len(late)} are overdue" in said["action-plans/index.md"]
    assert all("overdue" in said[f"action-plans/{one.plan}.md"] for one in late)


def test_on_an_earlier_day_what_came_later_is_not_known(shipped: Register) -> None:
    then = texts(view(shipped, date(2026, 6, 5), "working"), SECTION)
    page = then["audits/2026-self-neglect.md"]
    assert "Week 8 of 12" in page
    assert "by 14 June 2026" in page
    assert "action-plans/2026-self-neglect.md" not in then


def test_a_partnership_that_keeps_neither_returns_nor_programme_has_no_page_for_them(
    schemas: dict[str, Schema],
) -> None:
    second = register.read(ROOT / "tests" / "second", schemas)
    pages = texts(view(second, date(2026, 5, 20), "partnership"), SECTION)
    assert {path for path in pages if path.startswith("a") and "/" in path and path.endswith(".md")} == {
        "audits/index.md",
        "audits/2026-falls.md",
        "action-plans/index.md",
        "action-plans/2026-falls.md",
    }
    assert "The 8 weeks from 2 February 2026" in pages["audits/2026-falls.md"]
    assert "The Board's March meeting was moved." in pages["audits/2026-falls.md"].replace("&#39;", "'")
