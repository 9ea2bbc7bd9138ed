"""The first page of assurance: where it is weak, by requirement, theme and risk, and what nobody has examined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.components import Cards, Lead, Link, Stat
from generator.components.states import score
from generator.edition import View
from generator.model.requirement import Requirement
from generator.model.risk import Risk
from generator.page import Page
from generator.pages.assurance import coverage, weaknesses
from generator.wording import plural

_REQUIREMENTS, _PRINCIPLES = "assurance/requirements/index.md", "assurance/principles.md"


def pages(view: View) -> Iterator[Page]:
    requirements = {one.id: one for one in view.all(Requirement)}
    found = [one for one in view.standings if one.requirement in requirements]
    opinions, risks = weaknesses.opinions(view), weaknesses.risks(view)
    if view.public or not (found or opinions or risks):
        return
    states = Counter[str](one.state for one in found)
    limited = sum(weaknesses.falls_short(view, one) for one in opinions)
    every = f"All {plural(len(found), 'requirement')}, and how each stands"
    yield Page(
        path="assurance/index.md",
        template="assurance/assurance.md.jinja",
        title="Assurance",
        description="Where assurance is weak: requirements not met, limited opinions, great risks, what is unseen.",
        context={
            "lead": lead(states, limited, len(opinions), len(risks)),
            "stats": Cards(
                [*requirement_stats(states), *opinion_stats(limited, len(opinions)), *risk_stats(risks)], "small"
            ),
            "requirements": weaknesses.requirements(found, requirements),
            "every_requirement": Link(_REQUIREMENTS, every),
            "opinions": weaknesses.by_theme(view, opinions) if opinions else None,
            "risks": weaknesses.greatest(view, risks) if risks else None,
            "unexamined": coverage.unexamined(view),
            "examined": coverage.examined(view),
            "principles": Link(_PRINCIPLES, "All principles by source, year by year"),
            "agencies": weaknesses.by_agencies(view),
        },
    )


def lead(states: Mapping[str, int], limited: int, opinions: int, risks: int) -> Lead:
    """Return how many requirements are met, in part met and not met, and on how many themes the opinion falls short."""
    said = ["Where is assurance weak?"]
    total = sum(states.values())
    if total:
        met, attention, unmet = (states.get(one, 0) for one in ("met", "attention", "not-met"))
        want = f"{attention or 'none'} {'wants' if attention == 1 else 'want'} attention"
        said.append(f"Of {plural(total, 'requirement')}, {_are(met)} met, {want} and {_are(unmet)} unmet.")
    if opinions:
        short = f"On {limited} of {plural(opinions, 'theme')} the opinion falls short."
        said.append(short if limited else "No opinion falls short.")
    if not total and not opinions:
        watched = f"{plural(risks, 'risk')} {'is' if risks == 1 else 'are'} watched"
        said.append(f"No requirement is assessed and no opinion is given yet; {watched}.")
    return Lead(" ".join(said))


def _are(count: int) -> str:
    return f"{count or 'none'} {'is' if count == 1 else 'are'}"


def requirement_stats(states: Mapping[str, int]) -> list[Stat]:
    """Return how many requirements are not met and how many want attention; nothing where there are none."""
    total = sum(states.values())
    if not total:
        return []
    unmet, attention = states.get("not-met", 0), states.get("attention", 0)
    return [
        Stat(unmet, "Requirements not met", f"of {total}", "poor" if unmet else "good", _REQUIREMENTS),
        Stat(attention, "Wanting attention", f"of {total}", "attention" if attention else "good", _REQUIREMENTS),
    ]


def opinion_stats(limited: int, opinions: int) -> list[Stat]:
    """Return on how many themes the opinion falls short; nothing where there is no opinion."""
    if not opinions:
        return []
    kind = "attention" if limited else "good"
    note = f"of {opinions} with an opinion"
    return [Stat(limited, "Themes where the opinion falls short", note, kind, "assurance/opinions/index.md")]


def risk_stats(risks: Sequence[Risk]) -> list[Stat]:
    """Return the score of the greatest risk, the first; nothing where there is none."""
    if not risks:
        return []
    highest = risks[0].assessments[-1].score
    note = f"{plural(len(risks), 'risk')} watched"
    return [Stat(highest, "Greatest risk, of 25", note, score(highest).kind, "assurance/risks/index.md")]
