"""What a person reads in each form: attacked with what records may hold."""

from __future__ import annotations

import json
import re

import pytest
from rendered import HOSTILE, as_seen, html, references, tags, visible

from generator import report
from generator.problem import Edit, Level, Place, Problem
from generator.report import Report, text

FILE = "records/audit/2026-falls.yaml"


def problem(line: int = 2, column: int = 9, message: str = "is wrong", level: Level = "E", **more: object) -> Problem:
    place = Place(str(more.pop("file", FILE)), line, column, ("starts",))
    return Problem(place, "schema", level, message, "Correct it.", **more)  # type: ignore[arg-type]


def shown(data: str | bytes, *problems: Problem, width: int = 100, **more: object) -> str:
    data = data.encode() if isinstance(data, str) else data
    return report.printed("text", Report(problems, documents={FILE: data}, width=width, **more))  # type: ignore[arg-type]


def snippet(data: str | bytes, line: int, column: int, width: int = 100) -> list[str]:
    """The two lines under the message, without their gutter."""
    said = shown(data, problem(line, column), width=width).splitlines()
    return [one[9:] for one in said[3:5]] if said[3].startswith("  ") and "│" in said[3] else []


def test_a_person_reads_the_place_the_line_the_mark_the_remedy_and_what_to_do_next() -> None:
    found = [
        problem(message="“starts” is too late", level="D"),
        problem(1, 8, "“title” is odd", related=(Place(FILE, 2, 9, note="its date"),), fix=(Edit(("title",), "x"),)),
    ]
    assert (
        shown("title: Falls\nstarts: 2026\n", *found, valid=1200, notices=["A notice."])
        == """\
Errors: 1

records/audit/2026-falls.yaml:1:8: schema: “title” is odd
     1 │ title: Falls
       │        ^
    Correct it.
    its date: records/audit/2026-falls.yaml:2:9

Departures from the framework: 1

records/audit/2026-falls.yaml:2:9: departure: schema: “starts” is too late
     2 │ starts: 2026
       │         ^
    Correct it.

A notice.
1,200 valid records; 1 error to fix; 1 departure without a reason.
`qa check --fix` fixes 1 of them.
Departures are accepted; the instruction below each says where to give its reason."""
    )


@pytest.mark.parametrize(
    ("data", "line", "column", "seen", "mark"),
    [
        ("a: 1\n\tb: 2\n", 2, 2, "→   b: 2", "    ^"),
        ("日本: x\n", 1, 5, "日本: x", "      ^"),
        ("é\u0301: 🎉x\n", 1, 6, "é\u0301: 🎉x", "     ^"),
        ("a: b\u00a0c\n", 1, 5, "a: b<U+00A0>c", "    ^"),
        ("a: \u202eb\u200b\n", 1, 5, "a: <U+202E>b<U+200B>", "           ^"),
        ("a: \x1b[31mb\x7f\n", 1, 5, "a: ␛[31mb␡", "    ^"),
        ("\ufeffa: b\n", 1, 4, "a: b", "   ^"),
        ("a: 1\r\nb: 2\r\n", 2, 4, "b: 2", "   ^"),
        ("a: 1\rb: 2\u2028c: 3\n", 3, 4, "c: 3", "   ^"),
        (b"a: \xff\xfe\n", 1, 4, "a: ��", "   ^"),
        ("a: b", 1, 99, "a: b", "    ^"),
    ],
)
def test_what_can_not_be_seen_is_shown_and_the_mark_stands_under_the_place(
    data: str | bytes, line: int, column: int, seen: str, mark: str
) -> None:
    assert snippet(data, line, column) == [seen, mark]


