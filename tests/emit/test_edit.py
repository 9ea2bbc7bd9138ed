"""An edit changes the values it names and nothing else: no comment, no order, nothing that is written beside it."""

from __future__ import annotations

import contextlib
import copy
import re
from collections.abc import Iterator
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import emit, source
from generator.emit.scalars import same
from generator.problem import Edit
from generator.routes import Route

R = emit.REMOVED
WRITTEN = """\
# top
title: "Hips"   # called so
due: 30/06/2026
origin: {kind: data, "reason": 'Because'}
list:
  - a
  -
    id: x  # short
    due: w
  # about b
  - b  # the last
text: >-  # folded
  one
  two

# after
empty:  # nothing yet
voice:
  # note
  sought: true
  how:    Asked.
none: []
last: 'it''s'
"""


@pytest.mark.parametrize(
    ("edits", "old", "new"),
    [
        ([Edit(("due",), "2026-06-30")], "due: 30/06/2026", "due: 2026-06-30"),
        ([Edit(("title",), "Knees")], 'title: "Hips"   # called so', 'title: "Knees"   # called so'),
        ([Edit(("title",), 'A "knee"')], 'title: "Hips"  ', 'title: "A \\"knee\\""  '),
        ([Edit(("title",), 12)], 'title: "Hips"  ', "title: 12  "),
        ([Edit(("last",), "no")], "last: 'it''s'", "last: 'no'"),
        ([Edit(("last",), "a\nb")], "last: 'it''s'", 'last: "a\\nb"'),
        ([Edit(("origin", "kind"), "a, b")], "{kind: data,", '{kind: "a, b",'),
        ([Edit(("origin", "reason"), "It's")], "'Because'", "'It''s'"),
        ([Edit(("origin", "by"), "x")], "'Because'}", "'Because', by: x}"),
        ([Edit(("origin", "kind"), R)], "{kind: data, ", "{"),
        ([Edit(("origin", "reason"), R)], """, "reason": 'Because'""", ""),
        ([Edit(("due",), "starts", key=True)], "due: 30", "starts: 30"),
        ([Edit(("origin", "reason"), "why", key=True)], '"reason"', '"why"'),
        ([Edit(("list", 0), "no")], "  - a\n", '  - "no"\n'),
        ([Edit(("list", 0), {"id": "a", "due": "2026-06-30"})], "  - a\n", "  - id: a\n    due: 2026-06-30\n"),
        ([Edit(("list", 1), "z")], "  -\n    id: x  # short\n    due: w\n", "  - z\n"),
        ([Edit(("list", 1, "id"), R)], "    id: x  # short\n", ""),
        ([Edit(("list", 1, "id"), "z")], "id: x  #", "id: z  #"),
        ([Edit(("list", 1, "owner"), "v")], "    due: w\n", "    due: w\n    owner: v\n"),
        ([Edit(("list", 2), R)], "  - b  # the last\n", ""),
        ([Edit(("list", 0), R)], "  - a\n", ""),
        ([Edit(("list", 3), {"id": "c"})], "# the last\n", "# the last\n  - id: c\n"),
        ([Edit(("list", 3), "c"), Edit(("list", 3), R)], "", ""),
        ([Edit(("text",), "three\n")], ">-  # folded\n  one\n  two\n", ">  # folded\n  three\n"),
        ([Edit(("text",), "one\n\ntwo")], "one\n  two\n", "one\n\n\n  two\n"),
        ([Edit(("empty",), "x")], "empty:  # nothing", "empty: x  # nothing"),
        ([Edit(("empty",), {"a": ["b"]})], "empty:  # nothing", "empty: {a: [b]}  # nothing"),
        ([Edit(("voice",), "x")], "  sought: true\n  how:    Asked.\n", "  x\n"),
        ([Edit(("voice", "sought"), False)], "sought: true", "sought: false"),
        ([Edit(("voice", "how"), "a: b")], "how:    Asked.", 'how:    "a: b"'),
        ([Edit(("voice", "how"), None)], "Asked.", "null"),
        ([Edit(("voice", "how"), R), Edit(("voice", "sought"), R)], "  sought: true\n  how:    Asked.\n", "  {}\n"),
        ([Edit(("none", 0), "x")], "none: []", "none: [x]"),
        ([Edit(("none", 0, "id"), "x")], "none: []", "none:\n  - id: x"),
        ([Edit(("none", 0), {"id": "x"}), Edit(("none", 1), {"id": "z"})], " []", "\n  - id: x\n  - id: z"),
        ([Edit(("new", "deep"), "2024")], "it''s'\n", "it''s'\nnew:\n  deep: \"2024\"\n"),
        ([Edit(("list",), ["a", {"id": "x", "due": "w"}, "c", "d"])], "- b  # the last", "- c  # the last\n  - d"),
        ([Edit(("list",), [{"id": "x", "due": "w"}, "b"])], "  - a\n", ""),
        ([Edit(("origin",), {"kind": "sar"})], """data, "reason": 'Because'""", "sar"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_only_what_is_changed_changes(edits: list[Edit], old: str, new: str, ending: str) -> None:
    assert WRITTEN.count(old) == 1 or not old
    assert emit.edit(WRITTEN.replace("\n", ending).encode(), edits).decode() == WRITTEN.replace(old, new).replace(
        "\n", ending
    )


@pytest.mark.parametrize(
    "wanted",
    [
        Edit((), {}),
        Edit(("title", "x"), 1),
        Edit(("list", 9), 1),
        Edit(("list", -1), 1),
        Edit(("list", "x"), 1),
        Edit(("new", 3), 1),
        Edit(("missing",), R),
        Edit(("missing",), "x", key=True),
        Edit(("due",), "title", key=True),
        Edit(("due",), "", key=True),
        Edit(("due",), 12, key=True),
        Edit(("list", 0), "x", key=True),
        Edit(("due",), "a\x07b"),
        Edit(("due",), 10**40),
        Edit(("due",), float("nan")),
        Edit(("due",), "\ud800"),
        Edit(("due",), object()),
    ],
)
def test_what_can_not_be_written_is_refused(wanted: Edit) -> None:
    with pytest.raises(emit.Unwritable):
        emit.edit(WRITTEN.encode(), [wanted])


def test_a_file_that_can_not_be_read_is_not_changed() -> None:
    with pytest.raises(emit.Unwritable, match="can't be read"):
        emit.edit(b"title: [\n", [Edit(("title",), "x")])
    with pytest.raises(emit.Unwritable):
        emit.edit(b"title: x\n", [Edit(("title",), R)])


def test_a_field_is_added_where_the_schema_has_it() -> None:
    tree = {"properties": {"a": {}, "b": {"properties": {"c": {}, "d": {}}}, "e": {}}}
    data = b"# note\na: 1  # one\nb:\n  d: 2\n# about e\ne: 3"
    made = emit.edit(data, [Edit(("b", "c"), "x"), Edit(("z",), 9)], tree)
    assert made == b"# note\na: 1  # one\nb:\n  c: x\n  d: 2\n# about e\ne: 3\nz: 9"
    assert emit.edit(b"e: 3\n", [Edit(("a",), 1), Edit(("b", "c"), "2024")], tree) == (b'a: 1\nb:\n  c: "2024"\ne: 3\n')
    assert emit.edit(b"x: {e: 3}", [Edit(("x", "a"), 1)], {"properties": {"x": tree}}) == b"x: {a: 1, e: 3}"


def test_a_mark_of_order_stays() -> None:
    assert emit.edit(b"\xef\xbb\xbfa: 1\n", [Edit(("a",), 2)]) == b"\xef\xbb\xbfa: 2\n"


RECORDS = [path.read_bytes() for path in sorted((ROOT / "records").rglob("*.yaml"))[::7]]
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")) | st.sampled_from(" \n:#-'\"{[,")
)
WORDS = st.lists(st.sampled_from(["safe", "no", "2024", "it's", "a:", "#b", "“c”", "12:30"]), min_size=1, max_size=60)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**16), 10**16)
    | st.floats(-1e14, 1e14, allow_subnormal=False)
    | TEXT
    | WORDS.map(" ".join)
    | st.sampled_from(["2026-06-30", "no", "012", "1_000", "12:30", "0x1F", "~", "", "- a", "---", "2026-02-30", "<<"])
)
NAMES = st.from_regex(r"[a-z0-9]+([-_][a-z0-9]+)*", fullmatch=True) | TEXT.filter(lambda name: 0 < len(name) < 80)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4), max_leaves=8
)


