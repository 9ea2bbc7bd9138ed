"""Pages of reviews and learning in each edition: what they show, what they leave out, and what an empty page says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import small
from conftest import ROOT

from generator import edition, render
from generator.assurance.assessment import assess
from generator.page import Page
from generator.pages.assurance import opinion, report
from generator.pages.learning import briefing, good_practice, survey, training_review, visit, voice, voices
from generator.pages.learning import overview as learning
from generator.pages.reviews import deep_dive, inspection, learning_review, peer_review, sar, sars
from generator.pages.reviews import overview as reviews
from generator.register import Register
from generator.schema import Schema

SECTIONS = (sar, sars, learning_review, deep_dive, peer_review, inspection, reviews, briefing, good_practice, visit,
            voice, voices, survey, training_review, learning, report, opinion)  # fmt: skip
TYPES = ("sar", "learning-review", "deep-dive", "peer-review", "inspection", "briefing", "good-practice", "visit",
         "voice", "survey", "training-review", "report", "opinion", "action-plan")  # fmt: skip
DAY = date(2026, 11, 20)
PUBLISHED = [{"stage": "agreed", "date": "2026-05-01", "role": "Chair"}, {"stage": "published", "date": "2026-06-01"}]
AGREED = PUBLISHED[:1]

SAR: dict[str, Any] = {
    "title": "Adult F",
    "referred": "2025-06-03",
    "referred_by": "Named Nurse",
    "decision": {"date": "2025-07-15", "kind": "discretionary", "reason": "Agencies may have worked better."},
    "started": "2025-08-04",
    "completed": "2026-03-20",
    "delay_reason": "It waited for an inquiry.",
    "themes": ["mental capacity"],
    "learning": {"date": "2026-04-01", "summary": "Adult F lived alone.", "what_learned": "Ask early."},
    "recommendations": [{"id": "r1", "date": "2026-03-20", "text": "Call a meeting.", "owner": "agency/council"}],
    "stages": AGREED,
}
PLAN: dict[str, Any] = {
    "title": "Plan F",
    "arises_from": ["sar/f"],
    "actions": [
        {
            "id": "a1",
            "set": "2026-04-01",
            "text": "Write the procedure.",
            "answers": ["sar/f#r1"],
            "owner": "agency/council",
            "due": "2026-09-01",
        }
    ],
    "stages": AGREED,
}
PUBLICATION = {
    "date": "2026-05-01",
    "decision": "summary",
    "family_informed": True,
    "proceedings_clear": True,
    "read_for_identification": True,
}
BRIEFING: dict[str, Any] = {
    "title": "Ask again",
    "theme": "Ask, and ask again.",
    "arises_from": ["sar/f"],
    "background": "A review.",
    "what_we_learned": ["People say yes."],
    "do_differently": ["Ask a second time."],
    "what_changed": [{"date": "2026-06-10", "text": "Every form asks twice."}],
    "stages": PUBLISHED,
}


def world(schemas: dict[str, Schema], records: dict[str, Any], types: tuple[str, ...] = TYPES) -> Register:
    used = [{"type": "agency"}, *({"type": type, "tracked_from": "2026-04-01"} for type in types)]
    return small.small(schemas, {"partnership/board": {**small.PARTNERSHIP, "types_in_use": used}, **records})


def view(register: Register, name: Any, day: date = DAY) -> edition.View:
    known = register.at(day)
    return edition.view(name, day, known, assess(known, day))


def read(view: edition.View) -> dict[str, str]:
    """Every page of these sections as text, by path."""
    pages: list[Page] = [page for section in SECTIONS for page in section.pages(view)]
    paths = {page.path for page in pages}
    made = render.site(view, pages, [], ROOT / "site")
    return {one.path: str(one.content) for one in made.texts if one.path in paths}


def test_that_a_publication_decision_is_awaited_is_for_the_business_unit_alone(schemas: dict[str, Schema]) -> None:
    known = world(schemas, {"sar/f": SAR})
    working, partners, public = (read(view(known, name)) for name in edition.EDITIONS)
    for path in ("reviews/sars/index.md", "reviews/sars/f.md"):
        assert "Awaiting a publication decision" in working[path]
        assert "waiting a publication decision" not in partners[path]
    assert "Publication decision" in working["reviews/index.md"]
    assert "Publication decision" not in partners["reviews/index.md"]
    assert not any("Adult F" in text for text in public.values())


def test_a_review_is_timed_against_six_months_and_is_always_statutory(schemas: dict[str, Schema]) -> None:
    chosen = {"id": "discretionary", "title": "Chosen by the board under its law", "review": True}
    principles = [{"id": "empowerment", "title": "Empowerment", "text": "People decide."}]
    framework = {
        "title": "Framework",
        "purpose": "To run.",
        "principles": principles,
        "adult_reviews": {"months": 6},
        "review_decisions": [chosen],
    }
    records = {"sar/f": SAR, "framework/2024": framework}
    text = read(view(world(schemas, records, (*TYPES, "framework")), "partnership"))
    page = text["reviews/sars/f.md"]
    assert "42 days after the referral" in page
    assert "7.5 months, longer than the six allowed" in page
    assert "Why: It waited for an inquiry." in page
    assert "Chosen by the board under its law" in page
    assert "The one completed review took more than six months." in text["reviews/sars/index.md"]
    assert not any("non-statutory" in path.read_text() for path in (ROOT / "site/templates").rglob("*.jinja"))


def test_a_recommendation_shows_the_actions_that_answer_it(schemas: dict[str, Schema]) -> None:
    page = read(view(world(schemas, {"sar/f": SAR, "action-plan/f": PLAN}), "partnership"))["reviews/sars/f.md"]
    recommended = page[page.index('id="r1"') :]
    assert "Write the procedure." in recommended
    assert "Overdue" in recommended
    assert "Response awaited" in recommended


def test_the_public_reads_what_happened_was_learned_and_has_changed(schemas: dict[str, Schema]) -> None:
    published = {**SAR, "publication": PUBLICATION, "stages": PUBLISHED}
    known = world(schemas, {"sar/f": published, "briefing/f": BRIEFING, "action-plan/f": PLAN})
    text = read(view(known, "public"))
    page = text["reviews/sars/f.md"]
    assert page.index("Adult F lived alone.") < page.index("Ask early.") < page.index("Every form asks twice.")
    assert "Named Nurse" not in page
    assert "Write the procedure." not in page
    assert "Overdue" not in "".join(text.values())
    assert "## Awaited" not in text["reviews/index.md"]


def test_a_withdrawn_briefing_leaves_a_date_and_nothing_else(schemas: dict[str, Schema]) -> None:
    gone = {**BRIEFING, "stages": [*PUBLISHED, {"stage": "withdrawn", "date": "2026-07-03", "reason": "Unsafe."}]}
    known = world(schemas, {"sar/f": SAR, "briefing/ask-again": gone, "briefing/other": {**BRIEFING, "title": "Other"}})
    for name in ("partnership", "public"):
        text = read(view(known, name))
        assert "A briefing was withdrawn on 3 July 2026." in text["learning/briefings/index.md"]
        assert not any(word in page for word in ("Ask again", "ask-again", "Unsafe") for page in text.values())
    working = read(view(known, "working"))
    assert "A briefing was withdrawn" not in working["learning/briefings/index.md"]
    assert "Unsafe." in working["learning/briefings/ask-again.md"]


def test_a_briefing_begins_with_what_to_do(schemas: dict[str, Schema]) -> None:
    text = read(view(world(schemas, {"sar/f": SAR, "briefing/f": BRIEFING}), "partnership"))
    page = text["learning/briefings/f.md"]
    assert page.index("Ask a second time.") < page.index("A review.") < page.index("People say yes.")
    assert "Ask a second time." in text["learning/index.md"]


def test_public_shares_of_a_survey_come_from_published_counts(schemas: dict[str, Schema]) -> None:
    answers = [{"answer": "Yes", "count": 32}, {"answer": "No", "count": 8}, {"answer": "Not sure", "count": 2}]
    question = {"id": "safer", "question": "Safer?", "answers": answers}
    results = {"date": "2026-05-20", "invited": 103, "responses": 42, "questions": [question]}
    asked = {"title": "Safer", "kind": "service-user", "theme": "Safety.", "opened": "2026-04-01", "results": results}
    known = world(schemas, {"survey/s": {**asked, "closed": "2026-05-01", "stages": PUBLISHED}})
    public, partners = (read(view(known, name))["learning/surveys/s.md"] for name in ("public", "partnership"))
    assert re.findall(r"qa-bar__text\">(.*?)<", public) == ["75%", "25%"]
    assert "[c] stands where a number is withheld" in public
    assert not re.search(r"\b(32|42|103)\b", public)
    assert re.findall(r"qa-bar__text\">(.*?)<", partners) == ["76%", "19%", "5%"]
    assert "Shares may not add up to 100%." in public
    assert not re.search(r"\[c\]|rounded|add up to 100", partners)


def test_not_reported_not_due_and_nought_are_told_apart(schemas: dict[str, Schema]) -> None:
    nought = {"received": "2026-07-10", "complaints": {"number": 0}, "changed": ["We ring back."]}
    known = world(schemas, {"voice/council/2026-27-q1": nought, "voice/police/2026-27-q1": {"received": "2026-07-11"}})
    index = read(view(known, "partnership", date(2026, 10, 20)))["learning/voice/index.md"]
    assert "We ring back." in index
    assert index.count("Awaited") > index.count("No report") == 0
    later = read(view(known, "partnership", date(2026, 11, 20)))["learning/voice/index.md"]
    assert "No report" in later
    quarter = later[later.index("Q1 (April to June 2026)</th>", later.index("Complaints and compliments in each")) :]
    assert re.findall(r"qa-number\">(.*?)</td>", quarter)[:2] == ["2", "0"]
    assert "nothing recorded" in quarter


@pytest.mark.parametrize("name", edition.EDITIONS)
def test_every_card_of_the_sections_first_pages_leads_to_a_page(shipped: Register, name: str) -> None:
    text = read(view(shipped, name))
    for path in ("learning/index.md", "reviews/index.md"):
        cards = re.findall(r'<p class="qa-card__title">(.*?)</p>', text[path])
        assert cards
        assert [card for card in cards if not card.startswith("<a ")] == []


def test_good_practice_says_at_which_meeting_it_was_celebrated(shipped: Register) -> None:
    index = read(view(shipped, "partnership"))["learning/good-practice/index.md"]
    assert "Celebrated at the Quality Assurance Partnership, 2 July 2026." in index
    assert not re.search(r"Celebrated at (the )?\.", index)


def test_where_there_is_nothing_the_words_are_kind_and_no_type_out_of_use_has_a_page(
    schemas: dict[str, Schema],
) -> None:
    empty = read(view(world(schemas, {}), "partnership"))
    assert "No briefing is recorded yet." in empty["learning/briefings/index.md"]
    assert {"reviews/index.md", "learning/index.md", "learning/visits/index.md"} <= set(empty)
    few = read(view(world(schemas, {}, ("briefing",)), "partnership"))
    assert set(few) == {"learning/index.md", "learning/briefings/index.md"}
    assert not read(view(world(schemas, {}, ()), "public"))


@pytest.mark.parametrize("name", edition.EDITIONS)
def test_no_page_of_the_shipped_records_has_an_anchor_twice(shipped: Register, name: str) -> None:
    for path, text in read(view(shipped, name)).items():
        anchors = re.findall(r'<\w+[^>]*\sid="([^"]+)"', text) + list(_headings(text))
        assert len(anchors) == len(set(anchors)), path


def _headings(text: str) -> Iterator[str]:
    """The anchors that the engine makes of plain headings."""
    for words in re.findall(r"^#{1,4} (.+)$", text, re.MULTILINE):
        yield re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def test_good_practice_names_the_meeting_that_celebrated_it(schemas: dict[str, Schema]) -> None:
    group = {"title": "The Practice Group", "purpose": "To meet."}
    meeting = {"agenda": [{"id": "a", "title": "Good practice", "kind": "good-practice"}]}
    seen = {"title": "One letter", "what": "A nurse wrote.", "difference": "He read it.", "celebrated": "pg/2026-07-02"}
    records = {"group/pg": group, "meeting/pg/2026-07-02": meeting, "good-practice/letter": {**seen, "stages": AGREED}}
    known = world(schemas, records, (*TYPES, "group", "meeting"))
    page = read(view(known, "partnership"))["learning/good-practice/index.md"]
    assert "Celebrated at the Practice Group, 2 July 2026." in page
