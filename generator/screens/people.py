"""Where a text has a number or date of one person: NHS, National Insurance, birth, case.

Sources: the NHS Data Dictionary, “NHS number”; HM Revenue and Customs, NIM39110.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.screens.plain import Span

GAP = r"[\s.-]"
"""What may stand between the groups of a number."""
DAY = (
    r"(?:(?:19|20)\d\d-\d\d-\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)?[\s./-]{1,3}(?:of\s)?(?:\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})"
    r"[\s./,-]{1,3}(?:19|20)?\d\d"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d)(?!\w)"
)

_GROUPED = re.compile(rf"[0-9]{{3}}(?<!\w...)(?<![0-9][ .,-]...){GAP}[0-9]{{3}}{GAP}[0-9]{{4}}(?!\w)(?![-.][0-9])")
_UNGROUPED = re.compile(r"[0-9]{10}(?<!\w.{10})(?<![0-9][.,-].{10})(?!\w)(?![-.][0-9])")
_OWNER_WORD = re.compile(
    r"(?<![a-z])nhs(?![a-z]|\.\w)|\b(?:patient|hospital|adult|client|resident|service user|emis|systmone)\b",
    re.IGNORECASE,
)
_NEAR = 40
_ENDS_BEFORE, _BEGINS_AFTER = re.compile(r"(?:^|[:-] |\n)[ '\"]*$|['\"]$"), re.compile(r"['\"]|\s*(?:$|\n|#)")
"""What stands before and after a number that is a whole value."""

_NI_FIRST, _NI_SECOND = "A-CEGHJ-PR-TW-Z", "A-CEGHJ-NPR-TW-Z"
_NI = re.compile(
    rf"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[{_NI_FIRST}][{_NI_SECOND}]{GAP}?\d\d{GAP}?\d\d{GAP}?\d\d{GAP}?[A-D](?!\w)"
    rf"|(?<!\w)(?!bg|gb|kn|nk|nt|tn|zz)[{_NI_FIRST.lower()}][{_NI_SECOND.lower()}]\d{{6}}[a-d](?!\w)"
)

_BIRTH = re.compile(r"\b(?:born|d\.?o\.?b\b\.?|date[\s_-]of[\s_-]birth|birth[\s_-]?(?:date|day))", re.IGNORECASE)
_AFTER = re.compile(rf"[\s:,=(\"'-]{{0,6}}(?:(?:on|is|was|the)\s){{0,2}}(?P<day>{DAY})", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![\w-])(?P<day>{DAY})[\s,(]{{0,4}}$", re.IGNORECASE)

_SYSTEMS = r"LAS|LCS|Mosaic|Liquid ?Logic|Care ?First|Framework-?i|SystmOne|EMIS|RiO|Paris|Datix|StEIS|Niche"
OWNERS = (
    r"case|client|service user|person|patient|referral|concern|enquiry|incident|crime|log|safeguarding|hospital"
    r"|customer|tenancy|record"
)
NUMBERS = "ref|reference|no|num|number|id"
_NUMBER = rf"(?:{NUMBERS})\b\.?"
_CODE = r"(?P<code{}>[A-Z]{{0,5}}[-/ ]?\d[\d/-]{{2,14}}[A-Z]?)(?!\w)"
_CASE = re.compile(
    rf"\b(?:{_SYSTEMS})(?:\s?(?:{OWNERS}|{_NUMBER}))?[\s:#-]{{0,3}}(?P<code1>[A-Z]{{0,3}}[-/]?\d{{5,12}})(?!\w)"
    rf"|\b(?:{OWNERS})\s(?:{_NUMBER}\s?){{1,2}}(?:is\s|was\s)?[\s:#]{{0,3}}{_CODE.format(2)}"
    rf"|\b(?:our |your )?ref(?:erence)?(?: no\b\.?)?\.?\s?[:#]\s{{0,2}}{_CODE.format(3)}",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"(?:19|20)\d\d(?:[-/]\d\d?){0,2}|\d{1,2}[-/]\d{1,2}[-/](?:\d\d){1,2}")


def nhs_numbers(text: str) -> Iterator[Span]:
    """Yield ten digits that pass modulus 11: grouped 3-3-4, a whole value, joined to a word, or after “NHS” and the
    like.

    9% of all ten-digit numbers pass, so others in a sentence are taken for counts. A whole value is always reported,
    because no record counts that high.
    """
    for found in _GROUPED.finditer(text):
        if _passes(found[0]):
            yield found.span()
    for found in _UNGROUPED.finditer(text):
        start, end = found.span()
        before = text[max(0, start - _NEAR) : start]
        whole = _ENDS_BEFORE.search(before) and _BEGINS_AFTER.match(text, end)
        if _passes(found[0]) and (whole or before.endswith("-") or _OWNER_WORD.search(before)):
            yield start, end


def _passes(written: str) -> bool:
    """Modulus 11: the digits, weighted from 10 down to 1, add up to a multiple of 11."""
    digits = [int(digit) for digit in written if digit.isdigit()]
    weighted = sum(digit * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True))
    return weighted % 11 == 0 and any(digits)


def national_insurance_numbers(text: str) -> Iterator[Span]:
    """Yield two letters of an allowed prefix, six digits and a letter from A to D; small letters only without gaps."""
    yield from (found.span() for found in _NI.finditer(text))


def dates_of_birth(text: str) -> Iterator[Span]:
    """Yield whole dates beside a word such as “born” or “DOB”; years alone are left out."""
    for word in _BIRTH.finditer(text):
        after = _AFTER.match(text, word.end())
        if after:
            yield after.span("day")
        start = max(0, word.start() - _NEAR)
        before = _BEFORE.search(text[start : word.start()])
        if before and word[0].lower() != "born":
            yield start + before.start("day"), start + before.end("day")


def case_references(text: str, shapes: Iterable[str]) -> Iterator[Span]:
    """Yield numbers of cases and logs, references, numbers after a case system's name, and those of the `shapes`.

    A shape is an example with 0 for every digit: `LAS00000`.
    """
    for found in _CASE.finditer(text):
        name = next(name for name in ("code1", "code2", "code3") if found[name])
        code = found[name].rstrip("-/")
        digits = [letter for letter in code if letter.isdigit()]
        if {*digits} != {"0"} and (name == "code1" or (len(digits) > 3 and not _PERIOD.fullmatch(code.strip()))):
            start = found.start(name)
            yield start, start + len(code)
    for shape in shapes:
        pattern = re.escape(shape).replace("0", "[0-9]")
        for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
            if found[0].casefold() != shape.casefold():
                yield found.span()
