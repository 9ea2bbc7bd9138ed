"""The messages and remedies of schema faults: one table by keyword.

A key may go on after a colon with the case it is for. The order decides: of several faults of a value the first is
reported.
"""

from __future__ import annotations

WRITE = "Write `{line}`."
"""The remedy of any fault that can be fixed in one way only."""

MESSAGES: dict[str, tuple[str, str]] = {
    "additionalProperties:glued": ("“{extra}” is not a field {here}", "Put a space after the colon: `{line}`."),
    "additionalProperties:outdented": (
        "“{extra}” is not a field {here}: “{near}” has it",
        "Indent it, below “{near}”.",
    ),
    "additionalProperties:near": ("“{extra}” is not a field {here}: did you mean “{near}”?", "Correct the name."),
    "additionalProperties": ("“{extra}” is not a field {here}", "Its fields are {fields}"),
    "propertyNames": ("“{name}” can't be a name in “{field}”", "{form}"),
    "required": ("“{missing}” is missing{within}", "Add it: {description}"),
    "dependentRequired": ("“{missing}” is missing: “{because}” needs it", "Add it: {description}"),
    "not": ("“{field}” does not belong here", "{description}"),
    "type:empty": ("“{field}” is empty, where {expected} belongs", "{description}{or_leave}"),
    "type:quote": ("“{field}” says {value} without quotation marks, where text belongs", "Put it in quotation marks."),
    "type:glued": ("“{field}” says {value}, where {expected} belongs", "Put a space after the colon: `{line}`."),
    "type:absent": (
        "“{field}” says {value}, which stands for a number that is not given",
        "Write `absent: {absent}` in place of “{field}”, with the reason below it: `reason: …`. A number that is given "
        "is written in full: no small one is published.",
    ),
    "type:sign": (
        "“{field}” says {value}, which stands for a number that is not given",
        "Write the number in full: no small one is published. Where it is not known, leave the breakdown out.",
    ),
    "type:group": ("“{field}” is {value}, where {expected} belongs", "{how}"),
    "type": ("“{field}” says {value}, where {expected} belongs", "{how}"),
    "comment": ("“{field}” says {value}: before its “#”, a remark needs a space", "Write `{line}`."),
    "const": ("“{field}” says {value}", "Write {allowed}."),
    "enum:near": ("“{field}” can't be {value}: did you mean “{near}”?", "Choose one of {allowed}."),
    "enum": ("“{field}” can't be {value}", "Choose one of {allowed}."),
    "minLength": ("“{field}” is empty", "{description}{or_leave}"),
    "maxLength": (
        "“{field}” has {length} characters; at most {limit} fit",
        "Shorten it, or move the detail elsewhere.",
    ),
    "format:no-such-day": ("“{field}” says {value}, and there is no such day", "Correct the date."),
    "format:date": ("“{field}” says {value}, which is not a date as records write it", "Write {day}."),
    "format": ("“{field}” says {value}, which is not in the proper form", "{form}"),
    "pattern:date": ("“{field}” says {value}, which is not of our time", "Correct the year."),
    "pattern": ("“{field}” says {value}, which is not in the proper form", "{form}"),
    "minimum": ("“{field}” is {value}; it can't be below {limit}", "{description}"),
    "maximum": ("“{field}” is {value}; it can't be above {limit}", "{description}"),
    "minItems:empty": ("“{field}” is empty", "{description}{or_leave}"),
    "minItems": ("“{field}” has too few entries: {length} of at least {limit}", "{description}"),
    "maxItems": ("“{field}” has {length} entries; at most {limit} fit", "Keep the ones that matter most."),
    "minProperties": ("“{field}” is empty", "{description}{or_leave}"),
    "maxProperties": ("“{field}” has {length} entries; at most {limit} fit", "Keep the ones that matter most."),
    "uniqueItems": ("“{field}” names {twice} twice", "Keep one of the two."),
    "x-unique": (
        "“{field}” has two entries whose “{same}” is {twice}",
        "Make one entry of the two, or correct this one.",
    ),
    "x-in-order": (
        "“{field}” is out of order: {value} stands below {other_value}",
        "List the oldest first: the last entry counts. Or correct the date.",
    ),
    "x-not-before": (
        "“{field}” is {value}, before “{other}” on {other_value}",
        "One of the two dates is wrong: correct it.",
    ),
    "x-at-most": (
        "“{field}” is {value}, more than “{other}”, {other_value}",
        "One of the two numbers is wrong: correct it.",
    ),
}

OTHERWISE = ("“{field}” is not as the record type asks", "{description}")

EXPECTED: dict[str, tuple[str, str]] = {
    "string": ("text", "{description}"),
    "date": ("a date", "{description}"),
    "integer": ("a whole number", "Write digits alone, without commas, words or quotation marks."),
    "number": ("a number", "Write digits alone, without commas, words, units or quotation marks."),
    "boolean": ("true or false", "Write true or false."),
    "array": ("a list", "Write each entry on a line of its own after “- ”, or all between brackets: [one, two]."),
    "object": ("a group of fields", "Write them below it, indented, each on a line of its own{like}."),
    "null": ("nothing", "Delete the value."),
}
"""What belongs where a type is asked for, and how to write it."""
