"""Which of many texts are worth a closer look: one pass over all their bytes, for what each screen can't do without.

Letters and digits are first made alike, so that each form is one short expression with a rare beginning: that costs
about a tenth of parsing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from generator.screens.kinds import KINDS
from generator.screens.names import KIN, NEAR, TITLES
from generator.screens.plain import ODD, plain

_ALIKE = bytes.maketrans(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ\n\r\t-+/_", b"0" * 10 + b"A" * 26 + b" " * 7)
"""Digits are 0, capitals A, and what may stand between the groups of a number a space."""
_LEFT_OUT = b".,()"


def _alike(words: Sequence[str]) -> Iterator[bytes]:
    return (word.encode().translate(_ALIKE, _LEFT_OUT) for word in words)


_DIGITS = re.compile(
    rb"000(?:(?P<groups> {1,60}0000? {1,60}00)|(?P<long>00)|(?P<code>0(?:(?<=number 0000)|(?<=no 0000)|(?<=ref 0000)"
    rb"|(?<=ref: 0000)|(?<=[A ]ID 0000)|(?<= id 0000)|(?<=A 0000)|(?<=A0000))))"
)
_KINDS = {
    "groups": ("nhs-number", "personal-telephone-number"),
    "long": ("nhs-number", "personal-telephone-number", "case-reference", "national-insurance-number"),
    "code": ("case-reference",),
}
_INWARD = re.compile(rb"0(?:AA|[a-z][a-z](?<!st|nd|rd|th|am|pm)[^a-z])")
_PAIRS = re.compile(rb"A 00 00")
_BACKWARDS = sorted({word[::-1] for word in _alike([*KIN, *NEAR, *TITLES, "law"])})
_PEOPLE = re.compile(rb"A +(?=[%s])(?:%s)" % (b"".join({word[:1] for word in _BACKWARDS}), b"|".join(_BACKWARDS)))
"""Backwards: a name's capital letter is rarer than the letters of the word before it."""
_BORN = re.compile(rb"b(?:(?:orn|irth)(?=[^0-9]{0,40}[0-9])|(?<=of b)irth|(?<=dob)|(?<=d\.o\.b))")
_BRACES = re.compile(rb"\{[{%#:]")
_LINKS = re.compile(rb"\][(:\[]")
_SCRIPTS = re.compile(rb"script ?:")
_CODES = re.compile(rb'\\[^"\\]')
_AT_ONCE = 200
"""As many texts as fit a processor's cache."""


def suspects(texts: Sequence[bytes], shapes: Sequence[str] = ()) -> Mapping[int, frozenset[str]]:
    """Return the kinds to look for in each text that is worth it, by its place among `texts`.

    Every kind where the values may be written in codes, as `"\\u0041"` is in YAML. `shapes` are those of `Local`.
    """
    own = [re.compile(re.escape(shape)) for shape in _alike(shapes)]
    return {
        start + place: frozenset(kinds)
        for start in range(0, len(texts), _AT_ONCE)
        for place, kinds in _suspects(texts[start : start + _AT_ONCE], own).items()
        if kinds
    }


def _suspects(texts: Sequence[bytes], own: Sequence[re.Pattern[bytes]]) -> Mapping[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    texts = [text if text.isascii() else _plain(text, found[place]) for place, text in enumerate(texts)]
    whole, small = _Texts(texts), _Texts([text.lower() for text in texts])
    alike = _Texts([text.translate(_ALIKE, _LEFT_OUT) for text in texts])
    for place, text in enumerate(texts):
        if b"@" in text:
            found[place].add("personal-email-address")
        if b"<" in text:
            found[place].add("markup")
        if b"+" in text:
            found[place].add("personal-telephone-number")
        if b"\\" in text and _CODES.search(text):
            found[place].update(KINDS)
    for place, group in alike.having(_DIGITS):
        found[place].update(_KINDS[group])
    for pattern, view, kinds in (
        *((shape, alike, ("case-reference",)) for shape in own),
        (_INWARD, alike, ("postcode",)),
        (_PAIRS, alike, ("national-insurance-number",)),
        (_BORN, small, ("date-of-birth",)),
        (_BRACES, whole, ("markup",)),
        (_LINKS, whole, ("unsafe-link", "markup")),
        (_SCRIPTS, small, ("unsafe-link",)),
    ):
        for place, _ in view.having(pattern):
            found[place].update(kinds)
    for place in alike.having_backwards(_PEOPLE):
        found[place].add("personal-name")
    return found


def _plain(data: bytes, kinds: set[str]) -> bytes:
    """The text with its odd characters made plain; where it has any, hidden ones are looked for."""
    text = data.decode("utf-8", "replace")
    if ODD.search(text):
        kinds.add("hidden-character")
        data = plain(text).encode("utf-8", "replace")
    return data.replace(b"\xc3", b"A")  # so that É is a capital


class _Texts:
    """Many texts searched as one."""

    def __init__(self, texts: Sequence[bytes]) -> None:
        self.joined = b"\0".join([*texts, b""])
        self.starts = [0, *accumulate(len(text) + 1 for text in texts)]

    def having(self, pattern: re.Pattern[bytes]) -> set[tuple[int, str]]:
        """The texts that have it, and which of its groups."""
        every = pattern.finditer(self.joined)
        return {(bisect_right(self.starts, found.start()) - 1, found.lastgroup or "") for found in every}

    def having_backwards(self, pattern: re.Pattern[bytes]) -> set[int]:
        end = len(self.joined)
        return {bisect_right(self.starts, end - found.end()) - 1 for found in pattern.finditer(self.joined[::-1])}
