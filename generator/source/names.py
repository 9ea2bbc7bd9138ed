"""A text as the names of records and of their entries are written: lower-case letters, digits and single hyphens."""

from __future__ import annotations

import re
import unicodedata


def kebab(text: str) -> str:
    """Return the name that a text comes to: `Café exits` → `cafe-exits`; none where a letter would be lost."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "" if re.search(r"[^\W_a-z0-9]|\u2044", plain) else "-".join(re.findall("[a-z0-9]+", plain))