def routes(value: Any, route: Route = ()) -> Iterator[Route]:
    if route:
        yield route
    for step, inner in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield from routes(inner, (*route, step))


@st.composite
def edited(draw: st.DrawFn) -> tuple[bytes, Edit, Any]:
    """A shipped record, an edit of it, and the value it should have then."""
    data = draw(st.sampled_from(RECORDS))
    if draw(st.booleans()):
        data = data.replace(b"\n", b"\r\n")
    value = copy.deepcopy(source.read("a.yaml", data).value)
    route = draw(st.sampled_from([*routes(value)]))
    holder = value
    for step in route[:-1]:
        holder = holder[step]
    how = draw(st.sampled_from(["replace", "replace", "add", "remove", "rename"]))
    last = route[-1]
    if how == "remove" and not (len(route) == 1 and len(value) == 1):
        del holder[last]
        return data, Edit(route, R), value
    if how == "rename" and isinstance(holder, dict):
        name = draw(NAMES.filter(lambda name: name not in holder))
        renamed = {name if key == last else key: inner for key, inner in holder.items()}
        holder.clear()
        holder.update(renamed)
        return data, Edit(route, name, key=True), value
    new = draw(VALUES)
    if how == "add" and isinstance(holder, list):
        last = len(holder)
        holder.append(new)
    elif how == "add":
        last = draw(NAMES.filter(lambda name: name not in holder))
        holder[last] = new
    else:
        holder[last] = new
    return data, Edit((*route[:-1], last), new), value


