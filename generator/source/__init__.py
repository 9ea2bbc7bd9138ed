"""Plain values of one YAML document, and the line and column of every one."""

from generator.source.document import Document, locate, read
from generator.source.folder import documents

__all__ = ["Document", "documents", "locate", "read"]
