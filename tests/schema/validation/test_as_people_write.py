"""YAML as people write it: what each line becomes, or what is said of it and what to do. Read it as a table."""

# ruff: noqa: E501 (a table is read across)

from __future__ import annotations

from typing import Any

import pytest
from conftest import ROOT

from generator import schema, source
from generator.schema import Schema
from generator.schema.load import PathPattern
from generator.wording import one_line

SHARED: dict[str, Any] = schema.load(ROOT / "schemas")["audit"].tree["properties"]
WORDS = {"type": "string", "x-record": "audit", "description": "Names."}
THING = Schema(
    "thing",
    {
        "title": "Thing",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "title": SHARED["title"],
            "text": {"type": "string", "minLength": 1, "description": "Prose."},
            "due": SHARED["starts"],
            "count": {"type": "integer", "minimum": 0, "description": "How many."},
            "share": {"type": "number", "description": "A share."},
            "sought": {"type": "boolean", "description": "Whether."},
            "answer": {"enum": ["no", "yes", "not-known"], "description": "The answer."},
            "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "description": "The id."},
            "origin": {
                "type": "object",
                "additionalProperties": False,
                "description": "Why.",
                "properties": {name: {"type": "string", "description": "Words."} for name in ("kind", "reason")},
            },
            "tools": {"type": "array", "items": WORDS, "description": "Names."},
            "notes": {"type": "array", "items": {"type": "string", "description": "Words."}, "description": "Notes."},
            "figures": {"type": "object", "additionalProperties": {"type": "integer"}, "description": "Figures."},
        },
    },
    PathPattern.of("{id}"),
)

DIGITS = "Write digits alone, without commas, words or quotation marks."
DATE = "which is not a date as records write it"
QUOTE = "Put the text in quotation marks."
EMPTY = "If there is nothing to say, leave the field out."
SPACE = "this space is not an ordinary one (no-break space) → Type an ordinary space; `qa format` does so."
INDENT = "Indent it exactly as the fields beside it, with spaces."
FIELDS = "the file is not a record: it has no fields → Begin each field on a line of its own: its name, a colon, a space, its value."
AFTER = "something stands after the closing quotation mark or bracket → Delete it, or put the whole text in quotation marks; inside '…', write an apostrophe twice."
BREAK = (
    "there is an invisible line break here, which other programs do not know → Delete it, or press Enter in its place."
)
LIST = "Write each entry on a line of its own after “- ”, or all between brackets: [one, two]."

BECOMES: dict[str, object] = {
    # words that some readers take for true or false
    "title: no": {"title": "no"},
    "answer: no": {"answer": "no"},
    "sought: true": {"sought": True},
    "sought: TRUE": {"sought": True},
    "notes: [on, off, y, n]": {"notes": ["on", "off", "y", "n"]},
    # numbers, and what some readers take for one
    "count: 1200": {"count": 1200},
    "count: 5.0": {"count": 5},
    "count: 1e3": {"count": 1000},
    "share: .5": {"share": 0.5},
    "share: 1.50": {"share": 1.5},
    "title: 1_000": {"title": "1_000"},
    "title: 012": {"title": "012"},
    "title: 0x1F": {"title": "0x1F"},
    "title: 0o17": {"title": "0o17"},
    "title: 12:30": {"title": "12:30"},
    "title: 12:30:45": {"title": "12:30:45"},
    "title: +5": {"title": "+5"},
    "title: +44 161 000": {"title": "+44 161 000"},
    "title: .inf": {"title": ".inf"},
    "title: 50%": {"title": "50%"},
    "id: 2026-27-q3": {"id": "2026-27-q3"},
    "figures: {18-64: 3, 65+: 2, 2024: 1, no: 0}": {"figures": {"18-64": 3, "65+": 2, "2024": 1, "no": 0}},
    # dates
    "due: 2026-06-30": {"due": "2026-06-30"},
    'due: "2026-06-30"': {"due": "2026-06-30"},
    # texts
    "title: a review, at 10:30, of hips (and knees)": {"title": "a review, at 10:30, of hips (and knees)"},
    "title: hips#knees": {"title": "hips#knees"},
    "title: hips  # a remark": {"title": "hips"},
    "title: it's": {"title": "it's"},
    "title: “Hips,” she said": {"title": "“Hips,” she said"},
    "title: ~hips": {"title": "~hips"},
    "title: -hips": {"title": "-hips"},
    "title: =": {"title": "="},
    "title: hips\n  and knees": {"title": "hips and knees"},
    "title: hips\t": {"title": "hips"},
    "title:\thips": {"title": "hips"},
    "title : hips": {"title": "hips"},
    "title: 10\u00a0km": {"title": "10\u00a0km"},
    "text: |\n  a\n  b": {"text": "a\nb"},
    "text: >\n  a\n  b\n\n  c\n": {"text": "a b\nc\n"},
    # shape
    "title: hips\r\ncount: 1\r\n": {"title": "hips", "count": 1},
    "title: hips\rcount: 1\r": {"title": "hips", "count": 1},
    "\ufefftitle: hips": {"title": "hips"},
    "---\ntitle: hips\n...\n": {"title": "hips"},
    "%YAML 1.2\n---\ntitle: hips": {"title": "hips"},
    '{"title": "hips", "count": 1}': {"title": "hips", "count": 1},
    "tools:\n- a\n- b": {"tools": ["a", "b"]},
    "tools: [a, b,]": {"tools": ["a", "b"]},
}

