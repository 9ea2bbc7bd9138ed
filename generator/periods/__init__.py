"""Quarters and years of a partnership, and the days on which people work."""

from generator.periods.quarters import Quarter, Year, months_later, quarters, short_label_of

__all__ = ["Quarter", "Year", "months_later", "quarters", "short_label_of"]
