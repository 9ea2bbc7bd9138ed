"""The schema problems of one record: schemas compiled once, messages from one table."""

from generator.schema.faults import problems
from generator.schema.keywords import at, same
from generator.schema.known import known
from generator.schema.load import PathPattern, Schema, load
from generator.schema.meant import fold, plainly, same_name, to_write
from generator.schema.plan import Plan, each, plan, walk
from generator.schema.words import inside, named, nearest, said

__all__ = [
    "PathPattern",
    "Plan",
    "Schema",
    "at",
    "each",
    "fold",
    "inside",
    "known",
    "load",
    "named",
    "nearest",
    "plainly",
    "plan",
    "problems",
    "said",
    "same",
    "same_name",
    "to_write",
    "walk",
]
