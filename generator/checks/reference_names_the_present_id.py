"""A record that was renamed is named by the id that it has now.

A record keeps the ids that it had before under `formerly`, and links from outside to its former pages still lead to it.
Other records name it by the id that it has now, so that everything about it is found in one place. `qa check --fix`
writes the present id wherever the former one stands in a record; a folder or a file that is named after a former id is
renamed by hand.

Wrong: `owner: agency/constabulary`, after that agency's record became `records/agency/moor-police.yaml`.
Right: `owner: agency/moor-police`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import schema
from generator.problem import Edit, Fault, Place
from generator.register import Link, Register
from generator.register.former import former_ids, id_now, renamed, rewritten
from generator.wording import inside, plural

upholds = ("R01",)
level = "E"
as_written = True


def problems(register: Register) -> Iterator[Fault]:
    former = former_ids(register)
    if not former:
        return
    named: dict[tuple[str, str, str], list[Link]] = {}
    asked: set[tuple[str, str]] = set()
    for link in register.links:
        type, id, _ = link.target
        if not type or id in register.entries[type]:
            continue
        now = id_now(register, former, type, id)
        if now and link.route:
            yield _reference(register, link, now)
        elif now and (link.type, link.id) not in asked:  # Its folder is renamed before the file in it.
            asked.add((link.type, link.id))
            before, after = _paths_to_rename(link, renamed(register, former, link.type, link.id))
            named.setdefault((before, after, now), []).append(link)
    for (before, after, now), links in named.items():
        yield _path(register, links, before, after, now)


def _reference(register: Register, link: Link, now: str) -> Fault:
    type, id, _ = link.target
    written = rewritten(link, now)
    fix = (Edit(link.route, written),)
    remedy = f"Write `{schema.to_write(fix) or written}`."
    place = register.entries[link.type][link.id].place(*link.route)
    return Fault(place, _message(register, type, id, now), remedy, (_record(register, type, now),), fix=fix)


def _path(register: Register, links: list[Link], before: str, after: str, now: str) -> Fault:
    first = links[0]
    type, id, _ = first.target
    folder = f"the folder of {plural(len(links), 'record')}" if len(links) > 1 else "this folder"
    what = "this file" if before.endswith(".yaml") else folder
    message = f"{_message(register, type, id, now)}, and {what} is named after its former id"
    place = register.entries[first.type][first.id].place()
    remedy = f"Rename it: git mv {before} {after}"
    return Fault(place, message, remedy, (_record(register, type, now),))


def _message(register: Register, type: str, id: str, now: str) -> str:
    return f"the {inside(register.schemas[type].title)} “{id}” is called “{now}” now"


def _record(register: Register, type: str, id: str) -> Place:
    return register.entries[type][id].place("formerly", note="which says so")


def _paths_to_rename(link: Link, id: str) -> tuple[str, str]:
    """The folder or file to rename, and its new name: the shortest path that has the part that differs."""
    old, new = f"{link.id}.yaml".split("/"), f"{id}.yaml".split("/")
    place = next(place for place, (before, after) in enumerate(zip(old, new, strict=True)) if before != after)
    start = f"records/{link.type}/"
    return start + "/".join(old[: place + 1]), start + "/".join(new[: place + 1])
