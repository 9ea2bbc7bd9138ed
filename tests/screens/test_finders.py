"""What each screen finds and what it leaves alone: nobody's data, all of it made up or reserved for examples."""

from __future__ import annotations

import time

import pytest

from generator import screens

LOCAL = screens.LocalSettings(
    domains=frozenset({"example.org"}), numbers=frozenset({"01632960101"}), shapes=("LAS00000", "ZQ/000-A")
)

FOUND = {
    "nhs-number": {
        "999 000 0018": "999 000 0018",
        "the adult, 999-000-0018, was seen": "999-000-0018",
        "999.000.0018": "999.000.0018",
        "over the end of a line: 999 000\n0018": "999 000\n0018",
        "999\u00a0000\u20110018 with odd spaces": "999\u00a0000\u20110018",
        "NHS number 9990000018": "9990000018",
        "NHS no.: 9990000018.": "9990000018",
        "nhs_number: 9990000018": "9990000018",
        "a patient (9990000018) of the ward": "9990000018",
        "'9990000018'": "9990000018",
        "heard: 9990000018": "9990000018",
        "case-9990000018": "9990000018",
        "９９９ ０００ ００１８": "９９９ ０００ ００１８",
    },
    "national-insurance-number": {
        "AB123456C": "AB123456C",
        "her number AB 12 34 56 C.": "AB 12 34 56 C",
        "ab123456c": "ab123456c",
        "AB-12-34-56-D": "AB-12-34-56-D",
    },
    "date-of-birth": {
        "born on 12 March 1950": "12 March 1950",
        "born 1st of May 1950": "1st of May 1950",
        "DOB 12/03/1950": "12/03/1950",
        "DoB: 12.3.50": "12.3.50",
        "d.o.b. 1950-03-12": "1950-03-12",
        "date_of_birth: 1950-03-12": "1950-03-12",
        "her date of birth is March 12, 1950": "March 12, 1950",
        "12/03/1950 (DOB)": "12/03/1950",
        "birthday: 12-03-1950": "12-03-1950",
    },
    "case-reference": {
        "LAS 1234567": "1234567",
        "Mosaic 1234567": "1234567",
        "Mosaic ID: 1234567": "1234567",
        "SystmOne no. 1234567": "1234567",
        "case ref: ABC/12345": "ABC/12345",
        "case number 10234": "10234",
        "police log no. 1234-120326": "1234-120326",
        "crime reference 06/12345/26": "06/12345/26",
        "our ref: SAF-20431": "SAF-20431",
        "safeguarding referral number 1045": "1045",
        "see las12345": "las12345",
        "ZQ/123-A of last year": "ZQ/123-A",
    },
    "postcode": {
        "SK99 9ZZ": "SK99 9ZZ",
        "at M99 9ZZ, alone": "M99 9ZZ",
        "EC1A 9ZZ": "EC1A 9ZZ",
        "W1A 9ZZ": "W1A 9ZZ",
        "AA1 1AA": "AA1 1AA",
        "SK999ZZ": "SK999ZZ",
        "sk99 9zz": "sk99 9zz",
        "flat-at-sk99-9zz": "sk99-9zz",
        "over a line SK99\n9ZZ": "SK99\n9ZZ",
    },
    "personal-telephone-number": {
        "07700 900123": "07700 900123",
        "ring 07700900123": "07700900123",
        "07700 900 123.": "07700 900 123",
        "+44 7700 900123": "+44 7700 900123",
        "+44 (0)7700 900123": "+44 (0)7700 900123",
        "0044 7700 900123": "0044 7700 900123",
        "0161 496 0123": "0161 496 0123",
        "(0161) 496 0123": "(0161) 496 0123",
        "020 7946 0123": "020 7946 0123",
        "01632 960123": "01632 960123",
        "01632 96012": "01632 96012",
        "+353 20 912 3456": "+353 20 912 3456",
        "ward 12: 07700-900-123": "07700-900-123",
    },
    "personal-email-address": {
        "a.person@mail.example": "a.person@mail.example",
        "<o'hara+1@post.example.com>": "o'hara+1@post.example.com",
        "notexample.org? x@notexample.org": "x@notexample.org",
        "x@example.org.uk": "x@example.org.uk",
    },
    "personal-name": {
        "Mrs Smith spoke": "Mrs Smith",
        "Mr. J. Smith-Jones": "Mr. J. Smith-Jones",
        "Dr Anna O'Hara chaired": "Dr Anna O'Hara",
        "his daughter Anna Brown": "Anna Brown",
        "her mother-in-law, Anna Brown, lives there": "Anna Brown",
        "the grandson Émile Brown": "Émile Brown",
        "her carer Anna Brown": "Anna Brown",
        "his sister\nAnna Brown": "Anna Brown",
    },
    "markup": {
        "<script>alert(1)</script>": "<script>alert(1)</script>",
        "<b><i>x</i></b>": "<b>",
        "<img src=x onerror=alert(1)>": "<img",
        "</div>": "</div>",
        "<!-- note -->": "<!--",
        "<svg/onload=alert(1)>": "<svg/onload=alert(1)>",
        "{{ config }}": "{{ config }}",
        "{% include 'x' %}": "{% include 'x' %}",
        "{# note #}": "{# note #}",
        "a heading {: onclick=alert(1) }": "{:",
        "![](https://tracker.example/x.png)": "![](https://tracker.example/x.png)",
        "![a photo][photo]": "![a photo][",
    },
    "unsafe-link": {
        "[here](javascript:alert(1))": "javascript:alert(1",
        "[here](JaVaScRiPt:alert(1))": "JaVaScRiPt:alert(1",
        "[here](java&#115;cript:x)": "java&#115;cript:x",
        "[here](<data:text/html,x>)": "data:text/html,x",
        "[here](vbscript:x)": "vbscript:x",
        "[here](file:///etc/passwd)": "file:///etc/passwd",
        "[here](//tracker.example)": "//tracker.example",
        "[here](../../elsewhere)": "../../elsewhere",
        "[here][a]\n\n[a]: javascript:x": "javascript:x",
        "javascript:alert(1)": "javascript:a",
    },
    "hidden-character": {
        "fire\u200bsafety": "\u200b",
        "\u202egnp.exe": "\u202e",
        "a\u2066b": "\u2066",
        "soft\u00adhyphen": "\u00ad",
        "bell\x07": "\x07",
        "99\u200d9": "\u200d",
    },
}

