"""Which of many texts the screens must read: a fast pass over all bytes that leaves out no text with a match.

All digits become 0, all capitals A, and spaces and punctuation are removed, so that one short expression that begins
with a rare character finds every form of a thing. This takes less than a tenth of the time of parsing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from generator.screens.kinds import KINDS
from generator.screens.markup import HIDDEN
from generator.screens.names import KIN, RELATIONS, TITLES
from generator.screens.people import NUMBERS, OWNERS
from generator.screens.plain import CHANGED, plain

_SPACE = bytes(range(9, 14)) + bytes(range(28, 33))
_CAPITALS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ" + bytes(range(0xC0, 0xFF))
"""The first byte of a character that is not ASCII counts as a letter; its other bytes are left out."""
_REST = bytes(range(0x80, 0xC0))
_DIGITS = (b"0123456789", b"0" * 10)
_END = b"\xff"


def _table(*alike: tuple[bytes, bytes]) -> bytes:
    return bytes.maketrans(b"".join(one for one, _ in alike), b"".join(other for _, other in alike))


_COUNTED = _table(_DIGITS)
"""Digits are 0."""
_ALIKE = _table(_DIGITS, (_CAPITALS, b"A" * len(_CAPITALS)), (_SPACE + b"-+/_", b" " * (len(_SPACE) + 4)))
"""Digits are 0, capitals A, and what may stand between two words a space."""
_PACKED = _table(_DIGITS, (_CAPITALS, b"A" * len(_CAPITALS)), (b"#", b":"))
_SMALL = _table(_DIGITS, (b"#", b":"), (_CAPITALS, _CAPITALS[:26].lower() + b"a" * (len(_CAPITALS) - 26)))
_BETWEEN_WORDS, _GAPS = _REST + b".,()", _REST + _SPACE + b".-()/_"

_LONG, _WHOLE, _INSURANCE = b"0" * 9, b"0" * 5, b"AA000000A"
_SCRIPT = b"script:"
_INWARD = re.compile(rb"0[A-Za-z]{2}(?![A-Za-z0_])(?<!st|nd|rd|th|hr|yr|ft)")
_BORN = (b"ofbirth", b"born")
_BIRTHDAY = re.compile(rb"birthda(?:(?<=[0,]birthda)|(?=[a-z]{0,2}[:,='\"]*[a-z]{0,15}0))")
_BIRTH = re.compile(rb"dob(?:(?<=[0,]dob)|(?=[:,='\"]*[a-z]{0,15}0))")
_BRACES = re.compile(rb"\{[{%#:]")
_LINKS = re.compile(rb"\][(:\[]")
_CODES = re.compile(rb'\\[^"\\]')
_CONTROLS = bytes({*range(32), 127} - {9, 10, 13})
_AT_ONCE = 200
"""How many texts are searched together: about what a processor's cache holds."""


def _backwards(words: Iterable[str], table: bytes, left_out: bytes) -> bytes:
    return b"|".join(sorted({word.encode().translate(table, left_out)[::-1] for word in words}))


_WORDS = _backwards([*KIN, *RELATIONS, *TITLES, "law"], _ALIKE, _BETWEEN_WORDS)
_PEOPLE = re.compile(rb"A +(?=[%s])(?:%s)" % (b"".join({word[:1] for word in _WORDS.split(b"|")}), _WORDS))
"""Matched against reversed text: it begins with the name's capital letter, which is rarer than the words before it."""
_CODE = rb"(?:is|was)?:*[a-z]{0,5}0000"
_REFERENCE = re.compile(rb"ref(?:erence)?(?:no)?:+[a-z]{0,5}0000")
_OWNED = rb"|".join(
    rb"(?<=%s%%s)" % word.replace(" ", "").encode() for word in [*OWNERS.split("|"), *NUMBERS.split("|")]
)
_CASES = [
    re.compile(rb"%s(?=%s)(?:%s)" % (word, rest + _CODE, _OWNED.replace(b"%s", word)))
    for word, rest in ((b"ref", rb"(?:erence)?"), (b"no", b""), (b"num", rb"(?:ber)?"), (b"id", b""))
]
"""Each finds the rarer word for a number first, then checks the word before it: `case` or another of `OWNERS`."""