@pytest.mark.parametrize("column", [1, 2, 5_000, 99_999, 100_000])
@pytest.mark.parametrize("letter", ["x", "日", "\t"])
def test_a_long_line_is_shown_around_the_place(column: int, letter: str) -> None:
    line = letter * (column - 1) + "@" + letter * (100_000 - column)
    seen, mark = snippet(f"first\n{line}", 2, column, width=80)
    assert text.cells(seen) <= 71
    assert text.cells(seen.partition("@")[0]) == mark.index("^"), "the mark stands under the place"
    assert (seen.startswith("…"), seen.endswith("…")) == (column > 2, column < 99_999)


@pytest.mark.parametrize(("data", "line"), [("", 1), ("a: 1\n", 9), ("a: 1\n\n", 2), ("a: 1\n", 0)])
def test_where_there_is_no_line_none_is_shown(data: str, line: int) -> None:
    assert snippet(data, line, 1) == []


def test_what_concerns_a_whole_file_points_at_no_line() -> None:
    whole = Problem(Place(FILE, 1, 1), "file", "E", "is misnamed", "Rename it.")
    assert "│" not in shown("title: x\n", whole)


def test_no_form_shows_a_line_of_a_file_that_holds_a_secret() -> None:
    found = [problem(2, message="a telephone number stands here", secret=True), problem(1, message="is odd")]
    whole = Report(found, documents={FILE: b"title: 07700 900123\nstarts: 07700 900123\n"}, against="main")
    for form in report.FORMS:
        assert "07700" not in report.printed(form, whole)
    changed = text.change(whole, FILE, b"title: 07700 900123\n", b"title: '07700 900123'\n")
    assert changed == f"{FILE}:1"


def test_what_a_record_says_can_not_steer_the_terminal_or_begin_a_line() -> None:
    bad = problem(message="says \x1b[2J\n::error::x\r##\u2028y", related=(Place(FILE, 1, 1, note="a\nb"),))
    for said in (shown("a: 1\nb: 2\n", bad), text.plain([bad])):
        assert not re.search("[\x1b\r\u2028]", said)
        assert not any(line.lstrip().startswith(("::", "b:")) for line in said.splitlines())


def test_colour_is_only_added() -> None:
    found = [problem(), problem(level="D")]
    coloured = shown("a: 1\nstarts: 2\n", *found, colour=True)
    assert "\x1b[31m" in coloured
    assert re.sub("\x1b\\[[0-9]+m", "", coloured) == shown("a: 1\nstarts: 2\n", *found)


def test_a_change_is_told_from_what_to_what() -> None:
    whole = Report((), width=100)
    assert text.change(whole, FILE, b"a: 1\nb: 01/02/2026 # x\n", b"a: 1\nb: 2026-02-01 # x\n") == (
        f"{FILE}:2: b: 01/02/2026 # x → b: 2026-02-01 # x"
    )
    assert text.change(whole, FILE, b"a:\n  - 1\n  - 2\nb: 3\n", b"a: [1, 2]\nb: 3\n") == (
        f"{FILE}:1: a: - 1 - 2 → a: [1, 2]"
    )
    long = text.change(whole, FILE, b"a: " + b"x" * 10_000, b"a: " + b"y" * 10_000)
    assert len(long) < 150


def test_annotations_come_the_worst_first_and_ten_at_most() -> None:
    found = [problem(line, level="D" if line % 2 else "E", message=f"number {line}") for line in range(1, 25)]
    said = report.printed("github", Report(found, valid=3)).splitlines()
    assert [line.partition(" ")[0] for line in said[:10]] == ["::error"] * 10
    assert said[10:] == [
        "::notice title=Records::14 more problems: see the summary of this run.",
        "3 valid records; 12 errors to fix; 12 departures without a reason.",
    ]
    few = report.printed("github", Report(found[:3])).splitlines()
    assert [line.partition(" ")[0] for line in few[:-1]] == ["::error", "::warning", "::warning"]


