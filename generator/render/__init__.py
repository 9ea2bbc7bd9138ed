"""Text of every page: Page + template → Markdown, with links, charts and source lines made for its place."""

from generator.render.site import Site, Text, site

__all__ = ["Site", "Text", "site"]
