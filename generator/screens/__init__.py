"""What must not stand in any text of a record: personal data and markup, found without being repeated."""

from generator.screens.contacts import number_of, telephone_numbers
from generator.screens.kinds import KINDS, LocalSettings, find
from generator.screens.plain import Span
from generator.screens.sieve import suspects

__all__ = ["KINDS", "LocalSettings", "Span", "find", "number_of", "suspects", "telephone_numbers"]