def suspects(texts: Sequence[bytes], shapes: Sequence[str] = ()) -> Mapping[int, frozenset[str]]:
    """Return the kinds that each text may have, by its place among `texts`; texts with none are left out.

    A text with escapes, such as YAML's `"\\u0041"`, may have every kind. `shapes` are those of `LocalSettings`.
    """
    own = [_ascii(shape.encode(), set()).translate(_SMALL, _GAPS) for shape in shapes]
    return {
        start + place: frozenset(kinds)
        for start in range(0, len(texts), _AT_ONCE)
        for place, kinds in _suspects(texts[start : start + _AT_ONCE], own).items()
        if kinds
    }


def _suspects(texts: Sequence[bytes], own: Sequence[bytes]) -> Mapping[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    texts = [text if text.isascii() else _ascii(text, found[place]) for place, text in enumerate(texts)]
    joined = _END.join(texts)
    whole, counted = _Texts(joined), _Texts(joined.translate(_COUNTED))
    alike = _Texts(joined.translate(_ALIKE, _BETWEEN_WORDS), backwards=True)
    packed, small = _Texts(joined.translate(_PACKED, _GAPS)), _Texts(joined.translate(_SMALL, _GAPS))
    if len(joined.translate(None, _CONTROLS)) < len(joined):
        for place, text in enumerate(texts):
            found[place].update(["hidden-character"] if text.translate(None, _CONTROLS) != text else [])
    for view, word, kinds in (
        (whole, b"@", ("personal-email-address",)),
        (whole, b"<", ("markup",)),
        (packed, _LONG, ("nhs-number", "personal-telephone-number")),
        (packed, _INSURANCE, ("national-insurance-number",)),
        (counted, _WHOLE, ("case-reference", "national-insurance-number")),
        *((small, shape, ("case-reference",)) for shape in own),
        (small, _SCRIPT, ("unsafe-link",)),
        *((small, word, ("date-of-birth",)) for word in _BORN),
    ):
        for place in view.containing(word):
            found[place].update(kinds)
    for view, pattern, kinds in (
        (whole, _CODES, tuple(KINDS)),
        (whole, _BRACES, ("markup",)),
        (whole, _LINKS, ("unsafe-link", "markup")),
        (counted, _INWARD, ("postcode",)),
        (alike, _PEOPLE, ("personal-name",)),
        (small, _REFERENCE, ("case-reference",)),
        *((small, case, ("case-reference",)) for case in _CASES),
        (small, _BIRTHDAY, ("date-of-birth",)),
        (small, _BIRTH, ("date-of-birth",)),
    ):
        for place in view.matching(pattern):
            found[place].update(kinds)
    return found


def _ascii(data: bytes, kinds: set[str]) -> bytes:
    """The text with its odd characters made plain, or as it was; hidden characters add their kind to `kinds`."""
    odd = data.translate(None, bytes(range(128))).decode("utf-8", "replace")
    if HIDDEN.search(odd) or _JOINERS.search(odd):
        kinds.add("hidden-character")
    return plain(data.decode("utf-8", "replace")).translate(_SAME).encode() if CHANGED.search(odd) else data


_JOINERS = re.compile("[\u200c\u200d]")
_SAME = str.maketrans("\x85\u2028\u2029ſKİı", "   SKII")
"""Characters that count as ASCII letters (where capitals don't count) or as spaces, though `plain` leaves them."""


class _Texts:
    """Many texts searched as one."""

    def __init__(self, joined: bytes, *, backwards: bool = False) -> None:
        self.joined, self.backwards = joined[::-1] if backwards else joined, backwards

    @cached_property
    def starts(self) -> list[int]:
        return [0, *accumulate(len(text) + 1 for text in self.joined.split(_END))]

    def matching(self, pattern: re.Pattern[bytes]) -> set[int]:
        """The places of the texts that match."""
        places = {bisect_right(self.starts, found.start()) - 1 for found in pattern.finditer(self.joined)}
        return {len(self.starts) - 2 - place for place in places} if self.backwards else places

    def containing(self, words: bytes) -> Iterator[int]:
        """The places of the texts that contain `words` exactly."""
        at = self.joined.find(words)
        while at >= 0:
            place = bisect_right(self.starts, at) - 1
            yield place
            at = self.joined.find(words, self.starts[place + 1]) if place + 2 < len(self.starts) else -1
