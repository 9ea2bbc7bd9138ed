"""Colours for an ordered scale, from its best step to its worst: each darker than the one before, in grey too."""

from __future__ import annotations

_STEPS = ("#b9e0d8", "#7fc4b8", "#3f9d92", "#c0561b", "#96293f", "#4d0c33")
_CHOSEN = {1: (2,), 2: (1, 5), 3: (1, 3, 5), 4: (0, 2, 3, 5), 5: (0, 2, 3, 4, 5), 6: (0, 1, 2, 3, 4, 5)}
"""By number of steps, which of `_STEPS` a scale uses: as different as possible."""
_INK = 0.22
"""The luminance from which black is easier to read on a colour than white."""


def ramp(steps: int) -> tuple[str, ...]:
    """Return a colour for each of `steps` steps, the best first; of more than six, the last ones share the darkest."""
    if steps <= len(_STEPS):
        return tuple(_STEPS[place] for place in _CHOSEN.get(steps, ()))
    return (*_STEPS, *(_STEPS[-1] for _ in range(steps - len(_STEPS))))


def ink(colour: str) -> str:
    """Return the colour of text that can be read on `colour`, written `#rrggbb`: black or white."""
    return "#000" if luminance(colour) > _INK else "#fff"


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, from 0 (black) to 1 (white) (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
