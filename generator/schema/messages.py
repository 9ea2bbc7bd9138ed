"""The words of every schema fault: one table, keyed by keyword, that Python and the form page fill alike."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "required": ("“{missing}” is missing", "Add it: {description}"),
    "additionalProperties": ("“{extra}” is not a field here{nearest}", "Fields here are {fields}."),
    "type": ("“{field}” is {found}, where {expected} belongs", "{description}"),
    "enum": ("“{field}” says {value}{nearest}", "Choose one of {allowed}."),
    "const": ("“{field}” says {value}", "Write {allowed}."),
    "format": ("“{field}” says {value}, which is not {article} {format}", "{description}"),
    "pattern": ("“{field}” says {value}, which is not in the right form", "{description}"),
    "minLength": ("“{field}” is empty", "{description} Leave the field out if there is nothing to say."),
    "maxLength": ("“{field}” has {length} characters; at most {limit} fit", "Shorten it, or move the detail elsewhere."),
    "minimum": ("“{field}” is {value}, below {limit}", "{description}"),
    "maximum": ("“{field}” is {value}, above {limit}", "{description}"),
    "minItems": ("“{field}” has {length} entries; at least {limit} belong here", "{description}"),
    "maxItems": ("“{field}” has {length} entries; at most {limit} fit", "Keep the ones that matter most."),
    "minProperties": ("“{field}” is empty", "{description} Leave the field out if there is nothing to say."),
    "maxProperties": ("“{field}” has {length} entries; at most {limit} fit", "Keep the ones that matter most."),
    "uniqueItems": ("“{field}” names the same thing twice", "Keep one of the two."),
    "propertyNames": ("“{field}” has a name in it that is not in the right form", "{description}"),
    "x-not-before": ("“{field}” is {value}, before “{other}” on {other_value}", "One of the two dates is wrong: correct it."),
    "x-at-most": ("“{field}” is {value}, more than “{other}”, {other_value}", "One of the two numbers is wrong: correct it."),
}  # fmt: skip

OTHERWISE = ("“{field}” is not as the record type asks", "{description}")

FOUND = {
    "NoneType": "empty", "str": "text", "int": "a number", "float": "a number",
    "bool": "true or false", "list": "a list", "dict": "a group of fields",
}  # fmt: skip

EXPECTED = {
    "string": "text", "integer": "a whole number", "number": "a number",
    "boolean": "true or false", "array": "a list", "object": "a group of fields", "null": "nothing",
}  # fmt: skip
