"""Quarters and years of a partnership, and the days on which people work."""

from datetime import timedelta

from generator.periods.quarters import Quarter, Year, months_later, quarters, short_label_of

__all__ = ["TWELVE_MONTHS", "Quarter", "Year", "months_later", "quarters", "short_label_of"]

TWELVE_MONTHS = timedelta(days=365)
"""How far back “the last twelve months” reach, in a leap year too."""
