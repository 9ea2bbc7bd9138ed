"""The text of every page: Page + template → Markdown, with links and addresses relative to the page."""

from generator.render.site import Site, Text, site

__all__ = ["Site", "Text", "site"]