SAID: dict[str, str] = {
    # words that some readers take for true or false
    "sought: no": "“sought” says “no”, where true or false belongs → Write `sought: false`.",
    "sought: On": "“sought” says “On”, where true or false belongs → Write `sought: true`.",
    "sought: maybe": "“sought” says “maybe”, where true or false belongs → Write true or false.",
    "answer: NO": "“answer” can't be “NO”: did you mean “no”? → Write `answer: \"no\"`.",
    "answer: false": "“answer” can't be false → Choose one of no, yes, not-known.",
    "title: true": "“title” says true without quotation marks, where text belongs → Put it in quotation marks.",
    "title: null": f"“title” is empty, where text belongs → {SHARED['title']['description']} {EMPTY}",
    "title: ~": f"“title” is empty, where text belongs → {SHARED['title']['description']} {EMPTY}",
    "title:": f"“title” is empty, where text belongs → {SHARED['title']['description']} {EMPTY}",
    "title: #5": f"“title” is empty, where text belongs → {SHARED['title']['description']} {EMPTY}",
    "title: ''": f"“title” is empty → {SHARED['title']['description']} {EMPTY}",
    # numbers
    "title: 2024": "“title” says 2024 without quotation marks, where text belongs → Write `title: \"2024\"`.",
    "title: 1.50": "“title” says a number without quotation marks, where text belongs → Put it in quotation marks.",
    'count: "12"': "“count” says “12”, where a whole number belongs → Write `count: 12`.",
    "count: 1,200": "“count” says “1,200”, where a whole number belongs → Write `count: 1200`.",
    "count: 1_000": "“count” says “1_000”, where a whole number belongs → Write `count: 1000`.",
    "count: 1 200": "“count” says “1 200”, where a whole number belongs → Write `count: 1200`.",
    "count: 012": "“count” says “012”, where a whole number belongs → Write `count: 12`.",
    "count: +5": "“count” says “+5”, where a whole number belongs → Write `count: 5`.",
    "count: 0x1F": f"“count” says “0x1F”, where a whole number belongs → {DIGITS}",
    "count: 12:30": f"“count” says “12:30”, where a whole number belongs → {DIGITS}",
    "count: 12%": f"“count” says “12%”, where a whole number belongs → {DIGITS}",
    "count: .5": f"“count” says 0.5, where a whole number belongs → {DIGITS}",
    "count: about 12": f"“count” says “about 12”, where a whole number belongs → {DIGITS}",
    f"count: {'9' * 20}": f"“count” says “{'9' * 20}”, where a whole number belongs → Write a number of at most 18 digits.",
    "count:": f"“count” is empty, where a whole number belongs → How many. {EMPTY}",
    # dates
    "due: 2026-2-30": "“due” says “2026-2-30”, and there is no such day → Correct the date.",
    "due: 2026-02-30": "“due” says 2026-02-30, and there is no such day → Correct the date.",
    "due: 2026-6-30": f"“due” says “2026-6-30”, {DATE} → Write `due: 2026-06-30`.",
    "due: 2026–06–30": f"“due” says “2026–06–30”, {DATE} → Write `due: 2026-06-30`.",
    "due: 20260630": f"“due” says 20260630, {DATE} → Write `due: 2026-06-30`.",
    "due: 30/06/2026": f"“due” says “30/06/2026”, {DATE} → Write `due: 2026-06-30`.",
    "due: 30 June 2026": f"“due” says “30 June 2026”, {DATE} → Write `due: 2026-06-30`.",
    "due: 03/04/2026": f"“due” says “03/04/2026”, {DATE} → Write 2026-04-03 for 3 April 2026 or 2026-03-04 for 4 March 2026.",
    "due: end of June": f"“due” says “end of June”, {DATE} → Write it year-month-day: 2026-03-31.",
    "due: 2026-06-30# late": "“due” says “2026-06-30# late”: before its “#”, a remark needs a space → Write `due: 2026-06-30  # late`.",
    # quotation marks
    "due: “2026-06-30”": f"“due” says ““2026-06-30””, {DATE} → Write `due: 2026-06-30`.",
    "answer: ‘yes’": "“answer” can't be “‘yes’”: did you mean “yes”? → Write `answer: \"yes\"`.",
    "title: “Hips: a review”": 'curly quotation marks belong to the text; only straight ones go around it → Type " at both ends.',
    'title: "Hips”': 'the quotation mark opened here is closed by a curly one → Type " at both ends.',
    'title: "hips': "the quotation mark opened here is never closed → Close it; inside '…', write an apostrophe twice.",
    "title: 'it's'": AFTER,
    'title: "hips" and knees': AFTER,
    # signs that mean something to YAML
    "title: Hips: a review": "there is a second colon in this line → Put text that contains “: ” in quotation marks.",
    "title: @hips": f"a value can't begin with “@” → {QUOTE}",
    "title: `hips`": f"a value can't begin with “`” → {QUOTE}",
    "title: %hips": f"a value can't begin with “%” → {QUOTE}",
    "title: ? hips": f"a value can't begin with “?” → {QUOTE}",
    "title: , hips": f"a value can't begin with “,” → {QUOTE}",
    "title: *hips": "a value can't begin with “*” → Put the text in quotation marks; to repeat a value, write it out.",
    "title: &a hips": "a value can't begin with “&” → Put the text in quotation marks; to repeat a value, write it out.",
    "title: !!str 12": "a value can't begin with “!” → Remove the word that begins with “!”, or put the text in quotation marks.",
    "title: [hips] and knees": AFTER,
    "title: {hips}": "“title” is a group of fields, where text belongs → What people call this, in a few plain words.",
    "<<: {title: a}": "a record can't take over fields with “<<” → Write the fields out.",
    'title: "a\\qb"': "a backslash inside \"…\" begins a code, and this is none → Use '…' around text that holds a backslash.",
    # names
    "Title: hips": "“Title” is not a field of a thing: did you mean “title”? → Write `title:`.",
    "title\u00a0: hips": "“title ” is not a field of a thing: did you mean “title”? → Write `title:`.",
    "ti\u200btle: hips": "“ti tle” is not a field of a thing: did you mean “title”? → Write `title:`.",
    "titel: hips": "“titel” is not a field of a thing: did you mean “title”? → Correct the name.",
    "title:hips": "there is no space after the colon → Write it: “title: hips”.",
    "origin:\n  kind:data": "“origin” says “kind:data”, where a group of fields belongs → Put a space after the colon: `kind: data`.",
    "origin: {kind:data}": "“kind:data” is not a field of “origin” → Put a space after the colon: `kind: data`.",
    "title = hips": FIELDS,
    "- title: hips": FIELDS,
    "title: a\ntitle: b": "“title” is written twice in one place; only one of them could count → Keep one and delete the other.",
    # lists
    "tools: falls": "“tools” says “falls”, where a list belongs → Write `tools: [falls]`.",
    "tools: falls, hips": f"“tools” says “falls, hips”, where a list belongs → {LIST}",
    "notes: one": f"“notes” says “one”, where a list belongs → {LIST}",
    "notes:\n  -one\n  -two": f"“notes” says “-one -two”, where a list belongs → {LIST}",
    "notes:\n  * one": "an entry of a list can't begin with “*” → Begin it with “- ”.",
    "notes:\n  • one": f"“notes” says “• one”, where a list belongs → {LIST}",
    "notes: - one": "a list can't begin on its field's line → Begin each entry on a line of its own: “- ”, then the entry.",
    "notes: [one": "the bracket opened here is not closed, or a comma is missing in it → Close it, and put a comma between its entries.",
    # indentation and spaces
    "origin:\n\tkind: data": "the line is indented with a tab → Use spaces.",
    "origin:\n  kind: data\n   reason: x": f"this line does not fit below the one above → {INDENT}",
    "origin:\n  kind: data\n reason: x": f"this line is not indented as the fields beside it → {INDENT}",
    "origin:\nkind: data": "“kind” is not a field of a thing: “origin” has it → Indent it, below “origin”.",
    "title:\u00a0hips": SPACE,
    "title:\u00a0hips\ncount: 1": SPACE,
    "title: \u00a0hips": SPACE,
    "\u00a0title: hips": SPACE,
    "origin:\n\u00a0\u00a0kind: data": SPACE,
    "origin:\n  kind:\u00a0data": SPACE,
    "title: hips\u00a0": "“title” says “hips ”, which is not in the proper form → Write `title: hips`.",
    'title: " hips "': "“title” says “ hips ”, which is not in the proper form → Write `title: hips`.",
    "id: Fire\u00a0Exits": "“id” says “Fire Exits”, which is not in the proper form → Write `id: fire-exits`.",
    "title: hips\u2028count: 1": BREAK,
    "title: hips\u0085count: 1": BREAK,
    "title: a\x07b": "there is an invisible control character here → Delete it, or retype the line; it often comes with text copied from elsewhere.",
    "title: a\0b": "there is an invisible control character here → Delete it, or retype the line; it often comes with text copied from elsewhere.",
    "notes:\n  -one: 1\n   two: 2": "there is no space after the hyphen → Write it: “- one: 1”.",
    "origin:\n  kind data\n  reason: x": "this line is not a field: it has no colon → Write a colon and a space after the field's name; indent text that goes on.",
    "notes:\n  - kind data\n    reason: x": "this line is not a field: it has no colon → Write a colon and a space after the field's name; indent text that goes on.",
    "text: some words\n  that go on\n  and: on": "this line does not fit below the one above → Indent it exactly as the fields beside it, with spaces.",
    # documents
    "title: hips\n---\ntitle: knees": "a second record begins here → Keep one record a file: move what follows “---” into a file of its own.",
    "title: hips\n...\ncount: 1": "the record ended above this line → Delete the line “...” or the closing bracket above, or move this one into a file of its own.",
    "# only a remark": "the file is empty → Write the record's fields, or delete the file.",
}  # fmt: skip


def read(data: bytes) -> tuple[Any, str]:
    """The values, or what is said: message → remedy, several after a ¶."""
    document = source.read("thing.yaml", data)
    problems = document.problems or tuple(schema.problems(THING, "thing.yaml", document.value, data))
    said = " ¶ ".join(f"{one.message} → {one.remedy}" for one in sorted(problems, key=lambda one: one.message))
    return document.value, one_line(said)


@pytest.mark.parametrize("written", BECOMES)
def test_it_becomes_what_was_meant(written: str) -> None:
    value, said = read(written.encode())
    assert (repr(value), said) == (repr(BECOMES[written]), "")


@pytest.mark.parametrize("written", SAID)
def test_or_it_is_told(written: str) -> None:
    assert read(written.encode())[1] == SAID[written]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"])
def test_another_encoding_is_told(encoding: str) -> None:
    assert read("title: café\n".encode(encoding))[1] == (
        "the file is not plain text in UTF-8 → Save it again as plain text with the encoding UTF-8."
    )
