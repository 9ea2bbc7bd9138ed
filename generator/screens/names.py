"""Where a text probably names a person: a title before a name, or a word of kinship before two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.screens.plain import Span

TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Rev", "Cllr", "Councillor")
KIN = (
    "mother", "father", "brother", "sister", "daughter", "son", "wife", "husband", "niece", "nephew", "aunt", "uncle",
    "cousin", "mum", "dad", "widow", "widower", "girlfriend", "boyfriend",
)  # fmt: skip
RELATIONS = ("partner", "friend", "neighbour", "carer")
"""Words that name a person only after “his” or “her”: a partner may be an agency."""

_NAME = r"(?:[A-Z]['’])?[^\W\d_a-z][^\W\d_A-Z'’-]+(?:['’-][^\W\d_]+)*"
_PEOPLE = re.compile(
    rf"\b(?:{'|'.join(TITLES)})\.?\s+(?:[A-Z]\.?\s+){{0,2}}{_NAME}(?:\s+{_NAME}){{0,2}}"
    rf"|\b(?:(?:[Gg]rand|[Ss]tep)?(?:{'|'.join(KIN)})(?:-in-law)?|(?:his|her) (?:{'|'.join(RELATIONS)})),?\s+"
    rf"(?P<pair>(?!Adult\b|Child\b){_NAME}(?:\s+[A-Z]\.?)?\s+{_NAME})"
)


def names(text: str) -> Iterator[Span]:
    """Yield a name after a title (Mrs Smith), or two after a word of kinship; a letter (Adult A, Mr B) is no name."""
    for found in _PEOPLE.finditer(text):
        yield found.span("pair" if found["pair"] else 0)
