"""How many mutants of a kind were told, rejected, told at their place and once; and what was told of harmless edits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

import yaml

from generator import checks, source
from mutants.harmless import KEEPS_VALUES, Edit
from mutants.judge import Verdict, World, said
from mutants.kinds import Kind
from mutants.text import File, Mutant

SEED = "2024"


@dataclass
class Tally:
    """The verdicts on one kind; `amiss` are those that missed something, with what was told."""

    kind: str
    level: str
    made: int = 0
    told: int = 0
    rejected: int = 0
    in_place: int = 0
    once: int = 0
    tracebacks: int = 0
    amiss: list[str] = field(default_factory=list)

    def add(self, mutant: Mutant, verdict: Verdict) -> None:
        here, once = verdict.in_place(mutant), len(verdict.problems) == 1
        self.made += 1
        self.told += verdict.told
        self.rejected += verdict.rejected
        self.in_place += here
        self.once += once
        self.tracebacks += bool(verdict.traceback)
        if not here or not once or self.silent(verdict):
            lines = " or ".join(map(str, sorted(mutant.lines))) or "any line"
            said = [f"    {one.place}: {one.rule}: {one.message}" for one in verdict.problems[:4]]
            end = [f"    … {len(verdict.problems) - 4} more"] if len(verdict.problems) > 4 else []
            self.amiss.append("\n".join([f"  {mutant.name}, {lines}", *said, *end, verdict.traceback]).rstrip())

    def silent(self, verdict: Verdict) -> bool:
        """Whether a fault was not told, or was accepted and should not have been."""
        return not verdict.told or (self.level == "E" and not verdict.rejected)

    @property
    def to_reject(self) -> int:
        return self.made if self.level == "E" else 0


def tally(world: World, kind: Kind, number: int) -> Tally:
    """Make so many mutants of a kind and count what is told of them."""
    counted = Tally(kind.name, kind.level)
    for mutant in kind.mutants(world.files, number, SEED):
        counted.add(mutant, world.verdict(mutant))
    return counted


def edited(files: Sequence[File], name: str, edit: Edit, number: int) -> dict[str, str]:
    """The texts of so many files after a harmless edit of one kind, by file."""
    chance = Random(f"{SEED} {name}")
    done: dict[str, str] = {}
    for file in chance.sample(files, len(files)):
        if len(done) == number:
            break
        text = edit(file, chance)
        if text is not None and text != file.text:
            done[file.name] = text
    return done


def harmed(world: World, texts: dict[str, str]) -> list[str]:
    """What the checks say of edited files, all at once, that they did not say before; or no longer say."""
    documents = [source.read(name, text.encode()) for name, text in texts.items()]
    now = {said(one): str(one.place) for one in checks.run(world.with_documents(documents))}
    new = [f"{place}: {key[-1]}" for key, place in now.items() if key not in world.before]
    return new + [f"no longer told: {key[-1]}" for key in world.before - now.keys()]


def altered(world: World, name: str, texts: dict[str, str]) -> Iterable[str]:
    """The files whose values an edit changed, by another reader's judgement."""
    if name == KEEPS_VALUES:
        return
    for file, text in texts.items():
        before = yaml.load(world.register.documents[file], Loader=yaml.CBaseLoader)
        if yaml.load(text, Loader=yaml.CBaseLoader) != before:
            yield file
