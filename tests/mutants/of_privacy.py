"""What must not stand in any text: data of a person, and markup. Every number is made up, and reserved for that."""

from __future__ import annotations

from random import Random

from mutants.text import File, Mutant, quoted


def nhs_number(file: File, chance: Random) -> Mutant | None:
    number = _nhs(chance)
    spaced = f"{number[:3]} {number[3:6]} {number[6:]}"
    return _with(file, chance, chance.choice([f"NHS number {number}", spaced, f"NHS no. {spaced}", f"(NHS {number})"]))


def national_insurance_number(file: File, chance: Random) -> Mutant | None:
    digits = f"{chance.randrange(10**6):06}"
    spaced = f"AB {digits[:2]} {digits[2:4]} {digits[4:]} C"
    return _with(file, chance, chance.choice([f"AB{digits}C", spaced, f"NI number {spaced}"]))


def electronic_address(file: File, chance: Random) -> Mutant | None:
    return _with(file, chance, chance.choice(["a.person@mail.example", "write to her.name2@post.example.com"]))


def telephone_number(file: File, chance: Random) -> Mutant | None:
    last = f"{chance.randrange(1000):03}"
    ways = [f"07700 900{last}", f"07700900{last}", f"+44 7700 900{last}", f"call 0161 496 0{last}"]
    return _with(file, chance, chance.choice(ways))


def postcode(file: File, chance: Random) -> Mutant | None:
    return _with(file, chance, chance.choice(["SK99 9ZZ", "lives at SK99 9ZZ", "M99 9ZZ", "SK99 9ZY"]))


def date_of_birth(file: File, chance: Random) -> Mutant | None:
    year = chance.randrange(1925, 2003)
    ways = [f"born on 12 March {year}", f"DOB 12/03/{year}", f"date of birth 12.03.{year}", f"d.o.b. {year}-03-12"]
    return _with(file, chance, chance.choice(ways))


def markup(file: File, chance: Random) -> Mutant | None:
    ways = ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>bold</b>", "<iframe src='//x'></iframe>"]
    return _with(file, chance, chance.choice(ways))


def link_that_runs(file: File, chance: Random) -> Mutant | None:
    ways = ["[here](javascript:alert(1))", "[here](data:text/html,x)", "![x](javascript:alert(1))", "[a](vbscript:x)"]
    return _with(file, chance, chance.choice(ways))


def template(file: File, chance: Random) -> Mutant | None:
    return _with(file, chance, chance.choice(["{{ config.items() }}", "{% include 'x' %}", "{{ 7*7 }}", "{# note #}"]))


def _with(file: File, chance: Random, words: str) -> Mutant | None:
    """A text of the record with these words after it; texts made for public contact may hold them."""
    spot = file.pick(
        chance,
        lambda one: one.free and isinstance(one.value, str) and one.field != "title" and "x-contact" not in one.node,
    )
    if not spot or len(f"{spot.value} {words}") > spot.node.get("maxLength", 10**6):
        return None
    if spot.one_line:
        return file.put(spot, quoted(f"{spot.value} {words}"))
    return file.changed(spot.end, spot.end, f" {words}", file.line(spot.begins), file.line(spot.end))


def _nhs(chance: Random) -> str:
    """A number of the range that is kept for tests (999 …), with its check digit."""
    while True:
        digits = [9, 9, 9, *(chance.randrange(10) for _ in range(6))]
        check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
        if check != 10:
            return "".join(map(str, [*digits, check % 11]))
