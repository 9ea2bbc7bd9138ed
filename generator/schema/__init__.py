"""The schema problems of one record: schemas compiled once, messages from one table."""

from generator.schema.faults import nearest, problems
from generator.schema.keywords import at
from generator.schema.load import PathPattern, Schema, load
from generator.schema.plan import Plan, plan, walk

__all__ = ["PathPattern", "Plan", "Schema", "at", "load", "nearest", "plan", "problems", "walk"]
