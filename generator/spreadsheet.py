"""A table as CSV that a spreadsheet opens with its accents, and in which no cell or heading is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

ENCODING = "utf-8-sig"
"""The encoding for reading these files: UTF-8 after a byte order mark, without which Excel takes it for Windows-1252.
"""

_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Return a table as CSV (RFC 4180), headings first and then a line for each row, after a byte order mark.

    None is an empty cell. Text that begins as a formula does, in a heading or a cell, gets an apostrophe before it;
    numbers stay numbers. Source: OWASP, CSV injection.
    """
    out = io.StringIO()
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in (headings, *rows))
    return out.getvalue()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
