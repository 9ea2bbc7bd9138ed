"""A file is tidied without a value changed or a comment lost; and what only looks right is made right."""

from __future__ import annotations

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from test_edit import RECORDS

from generator import emit, source
from generator.emit.scalars import same

TIDIED = {
    "a mark of the byte order": ("\ufefftitle: a\n", "title: a\n"),
    "Windows' lines": ("a: 1\r\nb: |\r\n  x\r\n  y\r\n", "a: 1\nb: |\n  x\n  y\n"),
    "old Macintoshes' lines": ("a: 1\rb: 2\r", "a: 1\nb: 2\n"),
    "spaces at the end": ("a: 1  \n# c  \nb: >-\n  x \n  y\n \nc: x\t\n", "a: 1\n# c\nb: >-\n  x \n  y\n\nc: x\n"),
    "a text that goes on": ("a: x  \n  y\nb: 'x \n  y'  # c\n", "a: x\n  y\nb: 'x\n  y'  # c\n"),
    "an escaped space at the end": ('a: "x\\ \n  y"\n', 'a: "x\\ \n  y"\n'),
    "tabs between": ("a:\t1\t# c\tc\nb: {c:\t1,\td: 2}\n", "a: 1 # c\tc\nb: {c: 1, d: 2}\n"),
    "tabs in a text": ("a: x\ty\n", "a: x\ty\n"),
    "one end": ("a: 1\n\n\n", "a: 1\n"),
    "no end": ("a: 1", "a: 1\n"),
    "an end that counts": ("a: |+\n  x\n\n", "a: |+\n  x\n\n"),
    "a list at its field": (
        "a:\n- b\n# c\n- d:\n  - |\n    x\n     y\n",
        "a:\n  - b\n  # c\n  - d:\n      - |\n        x\n         y\n",
    ),
    "a list further in": ("a:\n    - b\n", "a:\n    - b\n"),
    "odd spaces": ("a:\u00a0x\nb:\n\u00a0\u00a0c: 1\n  d:\u2003y\n", "a: x\nb:\n  c: 1\n  d: y\n"),
    "odd spaces alone": ("b:\n\u00a0 c: 1\n", "b:\n  c: 1\n"),
    "odd spaces of entries": ("a:\n\u00a0\u00a0-\u00a0b\n", "a:\n  - b\n"),
    "an odd space in a text": ("a: 10\u00a0km\n", "a: 10\u00a0km\n"),
    "an odd space in a block beside a fault": ("a: |\n  b:\u00a0c\nd:\u00a0e\n", "a: |\n  b:\u00a0c\nd: e\n"),
    "tabs that indent": ("a:\n\tb: 1\n\tc:\n\t\t- x\n", "a:\n  b: 1\n  c:\n    - x\n"),
    "a tab after the hyphen": ("a:\n  -\tb: 1\n", "a:\n  - b: 1\n"),
}  # fmt: skip


@pytest.mark.parametrize("what", TIDIED)
def test_what_nobody_sees_is_put_right(what: str) -> None:
    written, tidied = TIDIED[what]
    assert emit.tidy(written.encode()).decode() == tidied
    assert emit.tidy(tidied.encode()).decode() == tidied


@pytest.mark.parametrize(
    "data",
    [b"a: [\n", b"\xff\xfea\x00", b"a:\n  b: 1\n\tc: 1\n", b"", b"- a \n", b"a: 1\na: 2 \n"],
)
def test_what_can_not_be_read_is_left_alone(data: bytes) -> None:
    assert emit.tidy(data) == data


def test_the_shipped_records_are_tidy() -> None:
    for folder in ("records", "schemas", "tests/second", "tests/restricted"):
        for path in (ROOT / folder).rglob("*.yaml"):
            assert emit.tidy(path.read_bytes()) == path.read_bytes(), path


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sampled_from(RECORDS), st.data())
def test_no_value_changes(data: bytes, draw: st.DataObject) -> None:
    """Spaces, tabs and breaks put in anywhere: whatever can still be read keeps its values, and is tidy at once."""
    for _ in range(draw.draw(st.integers(1, 4))):
        at = draw.draw(st.integers(0, len(data)))
        more = draw.draw(st.sampled_from([b" ", b"\t", b"\r", b"\r\n", b"  \n", b" #\t c", b"\n\n", "\u00a0".encode()]))
        data = data[:at] + more + data[at:]
    before = source.read("a.yaml", data)
    tidied = emit.tidy(data)
    after = source.read("a.yaml", tidied)
    assert bool(before.problems) or same(after.value, before.value)
    assert bool(before.problems) or tidied.count(b"#") == data.count(b"#")
    assert tidied == data or not after.problems
    assert emit.tidy(tidied) == tidied
