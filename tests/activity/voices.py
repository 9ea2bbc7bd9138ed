"""Adult voice reports: numbers as in the agency's KPI return, words from `words/voice.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from random import Random
from typing import Any

from activity.calendar import all_quarters, between
from activity.figures import COUNCIL, OTHERS

SENDERS = {
    "adult-social-care": "Complaints and Engagement Manager",
    "stockport-nhs-ft": "Head of Patient Experience",
    "pennine-care": "Patient Experience Lead",
    "age-uk-stockport": "Safeguarding Lead",
    "stockport-homes": "Customer Experience Manager",
    "prevention-alliance": "Service Manager",
}
PRAISE = ("patience", "kindness", "doing what was promised", "being listened to", "explaining things twice", "humour")
TRACKED_FROM = 4


def drafts(words: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each report's id and values."""
    quarters = list(all_quarters())
    for agency, told in words.items():
        series = COUNCIL if agency == "adult-social-care" else OTHERS[agency]
        for place, said in enumerate(told["quarters"], TRACKED_FROM + told["from"]):
            if said is None:
                continue
            quarter = quarters[place]
            random = Random(f"voice {agency} {quarter}")
            number, thanks = series["complaints"][place] or 0, series["compliments"][place] or 0
            upheld = round(number * random.uniform(0.3, 0.5))
            received = between(random, quarter.end + timedelta(days=12), quarter.end + timedelta(days=30))
            complaints = {"number": number, "upheld": upheld, "safeguarding": round(number * random.uniform(0.05, 0.2))}
            yield (
                f"{agency}/{quarter}",
                {
                    "received": received.isoformat(),
                    "sender_role": SENDERS[agency],
                    "process": told["process"],
                    "monitoring": told["monitoring"],
                    "complaints": complaints | ({"themes": said["themes"]} if said["themes"] else {}),
                    "compliments": {"number": thanks, "themes": random.sample(PRAISE, 2)},
                    "heard": said["heard"],
                    "heard_from": ["adult", "family"] if "amil" in said["heard"] else ["adult"],
                    "learned": [said["learned"]],
                    "changed": [said["changed"]],
                    "values": ["participation"],
                    "sources": ["service-user-experience"],
                    "information": ["qualitative"],
                },
            )


def _ways(told: Mapping[str, Any]) -> dict[str, str]:
    """How the agency listens, said once a year."""
    return {"process": told["process"], "monitoring": told["monitoring"]}