LEFT_ALONE = {
    "nhs-number": [
        "9990000018 pounds", "about 9990000018 in all", "999 000 0019", "000 000 0000", "NHS number 9990000019",
        "0.9990000018", "1999 000 0018", "999 000 00181", "999, 000, 0018", "https://www.england.nhs.uk/9990000018",
        "2026-27-q3", "412 388 2026",
    ],
    "national-insurance-number": [
        "QQ 12 34 56 C", "GB123456C", "BG 12 34 56 A", "AO123456C", "DA123456C", "AB123456E", "AB 12 34 56",
        "ab 12 34 56 c", "1AB123456C", "KPI 12 34 56 A",
    ],
    "date-of-birth": [
        "born in 1950", "aged 75", "children born after 31 August 2004", "stubborn", "held on 12 March 2026",
        "the birth of an idea in 2026", "date: 1950-03-12", "newborn care", "DOB was recorded for 40 of 42",
    ],
    "case-reference": [
        "Paris 2024", "case number 4", "12 cases", "ref: 2026/27", "reference: 2026-03-12", "incident of 12 March 2026",
        "referral number 12", "concerns number 1,204", "LAS00000", "the last 12345",
        "records/audit/2026-fire-safety", "R27", "preferred: 12345", "no. 3 of 2026", "case no. 2026",
    ],
    "postcode": [
        "SK1", "M60", "Q3 2AB", "ward 12", "KPI1", "K15", "by the 1st", "m6 1st", "e10 2nd", "in s42 3hr", "A1",
        "2026-27-q3", "SAR 2025", "B12 ABC", "SK1 3CI", "aa1 1aa", "AA11AA", "S42 (4) of the Act", "sk1",
    ],
    "personal-telephone-number": [
        "999", "101", "111", "0800 555 111", "0300 123 4567", "03001234567", "01632 960 101", "+44 1632 960101",
        "2026-03-12", "12 03 2026", "01 02 2026 10:00", "07/03/2026", "1,234,567,890", "12345678901", "0.1234567890",
        "0123", "2024-0161-4960123", "010203", "https://www.example.org/07700900123",
    ],
    "personal-email-address": [
        "privacy@example.org", "team@ssap.example.org", "@home", "5 @ 20", "anna at mail.example",
        "PRIVACY@EXAMPLE.ORG",
    ],
    "personal-name": [
        "Adult A", "Mr A", "Mrs B and Ms C", "the adult's mother and Adult Social Care", "her daughter",
        "their partner Pennine Care", "Quality Assurance Officer", "Independent Chair", "the mother of Adult A",
        "her daughter Adult Two", "Greater Manchester Police", "a carer Support Group", "Missed visits", "Drs",
        "her father. Adult Social Care agreed", "Sister wards",
    ],
    "markup": [
        "waits < 5 days", "p<0.05", "3 < 4 > 2", "**bold**", "[words](https://www.example.org)", "a | b", "{a: b}",
        "<https://www.example.org>", "<privacy@example.org>", "& and &amp;", "Really!", "!", "a -> b", "`code`",
    ],
    "unsafe-link": [
        "[words](https://www.example.org/a_(b))", "[mail](mailto:privacy@example.org)", "<https://www.example.org>",
        "[a plan](record:action-plan/2026-fire-safety)", "data: how much", "[sic]", "[1] (see below)",
        "script: three lines", "javascript is not needed",
    ],
    "hidden-character": ["a\tb\n", "é – “x” …", "a\u00a0b", "👩\u200d⚕️", "می\u200cخواهم"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_found(kind: str, text: str) -> None:
    assert FOUND[kind][text] in [text[start:end] for start, end in screens.find(kind, text, LOCAL)]


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in LEFT_ALONE.items() for text in texts])
def test_left_alone(kind: str, text: str) -> None:
    assert screens.find(kind, text, LOCAL) == []


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_the_sieve_lets_nothing_through_that_a_screen_finds(kind: str, text: str) -> None:
    """Folded as YAML folds it, between other texts, in the middle of a record."""
    folded = f"note: >-\n  There\n  {text}\n  and so on.\n".replace("\n", "\n      ")
    written = folded.replace("\x07", "\\x07").encode()
    found = screens.suspects([b"title: x\n", written, b"title: y\n"], LOCAL.shapes)
    assert kind in found.get(1, ())
    assert set(found) == {1}


def test_every_kind_has_its_cases() -> None:
    assert set(FOUND) == set(LEFT_ALONE) == set(screens.KINDS)


@pytest.mark.parametrize("kind", screens.KINDS)
@pytest.mark.parametrize(
    "piece",
    [
        "a", "a.", "0", "0 ", "000 ", "A1 ", "a@", "a-", "<", "[", "![", "](", "{", "born ", "Mrs ", "son A", "+4",
        "(0", "ref", "\n", " ", "9990000018 ", "999 000 0018\n", "07700 900123 ", "born 1950-03-12 ", "Mosaic 1234567 ",
        "<b>x</b> ", "[a](b) ",
    ],
)  # fmt: skip
def test_no_text_takes_long(kind: str, piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    screens.find(kind, text, LOCAL)
    assert time.process_time() - started < 1
