"""Every kind of fault by its name, which is its function's: a module is a family, its public functions the kinds."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from mutants.text import File, Mutant

ATTEMPTS = 60


@dataclass(frozen=True)
class Kind:
    """A kind of fault: how one is made, and the level of the rule that it breaks."""

    name: str
    make: Callable[[File, Random], Mutant | None]
    level: str

    def mutants(self, files: Sequence[File], number: int, seed: str) -> list[Mutant]:
        """So many different mutants, the same for the same seed and records; fewer where there are not so many."""
        chance = Random(f"{seed} {self.name}")
        made: dict[tuple[str, bytes], Mutant] = {}
        types: dict[str, list[File]] = {}
        for file in files:
            types.setdefault(file.type, []).append(file)
        suited = dict.fromkeys(types, True)
        misses = 0
        while len(made) < number and misses < ATTEMPTS * number:
            type = chance.choice([one for one, suits in suited.items() if suits] or [*types])
            mutant = self.make(chance.choice(types[type]), chance)
            if mutant is None or (mutant.name, mutant.data) in made:
                misses += 1
                continue
            made[mutant.name, mutant.data] = mutant
        return [*made.values()]


def kinds() -> list[Kind]:
    """Every kind, family by family."""
    return [*_kinds()]


def _kinds() -> Iterator[Kind]:
    for found in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if found.name.startswith("of_"):
            family = importlib.import_module(f"mutants.{found.name}")
            for name, make in vars(family).items():
                if inspect.isfunction(make) and make.__module__ == family.__name__ and not name.startswith("_"):
                    yield Kind(name.replace("_", " "), make, "D" if found.name == "of_departures" else "E")