def comments(data: bytes) -> list[str]:
    return re.findall(r"(?m)^ *#.*|(?<=\s)# .*$", data.decode())


@settings(max_examples=400, deadline=None, derandomize=True)
@given(edited())
def test_any_edit_of_any_record_is_read_as_it_was_meant(made: tuple[bytes, Edit, Any]) -> None:
    data, wanted, expected = made
    new = emit.edit(data, [wanted])
    assert same(source.read("a.yaml", new).value, expected)
    assert (b"\r\n" in new) == (b"\r\n" in data)
    assert new.count(b"\n") == new.count(b"\r\n") or b"\r\n" not in data
    old, now = data.decode().splitlines(), new.decode().splitlines()
    first, last = 0, 0
    while first < min(len(old), len(now)) and old[first] == now[first]:
        first += 1
    while last < min(len(old), len(now)) - first and old[-1 - last] == now[-1 - last]:
        last += 1
    begin, _ = source.locate(data, wanted.route[:-1])
    assert first >= begin - 1 or not len(wanted.route) > 1, "nothing above what holds the value is touched"
    if wanted.key or isinstance(wanted.new, bool | int | float):
        assert comments(new) == comments(data) or wanted.new is R


@settings(max_examples=150, deadline=None, derandomize=True)
@given(edited(), st.data())
def test_edits_together_are_edits_one_after_the_other(made: tuple[bytes, Edit, Any], data: st.DataObject) -> None:
    written, _, _ = made
    value = source.read("a.yaml", written).value
    chosen = data.draw(st.lists(st.sampled_from([*routes(value)]), min_size=2, max_size=6))
    wanted = [
        Edit(route, data.draw(NAMES), key=True)
        if isinstance(route[-1], str) and data.draw(st.booleans())
        else Edit(route, data.draw(st.one_of(VALUES, st.just(R))))
        for route in chosen
    ]
    together: bytes | None = None
    one_by_one: bytes | None = written
    with contextlib.suppress(emit.Unwritable):
        together = emit.edit(written, wanted)
    try:
        for one in wanted:
            one_by_one = emit.edit(one_by_one or b"", [one])
    except emit.Unwritable:
        one_by_one = None
    assert together == one_by_one


def work(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Bytes that are read for as many edits of one file."""
    entries = "".join(f"  - due: 30/06/2026  # {at}\n    Owner: x\n    seen: [a, a]\n" for at in range(count))
    edits = [
        one
        for at in range(count)
        for one in (
            Edit(("list", at, "due"), "2026-06-30"),
            Edit(("list", at, "Owner"), "owner", key=True),
            Edit(("list", at, "seen"), ["a"]),
        )
    ]
    seen = []
    read, compose = source.read, source.compose
    with monkeypatch.context() as patch:
        patch.setattr(source, "read", lambda name, data: (seen.append(len(data)), read(name, data))[1])
        patch.setattr(source, "compose", lambda data: (seen.append(len(data)), compose(data))[1])
        made = emit.edit(f"list:\n{entries}".encode(), edits)
    right = entries.replace("30/06/2026", "2026-06-30").replace("Owner", "owner").replace("a, a", "a")
    assert made.decode() == f"list:\n{right}"
    return sum(seen)


def test_many_edits_cost_as_many_times_what_few_do(monkeypatch: pytest.MonkeyPatch) -> None:
    assert work(200, monkeypatch) < 11 * work(20, monkeypatch)
