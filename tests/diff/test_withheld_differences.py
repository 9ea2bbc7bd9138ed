"""No word or exact count that an edition may not see is in any form of a difference it is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pytest
import views
import world

from generator import edition, register, source
from generator.assurance import assessment
from generator.diff import differences, formats
from generator.edition import Edition, View
from generator.schema import Schema

DAY = date(2026, 6, 30)


@pytest.fixture(scope="module")
def planted(schemas: dict[str, Schema]) -> world.World:
    return world.full(schemas)


def view(name: Edition, schemas: Mapping[str, Schema], documents: list[source.Document]) -> View:
    whole = register.gather(documents, schemas)
    assert not whole.faults, [fault.message for fault in whole.faults]
    known = whole.at(DAY)
    return edition.view(name, DAY, known, assessment.assess(known, DAY))


def other(document: source.Document) -> source.Document:
    """The document with every planted word another, and every number that is a count of people."""
    text = document.data.decode().replace("canary", "kanari")
    return source.read(document.name, re.sub(r"\b9[0-9]{4}\b", lambda found: str(int(found[0]) - 1), text).encode())


def everything(schemas: Mapping[str, Schema], before: View, after: View) -> str:
    found, titles = differences(before, after), {type: known.title for type, known in schemas.items()}
    return "\n".join([formats.as_text(found, titles), formats.as_markdown(found, titles), formats.as_json(found)])


def sides(planted: world.World, how: str) -> tuple[list[source.Document], list[source.Document]]:
    """The planted records before and after: every word another, or all but the partnership's own new, or gone."""
    alone = [one for one in planted.documents if one.name.startswith("records/partnership/")]
    if how == "changed":
        return planted.documents, [other(one) for one in planted.documents]
    return (alone, planted.documents) if how == "new" else (planted.documents, alone)


@pytest.mark.parametrize("how", ["changed", "new", "gone"])
@pytest.mark.parametrize("name", ["partnership", "public"])
def test_no_withheld_word_is_told(name: Edition, how: str, planted: world.World, schemas: dict[str, Schema]) -> None:
    before, after = sides(planted, how)
    text = everything(schemas, view(name, schemas, before), view(name, schemas, after))
    words = {word.replace("kanari", "canary") for word in re.findall(r"(?:canary|kanari)[0-9]{5}", text)}
    leaks = {word: planted.planted[word] for word in words if world.withheld(schemas, *planted.planted[word], name)}
    assert not leaks, "\n".join(f"{type}: {route} ({stage})" for type, route, stage in leaks.values())
    assert words, "what it may tell, it tells"


@pytest.mark.parametrize("how", ["changed", "new", "gone"])
def test_no_exact_count_of_people_is_told_to_the_public(
    how: str, planted: world.World, schemas: dict[str, Schema]
) -> None:
    before, after = sides(planted, how)
    text = everything(schemas, view("public", schemas, before), view("public", schemas, after))
    exact = {number - less for number in planted.numbers for less in (0, 1)}
    assert not [number for number in exact if re.search(rf"(?<![0-9]){number}(?![0-9])", text) or f"{number:,}" in text]


@pytest.mark.parametrize("name", ["partnership", "public"])
def test_what_was_withdrawn_is_not_said_again(name: Edition) -> None:
    step = "    role: SSAP Business Manager\n"
    withdrawn = f"{step}  - stage: withdrawn\n    date: 2026-11-18\n{step}    reason: Somebody could be recognised.\n"
    (found,) = views.changed(name, {"briefing/2026-homelessness": [(step, withdrawn)]})
    assert [str(said) for said in found.sentences] == ["Learning briefing: withdrawn on 18 November 2026"]
    assert (found.title, found.kind, found.weight) == ("Learning briefing", "removed", "withdrawn")
    assert "find you" not in formats.as_json([found])


def test_what_an_edition_no_longer_shows_is_named_and_not_said_again() -> None:
    (found,) = views.changed("public", {"briefing/2026-homelessness": None})
    assert [str(said) for said in found.sentences] == ["Where can we find you?: no longer shown"]
    assert found.fields == ()


def test_a_return_shows_the_public_only_published_figures() -> None:
    edits = {"kpi-return/adult-social-care/2026-27-q2": [("count: 846", "count: 866"), ("count: 7}", "count: 2}")]}
    found = views.changed("public", edits)
    assert {one.type for one in found} == {"indicator"}
    said = [str(sentence) for one in found for sentence in one.sentences]
    assert "Safeguarding concerns: Q2 2026-27 845 → 865" in said
    assert any(one.startswith("Other enquiries: Q2 2026-27 5 → confidential") for one in said)
    assert not any("866" in one or "846" in one for one in said)