def test_an_annotation_can_not_be_broken_out_of() -> None:
    bad = problem(
        message="100%\r\n::error::x", file="records/a,b:c%\n/d.yaml", related=(Place(FILE, 3, note="the “a”"),)
    )
    (said, _) = report.printed("github", Report([bad], folder="data")).splitlines()
    assert said == (
        "::error file=data/records/a%2Cb%3Ac%25 /d.yaml,line=2,col=9,title=Error (schema)::"
        "100%25  ::error::x%0ACorrect it.%0Athe “a”: data/records/audit/2026-falls.yaml:3"
    )
    nowhere = Problem(Place("records/partnership"), "rule", "D", "is missing", "Add it.")
    assert report.printed("github", Report([nowhere])).startswith(
        "::warning file=records/partnership,title=Departure from the framework (rule)::is missing%0AAdd it."
    )


def test_only_what_is_yours_is_annotated() -> None:
    whole = Report([problem()], [problem(level="D"), problem()], "origin/main", valid=5)
    said = report.printed("github", whole).splitlines()
    assert len(said) == 2
    assert said[1] == "5 valid records; yours since origin/main: 1 error; there already: 1 error, 1 departure."


@pytest.mark.parametrize("words", HOSTILE)
def test_what_a_record_says_means_nothing_in_markdown(words: str) -> None:
    bad = problem(message=words, file=f"records/{words}.yaml", related=(Place(FILE, 1, note=words),))
    page = html(report.printed("markdown", Report([bad], [bad], words, folder="data")))
    assert tags(page) == {"h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "br", "ul", "li"}
    assert page.count("<td>") == 3, "no cell was added"
    assert as_seen(words) in visible(page)
    assert references(page) == []


def test_a_manager_reads_the_summary() -> None:
    whole = Report([problem(message="“starts” is late", level="D")], [problem()], "origin/main", valid=9, folder="data")
    assert (
        report.printed("markdown", whole)
        == """\
## Records: 1 departure

9 valid records; yours since origin/main: 1 departure; there already: 1 error.

### To give a reason for: these are accepted

| Where | What is wrong | What to do |
|---|---|---|
| data/records/audit/2026-falls.yaml, line 2 | “starts” is late | Correct it. |

### There already: not caused by this change

- data/records/audit/2026-falls.yaml:2:9: 1 error"""
    )
    assert report.printed("markdown", Report([], valid=9)).startswith("## Records: nothing to fix\n")
    assert report.printed("markdown", Report([], against="x")).startswith("## Records: this change makes no problem\n")


def test_a_summary_is_never_larger_than_github_takes() -> None:
    found = [problem(line, message="é" * 5_000) for line in range(1, 2_001)]
    said = report.printed("markdown", Report(found))
    assert 800_000 < len(said.encode()) < 1_000_000
    rows = said.count("\n| data") + said.count("\n| records")
    assert said.endswith(f"{2_000 - rows:,} more lines: `qa check` shows them all.")


def test_of_many_files_that_were_wrong_before_only_some_are_named() -> None:
    found = [problem(file=f"records/audit/{at:02}.yaml", level=level) for at in range(25) for level in ("E", "D")]
    for form in ("text", "markdown"):
        said = report.printed(form, Report([], found, "main"))
        assert said.count("records/audit/") == 20
        assert "5 more files: 5 errors, 5 departures" in said


def test_programs_read_a_list() -> None:
    one = problem(related=(Place(FILE, 1, 1, note="x"),), fix=(Edit(("a", 0), "b"), Edit(("c",), "d", key=True)))
    (only,) = json.loads(report.printed("json", Report([one])))
    assert only == {
        "file": FILE, "line": 2, "column": 9, "rule": "schema", "level": "E", "message": "is wrong",
        "remedy": "Correct it.", "related": [{"file": FILE, "line": 1, "column": 1, "note": "x"}],
        "fix": [{"route": ["a", 0], "new": "b", "key": False}, {"route": ["c"], "new": "d", "key": True}],
    }  # fmt: skip
    both = json.loads(report.printed("json", Report([one], [problem()], "main")))
    assert [each["yours"] for each in both] == [True, False]
    assert json.loads(report.printed("json", Report([]))) == []
