"""Pull requests as they are made every week, and the whole text that their readers get: `pull_requests/<name>.txt`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import views
from views import Edits

from generator.diff import formats
from generator.edition import Edition


@dataclass(frozen=True)
class PullRequest:
    """What it changes and whose eyes it is read with; `start` is edited in the state before."""

    edits: Edits
    edition: Edition = "partnership"
    start: Edits | None = None


def shipped(name: str) -> str:
    return views.shipped()[f"records/{name}.yaml"].decode()


MINUTES = "minutes:" + shipped("meeting/qap/2026-09-24").partition("minutes:")[2].partition("recorded:")[0]
WRITTEN = """minutes:
  held: 2026-09-24
  chaired_by: QAP Chair
  attendance:
    - agency: adult-social-care
      present: true
    - agency: pennine-care
      present: true
      deputy: true
    - agency: gm-police
      present: false
  decisions:
    - id: d1
      kind: approval
      text: Agreed, with one finding kept as a question because it rests on a single source.
    - id: d2
      kind: assurance
      text: Members asked for a second opinion on mental capacity.
  agreed:
    - kind: variation
      about: audit/2026-cuckooing
      until: 2027-03-31
      reason: Two returns came a week late.
  actions:
    - id: m1
      text: Count how long people wait for an advocate in every agency.
      owner: group/qap
      due: 2026-12-03
