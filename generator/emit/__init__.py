"""YAML as a person would write it: the only writer of records."""

from generator.emit.edits import REMOVED, edit
from generator.emit.files import create, write
from generator.emit.formatting import tidy
from generator.emit.layout import dump, line
from generator.emit.positions import lines_of
from generator.emit.scalars import Unwritable

__all__ = ["REMOVED", "Unwritable", "create", "dump", "edit", "line", "lines_of", "tidy", "write"]
