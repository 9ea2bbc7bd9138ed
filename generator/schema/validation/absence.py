"""The signs that people write for a number that is not given, and the code of `absent` for each."""

from __future__ import annotations

import re
from typing import Any

_SIGNS = (
    (
        "withheld",
        r"[<≤] ?\d+|\d+ or (?:fewer|less)|fewer than \d+|less than \d+|\*+|c|s|low|suppressed|confidential|withheld",
    ),
    ("not-applicable", r"z|n/?a|n\.a\.?|not applicable"),
    (
        "not-available",
        r"x|:|-+|–|—|\.+|\?+|u|tb[cd]|n/?k|unknown|not (?:known|available|recorded|collected)|missing|none|null|nil",
    ),
)
"""For each code of `absent`, a pattern of the signs that people write, [c], [z] and [x] among them."""


def absence(value: Any) -> str:
    """Return the code of `absent` for a sign that stands for a number that is not given; nothing for anything else.

    `[c]` is written as YAML reads it, a list of one word.
    """
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    said = str(value).strip().strip("[]").strip().casefold() if isinstance(value, str) else ""
    return next((code for code, sign in _SIGNS if re.fullmatch(sign, said)), "")