"""
VISIT = shipped("visit/2026-ambulance-control-room")
WITHOUT_RETURNS = {"kpi-return/adult-social-care/2026-27-q2": None, "kpi-return/pennine-care/2026-27-q2": None}

PULL_REQUESTS = {
    "actions reported": PullRequest(
        {
            "action-plan/2026-self-neglect": [
                (
                    "        note: Field agreed; the change is booked for December.\n",
                    "        note: Field agreed; the change is booked for December.\n"
                    "      - date: 2026-11-19\n        status: at-risk\n"
                    "        note: The supplier has put the change off to the spring.\n",
                ),
                (
                    "    due: 2027-01-29\n",
                    "    due: 2027-01-29\n    revisions:\n      - date: 2026-11-19\n        due: 2027-03-31\n"
                    "        reason: The supplier releases changes in spring and autumn only.\n",
                ),
            ],
            "action-plan/2023-hospital-discharge": [
                (
                    "        agreed: qap/2024-02-08\n",
                    "        agreed: qap/2024-02-08\n      - date: 2024-07-18\n        due: 2024-09-30\n"
                    "        reason: Two wards were closed for repairs.\n",
                )
            ],
        },
    ),
    "an action closed": PullRequest(
        {
            "action-plan/2026-self-neglect": [
                (
                    "          longer.\n      - date: 2026-11-05\n        status: at-risk\n"
                    "        note: A covering note is in use by the police until the form changes.\n",
                    "          longer.\n      - date: 2026-11-05\n        status: complete\n"
                    "        note: The police send a covering note.\n    impact:\n      - date: 2026-11-19\n"
                    "        text: Eleven of twelve people were at their own meeting in October.\n"
                    "    closed:\n      date: 2026-11-05\n      meeting: qap/2026-11-05\n",
                )
            ]
        },
    ),
    "figures returned": PullRequest({}, start=WITHOUT_RETURNS),
    "a return corrected": PullRequest(
        {
            "kpi-return/adult-social-care/2026-27-q2": [
                ("count: 846", "count: 864"),
                ("18-64: 83, 65-74: 29", "18-64: 82, 65-74: 30"),
                (
                    "dols-in-time: {count: 95}",
                    "dols-in-time: {absent: not-available, reason: The team moved to a new system.}",
                ),
            ],
            "kpi-return/pennine-care/2026-27-q2": [
                (
                    "sources: [performance-data]",
                    "restatements:\n  - date: 2026-11-12\n    quarter: 2026-27-q1\n    kind: correction\n"
                    "    reason: Two complaints had been counted twice.\n    values:\n      complaints: {count: 9}\n"
                    "sources: [performance-data]",
                )
            ],
        },
    ),
    "a return corrected for the public": PullRequest(
        {"kpi-return/adult-social-care/2026-27-q2": [("count: 846", "count: 864")]},
        edition="public",
    ),
    "an audit moved": PullRequest(
        {
            "audit/2026-cuckooing": [
                (
                    "    actual: 2026-11-11\n",
                    "    actual: 2026-11-11\n  - milestone: findings-report\n    planned: 2026-12-01\n"
                    "    reason: Two returns came a week late.\n    agreed: qap/2026-11-05\n",
                ),
                ("size: 15", "size: 14"),
                ("    - probation-service\n    - stockport-homes\n", "    - stockport-homes\n"),
            ],
            "audit-return/2026-cuckooing/adult-social-care": [
                ("requires-improvement: 1, inadequate: 2}", "requires-improvement: 2, inadequate: 1}"),
                (
                    "Enquiries close when the person has been moved.",
                    "Enquiries close when the person has been moved, and nobody looks back.",
                ),
            ],
        },
    ),
    "findings drafted": PullRequest(
        {},
        edition="working",
        start={"findings-report/2026-cuckooing": None},
    ),
    "minutes": PullRequest(
        {"meeting/qap/2026-09-24": [(MINUTES, WRITTEN)]},
        start={"meeting/qap/2026-09-24": [(MINUTES, "")]},
    ),
    "a review published": PullRequest(
        {
            "sar/2025-adult-f": [
                (
                    "stages:\n",
                    "publication:\n  date: 2026-11-10\n  decision: summary\n  reason: A trial is near.\n"
                    "  family_informed: true\n  proceedings_clear: true\n  read_for_identification: true\n"
                    "  review_on: 2028-11-10\nstages:\n",
                ),
                (
                    "    meeting: executive-board/2026-10-13\nprinciples",
                    "    meeting: executive-board/2026-10-13\n  - stage: published\n    date: 2026-11-16\n"
                    "    role: SSAP Business Manager\nprinciples",
                ),
            ]
        },
        edition="working",
        start={
            "sar/2025-adult-f": [
                (
                    "    response:\n      date: 2026-10-13\n      decision: accepted\n"
                    "      reason: It joins the monthly look at care homes.\n",
                    "",
                )
            ]
        },
    ),
    "a briefing withdrawn for the public": PullRequest(
        {
            "briefing/2026-homelessness": [
                (
                    "    role: SSAP Business Manager\n",
                    "    role: SSAP Business Manager\n  - stage: withdrawn\n    date: 2026-11-18\n"
                    "    role: SSAP Business Manager\n    reason: Somebody could be recognised.\n",
                )
            ],
            "briefing/2026-advocacy": [
                (
                    "    meeting: qap/2026-11-05\n",
                    "    meeting: qap/2026-11-05\n  - stage: published\n    date: 2026-11-12\n"
                    "    role: SSAP Business Manager\n",
                )
            ],
        },
        edition="public",
    ),
    "a risk judged again": PullRequest(
        {
            "risk/2024-advocacy-wait": [
                (
                    "controls:",
                    "  - date: 2026-11-19\n    likelihood: 3\n    impact: 4\n"
                    "    note: Two more advocates have begun.\ncontrols:",
                ),
                (
                    "  - text: One form by which any agency may ask.",
                    "  - text: One form by which any agency may ask.\n    in_place: 2026-11-16\n"
                    "  - text: The wait is counted each month.",
                ),
            ],
            "programme/2026-27": [
                ("    quarter: 2026-27-q4\n", "    quarter: 2026-27-q3\n"),
                (
                    "principles:",
                    "  - date: 2026-11-05\n    item: young-carers\n    change: other\n"
                    "    text: The hub is held with the neighbouring partnership.\n"
                    "    reason: Families live on both sides of the boundary.\n    agreed: qap/2026-11-05\nprinciples:",
                ),
            ],
        },
    ),
    "a visit renamed": PullRequest(
        {
            "visit/2026-ambulance-control-room": None,
            "visit/2026-control-room": VISIT.replace(
                "Emergency control room and frequent caller team", "Emergency control room"
            ).replace("pressure in hot weather", "pressure in the hot weather of June")
            + "formerly: [2026-ambulance-control-room]\n",
            "visit/2024-probation": None,
            "publication/2026-27-q2": "title: Q2 (July to September 2026)\nedition: public\nas_of: 2026-11-20\n"
            "role: QAP Chair\n",
        },
        edition="working",
    ),
}


@pytest.mark.parametrize("name", PULL_REQUESTS)
def test_a_pull_request_reads_like_this(name: str) -> None:
    one, expected = PULL_REQUESTS[name], Path(__file__).parent / "pull_requests" / f"{name.replace(' ', '-')}.txt"
    found = formats.as_text(views.changed(one.edition, one.edits, one.start), views.titles(one.edition))
    assert found + "\n" == expected.read_text(encoding="utf-8")
