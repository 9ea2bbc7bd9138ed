"""Problems of all checks without the personal data that a screen found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator import screens
from generator.privacy.screening import MASK, MOST, Match, matches
from generator.problem import Place, Problem
from generator.register import Register

_RULES = frozenset(f"no-{kind}" for kind in screens.KINDS)


def redacted(register: Register, problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems, which must be located, without the personal data that `secret` ones among them point at.

    Other problems of a value that is rejected for personal data are left out: one mistake, one problem.
    """
    reported = {(one.place, one.rule): one for one in problems if one.rule in _RULES}
    if not reported:
        return [*problems]
    every = [one for many in matches(register).values() for one in many if (one.place, f"no-{one.kind}") in reported]
    secret = [one for one in every if reported[one.place, f"no-{one.kind}"].secret]
    rejected = [one for one in every if reported[one.place, f"no-{one.kind}"].level == "E"]
    values = {(one.name, one.place.route) for one in rejected if one.place.route}
    named = {one.name for one in rejected if one.place.file != one.name}
    full = {name for name, number in Counter(one.name for one in rejected).items() if number >= MOST}
    shown = {one.name: one.place.file for one in secret if one.place.file != one.name}
    words = sorted({word for one in secret for word in _quoted_forms(one)}, key=len, reverse=True)

    def place(one: Place) -> Place:
        return replace(one, file=shown.get(one.file, one.file), note=_without(words, one.note))

    def follows(one: Problem) -> bool:
        return one.rule not in _RULES and (
            (one.place.file, one.place.route) in values
            or one.place.file in full
            or (one.rule == "file" and one.place.file in named)
        )

    return [
        replace(
            one,
            place=place(one.place),
            message=_without(words, one.message),
            remedy=_without(words, one.remedy),
            related=tuple(map(place, one.related)),
            reason=_without(words, one.reason),
            fix=() if one.place.file in shown or any(word in str(one.fix) for word in words) else one.fix,
        )
        for one in problems
        if not follows(one)
    ]


def _quoted_forms(match: Match) -> Iterator[str]:
    """The forms in which a message may quote a match: as in the file, on one line, as the likely name of a file."""
    yield match.said
    yield " ".join(match.said.split())
    if match.place.file != match.name:
        yield "-".join(match.said.lower().split())


def _without(words: Iterable[str], text: str) -> str:
    """The text without the words, or the beginning of one where the text was cut short."""
    for word in words:
        text = text.replace(word, MASK)
        if MASK in text:
            cut = next((end for end in range(len(word) - 1, 2, -1) if word[:end] + MASK in text), 0)
            text = text.replace(word[:cut] + MASK, MASK) if cut else text
    return text
