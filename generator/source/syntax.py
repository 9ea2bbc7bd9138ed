"""Why a document can't be read, in plain words: one table turns the parser's messages into ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from yaml import YAMLError
from yaml.reader import ReaderError

from generator.lines import position, split_lines
from generator.source.spaces import mistaken, mistaken_for

EMPTY = ("the file is empty", "Write the record's fields, or delete the file.")
NOT_UTF_8 = ("the file is not plain text in UTF-8", "Save it again as plain text with the encoding UTF-8.")
QUOTE = "Put the text in quotation marks."
WRITE_OUT = "Put the text in quotation marks; to repeat a value, write it out."
NOT_GIVEN = "A number that is not given is `absent: withheld` with its reason; text goes in quotation marks."
INDENT = "Indent it exactly as the fields beside it, with spaces."
CURLY = (
    "curly quotation marks belong to the text; only straight ones go around it",
    'Type " at both ends.',
)
NO_SPACE = re.compile(r"([A-Za-z_][A-Za-z0-9_]*:)([^\s:/].*)")
UNSEEN_BREAK = re.compile(rb"\xc2\x85|\xe2\x80[\xa8\xa9]")
"""The ends of a line, in UTF-8, that YAML knows and no editor shows."""
NO_COLON = (
    "this line is not a field: it has no colon",
    "Write a colon and a space after the field's name; indent text that goes on.",
)
_NO_SPACE = re.compile(r"( *(?:- )?)([A-Za-z_]+:)([^\s:/][^:]*)$")
_UNSEEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow in a text."""


