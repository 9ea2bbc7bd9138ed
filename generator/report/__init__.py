"""Reports of problems, one file for each format; each has `printed(report)`."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby

from generator.lines import line_at
from generator.problem import Place, Problem
from generator.wording import one_line, plural

FORMS = tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))

MOST_FILES = 20
"""How many files with problems that were there already are named at most."""

_DIGITS = re.compile("[0-9]+")


@dataclass(frozen=True)
class Report:
    """What a check found; with `against`, `problems` are those since that commit, `already` those from before.

    `valid` is the number of valid records; `documents` the bytes of each file, for snippets; `folder` the way from
    the reader's folder to the root, so that a place can be clicked; `width` the columns of the terminal.
    """

    problems: Sequence[Problem]
    already: Sequence[Problem] = ()
    against: str = ""
    valid: int = 0
    notices: Sequence[str] = ()
    documents: Mapping[str, bytes] = field(default_factory=dict)
    folder: str = ""
    colour: bool = False
    width: int = 100

    @property
    def errors(self) -> list[Problem]:
        """The problems for which something is rejected."""
        return [one for one in self.problems if one.level == "E"]

    @property
    def departures(self) -> list[Problem]:
        """The departures from the framework that have no reason."""
        return [one for one in self.problems if one.level == "D"]

    @cached_property
    def secret(self) -> frozenset[str]:
        """The files of which no line may be shown, because one of their problems is personal data."""
        return frozenset(one.place.file for one in (*self.problems, *self.already) if one.secret)

    def file(self, name: str) -> str:
        """The name of a file as its reader sees it."""
        return one_line(f"{self.folder}/{name}" if self.folder else name)

    def place(self, place: Place) -> str:
        """The place in the form that a terminal or editor opens with a click."""
        return str(replace(place, file=self.file(place.file)))

    def already_by_file(self) -> Iterator[str]:
        """Yield a line for each of the first files with problems that were there already: where, and how many."""
        files = [[*group] for _, group in groupby(sorted(self.already), key=lambda one: one.place.file)]
        for problems in files[:MOST_FILES]:
            yield f"{self.place(problems[0].place)}: {counted(problems)}"
        if files[MOST_FILES:]:
            rest = [one for problems in files[MOST_FILES:] for one in problems]
            yield f"{plural(len(files) - MOST_FILES, 'more file')}: {counted(rest)}"

    def summary(self) -> str:
        """One sentence: how many records are valid, and how many problems there are."""
        said = [plural(self.valid, "valid record")]
        if self.against:
            said.append(f"yours since {one_line(self.against)}: {counted(self.problems) or 'no problems'}")
            said += [f"there already: {counted(self.already)}"] if self.already else []
        else:
            said.append(f"{plural(len(self.errors), 'error')} to fix" if self.errors else "no errors")
            said += [f"{plural(len(self.departures), 'departure')} without a reason"] if self.departures else []
        return "; ".join(said) + "."


def printed(form: str, report: Report) -> str:
    """Return the report in one of `FORMS`."""
    return str(importlib.import_module(f"{__name__}.{form}").printed(report))


def counted(problems: Iterable[Problem]) -> str:
    """Return how many errors and departures there are: 2 errors, 1 departure; nothing where there are none."""
    levels = [one.level for one in problems]
    said = [(levels.count("E"), "error"), (levels.count("D"), "departure")]
    return ", ".join(plural(count, noun) for count, noun in said if count)


def separate(
    now: Sequence[Problem],
    before: Sequence[Problem],
    documents: Mapping[str, bytes],
    former: Mapping[str, bytes],
    renamed: Mapping[str, str],
) -> tuple[list[Problem], list[Problem]]:
    """Return the problems of `now` that were not there `before`, and those that were, even if their lines have moved.

    Two problems are the same if their file (a former name counts), rule and message are; those with the same route are
    paired first. Failing that they are the same if their file, rule and line of text are, and their messages differ
    only in numbers, as those of moved entries do.
    """
    moved = {id(one): one for one in before}
    yours = list(now)
    for same in _SAME_PROBLEM:
        waiting: dict[object, list[int]] = defaultdict(list)
        for key, one in moved.items():
            file = renamed.get(one.place.file, one.place.file)
            waiting[same(one, file, former.get(one.place.file, b""))].append(key)
        left = []
        for one in yours:
            there = waiting.get(same(one, one.place.file, documents.get(one.place.file, b"")))
            if there:
                del moved[there.pop(0)]
            else:
                left.append(one)
        yours = left
    mine = {id(one) for one in yours}
    return yours, [one for one in now if id(one) not in mine]


_SAME_PROBLEM: tuple[Callable[[Problem, str, bytes], object], ...] = (
    lambda one, file, data: (file, one.rule, one.message, one.place.route),
    lambda one, file, data: (file, one.rule, one.message),
    lambda one, file, data: (file, one.rule, _DIGITS.sub("", one.message), line_at(data, one.place.line)),
)
