"""Where a text has contact details: a postcode, a telephone number, an e-mail address.

Sources: BS 7666 (the form of a postcode) and its 124 areas; Ofcom's National Telephone Numbering Plan.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from generator.screens.plain import Span

_AREA = re.compile(
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|"
    "FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|"
    "NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|"
    "TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
)
_INWARD = "[0-9][ABD-HJLNP-UW-Z]{2}"
_POSTCODE = re.compile(
    r"(?<!\w)(?P<outward>[A-PR-UWYZ](?:[0-9][0-9A-HJKPSTUW]?|[A-HK-Y][0-9][0-9ABEHMNPRVWXY]?))"
    rf"(?P<gap>\s{{0,2}}|[-+])(?P<inward>{_INWARD})(?!\w)",
    re.IGNORECASE,
)
_UNITS = frozenset(["st", "nd", "rd", "th", "hr", "yr", "ft"])
"""Letters after a digit that make it no postcode: 1st, 2hr."""

_NEXT = r"(?:[\s().-]{0,3}[0-9])"
_TELEPHONE = re.compile(
    rf"(?<![\w/.,+])(?<![0-9]-)(?:(?P<abroad>\+(?!44)[1-9]{_NEXT}{{8,13}})"
    rf"|(?:\(?(?:\+|00)\s?44[\s().-]{{0,3}}(?:0[\s)]{{0,2}})?|\(?0(?=[1-9][0-9]))(?:[1-9]{_NEXT}{{9}}|1{_NEXT}{{8}}))"
    r"(?![0-9])(?!-[0-9])"
)
_ORGANISATIONS = ("03", "05", "08", "09")
"""The first digits of numbers that only organisations have."""

_MAIL = re.compile(
    r"(?<![\w.%+-])[\w%+-][\w.%+'-]{0,63}@(?P<domain>(?:[\w-]{1,63}\.){1,8}[a-z]{2,20})\b", re.IGNORECASE
)


def postcodes(text: str) -> Iterator[Span]:
    """Yield whole postcodes: in capitals with a space, all of the right form; otherwise only those of a real area."""
    for found in _POSTCODE.finditer(text):
        outward, gap, inward = found["outward"], found["gap"], found["inward"]
        area = re.split("[0-9]", outward.upper())[0]
        capitals = (outward + inward).isupper()
        likely = _AREA.fullmatch(area) and (capitals or (bool(gap) and inward[1:].lower() not in _UNITS))
        if likely or (capitals and gap.isspace()):
            yield found.span()


def telephone_numbers(text: str, public: Collection[str]) -> Iterator[Span]:
    """Yield mobile, land-line and foreign numbers that are not among the `public` ones, as `number_of` writes them."""
    for found in _TELEPHONE.finditer(text):
        number = number_of(found[0])
        if found["abroad"] or (not number.startswith(_ORGANISATIONS) and number not in public):
            yield found.span()


def number_of(written: str) -> str:
    """Return the digits of a number as dialled inside the country: `+44 (0)161 496 0101` → `01614960101`."""
    digits = re.sub("[^0-9]", "", written)
    return re.sub("^(?:00)?440?", "0", digits) if re.match(r"\(?(?:\+|00)\s?44", written) else digits


def mail_addresses(text: str, domains: Collection[str]) -> Iterator[Span]:
    """Yield e-mail addresses that end in none of the `domains`."""
    for found in _MAIL.finditer(text):
        domain = found["domain"].casefold()
        if not any(domain == allowed or domain.endswith(f".{allowed}") for allowed in domains):
            yield found.span()