class Refused(Exception):
    """A document that can't be read: what is wrong, what to do, and where (from 0)."""

    def __init__(self, message: str, remedy: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message, self.remedy, self.line, self.column = message, remedy, line, column


# libyaml's message; where the fault is: `here`, where the parser stopped, or `begun`, where the value began; ours.
_PARSER_MESSAGES = (
    ("found a tab character", "here", "the line is indented with a tab", "Use spaces."),
    ("scanning an alias", "begun", "a value can't begin with “*”", WRITE_OUT),
    ("scanning an anchor", "begun", "a value can't begin with “&”", WRITE_OUT),
    ("scanning a tag", "begun", "a value can't begin with “!”", QUOTE),
    ("while scanning a directive", "begun", "a line can't begin with “%”", QUOTE),
    (
        "found unexpected end of stream",
        "begun",
        "the quotation mark opened here is never closed",
        "Close it; inside '…', write an apostrophe twice.",
    ),
    (
        "found unknown escape",
        "here",
        'a backslash inside "…" begins a code, and this is none',
        "Use '…' around text that holds a backslash.",
    ),
    ("invalid Unicode character escape", "here", "this code stands for no character", "Type the character itself."),
    (
        "could not find expected ':'",
        "begun",
        *NO_COLON,
    ),
    (
        "block sequence entries are not allowed",
        "here",
        "a list can't begin on its field's line",
        "Begin each entry on a line of its own: “- ”, then the entry.",
    ),
    (
        "did not find expected '-' indicator",
        "here",
        "this line is neither a new entry of the list nor part of the one above",
        "Begin an entry with “- ”; indent the rest of it as the entry's first word.",
    ),
    (
        "did not find expected ',' or",
        "begun",
        "the bracket opened here is not closed, or a comma is missing in it",
        "Close it, and put a comma between its entries.",
    ),
    (
        "did not find expected comment or line break",
        "begun",
        "nothing may follow “|” or “>” on its line",
        "Begin the text on the next line, indented.",
    ),
    (
        "did not find expected node content",
        "here",
        "a value belongs here",
        "Write the value, or delete the bracket or comma.",
    ),
    ("mapping keys are not allowed", "here", "a value can't begin with “?”", QUOTE),
    (
        "did not find expected <document start>",
        "here",
        "the record ended above this line",
        "Delete the line “...” or the closing bracket above, or move this one into a file of its own.",
    ),
    ("found incompatible YAML document", "here", "a record has no line that begins with “%”", "Delete the line."),
)


def explain(data: bytes, error: YAMLError) -> Refused:
    """Return libyaml's complaint about `data` in the words of our table, at the line that is to be fixed."""
    if isinstance(error, ReaderError):
        return _not_text(data)
    known: Any = error
    here, said = known.problem_mark, f"{known.context or ''} {known.problem}"
    begun = known.context_mark or here
    lines = split_lines(data)
    line = lines[here.line] if here.line < len(lines) else ""
    for number in (begun.line, here.line - 1, here.line):
        column = mistaken(lines[number]) if 0 <= number < len(lines) else None
        if column is not None:
            return Refused(*mistaken_for(lines[number][column]), number, column)
    before, at = line[: here.column], line[here.column : here.column + 1]
    if "cannot start any token" in said:
        if at == "\t":
            return Refused("the line is indented with a tab", "Use spaces.", here.line, here.column)
        return Refused(f"a value can't begin with “{at}”", QUOTE, here.line, here.column)
    if "scanning an alias" in said and line.lstrip().startswith("* "):
        return Refused("an entry of a list can't begin with “*”", "Begin it with “- ”.", begun.line, begun.column)
    sign = re.search(r":\s+([*-])\s*(?:#.*)?$", line)
    if sign and ("scanning an alias" in said or "block sequence entries are not allowed" in said):
        return Refused(f"“{sign[1]}” alone is no value", NOT_GIVEN, here.line, sign.start(1))
    opened = lines[begun.line][begun.column :] if begun.line < len(lines) else ""
    if "found unexpected end of stream" in said and opened.startswith('"') and "”" in opened:
        message = "the quotation mark opened here is closed by a curly one"
        return Refused(message, CURLY[1], begun.line, begun.column)
    if "did not find expected node content" in said and at == "," and before.rstrip().endswith(":"):
        return Refused("a value can't begin with “,”", QUOTE, here.line, here.column)
    if "mapping values are not allowed" in said:
        return _colon(lines, before, here)
    if "did not find expected node content" in said and not "".join(lines[here.line :])[here.column :].strip():
        return Refused("the file ends where a value belongs", "Close the bracket that is open.", here.line, here.column)
    if "did not find expected key" in said:
        return _no_field(before, at, here)
    for words, where, message, remedy in _PARSER_MESSAGES:
        if words in said:
            mark = begun if where == "begun" else here
            return Refused(message, remedy, mark.line, mark.column)
    return Refused("this line can't be read", "Compare it with the type's example.", here.line, here.column)


def _colon(lines: Sequence[str], before: str, here: Any) -> Refused:
    """A colon where none may be: in a text, or because of the line above."""
    if ":" in before:
        curly = re.search(": *([“‘])", before)
        if curly:
            return Refused(*CURLY, here.line, curly.start(1))
        remedy = "Put text that contains “: ” in quotation marks."
        return Refused("there is a second colon in this line", remedy, here.line, here.column)
    above = here.line - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    glued = _NO_SPACE.match(lines[above])
    if glued:
        remedy = f"Write it: “{glued[2]} {glued[3]}”."
        return Refused("there is no space after the colon", remedy, above, len(glued[1]))
    dash = re.match("( *)-([^- ].*)", lines[above])
    if dash:
        return Refused("there is no space after the hyphen", f"Write it: “- {dash[2]}”.", above, len(dash[1]))
    before_it = next((lines[number] for number in range(above - 1, -1, -1) if lines[number].strip()), "")
    if ":" not in lines[above] and (lines[above].lstrip().startswith("- ") or before_it.rstrip().endswith(":")):
        return Refused(*NO_COLON, above, len(lines[above]) - len(lines[above].lstrip()))
    return Refused("this line does not fit below the one above", INDENT, here.line, here.column)


def _no_field(before: str, at: str, here: Any) -> Refused:
    """Something else where a field's name should be."""
    if before.strip():
        message = "something stands after the closing quotation mark or bracket"
        remedy = "Delete it, or put the whole text in quotation marks; inside '…', write an apostrophe twice."
        return Refused(message, remedy, here.line, here.column)
    if at == ":":
        return Refused("a field's name is missing", "Write a name before the colon.", here.line, here.column)
    return Refused("this line is not indented as the fields beside it", INDENT, here.line, here.column)


def _not_text(data: bytes) -> Refused:
    """Say whether the bytes are no UTF-8, or hold a character that can't be seen."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _at_end_of(data[: error.start].decode("utf-8-sig"), *NOT_UTF_8)
    unseen = _UNSEEN.search(text)
    at = unseen.start() if unseen else 0
    if text.count("\0") > len(text) // 10:
        return Refused(*NOT_UTF_8)
    remedy = "Delete it, or retype the line; it often comes with text copied from elsewhere."
    return _at_end_of(text[:at].removeprefix("\ufeff"), "there is an invisible control character here", remedy)


def odd_break(data: bytes, found: re.Match[bytes]) -> Refused:
    """Return the refusal of a line break that most programs take for a letter."""
    message = "there is an invisible line break here, which other programs do not know"
    before = data[: found.start()].decode("utf-8-sig", "replace")
    return _at_end_of(before, message, "Delete it, or press Enter in its place.")


def _at_end_of(before: str, message: str, remedy: str) -> Refused:
    """The refusal, placed right after the text `before`."""
    line, column = position(before, len(before))
    return Refused(message, remedy, line - 1, column - 1)
