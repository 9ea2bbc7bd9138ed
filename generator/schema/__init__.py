"""Record types: their schemas loaded and compiled once, walked by keyword, and the problems of one record."""

from generator.schema.as_of import as_of
from generator.schema.keywords import at, same
from generator.schema.load import PathPattern, Schema, load
from generator.schema.traverse import Plan, each, plan, walk
from generator.schema.validation.corrections import fold, same_name, to_write, without_odd_marks
from generator.schema.validation.problems import problems
from generator.schema.validation.suggestions import nearest

__all__ = [
    "PathPattern",
    "Plan",
    "Schema",
    "as_of",
    "at",
    "each",
    "fold",
    "load",
    "nearest",
    "plan",
    "problems",
    "same",
    "same_name",
    "to_write",
    "walk",
    "without_odd_marks",
]
