"""What the checks say of a mutant: the shipped records are read once, and each mutant takes one file's place."""

from __future__ import annotations

import tempfile
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator import checks, register, schema, source
from generator.problem import Problem
from generator.register import Register
from mutants.text import File, Mutant

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Verdict:
    """What was told of one mutant: its new problems, or the traceback."""

    problems: tuple[Problem, ...]
    traceback: str = ""

    @property
    def told(self) -> bool:
        return bool(self.problems)

    @property
    def rejected(self) -> bool:
        return any(one.level == "E" for one in self.problems)

    def in_place(self, mutant: Mutant) -> bool:
        """Whether a problem stands at the mutant's file and line, or names it as the other of two."""
        places = [place for one in self.problems for place in (one.place, *one.related)]
        return any(one.file == mutant.name and (not mutant.lines or one.line in mutant.lines) for one in places)


@dataclass(frozen=True, repr=False)
class World:
    """The shipped records, and the problems they have before anything is changed."""

    register: Register
    files: tuple[File, ...]
    before: frozenset[tuple[Any, ...]]

    def verdict(self, mutant: Mutant) -> Verdict:
        """Read the mutant from its bytes, check everything, and return what is new."""
        documents = _documents(mutant)
        try:
            if mutant.name == mutant.moved:
                found = checks.run(self.with_documents(documents))
            else:
                found = checks.run(self._gathered(documents, mutant.moved))
        except Exception:
            return Verdict((), traceback.format_exc())
        return Verdict(tuple(one for one in found if said(one) not in self.before))

    def _gathered(self, documents: list[source.Document], moved: str) -> Register:
        """The register with a file under another name: who names it decides what is told, so all is linked anew."""
        names = {moved, *(one.name for one in documents)}
        rest = [
            source.Document(one.name, self.register.documents[one.name], one.value)
            for one in self.register.each()
            if one.name not in names
        ]
        return register.gather(sorted([*rest, *documents], key=lambda one: one.name.split("/")), self.register.schemas)

    def with_documents(self, documents: Iterable[source.Document]) -> Register:
        """The register as `gather` makes it of all: only these take the place of their files, and are read again."""
        part = register.gather(documents, self.register.schemas)
        gone = part.documents.keys()
        entries = {
            type: {
                id: part.entries[type].get(id, entry)
                for id, entry in known.items()
                if entry.name not in gone or id in part.entries[type]
            }
            for type, known in self.register.entries.items()
        }
        data = {name: data for name, data in self.register.documents.items() if name not in gone}
        faults = tuple(one for one in self.register.faults if one.place.file not in gone)
        return Register(
            self.register.schemas,
            entries,
            {**data, **part.documents},
            (*faults, *part.faults),
            self.register.broken | part.broken,
        )


def said(problem: Problem) -> tuple[Any, ...]:
    """What tells a problem from others when lines have moved."""
    return replace(problem.place, line=0, column=0), problem.rule, problem.message


def world(root: Path = ROOT) -> World:
    """Read the shipped records."""
    found = register.read(root, schema.load(ROOT / "schemas"))
    files = tuple(File(one.name, found.documents[one.name].decode(), one.type, one.id, found) for one in found.each())
    return World(found, files, frozenset(said(one) for one in checks.run(found)))


def _documents(mutant: Mutant) -> list[source.Document]:
    """The mutant's document; one with another name is read from a folder, which judges names."""
    if mutant.name == mutant.moved:
        return [source.read(mutant.name, mutant.data)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, mutant.name)
        path.parent.mkdir(parents=True)
        path.write_bytes(mutant.data)
        return list(source.documents(Path(folder)))
