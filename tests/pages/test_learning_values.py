"""What pages of learning say, as plain values: each branch of a sentence that has several."""

from __future__ import annotations

from datetime import date

from generator.assurance.figures.disclosure import Policy
from generator.assurance.learning.voices import VoiceQuarter
from generator.components import Badge, Facts, Stat, phrase
from generator.model.briefing import Briefing
from generator.model.survey import Survey, SurveyResults
from generator.model.visit import Visit, VisitAccount
from generator.model.voice import Complaints, Compliments, Voice
from generator.pages.learning import briefing, survey, visit, voice, voices
from generator.periods import Quarter, Year

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


def test_a_survey_is_open_or_closed_or_has_results() -> None:
    assert survey.state(Survey(id="a"), public=False) == Badge("Open", "info")
    closed = survey.state(Survey(id="a", closed=DAY), public=False)
    assert closed == "Closed 20 May 2026; the answers are being counted."
    answered = Survey(id="a", results=SurveyResults(invited=1200, responses=1005))
    assert survey.state(answered, public=False) == "1,005 people answered of 1,200 asked."
    assert survey.state(answered, public=True) == "1,005 people answered."
    assert survey.state(Survey(id="a", results=SurveyResults(responses=1)), public=True) == "1 person answered."
    assert survey.state(Survey(id="a", results=SurveyResults(responses="[c]")), public=True) == "[c] people answered."


def test_a_survey_without_results_says_whether_people_can_still_answer() -> None:
    assert survey.waiting(Survey(id="a")) == "People can still answer."
    assert survey.waiting(Survey(id="a", closed=DAY)) == "The answers are being counted."


def test_a_survey_says_how_its_counts_were_changed_only_where_they_were() -> None:
    exact, rounded = Policy(threshold=0, base=1), Policy(threshold=0, base=5)
    assert survey.note(exact, withheld=False) == ""
    assert survey.note(rounded, withheld=False).endswith("rounded counts. Shares may not add up to 100%.")
    assert "[c] stands where a number is withheld" in survey.note(Policy(), withheld=True)


def heard(complaints: int | None, upheld: int | None, *themes: str) -> VoiceQuarter:
    report = Voice(id="a/q", agency="a", complaints=Complaints(themes=themes))
    return VoiceQuarter(Quarter.of(DAY), {"a": report}, complaints, upheld, None, None, DAY)


def test_adult_voice_begins_with_who_reported_and_what_is_known() -> None:
    label = Quarter.of(DAY).label
    known = [Stat("1 of 3", "agencies reported", label), Stat("1,204", "complaints", "0 upheld")]
    assert voices.stats(heard(1204, 0), 3).items[:2] == known
    unknown = voices.stats(heard(None, None), 3).items[1:]
    assert unknown == [
        Stat("Not known", "complaints"),
        Stat("Not known", "led to a safeguarding concern"),
        Stat("Not known", "compliments"),
    ]


def test_what_complaints_were_about_is_listed() -> None:
    said = voices.about(heard(3, 1, "waiting times", "cleanliness"))
    assert said == f"In {Quarter.of(DAY).label} complaints were about cleanliness and waiting times."


def test_a_report_of_adult_voice_counts_complaints_and_compliments_where_it_has_them() -> None:
    assert voice.complaints(Voice(id="a")) is None
    counted = Complaints(number=1204, upheld=0, themes=("waiting times", "cleanliness"))
    assert voice.complaints(Voice(id="a", complaints=counted)) == Facts(
        [
            ("Complaints", "1,204"),
            ("Upheld, wholly or in part", "0"),
            ("Led to a safeguarding concern", "Not known"),
            ("What they were about", "Waiting times and cleanliness"),
        ]
    )
    assert voice.complaints(Voice(id="a", compliments=Compliments())) == Facts([("Compliments", "Not known")])
