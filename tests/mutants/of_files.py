"""Faults of a whole file: its name, its folder, its encoding, a copy of another, nothing in it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from mutants.text import File, Mutant


def file_empty(file: File, chance: Random) -> Mutant | None:
    data = chance.choice([b"", b"\n\n", b"# to be written\n", b"---\n", b"\xef\xbb\xbf"])
    return replace(file.moved(file.name, data), lines=frozenset({1}))


def file_that_is_no_record(file: File, chance: Random) -> Mutant | None:
    data = chance.choice([b"To be written.\n", b"- one\n- two\n", b"42\n", b'"text"\n'])
    return replace(file.moved(file.name, data), lines=frozenset({1}))


def file_in_another_encoding(file: File, chance: Random) -> Mutant | None:
    if not file.text.isascii():
        return file.moved(file.name, file.text.encode("utf-16"))
    spot = file.pick(chance, lambda one: one.free and one.one_line)
    if not spot or "\n" in file.text[spot.start : spot.end]:
        return None
    start = file.text.find(" ", spot.start, spot.end)
    broken = file.text[:start].encode() + b" caf\xe9" + file.text[start:].encode()
    return file.moved(file.name, broken, file.line(start)) if start > 0 else None


def file_of_another_program(file: File, chance: Random) -> Mutant | None:
    data = chance.choice(
        [
            b"PK\x03\x04\x14\0\x06\0",
            b"%PDF-1.7\n%\xe2\xe3",
            b"\xd0\xcf\x11\xe0",
            b"{\\rtf1\\ansi {\\fonttbl}\n",
            b"<html>\n",
        ]
    )
    return file.moved(file.name, data)


def file_name_in_capitals(file: File, chance: Random) -> Mutant | None:
    folder, _, stem = file.name.removesuffix(".yaml").rpartition("/")
    name = chance.choice([stem.upper(), stem.capitalize(), stem.title()])
    return file.moved(f"{folder}/{name}.yaml") if name != stem else None


def file_name_with_a_space_or_line(file: File, chance: Random) -> Mutant | None:
    folder, _, stem = file.name.removesuffix(".yaml").rpartition("/")
    name = chance.choice(
        [f"{stem} final", f"{stem}_v2", stem.replace("-", "_"), f"{stem} (1)", f"{stem}-", f"{stem}--2"]
    )
    return file.moved(f"{folder}/{name}.yaml") if name != stem else None


def file_name_with_another_ending(file: File, chance: Random) -> Mutant | None:
    ending = chance.choice([".yml", ".YAML", ".yaml.txt", ".yaml.bak", ".json", ".docx", ""])
    return file.moved(file.name.removesuffix(".yaml") + ending)


def file_in_no_types_folder(file: File, chance: Random) -> Mutant | None:
    rest = file.name.split("/", 2)[2]
    folder = chance.choice([f"{file.type}s/", f"{file.type[:-1]}/", "new/", "", "my-records/"])
    return file.moved(f"records/{folder}{rest.replace('/', '-')}")


def file_in_another_types_folder(file: File, chance: Random) -> Mutant | None:
    entry = chance.choice([*file.register.each()])
    if entry.type == file.type or file.register.schemas[entry.type].validator.is_valid(file.spots[0].value):
        return None
    name = f"records/{entry.type}/{file.id.replace('/', '-')}.yaml"
    return None if name in file.register.documents else file.moved(name)


def file_one_folder_too_deep_or_high(file: File, chance: Random) -> Mutant | None:
    deeper = f"records/{file.type}/2026/{file.id}.yaml"
    return file.moved(f"records/{file.type}/{file.id.replace('/', '-')}.yaml" if "/" in file.id else deeper)


def file_named_after_no_agency_or_audit(file: File, chance: Random) -> Mutant | None:
    holder, _, rest = file.id.partition("/")
    part = file.register.schemas[file.type].path.parts[0]
    if part not in file.register.schemas or _named(file):
        return None
    return file.moved(f"records/{file.type}/{holder}s{'/' if rest else ''}{rest}.yaml")


def file_named_after_a_period_that_is_none(file: File, chance: Random) -> Mutant | None:
    parts = file.register.schemas[file.type].path.parts
    kind = next((part for part in parts if part in ("quarter", "year", "date")), "")
    wrong = {
        "quarter": ["2026-28-q1", "2026-27-q5", "2026-27-q0", "2026-q3", "q3-2026", "2026-27"],
        "year": ["2026-28", "2027-26", "26-27", "2026"],
        "date": ["2026-02-30", "2026-13-01", "31-03-2026", "2026-3-5", "2026-03"],
    }
    if not kind or _named(file):
        return None
    folder = file.name.rpartition("/")[0]
    return file.moved(f"{folder}/{chance.choice(wrong[kind])}.yaml")


def file_named_after_a_later_quarter(file: File, chance: Random) -> Mutant | None:
    spot = file.at("received") if file.type == "kpi-return" else None
    if not spot or _named(file):
        return None
    later = f"records/kpi-return/{file.id.split('/')[0]}/2031-32-q{chance.randrange(1, 5)}.yaml"
    return file.moved(later, None, file.line(spot.begins))


def record_twice(file: File, chance: Random) -> Mutant | None:
    unique = file.register.schemas[file.type].tree.get("x-unique")
    if not unique:
        return None
    spot = file.at(unique[0][0])
    copy = file.moved(f"records/{file.type}/{file.id}-{chance.choice(['copy', '2', 'again', 'new'])}.yaml")
    return replace(copy, moved="", lines=frozenset({file.line(spot.begins)})) if spot else None


def _named(file: File) -> bool:
    """Whether another record names this one, which would then be told too."""
    return any(link.target[:2] == (file.type, file.id) for link in file.register.links)
