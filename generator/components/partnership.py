"""What pages say of the partnership itself: how to report abuse, and whom to ask."""

from __future__ import annotations

from generator.components.front_page import Contact, ReportAbuse
from generator.model.partnership import Partnership
from generator.wording import day


def report_abuse(partnership: Partnership) -> ReportAbuse:
    """Return the numbers to ring when one is worried about an adult, and when they were last checked."""
    checked = partnership.contacts_checked
    return ReportAbuse(
        contacts=[
            Contact(one.title, one.phone or "", one.hours or "", one.note or "", one.address or "")
            for one in partnership.contacts
        ],
        emergency=partnership.emergency.phone,
        text=partnership.emergency.text,
        checked=f"These numbers were last checked on {day(checked)}." if checked else "",
    )
