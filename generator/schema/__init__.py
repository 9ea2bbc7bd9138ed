"""The schema problems of one record: schemas compiled once, messages from one table."""

from generator.schema.faults import problems
from generator.schema.keywords import at
from generator.schema.load import PathPattern, Schema, load
from generator.schema.plan import Plan, plan, walk
from generator.schema.words import inside, named, nearest, said

__all__ = [
    "PathPattern",
    "Plan",
    "Schema",
    "at",
    "inside",
    "load",
    "named",
    "nearest",
    "plan",
    "problems",
    "said",
    "walk",
]
