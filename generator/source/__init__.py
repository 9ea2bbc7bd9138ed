"""Plain values of one YAML document, and the line and column of every one."""

from generator.source.document import MAXIMUM_BYTES, Document, read
from generator.source.folder import documents, stored
from generator.source.location import compose, locate
from generator.source.names import kebab
from generator.source.spaces import ODD

__all__ = ["MAXIMUM_BYTES", "ODD", "Document", "compose", "documents", "kebab", "locate", "read", "stored"]
