"""Record types: their schemas loaded and compiled once, walked by keyword, and the problems of one record."""

from generator.schema.as_of import as_of
from generator.schema.keywords import at, unique_values
from generator.schema.load import PathPattern, Schema, load
from generator.schema.traverse import KeywordTree, each, keyword_tree, walk
from generator.schema.validation.corrections import fold, same_name, to_write, without_odd_marks
from generator.schema.validation.problems import problems
from generator.schema.validation.suggestions import nearest

__all__ = [
    "KeywordTree",
    "PathPattern",
    "Schema",
    "as_of",
    "at",
    "each",
    "fold",
    "keyword_tree",
    "load",
    "nearest",
    "problems",
    "same_name",
    "to_write",
    "unique_values",
    "walk",
    "without_odd_marks",
]
